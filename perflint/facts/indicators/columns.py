"""Facts about cells that stand in the wrong column: sign and direction exchanged, a value in place of the name."""

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Kind
from perflint.typography import fold

_WHEN = frozenset({Kind.DEADLINE, Kind.PERIOD, Kind.DATE_RANGE})
_DATES = pattern(r"[\d年月日号底末初上中下旬之以前内至到起止.\-—~～/]+")
_SUFFIX = 4  # characters behind an amount: 及其以上
_DIGIT = pattern(r"\d")
_PERIOD = pattern(
    r"(?:20\d{2}年?)?(?:全年|年度|年内|上半年|下半年|[一二三四]季度|\d{1,2}月(?:底|末)?(?:前|之前|以前)?)"
)


@INDICATOR.fact("op_cell", STRING, zh="指标性质（符号）一栏，半角", en="the column of the sign, in half width")
def op_cell(row: RowView) -> str:
    return fold(row.text("op"))


@INDICATOR.fact("direction_cell", STRING, zh="指标方向一栏，半角", en="the column of the direction, in half width")
def direction_cell(row: RowView) -> str:
    return fold(row.text("direction"))


@INDICATOR.fact(
    "name_is_value",
    BOOL,
    zh="名称是否只是一个数、金额或日期（15万元、2020年12月底前）：按指标值来读，读得完整，没有余下的字",
    en="whether the name is nothing but a number, an amount or a date (15万元, 2020年12月底前): read as a value, nothing is left over",
)
def name_is_value(row: RowView) -> bool:
    name = fold(row.text("name")).rstrip("。.;；")
    if _PERIOD.fullmatch(name):
        return True
    if not _DIGIT.search(name):
        return False
    value = row.scope.knowledge.reader.read(name)
    part = value.first
    if len(value.parts) != 1 or value.residue or part.label:
        return False
    dated = value.kind in _WHEN and not _DATES.sub("", name)
    ended = name.find(part.printed) + len(part.printed) >= len(name) - _SUFFIX  # 本年度110平台接警量 goes on
    return dated or (value.kind is Kind.NUMERIC and bool(part.dimension) and ended)

"""Facts about the direction of an indicator: declared in its column, implied by its name, or told by its description."""

from perflint.facts.direction import AMBIGUOUS, plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_SENTENCE = 60  # characters: a longer description is prose, its end is no head
_INVERSE = pattern(
    r"(?P<bad>不合格|不达标|不及时|不准确|不满意|未[^。;,，；]{1,6})(?P<rest>[^。;；]{0,24}?)(?:占|比例|比重)"
)
_SHARE = "占"  # 甲占乙的比例: the head 比例 stands behind the whole, and says nothing of the part
# Words around what is bad that say what was done about it: 已处置的不合格产品, 未达标企业整改.
_HANDLED = pattern(r"处置|处理|整改|查处|处罚|下架|召回|销毁|封存|修复|化解|办结|追缴")


@INDICATOR.fact(
    "declared",
    STRING,
    zh="表中填写的方向：positive、negative、moderate，未填为空",
    en="declared direction, empty if none",
)
def declared(row: RowView) -> str:
    return row.declared_direction


@INDICATOR.fact("declared_as", STRING, zh="指标方向，照录", en="declared direction as printed")
def declared_as(row: RowView) -> str:
    return row.text("direction").strip()


@INDICATOR.fact(
    "op_typed",
    STRING,
    zh="指标性质（比较符号）一栏，照录（半角）",
    en="the column of the comparator as typed, half width",
)
def op_typed(row: RowView) -> str:
    return fold(row.text("op"))


@INDICATOR.fact("implied", STRING, zh="从名称判断的方向", en="direction that the name implies")
def implied(row: RowView) -> str:
    return row.lexicon_direction


@INDICATOR.fact(
    "leaning",
    STRING,
    zh="名称的用字偏向哪个方向：positive、negative，占比一类两可的为 open；已有定论为空",
    en="direction that the characters of a rate's name hint at: positive, negative, or open for a share; empty if its words already decide",
)
def leaning(row: RowView) -> str:
    if row.lexicon_direction != AMBIGUOUS:
        return ""
    lean = row.scope.knowledge.directions.composition.lean(plain_name(row.text("name")))
    return lean.direction if lean and not lean.certain else ""


@INDICATOR.fact(
    "described", STRING, zh="从描述的中心词判断的方向", en="direction that the head of the description implies"
)
def described(row: RowView) -> str:
    text = row.text("description")
    if not 0 < len(text.strip()) < _SENTENCE or _SHARE in text:
        return AMBIGUOUS
    return row.scope.knowledge.directions.of_name(text)


@INDICATOR.fact(
    "inverse_described",
    BOOL,
    zh="描述是否按相反的方面定义（不合格…占比）",
    en="whether the description defines the inverse of the name",
)
def inverse_described(row: RowView) -> bool:
    text = fold(row.text("description"))
    found = _INVERSE.search(text)
    if found is None or found["bad"] in row.name:  # 不合格产品处置率 speaks of the same thing as its description
        return False
    return not _HANDLED.search(text[: found.start()] + found["rest"])

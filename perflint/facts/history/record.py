"""Results of former years that the basis of a row gives, beside its target (domain: HIS040)."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from perflint.facts.history.historyview import HISTORIC, HistoryView
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.subject_matter import core, matter
from perflint.facts.vocabulary import BOOL, DOUBLE, MARKS, STRING, Mark, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, Part, ValueReader, find_amounts
from perflint.typography import fold

RECORD = Vocabulary("record", "依据里写明的以前年度结果", "a result of a former year that the basis of a row gives")

_FIELDS = ("basis", "standard.source")
_DIGIT = pattern(r"\d")
_CLAUSE = pattern(r"[，,。；;、\n（）()]")
_TIME = pattern(r"(?:(20\d\d)年?[-—–~～至到])?(20\d\d)年度?|(上年度?|去年|前三年|近三年)")
_DONE = pattern(r"实际|完成|达到?(?!标)|实现|平均|均值|[率度数]为|建成|执行")
_NOT_DONE = pattern(
    r"计划|拟|预计|目标|应当?|下达|安排|要求|任务|现有|共有|在校|在册|累计|截至|截止|以来|自20|存量|总(?:量|数|里程|人口|面积)|辖区|不低于|不少于|增长|提高|下降|减少|增加"
)
_EXPLAINED = pattern(r"因|由于|影响|减少|调减|压减|压缩|移交|撤并|到期|结束|取消|萎缩|调整|退出|停止|核减|下降")
_OLDEST = 3  # years: what lies further back is no measure of the year


class Result(NamedTuple):
    """A figure of a former year: how far the target is from it in its own unit (above 0: worse), and where it stands."""

    year: int
    amount: Amount
    clause: str


class RecordView(Struct, frozen=True):
    """A row whose basis gives a result of the last of its former years that can be compared with the target."""

    scope: Scope
    row: RowView
    field: str
    result: Result
    target: Decimal
    reference: Decimal
    better: int

    def spot(self, at: str) -> Spot:
        """Return the place of the target, or of the figure in the basis."""
        amount = self.result.amount
        return Spot(self.field, amount.start, amount.end) if at == "record" else Spot("value")


def record_views(row: RowView) -> Iterator[RecordView]:
    """Yield an annual row whose target and a result in its own basis can be compared, unless the form gives its history."""
    if not any(_DIGIT.search(row.text(field)) for field in _FIELDS):
        return
    if not row.filled("value") or row.midterm or any(row.filled(field) for field in HISTORIC):
        return
    view = HistoryView(row)
    part = row.value.first
    target = part.low if isinstance(part.low, Decimal) else part.high
    if not view.better or len(row.value.parts) != 1 or not isinstance(target, Decimal) or not part.unit:
        return
    for field in _FIELDS:
        found = _last(row, field, part)
        if found:
            units = row.scope.knowledge.reader.units
            reference = units.convert(found.amount.low, found.amount.unit, part.unit)
            yield RecordView(row.scope, row, field, found, target, reference, view.better)
            return


def _last(row: RowView, field: str, part: Part) -> Result | None:
    """Return the result of the latest former year in a cell that measures what the row does."""
    reader, year = row.scope.knowledge.reader, row.scope.year
    fitting = [result for result in results_in(row.text(field), year, reader) if _fits(row, part, result, reader)]
    return max(fitting, key=lambda result: result.year, default=None)


@lru_cache(maxsize=2048)
def results_in(text: str, year: int, reader: ValueReader) -> tuple[Result, ...]:
    """Return the plain amounts of a text that stand behind a former year, or 上年, in one clause."""
    if not _DIGIT.search(text):
        return ()
    found = []
    for amount in find_amounts(text, reader):
        start = max((hit.end() for hit in _CLAUSE.finditer(text, 0, amount.start)), default=0)
        end = next((hit.start() for hit in _CLAUSE.finditer(text, amount.end)), len(text))
        times = list(_TIME.finditer(text, start, amount.start))
        if times and amount.approx is Approx.EXACT and amount.low == amount.high:
            of = int(times[-1][2] or 0) or (year - 1 if year else 0)
            if not year or 0 < year - of <= _OLDEST:
                clause = text[start : times[0].start()] + text[times[-1].end() : end]
                found.append(Result(of, amount, fold(clause)))
    return tuple(found)


def _fits(row: RowView, part: Part, result: Result, reader: ValueReader) -> bool:
    """Return whether a result measures what the row does: same unit, done and not planned, of the same matter."""
    amount = result.amount
    if tuple(base for base in part.per if base != "年") != amount.per or not reader.units.comparable(
        amount.unit, part.unit
    ):
        return False
    said = result.clause.split(fold(amount.number), 1)[0]
    if _NOT_DONE.search(said):
        return False
    about, own = matter(said), matter(row.text("name"))
    if _DONE.search(result.clause):
        return not about or bool(about & own)
    return bool(core(said)) and core(said) == core(row.text("name"))


@RECORD.fact("basis", MARKS, zh="依据里的结果", en="the result in the basis")
def basis(view: RecordView) -> tuple[Mark, ...]:
    amount = view.result.amount
    return (Mark(view.row.text(view.field)[amount.start : amount.end], amount.start, amount.end),)


@RECORD.fact("result", STRING, zh="依据里的结果，照录", en="the result in the basis, as typed")
def result_text(view: RecordView) -> str:
    return view.row.text(view.field)[view.result.amount.start : view.result.amount.end].strip()


@RECORD.fact("year", STRING, zh="结果的年份，没有写为“上年”", en="the year of the result, 上年 where it is not written")
def year_text(view: RecordView) -> str:
    return f"{view.result.year}年" if view.result.year else "上年"


@RECORD.fact(
    "worse",
    DOUBLE,
    zh="指标值比该结果差多少：比率为百分点，其余为百分比；不差为0",
    en="how much worse the target is: percentage points for rates, else percent; 0 if it is not",
)
def worse(view: RecordView) -> float:
    gap = (view.reference - view.target) * view.better
    if gap <= 0 or view.reference <= 0:
        return 0.0
    return float(gap if view.row.value.unit == "%" else gap * 100 / view.reference)


@RECORD.fact("rate", BOOL, zh="是否比率", en="whether it is a rate")
def rate(view: RecordView) -> bool:
    return view.row.value.unit == "%"


@RECORD.fact("explained", BOOL, zh="依据或备注是否说明了原因", en="whether the basis or the remark gives a reason")
def explained(view: RecordView) -> bool:
    return bool(_EXPLAINED.search(fold(view.row.text(view.field) + view.row.text("remark"))))


def row_of(view: RecordView) -> RowView:
    """Return the row that the record stands in."""
    return view.row


SUBJECTS = (SubjectKind(RECORD, in_row=record_views, also=(("indicator", row_of), ("value", row_of))),)

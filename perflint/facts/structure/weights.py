"""Facts about the weights of the indicator rows, each half of the form by itself (domain: §2.5)."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

WEIGHTS = Vocabulary("weights", "指标权重：年度与中长期各算一组", "the weights of the rows, annual and mid-term apart")

_NUMBER = pattern(r"(\d{1,10}(?:\.\d{1,10})?)(?:%|分)?")
_EXECUTION = "预算执行率"
_EXECUTION_WEIGHT, _EIGHTY, _HUNDRED = 10.0, 80.0, 100.0
_NEAR = 0.01
_ROUNDED = 0.05  # of a point: by how much one weight with decimals may have been rounded


class WeightsView(Struct, frozen=True):
    """The weights of one half: rows with a value, those without a weight, and the sum."""

    scope: Scope
    index: int
    missing: tuple[str, ...]
    unread: int
    given: int
    total: Decimal
    execution: Decimal
    apart: Decimal
    top: Decimal
    top_name: str
    top_index: int
    content: Decimal
    content_index: int
    listed: tuple[str, ...] = ()
    """Each row's weight as typed, and the names of the rows without one."""

    def spot(self, at: str) -> Spot:
        """Return the place of the greatest weight, of the first of satisfaction, else of the first row without one, else of the first weight."""
        index = {"weights.top": self.top_index, "weights.satisfaction": self.content_index}.get(at, self.index)
        return Spot("weight", records="indicators", index=index)

    def summands(self, at: str) -> tuple[str, ...]:
        """Return the texts of the weights, where they are judged together, with what the table scores apart."""
        apart = (f"{self.apart:f}",) if self.apart else ()
        return (*self.listed, *apart) if at == "weights.sum" else ()


def weights_views(view: TableView) -> Iterator[WeightsView]:
    """Yield one view for each half that has a weight."""
    apart = _number(view.text("execution.weight"))
    for midterm in (False, True):
        rows = [
            (i, row)
            for i, row in enumerate(view.rows)
            if row.midterm == midterm and not row.declined and (row.filled("value") or row.filled("weight"))
        ]
        weighed = [(i, row) for i, row in rows if row.filled("weight")]
        if not weighed:
            continue
        blank = [(i, row) for i, row in _unweighed(rows) if _EXECUTION not in row.name]
        weights = [_number(row.text("weight")) for _, row in weighed]
        content = [(i, weight) for weight, (i, row) in zip(weights, weighed, strict=True) if row.side == "satisfaction"]
        top = max(zip(weights, weighed, strict=True), key=lambda pair: pair[0])
        yield WeightsView(
            view.scope, (blank or weighed)[0][0], tuple(row.text("name").strip() for _, row in blank),
            sum(1 for _, row in weighed if not _NUMBER.fullmatch(fold(row.text("weight")))), len(weighed),
            sum(weights, Decimal(0)),
            sum((_number(row.text("weight")) for _, row in weighed if _EXECUTION in row.name), Decimal(0)),
            apart, top[0], top[1][1].text("name").strip(), top[1][0],
            sum((weight for _, weight in content), Decimal(0)), content[0][0] if content else weighed[0][0],
            tuple([row.text("weight") for _, row in weighed] + [row.text("name") for _, row in blank]),
        )  # fmt: skip


def weight_of(row: RowView) -> Decimal | None:
    """Return the weight of a row in points, None where it has none that can be read."""
    found = _NUMBER.fullmatch(fold(row.text("weight")))
    return Decimal(found[1]) if found else None


def _number(text: str) -> Decimal:
    found = _NUMBER.fullmatch(fold(text))
    return Decimal(found[1]) if found else Decimal(0)


def _unweighed(rows: list[tuple[int, RowView]]) -> Iterator[tuple[int, RowView]]:
    """Yield the rows that lack a weight, without the parts of a row above that has one.

    Parts open with 其中, stand below a row that the form stars, or below one that has a weight and no value of its own.
    """
    group = False
    for index, row in rows:
        if row.filled("weight"):
            group = row.starred or not row.filled("value")
        elif not row.is_part and not group:
            yield index, row


@WEIGHTS.fact("missing", INT, zh="没有填权重的行数", en="number of rows without a weight")
def missing(subject: WeightsView) -> int:
    return len(subject.missing)


@WEIGHTS.fact("missing_names", STRING, zh="没有填权重的指标", en="rows without a weight")
def missing_names(subject: WeightsView) -> str:
    return "、".join(subject.missing[:5]) + ("等" if len(subject.missing) > 5 else "")  # noqa: PLR2004  # enough to find them


@WEIGHTS.fact("sum", DOUBLE, zh="权重合计", en="sum of the weights")
def total(subject: WeightsView) -> float:
    return float(subject.total)


@WEIGHTS.fact("readable", BOOL, zh="是否每个权重都是数字", en="whether every weight is a number")
def readable(subject: WeightsView) -> bool:
    return subject.unread == 0


@WEIGHTS.fact("total_allowed", BOOL, zh="合计是否等于允许的数值", en="whether the sum is an allowed one")
def total_allowed(subject: WeightsView) -> bool:
    """Return whether the indicators have an allowed sum, or make a hundred with the execution of the budget."""
    total = subject.total
    if _are_shares(subject):
        return True
    if subject.apart:
        alone = total - subject.execution  # a row may repeat what the table scores apart
        return _near(alone + subject.apart, _HUNDRED) or _near(total, _HUNDRED - _EXECUTION_WEIGHT)
    allowed = _totals(subject)
    if any(_near(total, sum_) for sum_ in allowed):
        return True
    return bool(subject.execution) and (
        _near(total, _HUNDRED) or any(_near(total - subject.execution, sum_) for sum_ in allowed)
    )


def _are_shares(subject: WeightsView) -> bool:
    """Return whether the weights are shares of one (0.3, 0.7), or thirds and sevenths that make the sum but for their last digits."""
    total = float(subject.total)
    if subject.top <= 1 and _near(total, 1.0):
        return True
    typed = [text for text in subject.listed if "." in text]
    wholes = (_HUNDRED - float(subject.apart),) if subject.apart else (_HUNDRED, *_totals(subject))
    return bool(typed) and subject.given > 1 and any(abs(total - whole) <= _ROUNDED * len(typed) for whole in wholes)


def _totals(subject: WeightsView) -> tuple[float, ...]:
    allowed = subject.scope.settings["weights.totals"]
    return tuple(float(total) for total in allowed) if isinstance(allowed, tuple) else ()


def _near(total: Decimal | float, other: float) -> bool:
    return abs(float(total) - other) < _NEAR


@WEIGHTS.fact("allowed", STRING, zh="应有的合计，如“90分（另有预算执行率10分）或100分”", en="the sums that are right")
def allowed(subject: WeightsView) -> str:
    if subject.apart:
        return f"{_HUNDRED - float(subject.apart):g}分（另有预算执行率{float(subject.apart):g}分）"
    named = {90.0: "90分（另有预算执行率10分）"}
    return "或".join(named.get(total, f"{total:g}分") for total in _totals(subject))


@WEIGHTS.fact("allowed_en", STRING, zh="同上，英文", en="the same in English")
def allowed_en(subject: WeightsView) -> str:
    if subject.apart:
        return f"{_HUNDRED - float(subject.apart):g} (beside {float(subject.apart):g} for budget execution)"
    named = {90.0: "90 (beside 10 for budget execution)"}
    return " or ".join(named.get(total, f"{total:g}") for total in _totals(subject))


@WEIGHTS.fact(
    "near_total", BOOL, zh="合计是否为80分（当地另设20分）", en="whether the sum is 80, with 20 scored elsewhere"
)
def near_total(subject: WeightsView) -> bool:
    return _near(subject.total, _EIGHTY)


@WEIGHTS.fact("given", INT, zh="填了权重的行数", en="number of rows with a weight")
def given(subject: WeightsView) -> int:
    return subject.given


@WEIGHTS.fact("top", DOUBLE, zh="最大的权重", en="the greatest weight")
def top(subject: WeightsView) -> float:
    return float(subject.top)


@WEIGHTS.fact("top_name", STRING, zh="权重最大的指标", en="the row with the greatest weight")
def top_name(subject: WeightsView) -> str:
    return subject.top_name


@WEIGHTS.fact("top_share", DOUBLE, zh="最大的权重占合计的百分数", en="the greatest weight in % of the sum")
def top_share(subject: WeightsView) -> float:
    return float(subject.top / subject.total * 100) if subject.total else 0.0


@WEIGHTS.fact("satisfaction", DOUBLE, zh="满意度指标的权重合计", en="the weights of satisfaction in all")
def satisfaction(subject: WeightsView) -> float:
    return float(subject.content)


@WEIGHTS.fact(
    "satisfaction_share", DOUBLE, zh="满意度指标占权重合计的百分数", en="the weights of satisfaction in % of the sum"
)
def satisfaction_share(subject: WeightsView) -> float:
    return float(subject.content / subject.total * 100) if subject.total else 0.0


SUBJECTS = (SubjectKind(WEIGHTS, in_table=weights_views),)

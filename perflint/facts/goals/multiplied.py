"""Facts about what the goal says for each period or each of some, beside the row that has the total (domain: XTB050)."""

from collections.abc import Iterator

from perflint.facts.goals.each_one import each_ones
from perflint.facts.goals.each_period import each_periods
from perflint.facts.goals.held_row import HeldRow, once_a_row
from perflint.facts.goals.multiple import Multiple
from perflint.facts.goals.named import number_of
from perflint.facts.goals.told import told_texts
from perflint.facts.goals.total_row import other_total
from perflint.facts.joined import joined
from perflint.facts.kind import SubjectKind
from perflint.facts.prose import Prose
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import find_amounts

MULTIPLIED = Vocabulary(
    "multiplied",
    "年度目标里按期、按人（户、座等）写的数，对照写总数的指标",
    "a number of the goal for each period or each of some, beside the row with the total",
)
_FACTORS = pattern(r"每|均|各|[×xX*]")
_MEAN = pattern(r"[日月周]均")
_PERIODS = frozenset({"日", "天", "月", "周", "季", "季度"})
_SEVERAL = 2  # bases of one number


class MultipliedView(HeldRow, frozen=True):
    """A product of the goal and the row that has another total for it."""

    multiple: Multiple

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the place of the number in the goal."""
        return (Relation(self.told_at, "所写的数", "the number as told"),)


def multiplied_views(view: TableView) -> Iterator[MultipliedView]:
    """Yield the products of texts and rows that the only row for the same thing gives otherwise, each row once."""
    texts = (prose for prose in (*told_texts(view), *_rates(view)) if _FACTORS.search(prose.text))
    return once_a_row(texts, lambda prose: _products_in(view, prose))


def _rates(view: TableView) -> Iterator[Prose]:
    """Yield the rows that say how much there is in each period, as texts: 日均处理污水量 150吨."""
    for index, row in view.filled_rows:
        if not row.midterm and (_MEAN.search(row.name) or row.value.first.per):
            value = joined(row)
            period = next((base for base in value.first.per if base in _PERIODS), "")
            if len(value.parts) == 1 and (_MEAN.search(row.name) or period) and len(value.first.per) < _SEVERAL:
                lead = "" if _MEAN.search(row.name) else f"每{period}"
                spoken = value.first.printed.split("/")[0] if period else value.first.printed
                yield Prose("value", Spot("value", records="indicators", index=index), f"{lead}{row.name}{spoken}")


def _products_in(view: TableView, prose: Prose) -> Iterator[MultipliedView]:
    reader, year = view.scope.knowledge.reader, view.scope.year
    actions = tuple(view.scope.knowledge.lexicon.words("bundle.goal_actions"))
    numbers = {amount.low for amount in find_amounts(prose.text, reader)}
    rows = [(index, row) for index, row in view.filled_rows if number_of(joined(row).first) not in numbers]
    for multiple in (*each_periods(prose.text, year, reader), *each_ones(prose.text, year, reader)):
        if other := other_total(multiple, rows, actions):
            yield MultipliedView(view, prose, other[1], other[0], multiple.start, multiple.end, multiple)


@MULTIPLIED.fact(
    "in_goal",
    BOOL,
    zh="是否写在年度目标里（否则在用途、使用范围或任务里）",
    en="whether it stands in the annual goal, else in purpose, scope or a task",
)
def in_goal(multiplied: MultipliedView) -> bool:
    return multiplied.in_goal


@MULTIPLIED.fact("in_row", BOOL, zh="是否是另一条指标的数", en="whether it is the number of another row")
def in_row(multiplied: MultipliedView) -> bool:
    return multiplied.prose.field == "value"


@MULTIPLIED.fact("text", STRING, zh="目标里的话，照录", en="what the goal says")
def text(multiplied: MultipliedView) -> str:
    return multiplied.prose.text[multiplied.multiple.start : multiplied.multiple.end].strip()


@MULTIPLIED.fact("reckoning", STRING, zh="算式，如 12×2＝24期", en="how it is worked out, as 12×2＝24期")
def reckoning(multiplied: MultipliedView) -> str:
    return multiplied.multiple.reckoning


@MULTIPLIED.fact("name", STRING, zh="写总数的指标名称", en="name of the row with the total")
def name(multiplied: MultipliedView) -> str:
    return multiplied.row.text("name").strip()


@MULTIPLIED.fact("value", STRING, zh="它的指标值，照录，带单位", en="its target value as typed, with its unit")
def value(multiplied: MultipliedView) -> str:
    typed, unit = multiplied.row.text("value").strip(), multiplied.row.text("unit").strip()
    return multiplied.row.text("op").strip() + typed + ("" if typed.endswith(unit) else unit)


@MULTIPLIED.fact(
    "stricter",
    BOOL,
    zh="是否每月、每季几次的事，而指标（≥）要求更多：可能另有安排",
    en="whether it is so many times a month and the like, and the row (≥) asks for more, which may come on top",
)
def stricter(multiplied: MultipliedView) -> bool:
    part = joined(multiplied.row).first
    total = number_of(part)
    plain = multiplied.multiple.periodic and not multiplied.multiple.mean
    return plain and part.op.direction > 0 and total is not None and total > multiplied.multiple.most


SUBJECTS = (SubjectKind(MULTIPLIED, in_table=multiplied_views),)

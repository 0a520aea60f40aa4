"""A number of the mid-term goal beside that of the year for the same thing."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import DOUBLE, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, find_amounts
from perflint.typography import fold

LESS_IN_ALL = Vocabulary(
    "less_in_all",
    "中长期目标里与年度目标同一件事的数",
    "a number of the mid-term goal for what the annual goal has too",
)
_ANNUAL, _MIDTERM = "goals.annual", "goals.midterm.text"
_BREAK = pattern(r"[，,。；;、：:！!\n（(）)]")
_NOT_ALL = pattern(r"每|年均|平均|其中|分别|20\d\d年(?!累计|底|末)|第[一二三]年|降|减少|控制|不超过|以内|剩余")
_LEVEL = frozenset({"ratio", "percentage_point", "multiple", "duration", "working_day", "score", "temperature", ""})
_COMMON = 4  # characters before both numbers that are the same
_DIGIT = pattern(r"\d")


class LessInAllView(Struct, frozen=True):
    """The number of the mid-term goal, and that of the year."""

    scope: Scope
    midterm: str
    annual: str
    start: int
    end: int
    numbers: tuple[Decimal, Decimal]

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # it stands in one cell
        """Return the place of the mid-term number."""
        return Spot(_MIDTERM, start=self.start, end=self.end)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the annual goal."""
        return (Relation(Spot(_ANNUAL), "年度目标", "the annual goal"),)


def less_in_all_views(view: TableView) -> Iterator[LessInAllView]:
    """Yield the exact amounts of the mid-term goal with the one of the annual goal behind the same words."""
    annual, midterm = view.text(_ANNUAL), view.text(_MIDTERM)
    if not annual.strip() or not midterm.strip():
        return
    year = [(_before(annual, one), one) for one in _amounts(view, annual)]
    for amount in _amounts(view, midterm):
        before = _before(midterm, amount)
        found = _nearest(before, [(words, one) for words, one in year if one.unit == amount.unit])
        if found and not _NOT_ALL.search(before):
            texts = (midterm[amount.start : amount.end].strip(), annual[found.start : found.end].strip())
            yield LessInAllView(view.scope, *texts, amount.start, amount.end, (amount.high, found.low))


def _amounts(view: TableView, text: str) -> Iterator[Amount]:
    for amount in find_amounts(text, view.scope.knowledge.reader):
        if amount.dimension not in _LEVEL and not amount.per and amount.approx is Approx.EXACT:
            yield amount


def _before(text: str, amount: Amount) -> str:
    start = max((hit.end() for hit in _BREAK.finditer(text, 0, amount.start)), default=0)
    digit = _DIGIT.search(fold(text[amount.start : amount.end]))
    return fold(text[start : amount.start + (digit.start() if digit else 0)])


def _nearest(before: str, known: list[tuple[str, Amount]]) -> Amount | None:
    """Return the amount behind the words that end most like those given, in four characters or more; None if two are equally near."""
    common = [(_alike(before, words), amount) for words, amount in known]
    most = max((size for size, _ in common), default=0)
    nearest = [amount for size, amount in common if size == most]
    return nearest[0] if most >= _COMMON and len(nearest) == 1 else None


def _alike(one: str, other: str) -> int:
    """Return how many characters at their ends two texts have in common."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


@LESS_IN_ALL.fact(
    "midterm",
    STRING,
    zh="中长期目标里的数，照录；与年度目标里同一单位、前面四个字相同的数相比，每年、年均、降到多少的不算",
    en="the number of the mid-term goal as typed, beside the one of the year in its unit and behind the same four characters; none for each "
    "year or of what falls",
)
def midterm_text(view: LessInAllView) -> str:
    return view.midterm


@LESS_IN_ALL.fact("annual", STRING, zh="年度目标里的数，照录", en="the number of the annual goal as typed")
def annual_text(view: LessInAllView) -> str:
    return view.annual


@LESS_IN_ALL.fact("in_all", DOUBLE, zh="中长期目标里的数", en="the number of the mid-term goal")
def in_all(view: LessInAllView) -> float:
    return float(view.numbers[0])


@LESS_IN_ALL.fact("in_year", DOUBLE, zh="年度目标里的数", en="the number of the annual goal")
def in_year(view: LessInAllView) -> float:
    return float(view.numbers[1])


SUBJECTS = (SubjectKind(LESS_IN_ALL, in_table=less_in_all_views),)

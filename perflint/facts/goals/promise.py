"""Facts about a number that the annual goal promises and that the indicators do not show (domain: §3.11, XTB010)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from perflint.facts.goals.aim import content
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, ValueReader, find_amounts
from perflint.typography import fold

PROMISE = Vocabulary(
    "promise", "年度目标里、各指标值都没有的数", "a number of the annual goal that no target value has"
)

_GOAL = "goals.annual"
_DIGIT = pattern(r"[0-9０-９]")
_BREAK = pattern(r"[，,。；;、：:！!\n（(）)]")
_STOP = pattern(r"[。；;！\n]")
_SPAN = pattern(r"十[三四五六]五|[三五]年|近年")
_YEAR = pattern(r"(20\d\d)(?=年)")
_EACH = pattern(r"每|第")
_REACH = pattern(
    r"(?:全[县市区省镇乡国校旗盟州]|各|等|共|对|向|为|在|覆盖|涉及|惠及|的)$"
)  # where and for whom, not what
_BOUND = ("达到", "达", "不低于", "不少于", "不超过", "控制在", "保持在", "稳定在", "≥", "≤")
_NO_TARGET = frozenset({"money", "duration", "working_day", "school_term", "percentage_point", "multiple", "score"})
_EXTENT = frozenset({"area", "length", "volume"})
_RATIO = "ratio"
_COLUMNS = ("name", "description", "value", "unit", "scoring", "remark")
_LONGEST = 3000


class PromiseView(Struct, frozen=True):
    """A number of the goal, and the row that has another number for the same thing (None if there is none)."""

    view: TableView
    amount: Amount
    text: str
    row: RowView | None
    index: int

    @property
    def scope(self) -> Scope:
        """What the table's cells have in common."""
        return self.view.scope

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a number stands in the goal
        """Return the place of the number in the goal."""
        return Spot(_GOAL, self.amount.start, self.amount.end)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the row with the other number."""
        if self.row is None:
            return ()
        return (Relation(Spot("value", records="indicators", index=self.index), "指标值", "the target value"),)


def promise_views(view: TableView) -> Iterator[PromiseView]:
    """Yield the numbers that the goal promises and that stand in no row, in tables that have numbers in their rows."""
    text = view.text(_GOAL)
    if len(text) > _LONGEST or view.scope.form == "DN" or not _DIGIT.search(text):
        return
    rows = [(index, row) for index, row in view.filled_rows]
    numbers = [_numbers(row) for _, row in rows]
    if not any(numbers):
        return
    scope = view.scope
    words = tuple(scope.knowledge.lexicon.words("bundle.goal_actions"))
    states = tuple(scope.knowledge.lexicon.words("bundle.goal_states"))
    for amount, clause in promised(text, scope.year, scope.knowledge.reader, words, states):
        if not _shown(amount, [row for _, row in rows], numbers):
            row, index = _same_thing(clause, amount, rows, tuple(scope.knowledge.lexicon.words("bundle.idle_words")))
            yield PromiseView(view, amount, text[amount.start : amount.end].strip(), row, index)


@lru_cache(maxsize=2048)
def promised(
    text: str, year: int, reader: ValueReader, actions: tuple[str, ...], states: tuple[str, ...]
) -> tuple[tuple[Amount, str], ...]:
    """Return the exact amounts of a text that are targets, each with its clause: after a word for work, or a bound.

    Money, times, later years, and numbers that describe what is there already are no targets; nor are sizes as conditions.
    """
    return tuple(
        (amount, clause)
        for amount in find_amounts(text, reader)
        if amount.dimension and amount.dimension not in _NO_TARGET and amount.approx is Approx.EXACT
        for before, clause in [_around(text, amount)]
        if not _EACH.search(clause) and not _REACH.search(before) and not any(word in clause for word in states)
        if _is_target(amount, text, before, actions) and not _of_other_years(text, amount, year)
    )


def _around(text: str, amount: Amount) -> tuple[str, str]:
    """Return the clause of a number up to it, and the whole clause, both folded."""
    start = max((hit.end() for hit in _BREAK.finditer(text, 0, amount.start)), default=0)
    end = next((hit.start() for hit in _BREAK.finditer(text, amount.end)), len(text))
    return fold(text[start : amount.start]), fold(text[start:end])


def _is_target(amount: Amount, text: str, before: str, actions: tuple[str, ...]) -> bool:
    if amount.dimension != _RATIO and any(word in before for word in actions):
        return True
    near = before[-4:] + fold(text[amount.start : amount.end])
    return bool(before) and amount.dimension not in _EXTENT and any(word in near for word in _BOUND)


def _of_other_years(text: str, amount: Amount, year: int) -> bool:
    """Return whether the sentence up to a number speaks of another year than the table's, or of several years."""
    start = max((hit.end() for hit in _STOP.finditer(text, 0, amount.start)), default=0)
    sentence = fold(text[start : amount.start])
    return _SPAN.search(sentence) is not None or any(int(found) != year for found in _YEAR.findall(sentence))


def _numbers(row: RowView) -> tuple[Decimal, ...]:
    ends = (end for part in row.value.parts for end in (part.low, part.high))
    return tuple(end for end in ends if isinstance(end, Decimal))


def _shown(amount: Amount, rows: Sequence[RowView], numbers: Sequence[tuple[Decimal, ...]]) -> bool:
    """Return whether a row has the number, as a value or in words, or the rows of its unit add up to it."""
    wanted = {amount.low, amount.high}
    if any(wanted & set(own) for own in numbers):
        return True
    printed = re.compile(rf"(?<![0-9.]){re.escape(fold(amount.number))}(?![0-9.])")
    if any(printed.search(fold(row.text(field))) for row in rows for field in _COLUMNS if row.filled(field)):
        return True
    same = [own[0] for row, own in zip(rows, numbers, strict=True) if own and row.value.unit == amount.unit]
    return len(same) > 1 and sum(same, Decimal(0)) in wanted


def _same_thing(
    clause: str, amount: Amount, rows: Sequence[tuple[int, RowView]], idle: tuple[str, ...]
) -> tuple[RowView | None, int]:
    """Return the row of the same unit whose name has most in common with the clause of the number."""
    words = content(clause, idle)
    best: tuple[int, RowView | None, int] = (0, None, -1)
    for index, row in rows:
        if row.value.unit == amount.unit and row.value.parts:
            common = len(words & content(row.text("name"), idle))
            if common > best[0]:
                best = (common, row, index)
    return best[1], best[2]


@PROMISE.fact("text", STRING, zh="目标里的数，照录", en="the number as the goal has it")
def number_text(promise: PromiseView) -> str:
    return promise.text


@PROMISE.fact(
    "other_name",
    STRING,
    zh="说同一件事而数字不同的指标，没有为空",
    en="indicator of the same thing with another number, or empty",
)
def other_name(promise: PromiseView) -> str:
    return promise.row.text("name").strip() if promise.row else ""


@PROMISE.fact("other_value", STRING, zh="那条指标的指标值", en="target value of that indicator")
def other_value(promise: PromiseView) -> str:
    return promise.row.text("value").strip() if promise.row else ""

"""Facts about a number that the annual goal promises and that the indicators do not show (domain: §3.11, XTB010)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct, structs

from perflint.facts.goals.aim import content, is_apart
from perflint.facts.goals.power_of_ten import shifted
from perflint.facts.goals.reached import (
    counted_names,
    has_words_of,
    is_of_a_place,
    is_told,
    leaves_open,
    tells_for_whom,
)
from perflint.facts.goals.showing import RATE, adds_up, class_of, is_alike, shows
from perflint.facts.joined import joined
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.subject_matter import matter
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
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
_EACH = pattern(r"每|第|各(?![类项级种界方行])|均")
_REACH = pattern(r"(?:全[县市区省镇乡国校旗盟州]|各|等|共|在|涉及|的)$")  # where and for whom, not what
_BRACKET = pattern(r"[（(][^（()）]{0,40}[)）]")
_BOUND = ("达到", "达", "不低于", "不少于", "不超过", "控制在", "保持在", "稳定在", "≥", "≤")
_NO_TARGET = frozenset({"money", "duration", "working_day", "school_term", "percentage_point", "multiple", "score"})
_EXTENT = frozenset({"area", "length", "volume"})
_RATIO = "ratio"
_SOFT = 2  # pairs of characters that a row must share with a clause that only says for whom
_LONGEST = 3000


class PromiseView(Struct, frozen=True):
    """A number of the goal, and the row that has another number for the same thing (None if there is none)."""

    view: TableView
    amount: Amount
    text: str
    row: RowView | None
    index: int
    place: Spot = Spot(_GOAL)

    @property
    def scope(self) -> Scope:
        """What the table's cells have in common."""
        return self.view.scope

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a number stands in the goal
        """Return the place of the number in the goal, or in the task that has it."""
        return structs.replace(self.place, start=self.amount.start, end=self.amount.end)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the row with the other number."""
        if self.row is None:
            return ()
        return (Relation(Spot("value", records="indicators", index=self.index), "指标值", "the target value"),)


def promise_views(view: TableView) -> Iterator[PromiseView]:
    """Yield the numbers that the goal promises and that stand in no row, in tables that have numbers in their rows."""
    rows = [(index, row) for index, row in view.filled_rows]
    if view.scope.form == "DN" or not any(_numbers(row) for _, row in rows):
        return
    said = set()
    for promise in _promises(view, view.text(_GOAL), rows):
        said.add(promise.amount.printed)
        yield promise
    for task in view.table.records.get("tasks", ()):
        place = Spot("content", records="tasks", index=task[0])
        for promise in _promises(view, task.text("content"), rows):
            if promise.row and promise.amount.printed not in said:
                yield structs.replace(promise, place=place)


def _promises(view: TableView, text: str, rows: Sequence[tuple[int, RowView]]) -> Iterator[PromiseView]:
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return
    scope = view.scope
    words = tuple(scope.knowledge.lexicon.words("bundle.goal_actions"))
    states = tuple(scope.knowledge.lexicon.words("bundle.goal_states"))
    idle = tuple(scope.knowledge.lexicon.words("bundle.idle_words"))
    units = scope.knowledge.reader.units
    named = counted_names(view.rows)
    amounts = find_amounts(text, scope.knowledge.reader)
    for amount, clause, soft in promised(text, scope.year, scope.knowledge.reader, words, states, named):
        known = [row for _, row in rows]
        if any(shows(amount, row, units) for row in known) or adds_up(amount, known, units):
            continue
        row, index = _same_thing(clause, amount, rows, idle, exact=soft)
        if soft and row and (leaves_open(text, amount) or is_told(row, amounts)):
            continue
        if row or not (soft or _told_otherwise(amount, clause, known)):
            yield PromiseView(view, amount, text[amount.start : amount.end].strip(), row, index)
    for amount in amounts:
        if amount.dimension == "money" and not _of_other_years(text, amount, scope.year):
            found = shifted(amount, _around(text, amount)[1], rows)
            if found:
                yield PromiseView(view, amount, text[amount.start : amount.end].strip(), *found)


def same_in(
    view: TableView, text: str, rows: Sequence[tuple[int, RowView]], known: Sequence[RowView]
) -> Iterator[tuple[Amount, int]]:
    """Yield the numbers of a text that none of the known rows shows, each with the index of the row that has another for the same thing."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return
    scope = view.scope
    actions, states, idle = (
        tuple(scope.knowledge.lexicon.words(f"bundle.{name}")) for name in ("goal_actions", "goal_states", "idle_words")
    )
    reader = scope.knowledge.reader
    named = counted_names([row for _, row in rows])
    for amount, clause, soft in promised(text, scope.year, reader, actions, states, named):
        if not (any(shows(amount, row, reader.units) for row in known) or adds_up(amount, known, reader.units)):
            row, index = _same_thing(clause, amount, rows, idle, exact=True)
            if row and not (soft and leaves_open(text, amount)):
                yield amount, index


def number_in(view: TableView, row: RowView, amount: Amount) -> Decimal:
    """Return the number of a row in the unit of an amount that counts the same, as it stands where the units do not convert."""
    part, units = joined(row).first, view.scope.knowledge.reader.units
    low = next((end for end in (part.low, part.high) if isinstance(end, Decimal)), Decimal(0))
    if part.unit == amount.unit or not units.comparable(part.unit, amount.unit):
        return low
    return units.convert(low, part.unit, amount.unit)


@lru_cache(maxsize=2048)
def promised(
    text: str,
    year: int,
    reader: ValueReader,
    actions: tuple[str, ...],
    states: tuple[str, ...],
    named: tuple[str, ...] = (),
) -> tuple[tuple[Amount, str, bool], ...]:
    """Return the exact amounts of a text that are targets, each with its clause: after a word for work, or a bound.

    The third says that it only tells for whom (为150户…), or has the name of a row before it (示范面积300亩): a target where a row counts the same.

    Money, times, later years, and numbers that describe what is there already are no targets; nor are sizes as conditions.
    """
    return tuple(
        (amount, clause, soft)
        for amount in find_amounts(text, reader)
        if amount.dimension and amount.dimension not in _NO_TARGET and amount.approx is Approx.EXACT
        for before, clause in [_around(text, amount)]
        for soft in [_is_soft(amount, text, before, actions, named)]
        if not _EACH.search(clause) and (is_of_a_place(before) or not _REACH.search(before))
        if not any(word in clause for word in states)
        if soft or _is_target(amount, text, before, actions)
        if not _of_other_years(text, amount, year)
    )


def _around(text: str, amount: Amount) -> tuple[str, str]:
    """Return the clause of a number up to it, and the whole clause, both folded."""
    start = max((hit.end() for hit in _BREAK.finditer(text, 0, amount.start)), default=0)
    beyond = _BRACKET.sub(lambda hit: "的" * len(hit[0]), text)  # a note on the number does not end its clause
    end = next((hit.start() for hit in _BREAK.finditer(beyond, amount.end)), len(text))
    digit = _DIGIT.search(text, amount.start)  # words such as 为 and 约 belong to the number as it was read
    return fold(text[start : digit.start() if digit else amount.start]), fold(text[start:end])


def _is_target(amount: Amount, text: str, before: str, actions: tuple[str, ...]) -> bool:
    if amount.dimension != _RATIO and any(word in before for word in actions):
        return True
    near = before[-4:] + fold(text[amount.start : amount.end])
    return bool(before) and amount.dimension not in _EXTENT and any(word in near for word in _BOUND)


def _is_soft(amount: Amount, text: str, before: str, actions: tuple[str, ...], named: tuple[str, ...]) -> bool:
    if tells_for_whom(before, named):
        return True
    wide = is_of_a_place(before) or has_words_of(before, named)
    return wide and not _is_target(amount, text, before, actions)


def _of_other_years(text: str, amount: Amount, year: int) -> bool:
    """Return whether the sentence up to a number speaks of another year than the table's, or of several years."""
    start = max((hit.end() for hit in _STOP.finditer(text, 0, amount.start)), default=0)
    sentence = fold(text[start : amount.start])
    return _SPAN.search(sentence) is not None or any(int(found) != year for found in _YEAR.findall(sentence))


def _numbers(row: RowView) -> tuple[Decimal, ...]:
    ends = (end for part in row.value.parts for end in (part.low, part.high))
    return tuple(end for end in ends if isinstance(end, Decimal))


def _told_otherwise(amount: Amount, clause: str, rows: Sequence[RowView]) -> bool:
    """Return whether the figure stands in rows about other things only: nothing is known of the matter, so nothing is said."""
    printed = re.compile(rf"(?<![0-9.]){re.escape(fold(amount.number))}(?![0-9.])")
    having = [
        row for row in rows if any(printed.search(fold(row.text(cell))) for cell in ("value", "name", "description"))
    ]
    return bool(having) and not any(matter(clause) & matter(row.text("name")) for row in having)


def _same_thing(
    clause: str, amount: Amount, rows: Sequence[tuple[int, RowView]], idle: tuple[str, ...], *, exact: bool
) -> tuple[RowView | None, int]:
    """Return the row that counts alike whose name has most in common with the clause of the number; `exact`: in a unit that converts, and plainly."""
    words = content(clause, idle) & matter(clause)
    units = rows[0][1].scope.knowledge.reader.units
    best: tuple[int, RowView | None, int] = (_SOFT - 1 if exact else 0, None, -1)
    for index, row in rows:
        part = joined(row).first
        alike = units.comparable(part.unit, amount.unit) if exact else is_alike(amount, part)
        if exact and (part.op.direction < 0 or not part.low):
            continue
        if part.unit and row.value.parts and alike:
            common = len(words & content(row.text("name"), idle)) + _SOFT * (
                row.name != "" and clause.startswith(row.name)
            )
            if common > best[0]:
                best = (common, row, index)
    return best[1], best[2]


@PROMISE.fact(
    "text",
    STRING,
    zh="目标里的数，照录。只取写明要做到的数（前面有工作动词，或“达到、不低于”等），而各指标换算、相加后都没有它；金额、时间、其他年度、现状不算",
    en="the number as the goal has it. Only a number that is to be reached (behind a word for work, or 达到, 不低于 and the like), and that "
    "no row shows, converted or added up; money, times, other years and what is there already do not count",
)
def number_text(promise: PromiseView) -> str:
    return promise.text


@PROMISE.fact("in_task", BOOL, zh="这个数是否写在年度主要任务里", en="whether the number stands in a task of the year")
def in_task(promise: PromiseView) -> bool:
    return promise.place.records == "tasks"


@PROMISE.fact(
    "goal_apart",
    BOOL,
    zh="整个年度目标是否与项目名称、用途和各指标都没有共同的词（由 XTB012 说）",
    en="whether the whole goal shares no word with name, purpose and indicators of the project (XTB012 tells)",
)
def goal_apart(promise: PromiseView) -> bool:
    return is_apart(promise.view)


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


@PROMISE.fact(
    "stricter",
    BOOL,
    zh="那条指标是否要求更高（目标95%以上，指标≥96%）",
    en="whether that indicator asks for more (95 % in the goal, ≥96 % in the row)",
)
def stricter(promise: PromiseView) -> bool:
    part = promise.row.value.first if promise.row else None
    if part is None or class_of(promise.amount.unit, promise.amount.dimension) != RATE:
        return False
    return part.op.direction > 0 and isinstance(part.low, Decimal) and part.low > promise.amount.low


SUBJECTS = (SubjectKind(PROMISE, in_table=promise_views),)

"""Facts about a number that the annual goal promises and that the indicators do not show (domain: §3.11, XTB010)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct, structs

from perflint.facts.goals.aim import is_apart
from perflint.facts.goals.clause import DIGIT, around, of_other_years
from perflint.facts.goals.named import named_otherwise
from perflint.facts.goals.power_of_ten import shifted
from perflint.facts.goals.promised import promised
from perflint.facts.goals.reached import counted_names, is_told, leaves_open
from perflint.facts.goals.same_row import same_thing, told_otherwise
from perflint.facts.goals.showing import adds_up, shows
from perflint.facts.goals.told import told_texts
from perflint.facts.goals.worked_out import is_worked_out
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import Amount, find_amounts

PROMISE = Vocabulary(
    "promise", "年度目标里、各指标值都没有的数", "a number of the annual goal that no target value has"
)

_GOAL = "goals.annual"
_NUMBERS = pattern(r"[0-9０-９]|[二三四五六七八九十百千万]{2}|[百千万]分之")
_PURPOSES = ("project.purpose", "project.scope")
_LONGEST = 3000
_Rows = Sequence[tuple[int, RowView]]


class PromiseView(Struct, frozen=True):
    """A number of the goal, and the row that has another number for the same thing (None if there is none)."""

    view: TableView
    amount: Amount
    text: str
    row: RowView | None
    index: int
    place: Spot = Spot(_GOAL)
    named: bool = False

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
    said: set[str] = set()
    for promise in (*_promises(view, view.text(_GOAL), rows), *_elsewhere(view, rows)):
        if promise.place.field == _GOAL or (promise.row and promise.amount.printed not in said):
            yield promise
        if promise.place.field == _GOAL:
            said.add(promise.amount.printed)


def _elsewhere(view: TableView, rows: _Rows) -> Iterator[PromiseView]:
    """Yield the numbers of tasks, and those of purpose and scope whose thing and work a row names."""
    for task in view.table.records.get("tasks", ()):
        place = Spot("content", records="tasks", index=task[0])
        yield from (structs.replace(each, place=place) for each in _promises(view, task.text("content"), rows))
    for prose in told_texts(view):
        if prose.field in _PURPOSES and _NUMBERS.search(prose.text):
            yield from (structs.replace(each, place=prose.place) for each in _named(view, prose.text, rows))


def _promises(view: TableView, text: str, rows: _Rows) -> Iterator[PromiseView]:
    if len(text) > _LONGEST or not _NUMBERS.search(text):
        return
    year, lexicon = view.scope.year, view.scope.knowledge.lexicon
    actions, states = (tuple(lexicon.words(f"bundle.{name}")) for name in ("goal_actions", "goal_states"))
    found = tuple(_behind_work(view, text, rows, actions, states))
    yield from found
    known = {promise.amount for promise in found}
    yield from (promise for promise in _named(view, text, rows) if promise.amount not in known)
    for amount in find_amounts(text, view.scope.knowledge.reader):
        if amount.dimension == "money" and not of_other_years(text, amount, year):
            other = shifted(amount, around(text, amount)[1], rows)
            if other:
                yield PromiseView(view, amount, _printed(text, amount), *other)


def _named(view: TableView, text: str, rows: _Rows) -> Iterator[PromiseView]:
    """Yield the numbers whose thing and work a row names too, with another number."""
    lexicon = view.scope.knowledge.lexicon
    actions, states = (tuple(lexicon.words(f"bundle.{name}")) for name in ("goal_actions", "goal_states"))
    for amount, row, index in named_otherwise(text, view.scope.year, rows, actions, states):
        yield PromiseView(view, amount, _printed(text, amount), row, index, named=True)


def _behind_work(
    view: TableView, text: str, rows: _Rows, actions: tuple[str, ...], states: tuple[str, ...]
) -> Iterator[PromiseView]:
    """Yield the numbers behind a word for work or a bound that no row shows, each with the row that is most like it."""
    known = [row for _, row in rows]
    reader, named = view.scope.knowledge.reader, counted_names(view.rows)
    idle = tuple(view.scope.knowledge.lexicon.words("bundle.idle_words"))
    amounts = find_amounts(text, reader)
    for amount, clause, soft in promised(text, view.scope.year, reader, actions, states, named):
        if _is_shown(amount, amounts, known, text):
            continue
        row, index = same_thing(clause, amount, rows, idle, exact=soft)
        told = row is not None and is_told(row, amounts)
        if soft and row and (told or leaves_open(text, amount)):
            continue
        if told:  # the row is about another number of the text: 450名，其中养老护理员300名
            row, index = None, -1
        needed = soft or not DIGIT.search(text)  # a text without digits mostly counts nothing: 打造一百个亮点
        if row or not (needed or told_otherwise(amount, clause, known)):
            yield PromiseView(view, amount, _printed(text, amount), row, index)


def _is_shown(amount: Amount, amounts: Sequence[Amount], rows: Sequence[RowView], text: str) -> bool:
    units = rows[0].scope.knowledge.reader.units
    shown = any(shows(amount, row, units) for row in rows) or adds_up(amount, rows, units)
    return shown or is_worked_out(amount, amounts, rows, text)


def _printed(text: str, amount: Amount) -> str:
    return text[amount.start : amount.end].strip()


def _numbers(row: RowView) -> tuple[Decimal, ...]:
    ends = (end for part in row.value.parts for end in (part.low, part.high))
    return tuple(end for end in ends if isinstance(end, Decimal))


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
    "in_purpose", BOOL, zh="这个数是否写在资金用途、使用范围里", en="whether the number stands in purpose or scope"
)
def in_purpose(promise: PromiseView) -> bool:
    return promise.place.field in _PURPOSES


@PROMISE.fact(
    "goal_apart",
    BOOL,
    zh="整个年度目标是否与项目名称、用途和各指标都没有共同的词（由 XTB012 说）",
    en="whether the whole goal shares no word with name, purpose and indicators of the project (XTB012 tells)",
)
def goal_apart(promise: PromiseView) -> bool:
    return is_apart(promise.view)


SUBJECTS = (SubjectKind(PROMISE, in_table=promise_views),)

"""A day by which the annual goal has something done, where the time row for it gives another."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.direction import plain_name
from perflint.facts.indicators.described_time import days_apart
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.subject_matter import matter
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import INT, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import DateMention, Day, Kind, find_dates

GOAL_DEADLINE = Vocabulary(
    "goal_deadline",
    "年度目标里某件事的完成时间，而时效指标是另一个时间",
    "a day in the annual goal by which something is done, where the time row for it gives another",
)
_GOAL = "goals.annual"
_DONE = pattern(r"完工|竣工|建成|发放|拨付|验收|投用|通车|结业|交付|上线|办结|支付")
_IDLE = pattern(r"工程|项目|全部|全面|时间|日期|时限|期限|资金|工作|完成|年度")
_BREAK = pattern(r"[，,。；;！\n]")
_MONTH = pattern(r"[\d一二三四五六七八九十]月")


class GoalDeadlineView(Struct, frozen=True):
    """The day of the goal, and the row with another one."""

    scope: Scope
    text: str
    row: RowView
    index: int
    start: int
    end: int
    days_apart: int

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # it stands in one cell
        """Return the place of the day."""
        return Spot(_GOAL, start=self.start, end=self.end)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the value of the row."""
        spot = Spot("value", records="indicators", index=self.index)
        return (Relation(spot, "时效指标", "the time row"),)


def goal_deadline_views(view: TableView) -> Iterator[GoalDeadlineView]:
    """Yield the days of the goal whose clause tells that the work of exactly one time row is done by then, with that row."""
    text = view.text(_GOAL)
    rows = [(index, row) for index, row in view.filled_rows if _is_dated(row)] if "月" in text else []
    for day in find_dates(text) if rows else ():
        clause = _clause(text, day)
        found = [(index, row) for index, row in rows if _is_about(row.text("name"), clause)]
        if len(found) != 1 or not isinstance(day.high, Day) or not _MONTH.search(day.text):
            continue
        index, row = found[0]
        due = row.value.first.high
        if isinstance(due, Day):
            apart = days_apart(day.high, due, view.scope.year)
            said = day.text.strip().lstrip("在于至到")
            yield GoalDeadlineView(view.scope, said, row, index, day.start, day.end, apart)


def _is_dated(row: RowView) -> bool:
    dated = row.value.kind is Kind.DEADLINE and len(row.value.parts) == 1 and not row.value.residue
    return row.class_id == "output.time" and dated and _DONE.search(row.name) is not None


def _clause(text: str, day: DateMention) -> str:
    start = max((hit.end() for hit in _BREAK.finditer(text, 0, day.start)), default=0)
    stop = _BREAK.search(text, day.end)
    return text[start : stop.start() if stop else len(text)]


def _is_about(name: str, clause: str) -> bool:
    """Return whether a clause has the word for what is done of a name, and, if the name says of what, a word of that."""
    word = _DONE.search(plain_name(name))
    if word is None or word[0] not in clause or len(set(_DONE.findall(clause))) > 1:
        return False
    rest = matter(_IDLE.sub(" ", plain_name(name).replace(word[0], " ")))
    return not rest or bool(rest & matter(clause))


@GOAL_DEADLINE.fact(
    "text",
    STRING,
    zh="年度目标里的时间，照录；只取同一分句说了某条时效指标那件事做完的",
    en="the day as typed; only where its clause says that the work of a time row is done",
)
def text_of(view: GoalDeadlineView) -> str:
    return view.text


@GOAL_DEADLINE.fact("name", STRING, zh="说同一件事的时效指标", en="the time row for the same thing")
def name(view: GoalDeadlineView) -> str:
    return view.row.text("name").strip()


@GOAL_DEADLINE.fact("value", STRING, zh="它的指标值，照录", en="its value as typed")
def value(view: GoalDeadlineView) -> str:
    return view.row.text("value").strip()


GOAL_DEADLINE.attribute(
    "days_apart",
    INT,
    zh="两个时间相差几天；同一个月而有一个是月底的为0",
    en="how many days lie between the two; 0 in one month of which one of them is the end",
)

SUBJECTS = (SubjectKind(GOAL_DEADLINE, in_table=goal_deadline_views),)

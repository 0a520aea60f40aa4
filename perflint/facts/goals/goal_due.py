"""Facts about a time by which the goal wants something done, beside the row that lets it be later (domain: DAT050)."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from perflint.facts.goals.held_row import HeldRow, once_in_a_table
from perflint.facts.goals.same_work import clause_of, is_same_work
from perflint.facts.kind import SubjectKind
from perflint.facts.prose import Prose
from perflint.facts.row import RowView
from perflint.facts.spot import Relation
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, INT, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import DateMention, Day, Kind, find_dates

GOAL_DUE = Vocabulary(
    "goal_due", "年度目标里的完成时间，对照同一件事的时限指标", "a time of the goal beside the row for the same work"
)
_TIMED = pattern(r"(?:时间|时限|期限|日期|节点)$")


class GoalDueView(HeldRow, frozen=True):
    """A time of the goal and the row for the same work, both as dates of the table's year."""

    mention: DateMention
    asked: date
    allowed: date

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the place of the time in the goal."""
        return (Relation(self.told_at, "所写的时间", "the time as told"),)


def goal_due_views(view: TableView) -> Iterator[GoalDueView]:
    """Yield the times of a text by which work is to be done that a row about time names too, each row once."""
    return once_in_a_table(view, _due_in)


def _due_in(view: TableView, prose: Prose) -> Iterator[GoalDueView]:
    text, year = prose.text, view.scope.year
    mentions = _mentions(text) if year and text else ()
    rows = [(index, row, last) for index, row in view.filled_rows if mentions for last in [_last(row, year)] if last]
    alone = len(rows) == 1 and len(mentions) == 1
    for mention in mentions:
        asked = mention.high.resolve(year) if mention.high else None
        clause = clause_of(text, mention)
        for index, row, allowed in rows:
            if asked and asked.year == allowed.year == year and is_same_work(clause, row.name, text, alone=alone):
                yield GoalDueView(view, prose, row, index, mention.start, mention.end, mention, asked, allowed)


@lru_cache(maxsize=1024)
def _mentions(text: str) -> tuple[DateMention, ...]:
    return tuple(each for each in find_dates(text) if each.high and each.high.month)


def _last(row: RowView, year: int) -> date | None:
    """Return the last day that a row about time allows, None for spans, durations and several dates."""
    value = row.value
    timed = row.class_id == "output.time" or _TIMED.search(row.name)
    if not timed or row.midterm or len(value.parts) != 1 or value.kind not in {Kind.DEADLINE, Kind.PERIOD}:
        return None
    high = value.first.high
    return high.resolve(year) if isinstance(high, Day) else None


@GOAL_DUE.fact(
    "in_goal",
    BOOL,
    zh="是否写在年度目标里（否则在用途、使用范围或任务里）",
    en="whether it stands in the annual goal, else in purpose, scope or a task",
)
def in_goal(due: GoalDueView) -> bool:
    return due.in_goal


@GOAL_DUE.fact("text", STRING, zh="目标里的时间，照录", en="the time as the goal has it")
def text(due: GoalDueView) -> str:
    return due.mention.text


@GOAL_DUE.fact("name", STRING, zh="时限指标的名称", en="name of the row about time")
def name(due: GoalDueView) -> str:
    return due.row.text("name").strip()


@GOAL_DUE.fact("value", STRING, zh="时限指标的指标值", en="target value of that row")
def value(due: GoalDueView) -> str:
    return due.row.text("value").strip()


@GOAL_DUE.fact(
    "days_later",
    INT,
    zh="指标的时间比目标的晚几天，早为负",
    en="days from the goal's day to the row's, below 0 before it",
)
def days_later(due: GoalDueView) -> int:
    return (due.allowed - due.asked).days


SUBJECTS = (SubjectKind(GOAL_DUE, in_table=goal_due_views),)

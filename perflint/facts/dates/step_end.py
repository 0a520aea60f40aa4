"""A step of the schedule that ends after the time row for the completion of the work."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.dates.beyond import Point, ends_afterwards, last_point
from perflint.facts.direction import plain_name
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.subject_matter import matter
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import INT, STRING, Vocabulary
from perflint.model import Record
from perflint.pattern import pattern
from perflint.quantity import Day, Kind

STEP_END = Vocabulary(
    "step_end",
    "进度计划的一步，对照完成同一件事的时效指标",
    "a step of the schedule beside the time row for the completion of the same work",
)
_DONE = pattern(r"完工|竣工|完成|结业|建成|结束")
_TIME = pattern(r"时间|日期|时限|期限")
_IDLE = pattern(r"工程|项目|全部|全面|时间|日期|时限|期限|工作|年度|整体")


class StepEndView(Struct, frozen=True):
    """The step with its end, and the row."""

    scope: Scope
    step: Record
    row: RowView
    index: int
    days: tuple[int, int]

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a step has one end
        """Return the place of the end of the step."""
        return Spot("end", records="project.schedule", index=self.step.index)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the value of the row."""
        spot = Spot("value", records="indicators", index=self.index)
        return (Relation(spot, "时效指标", "the time row"),)


def step_end_views(view: TableView) -> Iterator[StepEndView]:
    """Yield the dated steps with the only time row that is about the completion of their work, or of the whole."""
    steps = view.table.records.get("project.schedule", ())
    rows = [(index, row, due) for index, row in view.filled_rows if steps and (due := _due(row))]
    for step in steps:
        end, task = last_point(step.text("end")), step.text("task")
        found = [one for one in rows if _is_about(one[1].text("name"), task)]
        if end and len(found) == 1 and not ends_afterwards(task):
            index, row, due = found[0]
            yield StepEndView(view.scope, step, row, index, _days(end, due))


def _days(end: Point, due: Point) -> tuple[int, int]:
    """Return both points as numbers that grow with time, as exact as the less exact of the two."""
    exact = end[2] and due[2]
    return tuple((year * 12 + month) * 31 + (day if exact else 0) for year, month, day in (end, due))  # type: ignore[return-value]  # two


def _due(row: RowView) -> Point | None:
    """Return the last day of a row for the time of completion, None where it is none or has no single one."""
    day = row.value.first.high
    year = day.year or row.scope.year if isinstance(day, Day) else 0
    plain = row.value.kind is Kind.DEADLINE and len(row.value.parts) == 1 and not row.value.residue
    named = _DONE.search(row.name) and _TIME.search(row.name) and row.class_id == "output.time"
    if not plain or not named or not isinstance(day, Day) or not day.month or not year:
        return None
    return year, day.month, day.day


def _is_about(name: str, task: str) -> bool:
    rest = matter(_IDLE.sub(" ", _DONE.sub(" ", plain_name(name))))
    return not rest or bool(rest & matter(task))


@STEP_END.fact("task", STRING, zh="步骤名称", en="name of the step")
def task_of(view: StepEndView) -> str:
    return view.step.text("task").strip()


@STEP_END.fact("text", STRING, zh="步骤的完成时间，照录", en="its end as typed")
def text_of(view: StepEndView) -> str:
    return view.step.text("end").strip()


@STEP_END.fact("name", STRING, zh="时效指标的名称", en="name of the time row")
def name(view: StepEndView) -> str:
    return view.row.text("name").strip()


@STEP_END.fact("value", STRING, zh="它的指标值，照录", en="its value as typed")
def value(view: StepEndView) -> str:
    return view.row.text("value").strip()


@STEP_END.fact(
    "end",
    INT,
    zh="步骤的完成时间，换成随时间增大的数（验收、归档、支付等完工后才办的步骤不看）",
    en="its end as a number that grows with time; steps that come when the work is done (acceptance, filing, payment) are not looked at",
)
def end_number(view: StepEndView) -> int:
    return view.days[0]


@STEP_END.fact("due", INT, zh="指标要求的时间，同上", en="the time of the row, likewise")
def due_number(view: StepEndView) -> int:
    return view.days[1]


SUBJECTS = (SubjectKind(STEP_END, in_table=step_end_views),)

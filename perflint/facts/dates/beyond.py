"""Steps and targets that are dated after the end of the project's own period (domain: plain logic)."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

BEYOND = Vocabulary(
    "beyond",
    "一个步骤或一条时效指标，对照项目的起止时间（两边都写了年月才有）",
    "a step or a target of time beside the period of the project (where both give year and month)",
)

_END, _PERIOD = "project.period.end", "project.period"
_DATE = pattern(r"(?<!\d)((?:19|20)\d\d)(?:年|[-./])(\d{1,2})(?:(?:月|[-./])(?:(\d{1,2})(?!\d))?)?")
_RUN = pattern(r"(?<!\d)((?:19|20)\d\d)(\d{2})(\d{2})?(?!\d)")
# What is done when the project itself is over.
_AFTERWARDS = pattern(
    r"质保|保修|尾款|决算|结算|清算|审计|审核|验收|评价|绩效|考核|支付|拨付|付款|兑付|归档|总结|移交|管护|运维|运行|投用|投产|使用|开放|报账|公示|有效|后续|跨年|受益"
)
_MONTHS, _DAYS = 12, 31
Point = tuple[int, int, int]


class BeyondView(Struct, frozen=True):
    """One date of a step or row, and the end of the period; `after` where it is later, as exact as both are written."""

    scope: Scope
    what: str
    text: str
    end: str
    after: bool
    place: Spot
    end_place: Spot

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # one date
        """Return the place of the date."""
        return self.place

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one period
        """Return the place of the end of the period."""
        return (Relation(self.end_place, "项目结束时间", "the end of the project"),)


def beyond_views(view: TableView) -> Iterator[BeyondView]:
    """Yield the dated steps of the schedule and targets of time, where the project's period says when it ends."""
    field = _END if view.filled(_END) else _PERIOD
    end = last_point(view.text(field)) if view.filled(field) else None
    if end is None or end[0] < (view.scope.year or 0):  # over before the year: then the period itself is in doubt
        return
    for what, text, place in _dated(view):
        point = last_point(text)
        if point and not _AFTERWARDS.search(fold(what + text)):
            after = is_after(point, end)
            yield BeyondView(
                view.scope, what.strip(), text.strip(), view.text(field).strip(), after, place, Spot(field)
            )


def _dated(view: TableView) -> Iterator[tuple[str, str, Spot]]:
    for step in view.table.records.get("project.schedule", ()):
        for cell in ("start", "end"):
            yield step.text("task"), step.text(cell), Spot(cell, records="project.schedule", index=step[0])
    for index, row in view.filled_rows:
        if row.class_id == "output.time":
            yield row.name, row.text("value"), Spot("value", records="indicators", index=index)


@lru_cache(maxsize=2048)
def last_point(text: str) -> Point | None:
    """Return the last date with year and month that a text gives, the day 0 where none is written; None if there is none."""
    plain = fold(text)
    points = [tuple(int(part or 0) for part in hit.groups()) for form in (_DATE, _RUN) for hit in form.finditer(plain)]
    valid = [(year, month, day) for year, month, day in points if 1 <= month <= _MONTHS and day <= _DAYS]
    return max(valid, default=None)


def is_after(point: Point, end: Point) -> bool:
    """Return whether a date is later than another, as exact as the less exact of the two."""
    exact = 3 if point[2] and end[2] else 2
    return point[:exact] > end[:exact]


def ends_afterwards(task: str) -> bool:
    """Return whether a step comes when the project itself is over: acceptance, audit, payment, filing."""
    return _AFTERWARDS.search(fold(task)) is not None


@BEYOND.fact("what", STRING, zh="步骤或指标的名称", en="name of the step or the target")
def what(view: BeyondView) -> str:
    return view.what


@BEYOND.fact("text", STRING, zh="它的时间，照录", en="its date as typed")
def text(view: BeyondView) -> str:
    return view.text


@BEYOND.fact("end", STRING, zh="项目的结束时间，照录", en="end of the project as typed")
def end(view: BeyondView) -> str:
    return view.end


@BEYOND.fact(
    "after",
    BOOL,
    zh="是否晚于项目的结束时间（只比到两边都写到的月、日）；验收、决算、支付等结束后才办的不算",
    en="whether it is after that end, as exact as both are written; what is done afterwards (acceptance, accounts, payment) does not count",
)
def after(view: BeyondView) -> bool:
    return view.after


SUBJECTS = (SubjectKind(BEYOND, in_table=beyond_views),)

"""Plain rows of a form, the spending plan, and the remarks at the end."""

from collections.abc import Iterable, Sequence

from perflint.office.export.content import Content
from perflint.office.export.sheet import Line, Printed
from perflint.office.export.template import PlanSlot, Slot
from perflint.office.export.wording import text_of
from perflint.office.labels import lined
from perflint.typography import is_blank

_PERIODS = 6  # in one line of the plan; a plan by months takes two


def row_line(slots: Sequence[Slot], content: Content, width: float, *, head: bool = False) -> Line:
    """Return one row of the form, its slots spread over `width` millimetres."""
    scale = width / sum(slot.width for slot in slots)
    cells, start = [], 0.0
    for slot in slots:
        if not slot.covered:
            role = "head" if head else "label" if slot.label else "value"
            align = slot.align or ("center" if slot.label else "left")
            cells.append(Printed(text_of(slot, content), start, slot.width * scale, slot.rows, role, align))
        start += slot.width * scale
    return Line(tuple(cells), head)


def plan_lines(slot: PlanSlot, content: Content, width: float) -> list[Line]:
    """Return the spending plan: periods above, percentages below, so many lines as they need; one blank one if none."""
    label = content.take("spending_plan_title") or slot.label
    periods = content.periods() or [("", "")]
    groups = [periods[first : first + _PERIODS] for first in range(0, len(periods), _PERIODS)]
    lines: list[Line] = []
    for group in groups:
        names = _spread((name for name, _ in group), len(group), slot.width, width, "label")
        values = _spread((text for _, text in group), len(group), slot.width, width, "value")
        lines += [Line(names), Line(values)]
    first = Printed(label, 0, slot.width, len(lines), "label", "center")
    return [Line((first, *lines[0].cells)), *lines[1:]]


def _spread(texts: Iterable[str], count: int, start: float, width: float, role: str) -> tuple[Printed, ...]:
    each = (width - start) / count
    return tuple(
        Printed(text, start + place * each, each, role=role, align="center") for place, text in enumerate(texts)
    )


def remark_lines(content: Content, label_width: float, width: float) -> list[Line]:
    """Return what no cell of the form has taken: a row for each field, and 备注 with the rest, each with its label."""
    remark = content.take("remark")
    left = list(content.left())
    rows = [(rest.label, rest.text) for rest in left if rest.known]
    more = [lined(rest.label, rest.text) for rest in left if not rest.known]
    texts = [text for text in (remark, *more) if not is_blank(text)]
    rows += [("备注", "\n".join(texts))] if texts else []
    return [
        Line(
            (
                Printed(label, 0, label_width, role="label", align="center"),
                Printed(text, label_width, width - label_width),
            )
        )
        for label, text in rows
    ]

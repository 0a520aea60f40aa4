"""Plain rows of a form, the spending plan, and the remarks at the end."""

from collections.abc import Sequence

from perflint.office.export.content import Content
from perflint.office.export.sheet import Line, Printed
from perflint.office.export.template import PlanSlot, Slot
from perflint.office.export.wording import places_of, text_of
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
            text, places = text_of(slot, content), places_of(slot, content)
            cells.append(Printed(text, start, slot.width * scale, slot.rows, role, align, places))
        start += slot.width * scale
    return Line(tuple(cells), head)


def plan_lines(slot: PlanSlot, content: Content, width: float) -> list[Line]:
    """Return the spending plan: periods above, percentages below, so many lines as they need; one blank one if none."""
    label = content.take("spending_plan_title") or slot.label
    periods = content.periods() or [("", "")]
    lines: list[Line] = []
    for first in range(0, len(periods), _PERIODS):
        group = periods[first : first + _PERIODS]
        names = _spread([(name, ()) for name, _ in group], slot.width, width, "label")
        typed = ((text, content.at(f"spending_plan.{at}")) for at, (_, text) in enumerate(group, first))
        lines += [Line(names), Line(_spread([*typed], slot.width, width, "value"))]
    title = Printed(label, 0, slot.width, len(lines), "label", "center")
    return [Line((title, *lines[0].cells)), *lines[1:]]


def _spread(texts: Sequence[tuple[str, tuple[str, ...]]], start: float, width: float, role: str) -> tuple[Printed, ...]:
    each = (width - start) / len(texts)
    return tuple(
        Printed(text, start + number * each, each, role=role, align="center", cells=places)
        for number, (text, places) in enumerate(texts)
    )


def remark_lines(content: Content, label_width: float, width: float) -> list[Line]:
    """Return what no cell of the form has taken: a row for each field, and 备注 with the rest, each with its label."""
    remark = content.take("remark")
    left = list(content.left())
    rows = [(rest.label, rest.text, tuple(filter(None, (rest.place,)))) for rest in left if rest.known]
    more = [lined(rest.label, rest.text) for rest in left if not rest.known]
    texts = [text for text in (remark, *more) if not is_blank(text)]
    rows += [("备注", "\n".join(texts), content.at("remark"))] if texts else []
    return [
        Line(
            (
                Printed(label, 0, label_width, role="label", align="center"),
                Printed(text, label_width, width - label_width, cells=places),
            )
        )
        for label, text, places in rows
    ]

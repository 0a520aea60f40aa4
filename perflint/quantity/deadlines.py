"""Dates in plain text: days, deadlines, periods and ranges of dates."""

from perflint.pattern import pattern
from perflint.quantity.date_forms import FORMS
from perflint.quantity.dated import Dated, until
from perflint.quantity.day import Day, last_day
from perflint.quantity.value import Kind, Op

_COMPACT = pattern(
    r"(?P<y1>(?:19|20)[0-9]{2})(?:(?P<m1>0[1-9]|1[0-2])(?P<d1>0[1-9]|[12][0-9]|3[01])|[-./](?P<m2>0?[1-9]|1[0-2]))"
    r"(?P<edge>底|末)?(?P<before>之?前|以前)?"
)
_FEAST = pattern(
    r"(?:当年|年内|本年)?(?P<name>元旦|春节|清明节?|五一|端午节?|七一|八一|教师节|中秋节?|国庆节?|十一|重阳节"
    r"|汛期|开学|寒假|暑假)(?:来临|到来)?之?前"
)
_FIXED = {
    "五一": (4, 30), "七一": (6, 30), "八一": (7, 31), "教师节": (9, 9), "国庆": (9, 30), "国庆节": (9, 30), "十一": (9, 30),
}  # fmt: skip


def whole_date(text: str) -> Dated | None:
    """The date that a whole plain text is in a spelling that could be a number elsewhere: 20231231, 2023.12, 2023-12."""
    found = _COMPACT.fullmatch(text)
    if found is None:
        return None
    year, month = int(found["y1"]), int(found["m1"] or found["m2"])
    if found["d1"]:
        return until(found, Day(year, month, 1), Day(year, month, int(found["d1"])), (), exact=True)
    return until(found, Day(year, month, 1), Day(year, month, last_day(year, month)), (), exact=False)


def feast(text: str) -> Dated | None:
    """The deadline that a whole plain text sets by a feast or season (春节前); without a day where it moves."""
    found = _FEAST.fullmatch(text.removesuffix("完成").removesuffix("发放"))
    if found is None:
        return None
    month, day = _FIXED.get(found["name"], (0, 0))
    high = Day(None, month, day) if month else None
    return Dated(0, len(text), Kind.DEADLINE, Op.LE, None, high, ("year-missing",))


def find_dated(text: str, at: int = 0) -> Dated | None:
    """The first date of plain text from `at` on, as long as it goes; None if there is none."""
    best: Dated | None = None
    for form, build in FORMS:
        dated = next((each for found in form.finditer(text, at) if (each := build(found))), None)
        if dated is not None and (best is None or dated.start < best.start):
            best = dated
    return best


def find_all_dated(text: str) -> list[Dated]:
    """All dates of plain text, in order, none overlapping another; of two at one place the longer."""
    every = [dated for form, build in FORMS for found in form.finditer(text) if (dated := build(found))]
    kept: list[Dated] = []
    for dated in sorted(every, key=lambda each: (each.start, -each.end)):
        if not kept or dated.start >= kept[-1].end:
            kept.append(dated)
    return kept

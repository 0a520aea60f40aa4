"""Pictures in a page, as SVG that speaks: spending plans and bars."""

from perflint.judge.table_summary import Step
from perflint.report.review.html.markup import NOTHING, Markup, joined, tag
from perflint.report.review.model import Sheet
from perflint.report.review.words import word

_WIDTH, _HEIGHT = 340, 170
_TOP, _BOTTOM, _LEFT = 24, 26, 6
_FULL = 100.0
_MOST = 12


def plan_picture(sheet: Sheet, lang: str) -> Markup:
    """Return the spending plan as columns, one a period, with a line where everything is spent; nothing if it has no number."""
    steps = sheet.plan[:_MOST]
    if not any(step.number is not None for step in steps):
        return NOTHING
    numbers = [max(step.number or 0.0, 0.0) for step in steps]
    top = max([*numbers, _FULL] if sheet.plan_kind != "amounts" else numbers) or 1.0
    said = word("semicolon", lang).join(f"{step.name} {step.text}" for step in steps)
    kind = word("aside", lang, text=word(sheet.plan_kind, lang)) if sheet.plan_kind else ""
    name = word("plan", lang) + kind
    drawn = tag(
        "svg", tag("title", f"{name}{word('colon', lang)}{said}"), _limit(top, sheet.plan_kind),
        *(_column(step, at, len(steps), top) for at, step in enumerate(steps)),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}", role="img", class_="plan",
    )  # fmt: skip
    return tag("figure", drawn, tag("figcaption", name))


def _limit(top: float, kind: str) -> Markup:
    """Return the dashed line at 100 %, and the ground line."""
    ground = _line(_HEIGHT - _BOTTOM, "ground")
    return ground if kind == "amounts" else joined((ground, _line(_y(_FULL, top), "limit")))


def _line(y: float, name: str) -> Markup:
    return tag("line", x1="0", x2=_WIDTH, y1=f"{y:.1f}", y2=f"{y:.1f}", class_=name)


def _column(step: Step, at: int, count: int, top: float) -> Markup:
    room = (_WIDTH - 2 * _LEFT) / count
    width, middle = min(room * 0.62, 56.0), _LEFT + room * (at + 0.5)
    y = _y(max(step.number or 0.0, 0.0), top)
    size = 12 if count <= 6 else 9  # noqa: PLR2004  # more names than that must be set smaller
    bar = tag(
        "rect", x=f"{middle - width / 2:.1f}", y=f"{y:.1f}", width=f"{width:.1f}", height=f"{_HEIGHT - _BOTTOM - y:.1f}"
    )
    return joined((
        bar, _label(step.text or "—", middle, y - 5, size),
        _label(step.name[:8], middle, _HEIGHT - 9, size),
    ))  # fmt: skip


def _label(text: str, x: float, y: float, size: int) -> Markup:
    return tag("text", text[:10], x=f"{x:.1f}", y=f"{y:.1f}", font_size=size, text_anchor="middle")


def _y(number: float, top: float) -> float:
    return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - number / top)


def bar(share: float, kind: str = "") -> Markup:
    """Return a bar as long as a share from 0 to 1; the number beside it says the same."""
    width = round(max(0.0, min(share, 1.0)) * 100, 1)
    drawn = tag("rect", width=f"{width}", height="10", rx="1.5")
    return tag(
        "svg", drawn, viewBox="0 0 100 10", preserveAspectRatio="none", aria_hidden="true", class_=f"bar {kind}".strip()
    )

"""The earlier years of a table's indicators on the page: in words, and as small pictures."""

from perflint.across.years.row_years import RowYears
from perflint.report.review.earlier import years_text
from perflint.report.review.html.markup import NOTHING, Markup, Piece, tag
from perflint.report.review.html.overview import table
from perflint.report.review.model import Sheet
from perflint.report.review.words import word

_STEP, _HEIGHT, _WIDE = 16, 26, 10
Bar = tuple[float | None, float | None, bool]


def years_table(sheet: Sheet, lang: str) -> Markup:
    """Return each target beside the tables of earlier years, nothing where there are none."""
    if not sheet.years:
        return NOTHING
    heads = [word(key, lang) for key in ("indicator", "target", "earlier", "trend")]
    return table(word("years", lang), heads, (_row(row, lang) for row in sheet.years))


def _row(row: RowYears, lang: str) -> list[Piece]:
    said = years_text(row, lang)
    return [row.indicator, row.value, said, _picture(row, said)]


def _picture(row: RowYears, said: str) -> Markup:
    """Return columns for the targets, a line across each where the result was, and this year's target in another colour."""
    bars: list[Bar] = [(one.target_number, one.result_number, False) for one in row.years] + [(row.number, None, True)]
    top = max((number for target, result, _ in bars for number in (target, result) if number is not None), default=0.0)
    if top <= 0 or row.number is None:
        return NOTHING
    width = _STEP * len(bars)
    drawn = [_column(at, bar, top) for at, bar in enumerate(bars)]
    title = tag("title", f"{row.indicator} {said} → {row.value}")
    return tag(
        "svg", title, *drawn, viewBox=f"0 0 {width} {_HEIGHT}", width=width, height=_HEIGHT, role="img", class_="course"
    )


def _column(at: int, bar: Bar, top: float) -> Markup:
    target, result, now = bar
    left, tall = at * _STEP + (_STEP - _WIDE) / 2, _tall(target, top)
    column = tag(
        "rect",
        x=f"{left:.1f}",
        y=f"{_HEIGHT - tall:.1f}",
        width=_WIDE,
        height=f"{tall:.1f}",
        class_="now" if now else "then",
    )
    if result is None:
        return column
    y = f"{_HEIGHT - _tall(result, top):.1f}"
    return tag("g", column, tag("line", x1=f"{left - 2:.1f}", x2=f"{left + _WIDE + 2:.1f}", y1=y, y2=y))


def _tall(number: float | None, top: float) -> float:
    return max(0.0, number or 0.0) / top * (_HEIGHT - 2)

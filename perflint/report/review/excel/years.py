"""The targets beside the tables of earlier years; the title says where these figures come from."""

from collections.abc import Iterator, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from perflint.across.years.row_years import RowYears
from perflint.report.review.excel.style import TITLE, fill
from perflint.report.review.model import Review
from perflint.report.review.words import word

_HEAD = 3
# Each column: its word, its width; each year of the repository follows with its target and its result.
_COLUMNS = (("number", 6), ("agency", 24), ("project", 28), ("indicator", 28), ("target", 16))
_OF_YEAR = (("year_target", 16), ("year_result", 16))


def add_years(sheet: Worksheet, review: Review) -> None:
    """Fill the sheet of earlier years: an indicator a row, a target and a result for each year that any table has."""
    lang = review.lang
    years = sorted({figure.year for entry in review.sheets for row in entry.years for figure in row.years})
    sheet.cell(1, 1, word("years", lang)).font = TITLE
    heads = [word(key, lang) for key, _ in _COLUMNS]
    heads += [word(key, lang, year=year) for year in years for key, _ in _OF_YEAR]
    rows: list[Sequence[str | int]] = [
        (entry.number, entry.agency, entry.heading, row.indicator, row.value, *_figures(row, years))
        for entry in review.sheets
        for row in entry.years
    ]
    widths = [width for _, width in (*_COLUMNS, *_OF_YEAR * len(years))]
    fill(sheet, _HEAD, heads, rows, widths, filtered=True)


def _figures(row: RowYears, years: list[int]) -> Iterator[str]:
    """Yield the target and the result of each year, "" where the tables of the year have none."""
    known = {figure.year: figure for figure in row.years}
    for year in years:
        figure = known.get(year)
        yield figure.target if figure else ""
        yield figure.result if figure else ""

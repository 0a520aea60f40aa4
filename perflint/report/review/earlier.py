"""The earlier years of an indicator as one line of text."""

from perflint.across.years.row_years import RowYears, YearFigure
from perflint.report.review.words import word


def years_text(row: RowYears, lang: str) -> str:
    """Return the targets of earlier years, and their results where the repository has them, oldest first."""
    return word("semicolon", lang).join(_figure(figure, lang) for figure in row.years)


def _figure(figure: YearFigure, lang: str) -> str:
    key = "with_result" if figure.result else "of_year"
    return word(key, lang, year=figure.year, target=figure.target, result=figure.result)

"""What a reader is shown of an indicator's earlier years."""

from msgspec import Struct


class YearFigure(Struct, frozen=True):
    """One earlier year of an indicator: target and result as typed, and their numbers for drawing (None: no number)."""

    year: int
    target: str
    result: str
    target_number: float | None
    result_number: float | None


class RowYears(Struct, frozen=True):
    """One indicator with its earlier years, oldest first, as the tables of these years have them."""

    indicator: str
    value: str
    number: float | None
    years: tuple[YearFigure, ...]

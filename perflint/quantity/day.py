"""Calendar days as target tables write them: often without a year, sometimes impossible."""

from datetime import date

from msgspec import Struct

_LEAP_YEAR = 2024
_MONTHS = 12


class Day(Struct, frozen=True):
    """A day as written. A missing `year` is the table's year; a missing `month` repeats every month (每月10日前)."""

    year: int | None
    month: int | None
    day: int

    @property
    def valid(self) -> bool:
        """Whether the calendar has this day; without a year 29 February counts as valid."""
        if self.month is None:
            return 1 <= self.day <= last_day(_LEAP_YEAR, 1)
        return 1 <= self.month <= _MONTHS and 1 <= self.day <= last_day(self.year, self.month)

    def resolve(self, year: int | None) -> date | None:
        """The calendar date, with `year` where none is written; None if there is no such day."""
        actual = self.year if self.year is not None else year
        if actual is None or self.month is None or not 1 <= actual <= date.max.year:
            return None
        full = Day(actual, self.month, self.day)
        return date(actual, self.month, self.day) if full.valid else None

    def __str__(self) -> str:
        year = "Y" if self.year is None else f"{self.year:04d}"
        month = "M" if self.month is None else f"{self.month:02d}"
        return f"{year}-{month}-{self.day:02d}"


def last_day(year: int | None, month: int) -> int:
    """The number of days of a month; February has 28 without a year; 31 for a month that does not exist."""
    if not 1 <= month <= _MONTHS:
        return 31
    from calendar import monthrange  # noqa: PLC0415  # 3 ms that a table without days does without

    if year is None or not 1 <= year <= date.max.year:
        return 28 if month == 2 else monthrange(2023, month)[1]  # noqa: PLR2004  # February
    return monthrange(year, month)[1]

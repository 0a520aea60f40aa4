"""Cell text → Value: numerals, comparators, ranges, dates, units. The only package that imports pint."""

from perflint.quantity.day import Day
from perflint.quantity.describe import describe
from perflint.quantity.mentions import Amount, DateMention, find_amounts, find_dates
from perflint.quantity.reader import ValueReader
from perflint.quantity.units import Unit, UnitTable
from perflint.quantity.value import Approx, Edit, Hint, Kind, Op, Part, Value
from perflint.quantity.words import ValueWords

__all__ = [
    "Amount",
    "Approx",
    "DateMention",
    "Day",
    "Edit",
    "Hint",
    "Kind",
    "Op",
    "Part",
    "Unit",
    "UnitTable",
    "Value",
    "ValueReader",
    "ValueWords",
    "describe",
    "find_amounts",
    "find_dates",
]

"""A product that a text gives by its factors."""

from decimal import Decimal

from msgspec import Struct

LARGEST = Decimal(10) ** 13
"""Numbers from here on are slips of the pen: nothing is reckoned with them."""


class Multiple(Struct, frozen=True):
    """What a product may come to, `least` to `most`, in its unit; where its factors stand in the text, and what is counted."""

    least: Decimal
    most: Decimal
    unit: str
    dimension: str
    thing: str
    reckoning: str
    start: int
    end: int
    periodic: bool = False
    mean: bool = False
    at_least: bool = False

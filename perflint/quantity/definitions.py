"""Factors of unit forms, worked out by pint. The only module that imports pint."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pint

from perflint.pattern import pattern

_NUMBER = pattern(r"[0-9.]+(?:/[0-9]+)?")


def resolve(families: Sequence[Mapping[str, Any]], definitions: str) -> dict[tuple[str, str], Decimal]:
    """The factor of each (dimension, form) to the canonical unit of its dimension.

    A factor is a number, a fraction (1/24) or the ASCII name of a unit in `definitions` (hectare). The base unit of a
    dimension has the dimension's name; one that the definitions lack is declared here. Raises ValueError otherwise.
    """
    registry = _registry(definitions)
    factors: dict[tuple[str, str], Decimal] = {}
    for family in families:
        dimension = family["dimension"]
        if dimension not in registry:
            registry.define(f"{dimension} = [{dimension}]")
        for form, factor in family["forms"].items():
            factors[dimension, form] = _factor(registry, dimension, form, factor)
    return factors


def _registry(definitions: str) -> pint.UnitRegistry[Any]:
    registry: pint.UnitRegistry[Any] = pint.UnitRegistry(None, non_int_type=Decimal)
    registry.load_definitions(definitions.splitlines())
    return registry


def _factor(registry: pint.UnitRegistry[Any], dimension: str, form: str, factor: str) -> Decimal:
    if _NUMBER.fullmatch(factor):
        exact = Fraction(factor)
        return Decimal(exact.numerator) / Decimal(exact.denominator)
    try:
        return Decimal(registry.Quantity(Decimal(1), factor).to(dimension).magnitude)
    except (pint.errors.PintError, AttributeError, ValueError) as error:
        raise ValueError(f"{form}: {factor} is no unit of {dimension} ({error})") from error

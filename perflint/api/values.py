"""Target values read by themselves."""

from perflint.facts import load_knowledge
from perflint.quantity import Hint, Value

__all__ = ["Value", "read_value"]


def read_value(text: str) -> Value:
    """Return how a target value (≥130批次, 2024年6月底前, 较高) is read: its kind and its parts in order.

    Bounds have their scale resolved (1.5万 is 15000) and money in 元; numbers are Decimal, dates `Day`. A text that is no
    value is one of kind `qualitative`, `placeholder`, `empty` or `unknown`: nothing is raised.
    """
    return load_knowledge().reader.read(text, Hint())

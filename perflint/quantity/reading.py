"""What one piece of a cell says."""

from msgspec import Struct

from perflint.quantity.value import Kind, Part


class Reading(Struct, frozen=True):
    """What one piece of a cell says."""

    kind: Kind
    parts: tuple[Part, ...]
    residue: str = ""

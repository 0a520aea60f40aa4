"""From the parser's error to the usual cause of it, in the words of a budget officer."""

from perflint.source.diagnosis.colons import fullwidth_key
from perflint.source.diagnosis.no_table import find_no_table
from perflint.source.diagnosis.widekeys import find_wide_keys
from perflint.source.fault import Fault

__all__ = ["diagnose", "find_no_table", "find_wide_keys", "fullwidth_key"]


def diagnose(text: str, error: Exception) -> Fault:
    """The fault behind the parser's error: its usual cause where the text shows one, else the place in plain words."""
    from perflint.source.diagnosis import verdict  # noqa: PLC0415  # only what cannot be read needs it

    return verdict.diagnose(text, error)

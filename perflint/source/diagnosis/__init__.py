"""From the parser's error to the usual cause of it, in the words of a budget officer."""

from perflint.source.diagnosis.colons import fullwidth_key
from perflint.source.diagnosis.verdict import diagnose, find_no_table
from perflint.source.diagnosis.widekeys import find_wide_keys

__all__ = ["diagnose", "find_no_table", "find_wide_keys", "fullwidth_key"]

"""Paper → tables of the format, by what the cells say and not where they stand."""

from perflint.office.recognition.draft import Branch, Concluded, Draft, Leaf, Use
from perflint.office.recognition.recognising import Recognised, recognise

__all__ = ["Branch", "Concluded", "Draft", "Leaf", "Recognised", "Use", "recognise"]

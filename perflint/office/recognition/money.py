"""Amounts beside or inside the cells that name them: `年度资金总额： 8 万元`, `其中：财政拨款16 万`."""

from typing import NamedTuple

from perflint.office.recognition.vocabulary import Vocabulary
from perflint.office.recognition.wording import plain, trimmed
from perflint.pattern import pattern
from perflint.typography import fold

_AMOUNT = pattern(
    r"[ \u3000\u00a0]*[:：]?[ \u3000\u00a0]*([\d,，.]*[ \u3000]*(?:亿|千|百)?(?:万)?[ \u3000]*元?)[ \u3000]*$"
)
_SUM = r"[ \u3000:：]*([\d.,]*[ \u3000]*万?[ \u3000]*元?)[ \u3000]*"
_PROCUREMENT = pattern(rf"政府采购{_SUM}[（(]政府购买服务{_SUM}[）)]")
_LONGEST = 60
_DIGITS = frozenset("0123456789０１２３４５６７８９")


class Amount(NamedTuple):
    """A named amount: its field and the amount as printed, "" where only its unit stands there."""

    field: str
    text: str


def amounts_in(text: str, vocabulary: Vocabulary) -> list[Amount]:
    """Return the amounts that a cell names and holds; none where it is no such cell."""
    bought = _PROCUREMENT.search(text)
    if bought:
        return [
            Amount("budget.procurement", filled(bought[1])),
            Amount("budget.purchased_services", filled(bought[2])),
        ]
    if len(text) > _LONGEST:
        return []
    found = _AMOUNT.search(text)
    if found is None or found.start() == 0:
        return []
    field = vocabulary.label(text[: found.start()])
    whole = vocabulary.label(text)
    if field is None or not field.startswith("budget.") or (whole and not found[1].strip()):
        return []
    return [Amount(field, filled(found[1]))]


def filled(text: str) -> str:
    """Return an amount as printed, "" for a unit alone."""
    return trimmed(text) if any(char in _DIGITS for char in text) else ""


def source_of(text: str, vocabulary: Vocabulary) -> str:
    """Return which of the five sources a heading names, "" for none."""
    name = plain(text) or fold(text)
    for field, starts in vocabulary.more["sources"].items():
        if any(name.startswith(start) for start in starts):
            return str(field)
    return ""

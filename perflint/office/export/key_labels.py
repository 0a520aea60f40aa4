"""What a key of a table is called on paper, also one of the author's own and one that import made of a label."""

from collections.abc import Mapping
from functools import lru_cache

from perflint.model import catalogue
from perflint.office.recognition.vocabulary import vocabulary

_OWN = ("x-", "X-")


def label_of_key(key: str) -> str:
    """Return the printed name of a key that a table has; one of the author's own (`x-…`) stands in 【】 without its mark."""
    known = catalogue().spelled["table"].get(key)
    if known or not key.startswith(_OWN):
        return known.spellings[0] if known else key
    return offices_names().get(key.lower()) or f"【{key[len(_OWN[0]) :]}】"


@lru_cache(maxsize=1)
def offices_names() -> Mapping[str, str]:
    """Return what an office calls further keys that import makes of its labels: 填表人 for `x-filled-by`."""
    printed: Mapping[str, list[str]] = vocabulary().more["labels"]
    return {
        last: names[0] for field, names in printed.items() if (last := field.rpartition(".")[2]).startswith(_OWN[0])
    }

"""Values that a narrow cell broke off between the number and its unit, on one line again."""

from perflint.office.recognition.draft import Branch, Leaf
from perflint.pattern import pattern

_FIELDS = frozenset({"value", "actual", "last_year", "year_before_last", "average_3y", "planned", "current"})
# A line that ends in a number and goes on with letters, or in a comparator and goes on with a number. Numbered lines stay.
_BROKEN = pattern(
    r"(?<=[0-9０-９.％%])[ \t]*\n[ \t]*(?=[^\W\d_第一二三四五六七八九十])|(?<=[≥≤><=＝≧≦])[ \t]*\n[ \t]*(?=[0-9０-９])"
)


def mend_wraps(row: Branch) -> None:
    """Put the values of a row that were broken off back on one line; `2.3` over `万人` is 2.3万人."""
    for key, value in row.items():
        if isinstance(value, Leaf) and key in _FIELDS and "\n" in value.text:
            row[key] = Leaf(_BROKEN.sub("", value.text), value.place)
        elif isinstance(value, dict):
            mend_wraps(value)

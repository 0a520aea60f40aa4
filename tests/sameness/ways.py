"""Other ways to write a whole table, as data: keys in the other language, one cell or three, other blanks, other widths, other orders."""

import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from perflint.model.fields import INNER, catalogue

Data = dict[str, Any]
_SIGNS = {"≥": "≥", "≤": "≤", ">": ">", "<": "<", "=": "", "大于等于": "≥", "小于等于": "≤", "": ""}
_WIDE = {ord(char): ord(char) + 0xFEE0 for char in "0123456789.%"}
_ONE = re.compile(r"([≥≤<>]?)(\d[\d.]*)(%|(?:(?!以)[一-龥]){1,3})")


class Way(NamedTuple):
    """One other way to write: its name, what it makes of a table, and the codes that may speak of the spelling alone."""

    name: str
    write: Callable[[Data], Data]
    spelling: frozenset[str] = frozenset()


def text_of(data: Data) -> str:
    """Return data as a file: every scalar in quotes."""
    return json.dumps(data, ensure_ascii=False, indent=1)


def keyed(data: Any, section: str, language: str) -> Any:  # noqa: ANN401  # data as read
    """Return data with all known keys in one language, `zh` or `en`."""
    if isinstance(data, list):
        return [keyed(one, section, language) for one in data]
    known = catalogue().spelled.get(section)
    if not isinstance(data, dict) or known is None:
        return data
    written = {}
    for key, value in data.items():
        field = known.get(key)
        name = key if field is None else field.spellings[0] if language == "zh" else field.name
        inner = "" if field is None else INNER.get(field.shape, field.name)
        written[name] = keyed(value, inner, language)
    return written


def rows(change: Callable[[Data], Data]) -> Callable[[Data], Data]:
    """Return a way that changes each indicator row of a table in English keys."""
    return lambda table: {**table, "indicators": [change(row) for row in table.get("indicators", [])]}


def joined(row: Data) -> Data:
    """Return a row with its comparator and unit in the value cell, where they stand in columns and fit in one cell."""
    value, unit, sign = row.get("value", ""), row.get("unit", ""), _SIGNS.get(row.get("op", ""))
    if sign is None or not re.fullmatch(r"\d[\d.]*", value) or not unit:
        return row
    return {key: text for key, text in row.items() if key not in ("op", "unit")} | {"value": sign + value + unit}


def split(row: Data) -> Data:
    """Return a row with its comparator and unit in columns, where its value is one number between them."""
    found = _ONE.fullmatch(row.get("value", ""))
    if not found or "op" in row or "unit" in row or "万" in found[3] or "元" in found[3]:
        return row
    return row | {"op": found[1] or "=", "value": found[2], "unit": found[3]}


def wide(row: Data) -> Data:
    """Return a row with the digits of its value in full width."""
    return row | ({"value": row["value"].translate(_WIDE)} if "value" in row else {})


def percent_in_words(row: Data) -> Data:
    """Return a row whose unit % is written 百分比."""
    return row | ({"unit": "百分比"} if row.get("unit") == "%" else {})


def spaced(row: Data) -> Data:
    """Return a row with blanks around name, classes and value."""
    return row | {key: f" {row[key]}\u3000" for key in ("name", "level1", "level2", "value") if row.get(key)}


def blanks_as(blank: str | None) -> Callable[[Data], Data]:
    """Return a way to write the cells that a row lacks, of those that other rows have."""

    def write(table: Data) -> Data:
        columns = dict.fromkeys(key for row in table.get("indicators", []) for key in row)
        return rows(lambda row: dict.fromkeys(columns, blank) | row)(table)

    return write


def without_blanks(table: Data) -> Data:
    """Return a table whose rows do not name the cells that are blank."""
    return rows(lambda row: {key: value for key, value in row.items() if value not in ("", None)})(table)


def backwards(table: Data) -> Data:
    """Return a table with its rows from the last to the first."""
    return {**table, "indicators": table.get("indicators", [])[::-1]}


def keys_turned(row: Data) -> Data:
    """Return a row with its cells in the opposite order."""
    return dict(reversed(row.items()))


OF_ORDER = frozenset({"XTB041"})
"""What the order of rows decides: 其中 is said of the row above."""
WAYS = (
    Way("Chinese keys", lambda table: keyed(table, "table", "zh")),
    Way("cells in the opposite order", rows(keys_turned)),
    Way("rows in the opposite order", backwards, OF_ORDER),
    Way("blank cells as an empty text", blanks_as("")),
    Way("blank cells as null", blanks_as(None)),
    Way("blank cells as an ideographic space", blanks_as("\u3000")),
    Way("blank cells left out", without_blanks),
    Way("full width", rows(wide), frozenset({"VAL021", "VAL022"})),
    Way("blanks around cells", rows(spaced), frozenset({"WRD010"})),
    Way("per cent in words", rows(percent_in_words), frozenset({"WRD018", "VAL023"})),
)

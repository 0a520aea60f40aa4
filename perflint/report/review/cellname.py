"""A JSON Pointer as the printed names of a form: which row, which cell."""

from collections.abc import Sequence
from typing import NamedTuple

from perflint.model import Field, catalogue
from perflint.model.fields import INNER

_WHOLE = {"zh": "整张表", "en": "the whole table"}
_LINE = {"zh": "整行", "en": "the whole row"}
_ROW = {"zh": "{list}第{number}行", "en": "{list}, row {number}"}
_PIECE = {"zh": "第{number}条", "en": "item {number}"}
_CJK = "\u3400"
_DIGITS = 9  # of a place in a list; a key may be any number of digits
_SHORT = 2  # 编码, 名称: which code or name is said only by the section
# Their names say nothing on paper: what stands below them is printed with its own name.
_SILENT = frozenset({"project", "budget", "agency"})


class CellName(NamedTuple):
    """The printed name of a cell, and that of the row it stands in ("" if in none)."""

    where: str
    row: str


def cell_name(pointer: str, indicators: Sequence[str], lang: str) -> CellName:
    """Return what a cell is called on paper; keys in Chinese keep the author's spelling, others get the form's.

    `indicators` are the names of the table's indicator rows; none: rows are only numbered.
    """
    words: list[str] = []
    row, section, field = "", "table", None
    for step in _steps(pointer):
        if _is_index(step):
            if field is not None and field.shape in {"rows", "execution_rows"}:
                row, words = _row(words, field, int(step), indicators, lang), []
            else:
                words.append(_PIECE[lang].format(number=int(step) + 1))
            field = None
        else:
            field = _field(section, step)
            words.append(_label(step, field, lang))
            section = _section_of(field, section)
            words = [] if field is not None and field.name in _SILENT and field.shape != "text" else words
    return _joined(words, row, _steps(pointer), lang)


def row_of(pointer: str) -> int:
    """Return the number, from 0, of the indicator row that a pointer leads into; -1 where it leads into none."""
    steps = _steps(pointer)
    field = _field("table", steps[0]) if len(steps) > 1 else None
    return int(steps[1]) if field is not None and field.name == "indicators" and _is_index(steps[1]) else -1


def names_plan(pointer: str) -> bool:
    """Return whether a pointer leads to the spending plan as a whole."""
    steps = _steps(pointer)
    field = _field("table", steps[0]) if len(steps) == 1 else None
    return field is not None and field.shape == "plan"


def _joined(words: list[str], row: str, steps: list[str], lang: str) -> CellName:
    if words:
        return CellName("·".join(words), row)
    if row:
        return CellName(_LINE[lang], row)
    last = next((_label(step, _field("table", step), lang) for step in reversed(steps) if not _is_index(step)), "")
    return CellName(last or _WHOLE[lang], "")


def _steps(pointer: str) -> list[str]:
    """Return the keys from the table on: without the document, and without a bundle's list of tables."""
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    bundled = len(steps) > 1 and _is_index(steps[1]) and steps[0] in catalogue().spelled["file"]
    return steps[2:] if bundled else steps


def _field(section: str, key: str) -> Field | None:
    return catalogue().spelled.get(section, {}).get(key)


def _label(key: str, field: Field | None, lang: str) -> str:
    """Return the author's own spelling where it is Chinese and says enough, else the first that the form has."""
    printed = key if field is None or (key >= _CJK and len(key) > _SHORT) else field.spellings[0]
    return f"{printed} ({field.name})" if lang == "en" and field is not None else printed


def _section_of(field: Field | None, section: str) -> str:
    """Return the section whose keys stand below a field."""
    inner = INNER.get(field.shape, field.name) if field is not None else section
    return inner if inner in catalogue().sections else section


def _row(words: list[str], field: Field, index: int, indicators: Sequence[str], lang: str) -> str:
    text = _ROW[lang].format(list="·".join(words), number=index + 1)
    name = indicators[index] if field.name == "indicators" and index < len(indicators) else ""
    return f"{text}{' ' if lang == 'en' else ''}“{name}”" if name else text


def _is_index(step: str) -> bool:
    return step.isdecimal() and len(step) <= _DIGITS

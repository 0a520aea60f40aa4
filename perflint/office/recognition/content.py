"""What a column holds by its cells: comparators, kinds of target, directions, classes, points, targets."""

from collections.abc import Callable, Sequence

from perflint.office.grid import GridCell
from perflint.office.recognition.sheet import Sheet
from perflint.office.recognition.vocabulary import Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold, is_blank

_COMPARATOR = pattern(r"[≥≤><=≧≦＝]{1,2}|大于(?:等于)?|小于(?:等于)?|等于|不低于|不少于|不高于|不超过|定性")
_KIND = pattern(r"定[性量](?:指标)?")
_DIRECTION = pattern(r"(?:正|反|负|逆|中)向(?:指标)?|适中")
_POINTS = pattern(r"\d{1,3}(?:\.\d+)?分?%?")
_TARGET = pattern(r"[≥≤><=≧≦]+\d.*|\d[\d.,]*\D{0,12}|.*\d+%(?:以[上内下])?|20\d\d年.*")
_MEASURE = pattern(r"[%％‰\u4e00-\u9fff/·a-zA-Z℃㎡]{1,8}")
_ROWS, _MOST, _FEWEST, _HALF = 60, 0.8, 2, 0.5
_WHOLE = frozenset({100.0, 90.0, 80.0})


def column_texts(sheet: Sheet, heading: GridCell, column: int, first_row: int) -> list[str]:
    """Return the filled texts of a column below a heading; cells that are wider than the heading are none of it."""
    found = []
    for row in range(first_row, min(first_row + _ROWS, sheet.grid.height)):
        cell = sheet.at(row, column)
        if cell is not None and cell.row == row and cell.columns <= heading.columns and not is_blank(cell.text):
            found.append(fold(cell.text))
    return found


def field_by_content(texts: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the field of indicators that a column can only be by what its cells say, "" where that is open."""
    if _share(texts, _KIND.fullmatch) and any(text.startswith("定量") for text in texts):
        return "value_type"
    if _share(texts, _COMPARATOR.fullmatch):
        return "op"
    if _share(texts, _DIRECTION.fullmatch):
        return "direction"
    levels = [vocabulary.level(text) for text in texts]
    return next((f"level{level}" for level in (1, 2) if texts and levels.count(level) >= _MOST * len(texts)), "")


def are_points(texts: Sequence[str]) -> bool:
    """Return whether a column holds points that are shared out: they sum to a hundred, or to that without the execution."""
    if len(texts) < _FEWEST or not _share(texts, _POINTS.fullmatch):
        return False
    figures = [float(text.rstrip("分%")) for text in texts if _POINTS.fullmatch(text)]
    return sum(figures) in _WHOLE or (sum(figures[:-1]) == figures[-1] and figures[-1] in _WHOLE)


def are_targets(texts: Sequence[str]) -> bool:
    """Return whether a column holds targets: comparators and numbers, numbers with units, dates."""
    return len(texts) >= _FEWEST and _share(texts, _TARGET.fullmatch)


def agrees(field: str, texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Return whether the cells of a column are of the kind that its field holds."""
    if field in {"op", "value_type", "direction", "level1", "level2"}:
        return field_by_content(texts, vocabulary) == field
    if field in {"weight", "score"}:
        return _share(texts, _POINTS.fullmatch)
    if field in {"value", "actual"} or field.startswith("history."):
        return _share(texts, _TARGET.fullmatch, _HALF)
    if field == "unit":
        return _share(texts, _MEASURE.fullmatch)
    return field == "name" and not _share(texts, _TARGET.fullmatch, _HALF) and bool(texts)


def _share(texts: Sequence[str], fits: Callable[[str], object], most: float = 0.8) -> bool:
    return bool(texts) and sum(bool(fits(text)) for text in texts) >= most * len(texts)

"""The rows of the lists in this folder."""

from pathlib import Path

HERE = Path(__file__).parent
_FIELDS = 4


def cells(name: str) -> list[tuple[str, ...]]:
    """Return the fields of each row of a list, comments left out, blank fields as ""."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(*fields, *("",) * (_FIELDS - len(fields))) for fields in rows]

"""The baseline: a file of findings that were there before, one a line, so that only new ones count."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct

from perflint.judge import Finding, TableName
from perflint.regular import read_regular
from perflint.typography import fold

NAME = ".perflint-baseline.json"
SCHEMA = "perflint-baseline/1"
_SHOWN = 200
MARK = b"perflint-baseline/"
"""What every baseline file has near its start."""
_AGAIN = "可用 perflint baseline 重新生成 / write it again with `perflint baseline`"
Identity = tuple[str, str, int, str]


class BaselineError(Exception):
    """A baseline that cannot be used; the text names the file and what to do."""


class Entry(Struct, frozen=True):
    """One known finding: its fingerprint, and what a reviewer wants to see of it (long values are cut)."""

    fingerprint: str
    code: str
    table: TableName
    indicator: str
    field: str
    value: str


class Baseline(Struct, frozen=True):
    """The entries of a baseline file, in the order of the file."""

    path: Path
    entries: tuple[Entry, ...]


def identity(table: TableName) -> Identity:
    """Return what makes two tables the same one: kind, agency, year, and project code or else name."""
    return (table.kind, fold(table.agency), table.year, table.code or fold(table.name))


def entry_of(finding: Finding) -> Entry:
    """Return a finding as an entry."""
    value = finding.value if len(finding.value) <= _SHOWN else finding.value[: _SHOWN - 1] + "…"
    step = finding.place.pointer.rpartition("/")[2]
    field = "" if step.isdecimal() else step.replace("~1", "/").replace("~0", "~")
    return Entry(finding.fingerprint, finding.code, finding.table, finding.indicator or "", field, value)


def render_baseline(entries: Iterable[Entry]) -> bytes:
    """Return the bytes of a baseline file: entries sorted by table, code and place, one a line."""
    lines = [json.dumps(_data(entry), ensure_ascii=False) for entry in sorted(entries, key=_order)]
    body = "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"
    text = f'{{"schema": "{SCHEMA}", "findings": {body}}}\n'
    return text.encode("utf-8", "backslashreplace")  # half of a surrogate pair becomes the escape that JSON has for it


def _data(entry: Entry) -> dict[str, Any]:
    table = entry.table
    named = {"kind": table.kind, "agency": table.agency, "year": table.year, "code": table.code, "name": table.name}
    return {"fingerprint": entry.fingerprint, "code": entry.code, "table": named, "indicator": entry.indicator,
            "field": entry.field, "value": entry.value}  # fmt: skip


def _order(entry: Entry) -> tuple[Any, ...]:
    table = entry.table
    return (table.agency, table.year, table.kind, table.code, table.name, entry.code, entry.indicator, entry.field,
            entry.value, entry.fingerprint)  # fmt: skip


def read_baseline(path: Path) -> Baseline:
    """Return the baseline of a file.

    Raises:
        BaselineError: it is not there, cannot be read, or is no baseline.
    """
    try:
        text = read_regular(path).decode("utf-8-sig")
        data = json.loads(text)
    except FileNotFoundError as fault:
        raise BaselineError(f"{path}: 没有这个基线文件 / there is no such baseline; {_AGAIN}") from fault
    except OSError as fault:
        raise BaselineError(f"{path}: 无法读取 / cannot be read: {fault.strerror or fault}") from fault
    except json.JSONDecodeError as fault:
        place = f"{path}:{fault.lineno}:{fault.colno}"
        raise BaselineError(
            f"{place}: 不是有效的 JSON（合并冲突？） / not valid JSON (a merge conflict?); {_AGAIN}"
        ) from fault
    except (UnicodeDecodeError, RecursionError, ValueError) as fault:
        raise BaselineError(f"{path}: 不是 UTF-8 的 JSON 文件 / not a JSON file in UTF-8; {_AGAIN}") from fault
    return Baseline(path, tuple(_entries(path, text, data)))


def _entries(path: Path, text: str, data: Any) -> Iterable[Entry]:  # noqa: ANN401  # JSON as read
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("findings"), list):
        raise foreign(path)
    for number, item in enumerate(data["findings"]):
        entry = _entry(item)
        if entry is None:
            line = _line_of(text, number)
            raise BaselineError(
                f"{path}:{line}: 这一条不完整 / this entry is not complete; 请删去或 / delete it, or: {_AGAIN}"
            )
        yield entry


def foreign(path: Path) -> BaselineError:
    """Return what is said of a file that is no baseline."""
    zh, en = (
        f"不是 perflint 的基线文件（应有 {SCHEMA}），请指定另一个文件",
        f"not a baseline of perflint ({SCHEMA}); name another file",
    )
    return BaselineError(f"{path}:1: {zh} / {en}")


def _entry(item: Any) -> Entry | None:  # noqa: ANN401  # JSON as read
    try:
        table = item["table"]
        texts = [item[name] for name in ("fingerprint", "code", "indicator", "field", "value")]
        named = [table[name] for name in ("kind", "agency", "code", "name")]
    except (TypeError, KeyError, IndexError):
        return None
    if not all(isinstance(text, str) for text in (*texts, *named)) or type(table.get("year")) is not int:
        return None
    return Entry(texts[0], texts[1], TableName(named[0], named[1], table["year"], named[2], named[3]), *texts[2:])


def _line_of(text: str, number: int) -> int:
    """Return the line on which an entry starts."""
    decoder = json.JSONDecoder()
    at = text.index("[", text.index('"findings"')) + 1
    for _ in range(number + 1):
        at = next(place for place in range(at, len(text)) if text[place] not in " \t\r\n,")
        start, (_, at) = at, decoder.raw_decode(text, at)
    return text.count("\n", 0, start) + 1

"""The baseline: a file of findings that were there before, one a line, so that only new ones count."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from perflint.adoption.entry import Baseline, BaselineError, Entry
from perflint.judge import TableName
from perflint.pattern import pattern
from perflint.regular import read_regular

NAME = ".perflint-baseline.json"
SCHEMA = "perflint-baseline/2"
EARLIER = "perflint-baseline/1"
"""Written by version 0.1, whose fingerprints of sums hold the total alone."""
MARK = b"perflint-baseline/"
"""What every baseline file has near its start."""
_HEAD = pattern(r'\{"schema": "(perflint-baseline/[12])", "findings": \[')
_END, _ENDS = "{}]}", {"{}]}", "]}"}
_CONFLICT = pattern(r"(?m)^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$")
_UNION = (
    "合并冲突没有解决：删去 <<<<<<<、=======、>>>>>>> 这几行，两边的条目都保留；并在 .gitattributes 里写“{name} merge=union”，以后 git 自行合并"
    " / an unresolved merge conflict: delete the lines <<<<<<<, ======= and >>>>>>> and keep the entries of both sides; with `{name} merge=union`"
    " in .gitattributes, git merges by itself from now on"
)
_AGAIN = "可用 perflint baseline 重新生成 / write it again with `perflint baseline`"


def render_baseline(entries: Iterable[Entry], schema: str = SCHEMA) -> bytes:
    """Return the bytes of a baseline file: entries sorted by table, code and place, one a line.

    Every entry ends in a comma, and the lines around them are always the same: so the lines of two files that git unites
    are a baseline again.
    """
    lines = [json.dumps(_data(entry), ensure_ascii=False) + ",\n" for entry in sorted(entries, key=_order)]
    text = "".join((f'{{"schema": "{schema}", "findings": [\n', *lines, f"{_END}\n"))
    return text.encode("utf-8", "backslashreplace")  # half of a surrogate pair becomes the escape that JSON has for it


def _data(entry: Entry) -> dict[str, Any]:
    table = entry.table
    named = {"kind": table.kind, "agency": table.agency, "year": table.year, "code": table.code, "name": table.name}
    return {"fingerprint": entry.fingerprint, "code": entry.code, "table": named, "indicator": entry.indicator,
            "field": entry.field, "value": entry.value, **({"parts": entry.parts} if entry.parts else {})}  # fmt: skip


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
        data = _loaded(path, text)
    except FileNotFoundError as fault:
        raise BaselineError(f"{path}: 没有这个基线文件 / there is no such baseline; {_AGAIN}") from fault
    except OSError as fault:
        raise BaselineError(f"{path}: 无法读取 / cannot be read: {fault.strerror or fault}") from fault
    except json.JSONDecodeError as fault:
        place = f"{path}:{fault.lineno}:{fault.colno}"
        raise BaselineError(
            f"{place}: 不是有效的 JSON，请从版本库取回 / not valid JSON, take it back from version control; {_AGAIN}"
        ) from fault
    except (UnicodeDecodeError, RecursionError, ValueError) as fault:
        raise BaselineError(f"{path}: 不是 UTF-8 的 JSON 文件 / not a JSON file in UTF-8; {_AGAIN}") from fault
    if not isinstance(data, dict) or data.get("schema") not in {SCHEMA, EARLIER}:
        raise foreign(path)
    if not isinstance(data.get("findings"), list):
        raise foreign(path)
    return Baseline(path, tuple(_entries(path, text, data["findings"])), data["schema"] == EARLIER)


def _loaded(path: Path, text: str) -> Any:  # noqa: ANN401  # JSON as read
    """Return the JSON of a baseline file, whose lines may be those of two files that were merged.

    Raises:
        BaselineError: a conflict is marked in it.
        ValueError: it is no JSON.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        marked = _CONFLICT.search(text)
        if marked:
            line = text.count("\n", 0, marked.start()) + 1
            raise BaselineError(f"{path}:{line}: {_UNION.format(name=path.name)}") from None
        united = _united(text)
        if united is None:
            raise
        return united


def _united(text: str) -> dict[str, Any] | None:
    """Return what the lines of several baselines hold together, None where one of them is no line of a baseline."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    heads = [found[1] for line in lines if (found := _HEAD.fullmatch(line))]
    try:
        rows = [json.loads(line.rstrip(",")) for line in lines if line not in _ENDS and not _HEAD.fullmatch(line)]
    except json.JSONDecodeError:
        return None
    return {"schema": min(heads), "findings": rows} if heads else None


def _entries(path: Path, text: str, findings: list[Any]) -> Iterable[Entry]:
    for number, item in enumerate(findings):
        if item == {}:  # the end
            continue
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
        parts = tuple(item.get("parts", ()))
    except (TypeError, KeyError, IndexError):
        return None
    if not all(isinstance(text, str) for text in (*texts, *named, *parts)) or type(table.get("year")) is not int:
        return None
    whose = TableName(named[0], named[1], table["year"], named[2], named[3])
    return Entry(texts[0], texts[1], whose, texts[2], texts[3], texts[4], parts)


def _line_of(text: str, number: int) -> int:
    """Return the line on which an entry starts."""
    decoder = json.JSONDecoder()
    at = text.index("[", text.index('"findings"')) + 1
    for _ in range(number + 1):
        at = next(place for place in range(at, len(text)) if text[place] not in " \t\r\n,")
        start, (_, at) = at, decoder.raw_decode(text, at)
    return text.count("\n", 0, start) + 1

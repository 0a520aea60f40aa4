"""What became of each cell of the imported documents, as JSON and as a page to read."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from perflint.office.recognition.draft import Concluded, Draft, Use
from perflint.office.recognition.recognising import Recognised

SCHEMA = "perflint-import/1"
_WORDS = {
    "zh": {
        "title": "导入报告", "file": "文件", "table": "表", "kept": "写入", "not_kept": "未写入", "damaged": "原文受损，请逐行核对",
        "guess": "推断", "left": "没有归入栏目的内容（保留在 x-left-over 中）", "loose": "表外文字（未写入）",
        "cells": "单元格：归入栏目 {value}，栏目名 {label}，表头 {heading}，未归入 {left}", "cell": "栏目 ← 位置 ← 内容", "sure": "把握",
        "read": "按构词或内容读出的栏目名",
    },
    "en": {
        "title": "Import report", "file": "File", "table": "Table", "kept": "written to", "not_kept": "not written",
        "damaged": "the source is damaged; compare each row", "guess": "Concluded",
        "left": "Cells without a field (kept under x-left-over)", "loose": "Text outside tables (not written)",
        "cells": "Cells: values {value}, labels {label}, headings {heading}, left over {left}", "cell": "field ← place ← text",
        "sure": "confidence", "read": "Label read by what it is made of, or by its column",
    },
}  # fmt: skip


class Import(Struct, frozen=True):
    """One document imported: its path, what was recognised, and the file written for each table ("" for none)."""

    path: str
    recognised: Recognised
    outputs: tuple[str, ...]


def roles(draft: Draft) -> Counter[str]:
    """Return how many cells of a table were values, labels, headings and left over."""
    return Counter({"value": 0, "label": 0, "heading": 0, "left": 0}) + Counter(role for _, role in _once(draft.uses))


def _once(uses: Sequence[Use]) -> set[tuple[str, str]]:
    """Return each place once with its role; a cell that holds a label and its value counts as a value."""
    order = {"left": 0, "heading": 1, "label": 2, "value": 3}
    best: dict[str, str] = {}
    for use in uses:
        if use.place not in best or order[use.role] > order[best[use.place]]:
            best[use.place] = use.role
    return set(best.items())


def as_json(imports: Sequence[Import], errors: Sequence[tuple[str, str]], lang: str) -> str:
    """Return the report as JSON: every cell with its place, its field and what it was taken for."""
    data = {
        "schema": SCHEMA,
        "files": [_file(one, lang) for one in imports],
        "errors": [{"path": path, "message": message} for path, message in errors],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _file(one: Import, lang: str) -> dict[str, object]:
    tables = [
        {
            "number": draft.number, "title": draft.text("title"), "code": draft.text("project.code"),
            "name": draft.text("project.name"), "output": output, "damaged": bool(draft.text("extraction")),
            "concluded": [_concluded(guess, lang) for guess in draft.guesses],
            "guessed": [{"label": label, "field": where, "confidence": sure} for label, (where, sure) in draft.read.items()],
            "cells": [_use(use) for use in draft.uses if use.role != "left"],
            "left_over": [_use(use) for use in draft.uses if use.role == "left"],
        }
        for draft, output in zip(one.recognised.tables, one.outputs, strict=True)
    ]  # fmt: skip
    return {"path": one.path, "tables": tables, "outside": [_use(use) for use in one.recognised.loose]}


def _concluded(guess: Concluded, lang: str) -> dict[str, object]:
    return {
        "field": guess.field, "value": guess.value, "confidence": guess.confidence,
        "reason": guess.en if lang == "en" else guess.zh,
    }  # fmt: skip


def _use(use: Use) -> dict[str, str]:
    return {"place": use.place, "text": use.text, "field": use.field, "role": use.role}


def as_markdown(imports: Sequence[Import], errors: Sequence[tuple[str, str]], lang: str) -> str:
    """Return the report as a page: conclusions and left-over cells first, then every cell and its field."""
    words = _WORDS[lang]
    lines = [f"# {words['title']}", ""]
    lines += [f"- {path}: {message}" for path, message in errors]
    for one in imports:
        lines += ["", f"## {words['file']} {one.path}", ""]
        for draft, output in zip(one.recognised.tables, one.outputs, strict=True):
            lines += _table(draft, output, lang)
        lines += _listed(words["loose"], one.recognised.loose)
    return "\n".join(lines) + "\n"


def _table(draft: Draft, output: str, lang: str) -> Iterator[str]:
    words = _WORDS[lang]
    name = draft.text("project.name") or draft.text("title") or str(draft.number)
    yield f"### {words['table']} {draft.number or ''} {name}".replace("  ", " ")
    yield ""
    yield f"- {words['kept']} `{output}`" if output else f"- {words['not_kept']}"
    yield "- " + words["cells"].format(**{role: roles(draft)[role] for role in ("value", "label", "heading", "left")})
    if draft.text("extraction"):
        yield f"- **{words['damaged']}**"
    for guess in draft.guesses:
        reason = guess.en if lang == "en" else guess.zh
        yield f"- {words['guess']}: {guess.field} = {guess.value} ({words['sure']} {guess.confidence:.0%}; {reason})"
    for label, (where, sure) in draft.read.items():
        yield f"- {words['read']}: {label} → {where} ({words['sure']} {sure:.0%})"
    yield ""
    yield from _listed(words["left"], [use for use in draft.uses if use.role == "left"])
    yield from (f"- `{use.field}` ← {use.place} ← {_short(use.text)}" for use in draft.uses if use.role == "value")
    yield ""


def _listed(title: str, uses: Sequence[Use]) -> Iterator[str]:
    if uses:
        yield f"**{title}**"
        yield ""
        yield from (f"- {use.place}: {_short(use.text)}" for use in uses)
        yield ""


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else words[:79] + "…"  # noqa: PLR2004  # a line of a page

"""Completion: keys in both spellings, the contents of cells, rule codes in suppressing comments."""

import re
from collections.abc import Iterator, Mapping

from lsprotocol.types import CompletionItem, CompletionItemKind, MarkupContent, MarkupKind, TextEdit

from perflint.lsp.analysis import Analysis
from perflint.lsp.choices import choices
from perflint.lsp.cursor_path import CursorPath, read_cursor_path
from perflint.lsp.diagnosing import rules_of
from perflint.model import Field
from perflint.model.fields import INNER, spellings
from perflint.pattern import pattern
from perflint.report.page import page

_CODES = pattern(r"#\s*perflint\s*[:：]\s*ignore\s*[\[［【](?:[^\]］】]*[\s,，、])?([^\]］】\s,，、]*)$")
_COMMENT = pattern(r"(?:^|[ \t])#")
_TOP_KEY = pattern(r"^([^\s#\-{}\[\]\"'][^:\r\n]{0,60}):(?=\s|$)", re.MULTILINE)
_NESTED = frozenset({"section", "rows", "execution_rows", "plan", "agency", "goals", "midterm_goal"})
_Spelled = Mapping[str, Mapping[str, Field]]


def complete(analysis: Analysis, offset: int) -> list[CompletionItem]:
    """Return what can be written at an offset."""
    before = analysis.source.text[:offset]
    line = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :]
    codes = _CODES.search(line)
    if codes:
        return list(_codes(analysis, offset, codes[1]))
    if _COMMENT.search(line):
        return []
    spelled = spellings(analysis.checker.printed_names() if analysis.checker else ())
    cursor_path = read_cursor_path(before)
    section = _section(cursor_path.path, spelled)
    if section is None or _is_foreign(analysis.source.text, spelled):
        return []
    if cursor_path.key is None:
        return list(_keys(analysis, offset, cursor_path, spelled, section))
    return list(_values(analysis, offset, cursor_path, spelled[section]))


def _is_foreign(text: str, spelled: _Spelled) -> bool:
    """Return whether a text is YAML of another kind: most of its keys at the margin are none of a table."""
    keys = {key.rstrip() for key in _TOP_KEY.findall(text)}
    return len(keys - spelled["table"].keys() - spelled["file"].keys()) * 2 > len(keys)


def _section(path: tuple[str, ...], spelled: _Spelled) -> str | None:
    """Return the section that keys lead to, None where the format knows none."""
    section = "table"
    for key in path:
        field = spelled[section].get(key)
        if field is None:
            if section != "table" or key not in spelled["file"]:
                return None
        elif field.shape not in _NESTED:
            return None
        else:
            section = INNER.get(field.shape, field.name)
            if section not in spelled:
                return None
    return section


def _keys(
    analysis: Analysis, offset: int, cursor_path: CursorPath, spelled: _Spelled, section: str
) -> Iterator[CompletionItem]:  # fmt: skip
    """Yield the keys of a section that are not there yet, the Chinese spelling first."""
    fields = list(dict.fromkeys(spelled[section].values()))
    if section == "table" and not cursor_path.path:
        fields += dict.fromkeys(spelled["file"].values())
    there = {spelled[section][key].name for key in cursor_path.beside if key in spelled[section]}
    typed = cursor_path.typed.lstrip("\"'")
    behind = analysis.source.text[offset : offset + 1]
    for number, field in enumerate(fields):
        if field.name not in there:
            for rank, text in enumerate((field.spellings[0], field.name)):
                colon = "" if behind == ":" else ":" if field.shape in _NESTED else ": "
                edit = _edit(analysis, offset, len(typed), text + colon)
                yield CompletionItem(
                    text, kind=CompletionItemKind.Property, detail=field.spellings[0] if rank else field.name,
                    documentation=f"{field.zh}\n\n{field.en}", sort_text=f"{rank}{number:03d}", filter_text=text,
                    text_edit=edit,
                )  # fmt: skip


def _values(
    analysis: Analysis, offset: int, cursor_path: CursorPath, known: Mapping[str, Field]
) -> Iterator[CompletionItem]:  # fmt: skip
    field = known.get(cursor_path.key or "")
    if field is None or analysis.checker is None:
        return
    typed = cursor_path.typed.lstrip("\"'")
    level1 = next(
        (text for key, text in cursor_path.beside.items() if key in known and known[key].name == "level1"), ""
    )
    found = choices(field.name, typed, level1, analysis.checker, analysis.lang)
    for number, choice in enumerate(found):
        yield CompletionItem(
            choice.text, kind=CompletionItemKind.Value, detail=choice.detail or None, sort_text=f"{number:04d}",
            filter_text=choice.text, text_edit=_edit(analysis, offset, choice.replaces, choice.text),
        )  # fmt: skip


def _codes(analysis: Analysis, offset: int, typed: str) -> Iterator[CompletionItem]:
    """Yield rule codes, those found on the line first."""
    line = analysis.source.line_column(offset)[0]
    here = {finding.code for finding in analysis.findings if finding.place.line == line}
    for code, rule in rules_of(analysis).items():
        yield CompletionItem(
            code, kind=CompletionItemKind.EnumMember, detail=rule.title.say(analysis.lang),
            documentation=MarkupContent(MarkupKind.Markdown, page(rule, analysis.lang, 3)) if code in here else None,
            sort_text=f"{code not in here:d}{code}", filter_text=f"{code} {rule.name}",
            text_edit=_edit(analysis, offset, len(typed), code),
        )  # fmt: skip


def _edit(analysis: Analysis, offset: int, length: int, text: str) -> TextEdit:
    return TextEdit(analysis.positions.span(offset - length, offset), text)

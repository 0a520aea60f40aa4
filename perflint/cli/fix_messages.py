"""What `perflint fix` says: differences, what is only shown, what was refused and why, and the closing line."""

import difflib
from collections.abc import Collection, Iterator

from perflint.pattern import pattern
from perflint.workspace.runs.fixing import FixRun, Repair

_LINE = pattern(r"[^\n]*\n|[^\n]+")
_SAID = {
    "mended": ("{path}：已修改 {count} 处（{codes}）", "{path}: {count} changes ({codes})"),
    "refused": ("{path}:{line}: {code} 未修改：{reason}", "{path}:{line}: {code} not fixed: {reason}"),
    "kept": ("{path}：{reason}", "{path}: {reason}"),
    "shown": (
        "# 仅供参考，不会写入：{path}:{line}: {code}，可在第 {at} 行之后补填",
        "# For display only, never written: {path}:{line}: {code}, to be filled in below line {at}",
    ),
    "done": ("共修改 {files} 个文件、{count} 处；还有 {left} 个问题", "{files} files, {count} changes; {left} findings remain"),
    "would": (
        "将修改 {files} 个文件、{count} 处（未写入）；还会有 {left} 个问题",
        "{files} files, {count} changes (nothing written); {left} findings would remain",
    ),
    "more": ("，其中 {fixable} 个可用 --unsafe-fixes 修改", ", {fixable} of them fixable with --unsafe-fixes"),
    "none": ("没有找到可检查的绩效目标表", "nothing to check was found (no target table)"),
}  # fmt: skip


def say(word: str, lang: str) -> str:
    """Return a sentence of the command in a language, to be filled in."""
    zh, en = _SAID[word]
    return en if lang == "en" else zh


def difference(repair: Repair) -> Iterator[str]:
    """Yield a unified diff of a repair, lines as they stand in the file."""
    old, new = (_LINE.findall(text) for text in repair.texts)
    for line in difflib.unified_diff(old, new, f"a/{repair.path}", f"b/{repair.path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def shown(fix_run: FixRun, lang: str) -> Iterator[str]:
    """Yield the fixes that are never applied: where they would go, and their text."""
    for finding in fix_run.shown:
        place = finding.place
        for edit in finding.fix.edits if finding.fix else ():
            yield say("shown", lang).format(path=place.path, line=place.line, code=finding.code, at=edit.line) + "\n"
            yield edit.text.strip("\r\n") + "\n"


def refusals(fix_run: FixRun, lang: str) -> Iterator[str]:
    """Yield what was not mended and why: fixes by place, and whole files."""
    for repair in fix_run.repairs:
        ordered = sorted(repair.refused, key=lambda entry: entry.finding.place.start)
        said = [(finding.place.line, finding.code, reason) for finding, reason in ordered]
        for line, code, reason in dict.fromkeys(said):
            yield say("refused", lang).format(path=repair.path, line=line, code=code, reason=reason) + "\n"
    for kept in fix_run.kept:
        yield say("kept", lang).format(path=kept.path, reason=kept.en if lang == "en" else kept.zh) + "\n"


def closing(fix_run: FixRun, written: Collection[Repair], lang: str, *, diff: bool, unsafe: bool) -> Iterator[str]:
    """Yield the inputs that could not be read, and the closing line on what was written (or would be)."""
    for error in fix_run.report.errors:
        yield f"{error.path}: {error.message}\n"
    count = sum(len(repair.mended) for repair in written)
    line = say("would" if diff else "done", lang)
    left = len(fix_run.report.findings)
    more = say("more", lang).format(fixable=fix_run.fixable) if fix_run.fixable and not unsafe else ""
    yield line.format(files=len(written), count=count, left=left) + more + "\n"
    if not fix_run.report.summary.tables and not left:
        yield say("none", lang) + "\n"

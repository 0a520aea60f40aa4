"""`perflint fix`: applies the fixes that the rules propose."""

import difflib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from perflint.cli.exits import CLEAN, FOUND, NOTHING, WRONG, explained, write, write_all
from perflint.cli.given import codes_in, configuration_for
from perflint.cli.language import choose_language
from perflint.cli.options import (
    ConfigFile,
    ExitFrom,
    ExtendSelect,
    FailOn,
    Ignore,
    Jobs,
    Lang,
    NoConfig,
    Paths,
    Profile,
    Select,
)  # fmt: skip
from perflint.files.checking import Options
from perflint.files.mending import Harvest, Repair, mend_all
from perflint.files.replacing import NotReplaced, replace_file
from perflint.files.run import Plan
from perflint.judge import Severity

Unsafe = Annotated[
    bool, typer.Option("--unsafe-fixes", help="也作需要人确认的修改。Apply fixes that a person should look at, too.")
]
Diff = Annotated[bool, typer.Option("--diff", help="只显示会改什么，不写入。Show the changes, write nothing.")]
_SAID = {
    "zh": {
        "mended": "{path}：已修改 {count} 处（{codes}）", "refused": "{path}:{line}: {code} 未修改：改后还会变动别处",
        "kept": "{path}：未修改：按原编码写回会有变化",
        "done": "共修改 {files} 个文件、{count} 处；还有 {left} 个问题，其中 {fixable} 个可用 --unsafe-fixes 修改",
        "would": "将修改 {files} 个文件、{count} 处（未写入）；还有 {left} 个问题", "none": "没有找到可检查的绩效目标表",
    },
    "en": {
        "mended": "{path}: {count} changes ({codes})", "refused": "{path}:{line}: {code} not fixed: something else would change",
        "kept": "{path}: left alone: it could not be written back in its encoding unchanged",
        "done": "{files} files, {count} changes; {left} findings remain, {fixable} of them fixable with --unsafe-fixes",
        "would": "{files} files, {count} changes (nothing written); {left} findings would remain",
        "none": "nothing to check was found (no target table)",
    },
}  # fmt: skip


def fix(
    paths: Paths = None,
    unsafe_fixes: Unsafe = False,
    diff: Diff = False,
    select: Select = "",
    ignore: Ignore = "",
    extend_select: ExtendSelect = "",
    fail_on: ExitFrom = None,
    profile: Profile = "",
    lang: Lang = None,
    config: ConfigFile = None,
    no_config: NoConfig = False,
    jobs: Jobs = 0,
) -> None:
    """修改能自动修改的问题。Apply safe fixes; with --unsafe-fixes the others too."""
    with explained():
        chosen = configuration_for(paths, config, no_config=no_config)
        spoken = choose_language(lang, chosen.lang)
        options = Options(spoken, profile, codes_in(select), codes_in(ignore), codes_in(extend_select))
        plan = Plan(tuple(paths or [Path()]), options, config, no_config, jobs or os.cpu_count() or 1, cached=False)
        harvest = mend_all(plan, unsafe=unsafe_fixes)
    said = _SAID[spoken]
    failed = _written(harvest, said, diff=diff, lang=spoken)
    _close(harvest, said, diff=diff)
    for error in harvest.errors:
        write(f"{error.path}: {error.message}\n")
    raise typer.Exit(_exit_code(harvest, fail_on or FailOn(chosen.fail_on or "error"), failed=failed, diff=diff))


def _written(harvest: Harvest, said: dict[str, str], *, diff: bool, lang: str) -> bool:
    """Write the files or show the differences; return whether a file could not be written."""
    failed = False
    for repair in harvest.repairs:
        for finding in repair.refused:
            write(said["refused"].format(path=repair.path, line=finding.place.line, code=finding.code) + "\n")
        if repair.before == repair.after:
            continue
        if diff:
            write_all(_difference(repair))
            continue
        try:
            replace_file(repair.file, repair.before, repair.after)
        except NotReplaced as fault:
            failed = True
            write((fault.en if lang == "en" else fault.zh) + "\n")
            continue
        codes = ", ".join(sorted({finding.code for finding in repair.mended}))
        write(said["mended"].format(path=repair.path, count=len(repair.mended), codes=codes) + "\n")
    for path in harvest.kept:
        write(said["kept"].format(path=path) + "\n")
    return failed


def _difference(repair: Repair) -> Iterator[str]:
    """Yield a unified diff of a repair, lines as they stand in the file."""
    old, new = (text.splitlines(keepends=True) for text in repair.texts)
    for line in difflib.unified_diff(old, new, f"a/{repair.path}", f"b/{repair.path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _close(harvest: Harvest, said: dict[str, str], *, diff: bool) -> None:
    changed = [repair for repair in harvest.repairs if repair.before != repair.after]
    count = sum(len(repair.mended) for repair in changed)
    words = said["would" if diff else "done"]
    write(words.format(files=len(changed), count=count, left=harvest.remaining, fixable=harvest.fixable) + "\n")
    if not harvest.tables:
        write(said["none"] + "\n")


def _exit_code(harvest: Harvest, fail_on: FailOn, *, failed: bool, diff: bool) -> int:
    if harvest.errors or failed:
        return WRONG
    if not harvest.tables and not harvest.remaining:
        return NOTHING
    if diff and any(repair.before != repair.after for repair in harvest.repairs):
        return FOUND
    if fail_on is FailOn.NEVER:
        return CLEAN
    return FOUND if any(harvest.by_rank[: Severity(fail_on.value).rank + 1]) else CLEAN

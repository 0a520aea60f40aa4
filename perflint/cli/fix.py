"""`perflint fix`: applies the fixes that the rules propose."""

from collections.abc import Sequence
from typing import Annotated

import typer

from perflint.cli.exits import CLEAN, FOUND, NOTHING, WRONG, explained, write, write_lines
from perflint.cli.fix_messages import closing, difference, refusals, say, shown
from perflint.cli.judging import AS_CONFIGURED, Judging, judges
from perflint.cli.options import (
    ExitFrom,
    FailOn,
    ForceExclude,
    Jobs,
    Paths,
)  # fmt: skip
from perflint.cli.running import known_findings_for
from perflint.judge import Severity
from perflint.workspace.disk.replacing import NotReplaced, replace_file
from perflint.workspace.runs.fixing import FixRun, Repair, mend_all

Unsafe = Annotated[
    bool, typer.Option("--unsafe-fixes", help="也作需要人确认的修改。Apply fixes that a person should look at, too.")
]
Diff = Annotated[bool, typer.Option("--diff", help="只显示会改什么，不写入。Show the changes, write nothing.")]


@judges
def fix(
    paths: Paths = None,
    unsafe_fixes: Unsafe = False,
    diff: Diff = False,
    fail_on: ExitFrom = None,
    judging: Judging = AS_CONFIGURED,
    jobs: Jobs = 0,
    force_exclude: ForceExclude = False,
) -> None:
    """修改能自动修改的问题。Apply safe fixes; with --unsafe-fixes the others too."""
    with explained(judging.lang):
        chosen, spoken = judging.configured(paths)
        options = judging.options(spoken)
        plan = judging.plan(paths, options, jobs, force_exclude=force_exclude)
        fix_run = mend_all(plan, unsafe=unsafe_fixes, known_findings=known_findings_for(plan, chosen.baseline, "", ""))
    changed = [repair for repair in fix_run.repairs if repair.before != repair.after]
    done = _delivered(fix_run, changed, spoken, diff=diff)
    failed = len(done) < len(changed) or any(kept.unwritable for kept in fix_run.kept)
    write_lines(closing(fix_run, done, spoken, diff=diff, unsafe=unsafe_fixes))
    if force_exclude and not fix_run.report.summary.tables and fix_run.report.omitted.files:
        raise typer.Exit(CLEAN)
    raise typer.Exit(_exit_code(fix_run, fail_on or FailOn(chosen.fail_on or "error"), failed=failed, diff=diff))


def _delivered(fix_run: FixRun, changed: Sequence[Repair], lang: str, *, diff: bool) -> list[Repair]:
    """Write the files or show the differences; return the repairs that were written (or shown)."""
    if diff:
        for repair in changed:
            write_lines(difference(repair))
        write_lines(shown(fix_run, lang))
    done = [repair for repair in changed if diff or _replaced(repair, lang)]
    write_lines(refusals(fix_run, lang))
    return done


def _replaced(repair: Repair, lang: str) -> bool:
    """Write a file and say so; return whether that was possible."""
    try:
        replace_file(repair.file, repair.before, repair.after)
    except NotReplaced as fault:
        write((fault.en if lang == "en" else fault.zh) + "\n")
        return False
    codes = ", ".join(sorted({finding.code for finding in repair.mended}))
    write(say("mended", lang).format(path=repair.path, count=len(repair.mended), codes=codes) + "\n")
    return True


def _exit_code(fix_run: FixRun, fail_on: FailOn, *, failed: bool, diff: bool) -> int:
    summary = fix_run.report.summary
    if fix_run.report.errors or failed:
        return WRONG
    if not summary.tables and not fix_run.report.findings:
        return NOTHING
    if diff and any(repair.before != repair.after for repair in fix_run.repairs):
        return FOUND
    if fail_on is FailOn.NEVER:
        return CLEAN
    counts = (summary.errors, summary.warnings, summary.infos)
    return FOUND if any(counts[: Severity(fail_on.value).rank + 1]) else CLEAN

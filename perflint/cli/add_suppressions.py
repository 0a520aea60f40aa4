"""`perflint check --add-suppressions`: comments written into the files, and what is said of it."""

import datetime as dt

from perflint.adoption.known_findings import KnownFindings
from perflint.adoption.writing_comments import Note
from perflint.cli.exits import CLEAN, FOUND, NOTHING, WRONG, fail, write
from perflint.cli.options import FailOn
from perflint.cli.running import STANDARD_INPUT
from perflint.judge import Finding, Severity
from perflint.workspace.disk.replacing import NotReplaced, replace_file
from perflint.workspace.runs.adding_suppressions import Addition, Additions, add_suppressions
from perflint.workspace.runs.discovering import Plan

_SAID = {
    "zh": {
        "added": "{path}：已屏蔽 {count} 个问题（{codes}）", "declined": "{path}:{line}:{column}: {code} 未屏蔽：{why}",
        "done": "共在 {files} 个文件里屏蔽了 {count} 个问题，未能屏蔽 {left} 个", "none": "没有找到可检查的绩效目标表",
    },
    "en": {
        "added": "{path}: {count} findings suppressed ({codes})", "declined": "{path}:{line}:{column}: {code} not suppressed: {why}",
        "done": "{count} findings suppressed in {files} files, {left} could not be suppressed",
        "none": "nothing to check was found (no target table)",
    },
}  # fmt: skip


def note_for(reason: str, until: str, *, adding: bool) -> Note:
    """Return what the comments say.

    Raises:
        SystemExit: there is no reason, or the day is none, or is over; or comments are not asked for at all.
    """
    reason = " ".join(reason.split())
    if not adding:
        if reason or until:
            fail("--reason、--until 只与 --add-suppressions 同用 / --reason and --until go with --add-suppressions")
        return Note("")
    if not reason or not reason.isprintable() or reason.startswith("until="):
        fail('--add-suppressions 须写明理由 / needs a reason: --reason "……"')
    if until:
        _check_day(until)
    return Note(reason, until)


def _check_day(until: str) -> None:
    try:
        day = dt.datetime.strptime(until, "%Y-%m-%d").replace(tzinfo=dt.UTC).date()
    except ValueError:
        fail(f"--until “{until}”应为 YYYY-MM-DD / must be YYYY-MM-DD")
    if day < dt.datetime.now(tz=dt.UTC).date():
        fail(f"--until {until} 已过 / is over")


def add(plan: Plan, note: Note, fail_on: FailOn, known_findings: KnownFindings) -> int:
    """Write comments for what reaches `fail_on`, say what was done, and return the exit code.

    Raises:
        SystemExit: standard input is named, which cannot be written to.
    """
    if plan.paths == STANDARD_INPUT:
        fail("--add-suppressions 不能用于标准输入 / cannot write to standard input")

    def wanted(finding: Finding) -> bool:
        return fail_on is not FailOn.NEVER and finding.severity.rank <= Severity(fail_on.value).rank

    additions = add_suppressions(plan, note, wanted, known_findings)
    lang = plan.options.lang
    said = _SAID[lang]
    written = [addition for addition in additions.files if _written(addition, lang)]
    for addition in additions.files:
        _list_declined(addition, lang)
    count = sum(len(addition.added) for addition in written)
    left = sum(len(one.declined) + len(one.added) for one in additions.files) - count
    write(said["done"].format(files=len(written), count=count, left=left) + "\n")
    for error in additions.errors:
        write(f"{error.path}: {error.message}\n")
    return _exit_code(additions, said, failed=len(written) < sum(bool(one.added) for one in additions.files), left=left)


def _written(addition: Addition, lang: str) -> bool:
    """Write a file; return whether comments were added to it."""
    if addition.before == addition.after:
        return False
    try:
        replace_file(addition.file, addition.before, addition.after)
    except NotReplaced as fault:
        write((fault.en if lang == "en" else fault.zh) + "\n")
        return False
    codes = ", ".join(sorted({finding.code for finding in addition.added}))
    write(_SAID[lang]["added"].format(path=addition.path, count=len(addition.added), codes=codes) + "\n")
    return True


def _list_declined(addition: Addition, lang: str) -> None:
    for finding, zh, en in addition.declined:
        place = {
            "path": addition.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "code": finding.code,
        }
        write(_SAID[lang]["declined"].format(**place, why=en if lang == "en" else zh) + "\n")


def _exit_code(additions: Additions, said: dict[str, str], *, failed: bool, left: int) -> int:
    if additions.errors or failed:
        return WRONG
    if not additions.tables and not additions.findings:
        write(said["none"] + "\n")
        return NOTHING
    return FOUND if left else CLEAN

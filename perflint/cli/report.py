"""`perflint report`: the review that a reviewer sends back to a department."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from perflint.cli.exits import CLEAN, NOTHING, WRONG, complain, explained, fail
from perflint.cli.guidance import say_left_out
from perflint.cli.judging import AS_CONFIGURED, Judging, judges
from perflint.cli.options import (
    BaselineFile,
    Jobs,
    MinSeverity,
    NoCache,
    NoProgress,
    Paths,
    Severities,
    StdinFilename,
)  # fmt: skip
from perflint.cli.report_from import Agency, From, refuse_others, review_from
from perflint.cli.review_output import Kind, deliver, deliver_each, into_folder, kind_for, today
from perflint.cli.running import checked, known_findings_for, places
from perflint.data.store import use_store
from perflint.judge import Severity
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.discovering import Plan

if TYPE_CHECKING:
    from perflint.report.review.model import Review

Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o",
        help="写到哪个文件，扩展名定格式：html、docx、xlsx、md、json；文件夹则每个单位一份，另有 index.html。File to write; its extension tells the format. A folder gets a file an agency and index.html.",
    ),
]  # fmt: skip
FormatOption = Annotated[
    Kind | None,
    typer.Option(
        "--format",
        help="格式；没有 -o 时 html、md、json 输出到屏幕。Format; without -o, html, md and json go to standard output.",
    ),
]
Reviewer = Annotated[str, typer.Option(help="审核单位，印在报告上。Who reviews, printed on the report.")]
Day = Annotated[str, typer.Option("--date", help="审核日期 YYYY-MM-DD，默认今天。Date on the report; default: today.")]


@judges
def report(
    paths: Paths = None,
    output: Output = None,
    kind: FormatOption = None,
    reviewer: Reviewer = "",
    day: Day = "",
    judging: Judging = AS_CONFIGURED,
    baseline: BaselineFile = None,
    min_severity: MinSeverity = Severities.INFO,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    stdin_filename: StdinFilename = "stdin.yaml",
    no_progress: NoProgress = False,
    source: From = None,
    agency: Agency = "",
) -> None:
    """写出审核意见：结论、问题、修改建议、合计。Write the review to send back to a department."""
    use_store(wanted=not no_cache)
    with explained(judging.lang):
        chosen, on = kind_for(kind, output), _day(day)
        said = Said(reviewer, on, stdin_filename, into_folder(kind, output), Severity(min_severity.value))
        if source is not None or agency:
            others = {"PATHS": paths, "baseline": baseline}
            _write_from(source, agency, judging, (chosen, output), said, others)
            raise typer.Exit(CLEAN)
        configured, spoken = judging.configured(places(paths, stdin_filename))
        options = judging.options(spoken, summarize=True, gather=True)
        plan = judging.plan(paths, options, jobs, cached=not no_cache, documents=True)
        code = _write(plan, configured, (chosen, output), baseline or configured.baseline, said, wanted=not no_progress)
    raise typer.Exit(code)


class Said(NamedTuple):
    """What the command line says about the report itself: who reviews, the date, the name of standard input, files by agency, the least severity."""

    reviewer: str
    day: date
    stdin_filename: str
    folder: bool
    least: Severity


def _write(
    plan: Plan, configured: Config, target: tuple[Kind, Path | None], baseline: Path | None, said: Said, *, wanted: bool
) -> int:
    """Check, write the review, and return the exit code."""
    from perflint.workspace.runs.reviewing import review_of  # noqa: PLC0415  # no other command pays for it

    known_findings = known_findings_for(plan, baseline, "", said.stdin_filename)
    found = checked(plan, said.stdin_filename, known_findings, wanted=wanted)
    say_left_out(plan, found)
    for error in found.errors:
        complain(f"{error.path}: {error.message}\n")
    if not found.summary.tables and not found.findings:
        if found.errors:
            return WRONG
        fail(_NOTHING[plan.options.lang], NOTHING)
    _hand_over(
        review_of(found, plan.options, configured, said.day.isoformat(), said.reviewer, said.least), target, said
    )
    return WRONG if found.errors else CLEAN


def _write_from(
    source: Path | None, agency: str, judging: Judging, target: tuple[Kind, Path | None], said: Said,
    others: Mapping[str, object],
) -> None:  # fmt: skip
    """Write the review of one agency from a batch's result."""
    if source is None:
        fail(
            "--agency 只与 --from 同用；审核文件时用 -o 文件夹，每个单位一份 / --agency goes with --from; of files, -o FOLDER writes one an agency"
        )
    refuse_others(judging, others)
    review = review_from(source, agency, judging, said.day.isoformat(), said.reviewer, said.least)
    _hand_over(review, target, said)


def _hand_over(review: "Review", target: tuple[Kind, Path | None], said: Said) -> None:
    kind, output = target
    if output is not None and said.folder:
        deliver_each(review, kind, output)
    else:
        deliver(review, kind, output)


_NOTHING = {
    "zh": "没有找到可检查的绩效目标表，没有写出报告", "en": "nothing to check was found (no target table); no report was written",
}  # fmt: skip


def _day(text: str) -> date:
    if not text:
        return today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        fail(f"--date: 应写成 2025-11-30 / a date such as 2025-11-30 is expected, not `{text}`")
        raise

"""`perflint annotate`: the office's own Word or Excel file back, each finding as a comment on its cell."""

from pathlib import Path
from typing import Annotated

import typer

from perflint.cli.annotate_files import Order, annotate_files
from perflint.cli.exits import explained, fail
from perflint.cli.judging import AS_CONFIGURED, Judging, judges
from perflint.cli.options import Severities, TimeLimit
from perflint.judge import Severity
from perflint.office.annotate import AnnotateOptions, Fixes
from perflint.office.annotate.options import AUTHOR
from perflint.workspace.processes.timing import SECONDS
from perflint.workspace.runs.discovering import Plan

Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", help="Word 或 Excel 文件（docx、docm、xlsx、xlsm）。Word or Excel files."),
]
Output = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|DIR",
        help="写到哪个文件；几个文件时是文件夹。File to write; a folder for several.",
    ),
]
FixesOption = Annotated[
    Fixes,
    typer.Option(
        "--fixes",
        help="建议怎么给：写在批注里、写成修订（仅 Word）、不写。Proposals in the comment, as tracked changes (Word), or not.",
    ),
]
Least = Annotated[
    Severities,
    typer.Option("--min-severity", help="从哪一级起写。Least severity that is written."),
]
Author = Annotated[str, typer.Option(help="批注和修订上的作者。Author of the comments and changes.")]
Force = Annotated[bool, typer.Option("--force", help="覆盖已有的文件。Replace files that exist.")]


@judges
def annotate(
    files: Files,
    output: Output,
    fixes: FixesOption = Fixes.COMMENT,
    least: Least = Severities.INFO,
    author: Author = AUTHOR,
    force: Force = False,
    judging: Judging = AS_CONFIGURED,
    time_limit: TimeLimit = SECONDS,
) -> None:
    """把问题批注在原来的 Word、Excel 文件上。Findings as comments in the Word or Excel file itself."""
    if not author.strip():
        fail("--author 不能为空 / --author has to be a name")
    with explained(judging.lang):
        _, spoken = judging.configured(files)
        options = judging.options(spoken, gather=True, seconds=time_limit)
        plan = Plan(
            tuple(files),
            options,
            judging.config,
            judging.no_config,
            cached=False,
            documents=True,
            history=judging.past(),
        )
        how = AnnotateOptions(spoken, fixes, Severity(least.value), author.strip(), profile=judging.profile)
        code = annotate_files(Order(plan, how, output, force))
    raise typer.Exit(code)

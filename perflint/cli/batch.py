"""`perflint batch`: more tables than one machine should hold, on Dask; Parquet out."""

import os
import sys
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perflint.cli.exits import CLEAN, FOUND, NOTHING, WRONG, complain, explained, fail, write
from perflint.cli.judging import AS_CONFIGURED, Judging, judges
from perflint.cli.options import ExitFrom, FailOn, NoProgress, TimeLimit
from perflint.judge import Severity
from perflint.workspace.processes.timing import SECONDS
from perflint.workspace.runs.discovering import config_for

if TYPE_CHECKING:
    from perflint.cluster.running import Summary, Tell

_NEEDED = ("distributed", "pyarrow", "fsspec", "cryptography")
_MISSING = """\
批量审核需要 distributed、pyarrow、fsspec；请在 perflint 的源码文件夹里运行：pip install ".[batch]"
perflint: a batch needs distributed, pyarrow and fsspec; in a checkout of perflint, run: pip install ".[batch]\""""
_STEPS = {
    "inspect": ("审核", "inspected"), "survey": ("归集", "surveyed"), "compare": ("跨表比较", "compared"), "finish": ("汇总", "put together"),
    "count": ("编号", "numbered"), "write": ("写出", "written"),
}  # fmt: skip
_SAID = {
    "zh": "{folder}：{tables} 张表，错误 {errors}，警告 {warnings}，提示 {infos}；无法读取或审核 {unreadable} 个文件；先前已审核 {done} 个文件\n",
    "en": "{folder}: {tables} tables, {errors} errors, {warnings} warnings, {infos} infos; {unreadable} files could not be"
    " read or checked; {done} files had been inspected before\n",
}


class Form(StrEnum):
    """The formats of a batch's result."""

    PARQUET = "parquet"
    JSONL = "jsonl"


Source = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE", help="文件夹、zip、Parquet 文件，或 fsspec 地址。Folder, zip, Parquet file or fsspec address."
    ),
]
Output = Annotated[
    Path, typer.Option("--output", "-o", metavar="DIR", help="结果写到哪个文件夹。Folder for the result.")
]
Workers = Annotated[
    int, typer.Option(min=0, help="本机用几个进程（默认：处理器个数）。Workers on this machine; default: processors.")
]
Scheduler = Annotated[str, typer.Option(metavar="ADDRESS", help="已有的 Dask 集群。A Dask cluster that runs already.")]
FormOption = Annotated[Form, typer.Option("--format", help="结果的格式。Format of the result.")]
Size = Annotated[int, typer.Option("--partition", min=1, help="每批几个文件。Files a partition.")]


@judges
def batch(
    source: Source,
    output: Output,
    workers: Workers = 0,
    scheduler: Scheduler = "",
    form: FormOption = Form.PARQUET,
    partition: Size = 500,
    judging: Judging = AS_CONFIGURED,
    fail_on: ExitFrom = None,
    no_progress: NoProgress = False,
    time_limit: TimeLimit = SECONDS,
) -> None:
    """批量审核：一台机器放不下的表，结果写成 Parquet。Check more tables than one machine should hold; Parquet out."""
    if any(find_spec(name) is None for name in _NEEDED):
        fail(_MISSING)
    from perflint.cluster.parts import SourceError  # noqa: PLC0415  # no other command pays for it
    from perflint.cluster.running import Order, run_batch  # noqa: PLC0415  # the same

    place = [Path(source)] if Path(source).exists() else None
    with explained():
        configured, spoken = judging.configured(place)
        options = judging.options(spoken, gather=True, summarize=True, seconds=time_limit)
        config = config_for(Path(source), judging.plan(place, options))
        order = Order(source, output, config, options, partition, workers or os.cpu_count() or 1, scheduler, form.value)
        try:
            summary = run_batch(order, _progress(spoken, wanted=not no_progress))
        except (SourceError, OSError) as fault:
            fail(str(fault))
    counts = summary.summary
    said = {
        "tables": counts["tables"],
        "errors": counts["errors"],
        "warnings": counts["warnings"],
        "infos": counts["infos"],
    }
    write(_SAID[spoken].format(folder=output, unreadable=summary.unreadable, done=summary.done_before, **said))
    raise typer.Exit(_exit_code(summary, fail_on or FailOn(configured.fail_on or "error")))


def _progress(lang: str, *, wanted: bool) -> "Tell":
    """Return what tells on standard error how far a step is, about twenty times a step."""

    def tell(step: str, done: int, total: int) -> None:
        if wanted and (done == total or done % max(1, total // 20) == 0):
            complain(f"perflint: {_STEPS[step][lang == 'en']} {done}/{total}\n")
            sys.stderr.flush()

    return tell


def _exit_code(summary: "Summary", fail_on: FailOn) -> int:
    if summary.unreadable:
        return WRONG
    counts = [summary.summary[name] for name in ("errors", "warnings", "infos")]
    if not summary.summary["tables"] and not any(counts):
        return NOTHING
    if fail_on is FailOn.NEVER:
        return CLEAN
    return FOUND if any(counts[: Severity(fail_on.value).rank + 1]) else CLEAN

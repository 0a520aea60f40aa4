"""A review made from a batch's result, for one agency, without its tables."""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from perflint.cli import declaring as typer
from perflint.cli.exits import fail
from perflint.cli.judging import Judging
from perflint.cli.language import Language
from perflint.judge import Severity
from perflint.workspace.checking import Options

if TYPE_CHECKING:
    from perflint.report.review.model import Review

From = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="DIR",
        help="perflint batch 的结果：不读表，由结果写出一个单位的审核意见。Result of `perflint batch`: the review of one agency, without its tables.",
    ),
]
Agency = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="哪个单位（与 --from 同用），可以不写编码和“本级”。Which agency (with --from); code and 本级 may be left out.",
    ),
]
_MISSING = """\
读取批量审核的结果需要 pyarrow；请在 perflint 的源码文件夹里运行：pip install ".[batch]"
perflint: reading the result of a batch needs pyarrow; in a checkout of perflint, run: pip install ".[batch]\""""
_OF_BATCH = ("lang", "config", "no_config")


def refuse_others(judging: Judging, others: Mapping[str, object]) -> None:
    """End where an option is given that decided, or would have, when the tables were judged.

    Raises:
        SystemExit: one is.
    """
    every = {**others, **{name: value for name, value in judging._asdict().items() if name not in _OF_BATCH}}
    if given := [name if name.isupper() else f"--{name.replace('_', '-')}" for name, value in every.items() if value]:
        fail(
            f"--from 的表已经审核过，不能与 {'、'.join(given)} 同用 / "
            f"the tables of --from are judged already: not with {', '.join(given)}"
        )


def review_from(folder: Path, agency: str, judging: Judging, date: str, reviewer: str, least: Severity) -> "Review":
    """Return the review of one agency; the rules' pages are those of the configuration.

    Raises:
        SystemExit: the folder is no batch's result, it knows no such agency, or another language is wanted than it has.
    """
    if find_spec("pyarrow") is None:
        fail(_MISSING)
    from perflint.cluster.reviewing import ResultError, language_of, report_on  # noqa: PLC0415  # no other command pays for it
    from perflint.workspace.runs.reviewing import review_of  # noqa: PLC0415  # the same

    try:
        lang = Language(language_of(folder))
        if judging.lang not in {None, lang}:
            fail(
                f"{folder}: 结果是用 --lang {lang} 写的；要另一种语言，请重新运行 perflint batch / "
                f"written with --lang {lang}; for another language, run `perflint batch` again"
            )
        report = report_on(folder, agency)
    except ResultError as fault:
        fail(str(fault))
    return review_of(report, Options(lang), judging.configured([folder])[0], date, reviewer, least)

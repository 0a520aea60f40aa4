"""A review rendered in the format asked for, and written to a file or to standard output."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from perflint.cli.exits import fail, write, write_all
from perflint.judge import Severity
from perflint.report.review.library import Missing
from perflint.workspace.disk.writing import write_whole_file

if TYPE_CHECKING:
    from perflint.report.document import Report
    from perflint.report.review.model import Review
    from perflint.workspace.configuration.config import Config
    from perflint.workspace.runs.discovering import Plan


class Kind(StrEnum):
    """The formats of a review."""

    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    MD = "md"
    JSON = "json"


_EXTENSIONS = {f".{kind.value}": kind for kind in Kind} | {".htm": Kind.HTML, ".markdown": Kind.MD}
_OFFICE = {Kind.DOCX, Kind.XLSX}


def kind_for(asked: Kind | None, output: Path | None) -> Kind:
    """Return the format asked for, else the one that the extension tells.

    Raises:
        SystemExit: neither tells, or an office document is wanted on standard output, or the file is a table's.
    """
    if into_folder(asked, output):
        return asked or Kind.HTML
    known = _EXTENSIONS.get(output.suffix.lower()) if output else None
    kind = asked or known
    if output is None and (asked is None or asked in _OFFICE):
        fail("请用 -o 指定要写的文件，如 -o 审核意见.html / name the file to write, as in -o review.html")
    if output is not None and output.suffix.lower() in {".yaml", ".yml"}:
        fail(f"不会把报告写进表格文件 / a report is not written over a table: {output}")
    if kind is None:
        fail(f"从扩展名看不出格式 / the extension does not tell the format: {output} ({', '.join(Kind)})")
        raise AssertionError
    return kind


def page(report: "Report", plan: "Plan", configured: "Config", least: Severity) -> Iterator[str]:
    """Yield a run that was asked for summaries of its tables as the page that `perflint report` writes, dated today."""
    from perflint.report.review.html.page import render_html  # noqa: PLC0415  # only what is asked for is loaded
    from perflint.workspace.runs.reviewing import review_of  # noqa: PLC0415

    return render_html(review_of(report, plan.options, configured, today().isoformat(), "", least))


def today() -> date:
    """Return the day on the clock of this place."""
    return datetime.now(UTC).astimezone().date()


def into_folder(asked: Kind | None, output: Path | None) -> bool:
    """Return whether a review goes into a folder, a file an agency: one that is there, or a name that tells no format."""
    return output is not None and (output.is_dir() or (asked is None and not output.suffix))


def deliver_each(review: "Review", kind: Kind, folder: Path) -> None:
    """Write the part of each agency into a file of its own, and `index.html` with the totals and the way to each.

    Raises:
        SystemExit: a library is missing, or a file cannot be written.
    """
    from urllib.parse import quote  # noqa: PLC0415  # for folders alone

    from perflint.office.export import file_names  # noqa: PLC0415
    from perflint.report.review.html.page import render_index  # noqa: PLC0415
    from perflint.report.review.totals import of_agency  # noqa: PLC0415

    names = file_names(["index", *(total.agency for total in review.agencies)])[1:]
    files = [f"{name}.{kind}" for name in names]
    for total, file in zip(review.agencies, files, strict=True):
        deliver(of_agency(review, total), kind, folder / file, folders=True)
    try:
        index = "".join(render_index(review, [quote(file) for file in files])).encode()
        write_whole_file(folder / "index.html", (index,), over=True, folders=True)
        write(_written(review, folder / "index.html") + "\n")
    except OSError as fault:
        fail(f"无法写入 / cannot write {folder / 'index.html'}: {fault.strerror}")


def deliver(review: "Review", kind: Kind, output: Path | None, *, folders: bool = False) -> None:
    """Write a review; with `folders` the folder of the file is made, too.

    Raises:
        SystemExit: a library is missing, or the file cannot be written.
    """
    try:
        data = _bytes(review, kind) if output else b""
        if output is None:
            write_all(_texts(kind)(review))
        else:
            write_whole_file(output, (data,), over=True, folders=folders)
            write(_written(review, output) + "\n")
    except Missing as fault:
        fail(fault.en if review.lang == "en" else fault.zh)
    except OSError as fault:
        fail(f"无法写入 / cannot write {output}: {fault.strerror}")


def _written(review: "Review", output: Path) -> str:
    from perflint.report.review.words import verdict_counts, word  # noqa: PLC0415  # only once something is written

    count, verdicts = review.count.all, verdict_counts(review)
    return word("written", review.lang, path=output, tables=len(review.sheets), verdicts=verdicts, findings=count)


def _bytes(review: "Review", kind: Kind) -> bytes:
    if kind is Kind.DOCX:
        from perflint.report.review.word.document import render_docx  # noqa: PLC0415  # a heavy library

        return render_docx(review)
    if kind is Kind.XLSX:
        from perflint.report.review.excel.workbook import render_xlsx  # noqa: PLC0415  # a heavy library

        return render_xlsx(review)
    return "".join(_texts(kind)(review)).encode()


def _texts(kind: Kind) -> Callable[["Review"], Iterator[str]]:
    from perflint.report.review.data import render_data  # noqa: PLC0415  # only what is asked for is loaded
    from perflint.report.review.html.page import render_html  # noqa: PLC0415
    from perflint.report.review.markdown import render_markdown  # noqa: PLC0415

    return {Kind.HTML: render_html, Kind.MD: render_markdown}.get(kind, render_data)

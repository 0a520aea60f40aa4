"""The files that are offered for download, written into the folder of an upload."""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from perflint.office.export import file_names, write_excel, write_word
from perflint.office.export.sheet import Sheet
from perflint.report.review.excel.workbook import render_xlsx
from perflint.report.review.html.page import render_html
from perflint.report.review.model import Review
from perflint.report.review.word.document import render_docx
from perflint.web.opening import Opened
from perflint.web.outcome import Download
from perflint.web.words import say

_DAY = (1980, 1, 1, 0, 0, 0)  # archives of the same tables are the same


class Desk:
    """Writes files into a folder, numbered, and keeps the list of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.written: list[Download] = []

    @property
    def offered(self) -> tuple[Download, ...]:
        """The files in the order in which they are offered: one's own file with comments before all others."""
        return tuple(sorted(self.written, key=lambda one: one.kind != "annotated"))

    def put(self, kind: str, name: str, data: bytes) -> None:
        """Write one file that is offered under a name."""
        file = f"download-{len(self.written)}"
        (self._folder / file).write_bytes(data)
        self.written.append(Download(kind, name, file, len(data)))

    def put_several(self, kind: str, name: str, files: Sequence[tuple[str, bytes]]) -> None:
        """Write files: one as it is, several in an archive."""
        if len(files) == 1:
            self.put(kind, *files[0])
        elif files:
            self.put(kind, f"{name}.zip", _archive(files))


def put_review(desk: Desk, review: Review) -> None:
    """Write the review in the formats that a department opens."""
    name = say("review_name", review.lang)
    desk.put("review_docx", f"{name}.docx", render_docx(review))
    desk.put("review_xlsx", f"{name}.xlsx", render_xlsx(review))
    desk.put("review_html", f"{name}.html", "".join(render_html(review)).encode("utf-8", "replace"))


def put_tables(desk: Desk, files: Sequence[Opened], lang: str) -> None:
    """Write the tables as YAML, a file for each that was uploaded."""
    names = file_names(Path(one.item.name).stem for one in files)
    data = [(f"{name}.yaml", one.yaml) for name, one in zip(names, files, strict=True)]
    desk.put_several("tables_yaml", say("tables_name", lang), data)


def put_forms(desk: Desk, sheets: Sequence[Sheet], lang: str) -> None:
    """Write the corrected forms.

    Raises:
        TooLong: a text that no cell of a workbook can hold; the Word document is written by then.
    """
    name = say("form_name", lang)
    writers: tuple[tuple[str, Callable[[Sequence[Sheet]], bytes]], ...] = (("docx", write_word), ("xlsx", write_excel))
    for kind, write in writers:
        desk.put(f"form_{kind}", f"{name}.{kind}", write(sheets))


def _archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _told_apart(files):
            archive.writestr(zipfile.ZipInfo(name, _DAY), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _told_apart(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    taken: set[str] = set()
    for name, data in files:
        path, number, candidate = Path(name), 1, name
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{path.stem}-{number}{path.suffix}"
        taken.add(candidate.casefold())
        yield candidate, data

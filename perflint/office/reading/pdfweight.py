"""How much a PDF draws: counted in a first pass that lays nothing out, so that a small file cannot ask for hours."""

from collections.abc import Sequence
from typing import Any, Final

from perflint.office.reading.limits import MOST_TEXT, too_much

MOST_CHARACTERS: Final = 60_000  # of a page; a page of the densest form has some 6,000
MOST_LINES: Final = 20_000  # of a page; a form has some hundred
MOST_INSERTIONS: Final = 2_000  # drawings that a page puts in, each of which may put in others


def weigh(pages: Sequence[Any]) -> None:
    """Let pages pass that can be laid out in good time.

    Raises:
        Unopened: one of them draws more characters, lines or insertions than that, or all together do.
    """
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager  # noqa: PLC0415  # an extra, slow to import

    total = 0
    resources = PDFResourceManager()
    for page in pages:
        scale = _scale()
        PDFPageInterpreter(resources, scale).process_page(page.page_obj)
        total += scale.characters
        if total > MOST_TEXT:
            raise too_much("字符", "characters", total, MOST_TEXT)


def _scale() -> Any:  # noqa: ANN401  # a class of the library, which is imported late
    from pdfminer.pdfdevice import PDFDevice  # noqa: PLC0415  # as above

    class Scale(PDFDevice):
        """A device that draws nothing and counts."""

        def __init__(self) -> None:
            super().__init__(None)  # type: ignore[arg-type]  # it never asks for resources
            self.characters = self.lines = self.insertions = 0

        def render_string(self, _state: object, seq: Any, *_more: object) -> None:  # noqa: ANN401  # as the library has it
            self.characters += sum(len(part) for part in seq if isinstance(part, (bytes, str)))
            _bound("一页的字符", "characters on a page", self.characters, MOST_CHARACTERS)

        def paint_path(self, _graphic: object, _stroke: object, _fill: object, _evenodd: object, path: Any) -> None:  # noqa: ANN401
            self.lines += len(path)
            _bound("一页的线条", "lines on a page", self.lines, MOST_LINES)

        def begin_figure(self, *_more: object) -> None:
            self.insertions += 1
            _bound("一页的图形", "drawings on a page", self.insertions, MOST_INSERTIONS)

        def render_image(self, *_more: object) -> None:
            self.insertions += 1
            _bound("一页的图形", "drawings on a page", self.insertions, MOST_INSERTIONS)

    return Scale()


def _bound(zh: str, en: str, found: int, most: int) -> None:
    if found > most:
        raise too_much(zh, en, found, most)

"""A document and its findings → the document with comments."""

from collections.abc import Iterator, Sequence

from perflint.judge import Finding, load_pack
from perflint.office.annotate.excel import annotate_excel, take_out_of_workbook
from perflint.office.annotate.kinds import check_kind, check_signatures, is_word
from perflint.office.annotate.options import Annotated, AnnotateOptions, Refused
from perflint.office.annotate.origins import origins_of
from perflint.office.annotate.package import Package, open_package
from perflint.office.annotate.word import annotate_word, main_part
from perflint.office.annotate.wordown import take_out
from perflint.office.grid import Paper, Paragraph
from perflint.office.reading import read_document


def annotate(data: bytes, name: str, findings: Sequence[Finding], options: AnnotateOptions | None = None) -> Annotated:
    """Return a document with each of its findings as a comment; what perflint wrote into it before is replaced.

    `findings` are those of this document alone, as a check of `data` under `name` yields them.

    Raises:
        Refused: the document cannot be annotated; the exception says why, in both languages.
        Unopened: it cannot be read.
    """
    options = options or AnnotateOptions()
    package = _opened(data, name)
    origins = origins_of(data, name, options)
    rules = {rule.id: rule for rule in load_pack(options.packs).rules}
    chosen = [one for one in findings if one.severity.rank <= options.minimum.rank and one.suppressed is None]
    write = annotate_word if is_word(name) else annotate_excel
    made = write(package, origins, chosen, options, rules)
    _prove(origins.paper, read_document(made.data, name), made.changed)
    return made


def without_own(data: bytes, name: str) -> bytes:
    """Return a document without what perflint wrote into it before; the same bytes where there is nothing of it.

    Raises:
        Refused: the document cannot be annotated.
        Unopened: it cannot be read.
    """
    package = _opened(data, name)
    taken = take_out(package, main_part(package)) if is_word(name) else take_out_of_workbook(package)
    return package.bytes() if taken else data


def _prove(before: Paper, after: Paper, changed: frozenset[str]) -> None:
    """Let pass a document that reads as it did, but for the cells that hold a tracked change.

    Raises:
        Refused: something else reads otherwise.
    """
    if list(_texts(before, changed)) != list(_texts(after, changed)):
        raise Refused(
            "加批注会改动文件里的其他文字，未加批注；请用 Word、Excel 或 WPS 打开后另存，再试",
            "the comments would have changed other text of the file, and it was not annotated;"
            " open it in Word, Excel or WPS, save it again, then try",
        )


def _texts(paper: Paper, left_out: frozenset[str]) -> Iterator[tuple[str, str]]:
    for part in paper.parts:
        pieces = (part,) if isinstance(part, Paragraph) else part.cells
        yield from ((piece.place, piece.text) for piece in pieces if piece.place not in left_out)


def _opened(data: bytes, name: str) -> Package:
    check_kind(data, name)
    package = open_package(data)
    check_signatures(package)
    return package

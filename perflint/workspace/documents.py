"""Office documents checked as they are: imported in memory, findings by table, row and column of the document."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from perflint.across.summary import Member, Note, encoded, led
from perflint.judge import Finding, InputError
from perflint.judge.inspection import Inspection
from perflint.pattern import pattern
from perflint.source import Source, read_source
from perflint.source.place import Place
from perflint.workspace.configuration.config import Config
from perflint.workspace.disk.discovery import OFFICE
from perflint.workspace.processes.timing import SECONDS

# Templates and workbooks of other kinds: answered with what to save them as, not taken for YAML.
_TURNED_AWAY = (".dotx", ".dotm", ".dot", ".wpt", ".xlsb", ".xltx", ".xltm", ".xlt", ".ett")
DOCUMENTS = (
    *OFFICE,
    ".rtf",
    ".html",
    ".htm",
    ".mht",
    ".mhtml",
    ".xml",
    ".txt",
    ".tsv",
    ".csv",
    ".md",
    ".pdf",
    *_TURNED_AWAY,
)
_LIBRARIES = ("docx", "openpyxl", "lxml")
_ROW, _COLUMN = pattern(r"第(\d+)(?:行|段)"), pattern(r"第(\d+)列")
_SHEET = pattern(r"!([A-Z]{1,3})(\d+)$")


class Document(Struct, frozen=True):
    """A document's tables as a YAML stream, and the place in the document of each JSON Pointer of it."""

    source: Source
    places: Mapping[str, str]
    heads: tuple[str, ...]

    def place_of(self, pointer: str) -> str:
        """Return the place of a cell, or of the row or table that it is missing in; "" where nothing is known."""
        table = int(number) if (number := pointer.partition("/")[0].removeprefix("#")) else 0
        while pointer:
            if found := self.places.get(pointer):
                return found
            pointer = pointer.rpartition("/")[0]
        return self.heads[table] if table < len(self.heads) else ""


def is_document(path: str) -> bool:
    """Return whether a file is an office document by its name."""
    return path.lower().endswith(DOCUMENTS)


@cache
def can_read() -> bool:
    """Return whether the libraries that read Word and Excel files are installed (the extra `office`)."""
    from importlib.util import find_spec  # noqa: PLC0415  # most runs see no office document

    return all(find_spec(name) is not None for name in _LIBRARIES)


def open_document(
    data: bytes, path: str, config: Config, lang: str, profile: str = "", seconds: float = SECONDS
) -> Document | InputError:
    """Return a document's tables as a YAML stream, or why it cannot be opened.

    Raises:
        TimeUp: it takes longer than `seconds`.
    """
    from perflint.office.grid import Unopened  # noqa: PLC0415  # most runs see no office document
    from perflint.office.yamlwriting import places, write_table  # noqa: PLC0415
    from perflint.workspace.processes.papers import recognised  # noqa: PLC0415

    try:
        found = recognised(data, path.rpartition("/")[2], profile, config.packs, seconds)
    except Unopened as fault:
        return InputError(path, fault.en if lang == "en" else fault.zh)
    held_at: dict[str, str] = {}
    heads = []
    for number, draft in enumerate(found.tables):
        lead = f"#{number}" if number else ""
        held = {lead + pointer: place for pointer, place in places(draft.tree).items() if place}
        heads.append(next(iter(held.values()), ""))
        held_at.update(held)
    stream = "---\n".join(write_table(draft.tree) for draft in found.tables)
    return Document(read_source(stream.encode(), path), held_at, tuple(heads))


def relocated(inspection: Inspection, document: Document) -> Inspection:
    """Return an inspection with places of the document instead of places of the YAML in memory; nothing is fixable."""
    findings = tuple(_said(finding, document) for finding in inspection.findings)
    return replace(
        inspection,
        findings=findings,
        glance=_mapped(inspection.glance, document),
        table_summaries=_mapped(inspection.table_summaries, document),
    )


def _said(finding: Finding, document: Document) -> Finding:
    place = document.place_of(finding.place.pointer)
    related = tuple(
        replace(one, place=_place(one.place, document), message=led(document.place_of(one.place.pointer), one.message))
        for one in finding.related
    )
    return replace(
        finding,
        place=_place(finding.place, document),
        message=led(place, finding.message),
        excerpt="",
        related=related,
        fix=None,
        proposed=finding.fix,
    )


def _place(place: Place, document: Document) -> Place:
    line, column = numbers(document.place_of(place.pointer))
    return replace(place, line=line, column=column, end_line=line, end_column=column)


def numbers(place: str) -> tuple[int, int]:
    """Return row and column, from 1, of a place as a person names it: `表2 第5行第3列`, `Sheet1!C5`, `第12行`."""
    sheet = _SHEET.search(place)
    if sheet:
        column = 0
        for letter in sheet[1]:
            column = column * 26 + ord(letter) - 64
        return int(sheet[2]), column
    row, column_found = _ROW.search(place), _COLUMN.search(place)
    return int(row[1]) if row else 1, int(column_found[1]) if column_found else 1


def _mapped(value: Any, document: Document) -> Any:  # noqa: ANN401  # whatever an inspection holds
    """Return a value with each place in it moved, however deep it stands."""
    if isinstance(value, Place):
        return _place(value, document)
    if isinstance(value, Note):
        label = document.place_of(value.pointer)
        line, column = numbers(label)
        return value._replace(line=line, column=column, end_line=line, end_column=column, excerpt="", label=label)
    if isinstance(value, Member):
        return value._replace(encoded=encoded(_mapped(value.sheet(), document)))
    return _mapped_inside(value, document)


def _mapped_inside(value: Any, document: Document) -> Any:  # noqa: ANN401  # the same
    if isinstance(value, dict):
        return {key: _mapped(part, document) for key, part in value.items()}
    if isinstance(value, tuple):
        parts = [_mapped(part, document) for part in value]
        make: Callable[..., Any] = getattr(type(value), "_make", tuple)
        return make(parts)
    if isinstance(value, Struct):
        fields = {name: _mapped(part, document) for name, part in asdict(value).items()}
        return replace(value, **fields)
    return value

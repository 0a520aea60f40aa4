"""Uploaded files opened: each a YAML source under the name that it came with, whatever kind of file it was."""

from msgspec import Struct
from msgspec.structs import replace

from perflint.judge import Finding, InputError
from perflint.judge.inspection import Inspection, inspect_source
from perflint.model import read_tables
from perflint.source import Source, Unreadable, read_source
from perflint.source.place import Place
from perflint.web.unpacking import Item
from perflint.web.words import say
from perflint.workspace.checking import Checker
from perflint.workspace.documents import Document, is_document, numbers, open_document, relocated

_YAML = (".yaml", ".yml")
_EITHER = (".txt", ".md")


class Opened(Struct, frozen=True):
    """One file: its name and bytes, its tables as a YAML source, and, for a document, the places of its cells."""

    item: Item
    source: Source
    document: Document | None

    @property
    def yaml(self) -> bytes:
        """The tables as YAML: what was uploaded, or what was made of a document."""
        return self.item.data if self.document is None else self.source.text.encode("utf-8", "replace")


def opened(item: Item, checker: Checker, seconds: float) -> Opened | InputError:
    """Return a file opened, or why it cannot be.

    Raises:
        TimeUp: it takes longer than `seconds`.
    """
    name, lang = item.name, checker.options.lang
    if name.lower().endswith(_YAML):
        return _yaml(item, lang)
    if not is_document(name):
        return InputError(name, say("unknown", lang))
    document = open_document(item.data, name, checker.config, lang, checker.options.profile, seconds)
    if isinstance(document, InputError):
        return document
    if document.heads:
        return Opened(item, document.source, document)
    either = _yaml(item, lang) if name.lower().endswith(_EITHER) else None
    if isinstance(either, Opened) and read_tables(either.source, checker.printed_names()).tables:
        return either
    return InputError(name, say("no_table", lang))


def _yaml(item: Item, lang: str) -> Opened | InputError:
    try:
        return Opened(item, read_source(item.data, item.name), None)
    except Unreadable as fault:
        return InputError(item.name, fault.en if lang == "en" else fault.zh)


def inspected(one: Opened, checker: Checker) -> Inspection:
    """Return what is found in a file, with rows and columns of the document for lines and columns."""
    usual = checker.engine(checker.default_profile())
    found = inspect_source(one.source, usual, checker.engine_for, checker.printed_names(), summarize=True)
    if one.document is None:
        return found
    document = one.document
    findings = tuple(_placed(finding, document) for finding in found.findings)
    return replace(found, findings=findings, glance=relocated(found, document).glance)


def _placed(finding: Finding, document: Document) -> Finding:
    """Return a finding with its row and column in the document; its fix still means the YAML."""
    related = tuple(replace(one, place=_place(one.place, document)) for one in finding.related)
    return replace(finding, place=_place(finding.place, document), related=related)


def _place(place: Place, document: Document) -> Place:
    row, column = numbers(document.place_of(place.pointer))
    return replace(place, line=row, column=column, end_line=row, end_column=column)

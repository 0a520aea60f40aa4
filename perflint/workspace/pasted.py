"""What standard input holds: a table as YAML, or a document, or text as people paste it."""

from perflint.model import catalogue
from perflint.pattern import pattern
from perflint.source import NodeKind, read_source
from perflint.source.fault import Unreadable
from perflint.typography import is_blank

UNNAMED = "stdin.yaml"
_KEY = pattern(r"^([A-Za-z_]\w*|[\u4e00-\u9fff（）()]{2,12})[ ]*:(?:[ ]|$)")
_MOST_LINES = 400


def name_of(data: bytes, name: str) -> str:
    """Return the name that standard input is read under: the one given, else `stdin.txt` or the like for what is no YAML."""
    if name != UNNAMED or not data.strip() or _is_yaml(data, name):
        return name
    from perflint.office.grid import Unopened  # noqa: PLC0415  # most runs see no document
    from perflint.office.reading.sniffing import Held, held_in  # noqa: PLC0415

    try:
        held, _ = held_in(data, "")
    except Unopened:
        return "stdin.docx"
    if held in {Held.OTHER, Held.TEXT}:
        return name if _has_keys(data) else "stdin.txt"
    return f"stdin{held.value}" if held.value.startswith(".") else name


def _is_yaml(data: bytes, name: str) -> bool:
    """Return whether bytes are YAML whose documents are mappings, or nothing at all."""
    try:
        source = read_source(data, name)
    except Unreadable:
        return False
    if is_blank(source.text):
        return True
    return not source.faults and bool(source.roots) and all(root.kind is NodeKind.MAPPING for root in source.roots)


def _has_keys(data: bytes) -> bool:
    """Return whether a line begins with a key of the format, or no line can be read: then that is what is told."""
    known = catalogue().spelled["table"].keys() | catalogue().spelled["file"].keys()
    try:
        lines = read_source(data, UNNAMED).text.splitlines()[:_MOST_LINES]
    except Unreadable:
        return True
    return any((found := _KEY.match(line)) and found[1] in known for line in lines)

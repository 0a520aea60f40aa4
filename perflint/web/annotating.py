"""The uploaded documents back with their findings as comments, where this installation can write those."""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from msgspec.structs import replace

from perflint.judge import Finding
from perflint.judge.inspection import Inspection
from perflint.office.grid import Unopened
from perflint.web.delivering import Desk
from perflint.web.opening import Opened
from perflint.web.unpacking import Item
from perflint.web.words import say
from perflint.workspace.documents import relocated

_ANNOTATE = "perflint.office.annotate"


def without_own(item: Item) -> Item:
    """Return an uploaded document without comments that perflint wrote into it before; they are not judged again."""
    annotate = _module()
    if annotate is None or not annotate.can_annotate(item.name):
        return item
    try:
        return Item(item.name, annotate.without_own(item.data, item.name))
    except (Unopened, annotate.Refused):  # opening it says why
        return item


def put_annotated(
    desk: Desk, files: Sequence[Opened], inspections: Iterable[Inspection], findings: Iterable[Finding], lang: str
) -> list[str]:
    """Write the annotated originals; return what is to be said of documents that have none."""
    annotate = _module()
    if annotate is None:
        return []
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.place.path, []).append(finding)
    made, notes = [], []
    for one, inspection in zip(files, inspections, strict=True):
        if not annotate.can_annotate(one.item.name):
            continue
        try:
            data = _annotated(annotate, one, inspection, found, lang)
            made.append((f"{Path(one.item.name).stem}{say('annotated_mark', lang)}{Path(one.item.name).suffix}", data))
        except (Unopened, annotate.Refused) as fault:
            notes.append(f"{one.item.name}{say('colon', lang)}{fault.en if lang == 'en' else fault.zh}")
    desk.put_several("annotated", say("annotated_name", lang), made)
    return [*notes, *([say("no_comments", lang)] if len(made) + len(notes) < len(files) else [])]


def _annotated(
    annotate: ModuleType, one: Opened, inspection: Inspection, found: Mapping[str, list[Finding]], lang: str
) -> bytes:
    findings = tuple(found.get(one.item.name, ()))
    if one.document is not None:  # as a check of the document itself yields them
        findings = relocated(replace(inspection, findings=findings), one.document).findings
    made: bytes = annotate.annotate(one.item.data, one.item.name, findings, annotate.AnnotateOptions(lang=lang)).data
    return made


def _module() -> ModuleType | None:
    """Return the room that annotates; None in an installation without it."""
    return import_module(_ANNOTATE) if find_spec(_ANNOTATE) else None

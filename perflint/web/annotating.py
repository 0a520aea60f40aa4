"""The uploaded documents back with their findings as comments."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from perflint.judge import Finding
from perflint.judge.inspection import Inspection
from perflint.office import annotate as comments
from perflint.office.annotate import AnnotateOptions, Refused, can_annotate
from perflint.office.grid import Unopened
from perflint.web.delivering import Desk
from perflint.web.opening import Opened
from perflint.web.unpacking import Item
from perflint.web.words import say
from perflint.workspace.documents import relocated


def without_own(item: Item) -> Item:
    """Return an uploaded document without comments that perflint wrote into it before; they are not judged again."""
    if not can_annotate(item.name):
        return item
    try:
        return Item(item.name, comments.without_own(item.data, item.name))
    except (Unopened, Refused):  # opening it says why
        return item


def put_annotated(
    desk: Desk, files: Sequence[Opened], inspections: Iterable[Inspection], findings: Iterable[Finding], lang: str
) -> list[str]:
    """Write the annotated originals; return what is to be said of documents that have none."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.place.path, []).append(finding)
    made, notes = [], []
    for one, inspection in zip(files, inspections, strict=True):
        if not can_annotate(one.item.name):
            continue
        try:
            data = _annotated(one, inspection, found, lang)
            made.append((f"{Path(one.item.name).stem}{say('annotated_mark', lang)}{Path(one.item.name).suffix}", data))
        except (Unopened, Refused) as fault:
            notes.append(f"{one.item.name}{say('colon', lang)}{fault.en if lang == 'en' else fault.zh}")
    desk.put_several("annotated", say("annotated_name", lang), made)
    return [*notes, *([say("no_comments", lang)] if len(made) + len(notes) < len(files) else [])]


def _annotated(one: Opened, inspection: Inspection, found: Mapping[str, list[Finding]], lang: str) -> bytes:
    findings = tuple(found.get(one.item.name, ()))
    if one.document is not None:  # as a check of the document itself yields them
        findings = relocated(replace(inspection, findings=findings), one.document).findings
    return comments.annotate(one.item.data, one.item.name, findings, AnnotateOptions(lang=lang)).data

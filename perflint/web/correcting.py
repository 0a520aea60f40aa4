"""The tables of an upload with their certain slips mended, on the official form."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from perflint.model import load_profiles, read_tables
from perflint.office.export import Sheet, file_names, lay_out, template_for
from perflint.source import Unreadable, read_source
from perflint.web.opening import Opened
from perflint.workspace.checking import Checker
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.fixing import mend_all


class Corrected(Struct, frozen=True):
    """The forms of all tables, and how many places were mended in them."""

    sheets: tuple[Sheet, ...]
    mended: int


def corrected(files: Sequence[Opened], folder: Path, checker: Checker) -> Corrected:
    """Return the tables after all safe fixes, laid out; `folder` is one that nothing else lies in."""
    folder.mkdir()
    names = file_names(Path(one.item.name).stem for one in files)
    paths = [folder / f"{name}.yaml" for name in names]
    for path, one in zip(paths, files, strict=True):
        path.write_bytes(one.yaml)
    plan = Plan(tuple(paths), checker.options, no_config=True, cached=False)
    repairs = {repair.file: repair for repair in mend_all(plan, unsafe=False).repairs}
    data = [repairs[path].after if path in repairs else path.read_bytes() for path in paths]
    sheets = (sheet for one in data for sheet in _sheets(one, checker))
    return Corrected(tuple(sheets), sum(len(repair.mended) for repair in repairs.values()))


def _sheets(data: bytes, checker: Checker) -> Iterator[Sheet]:
    """Yield the forms of a file's tables; one whose YAML is broken is left out, since cells of it would be lost."""
    try:
        source = read_source(data, "table.yaml")
    except Unreadable:
        return
    if source.faults:
        return
    profiles, usual = load_profiles(checker.config.packs), checker.default_profile()
    for table in read_tables(source, checker.printed_names()).tables:
        yield lay_out(table, template_for(table, profiles, usual))

"""What was exported comes back: the import of a form gives the table that it was made of."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from perflint.model import Record, Table, load_profiles, read_tables
from perflint.office.export import Sheet, lay_out, template_for, write_excel, write_word
from perflint.office.reading.opening import read_document
from perflint.office.recognition import recognise
from perflint.office.yamlwriting import write_table
from perflint.source import read_source
from perflint.typography import is_blank
from tests.office.export_tables import TABLES

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*-20*/*.yaml"))
WRITERS: dict[str, Callable[[Sequence[Sheet]], bytes]] = {"docx": write_word, "xlsx": write_excel}
# What the form does not print as a cell of its own, or the import finds out itself.
APART = {"kind", "profile", "extraction", "agency", "agency.code", "agency.name"}
# Printed by the form also where the table does not say it.
USUAL = {"title", "currency_unit", "goals.midterm.from", "goals.midterm.to"}


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_published_table_comes_back(path: Path, kind: str) -> None:
    tables = read_tables(read_source(path.read_bytes(), str(path))).tables
    back = imported(WRITERS[kind]([lay_out(table, template_for(table, load_profiles())) for table in tables]), kind)
    assert len(back) == len(tables)
    for table, again in zip(tables, back, strict=True):
        before, after = dict(cells(table)), dict(cells(again))
        assert before == {name: text for name, text in after.items() if name not in USUAL or name in before}
        assert glued(table) == glued(again)


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("form", ["P", "D1", "D2", "D3", "D"])
def test_filled_form_comes_back(form: str, kind: str) -> None:
    (table,) = read_tables(read_source(TABLES[form].encode(), form)).tables
    (again,) = imported(WRITERS[kind]([lay_out(table, template_for(table, load_profiles()))]), kind)
    before, after = dict(cells(table)), dict(cells(again))
    assert before == {name: text for name, text in after.items() if name not in USUAL or name in before}


def imported(data: bytes, kind: str) -> list[Table]:
    """Return the tables of a document."""
    drafts = recognise(read_document(data, f"form.{kind}")).tables
    texts = [write_table(draft.tree) for draft in drafts]
    return [table for text in texts for table in read_tables(read_source(text.encode(), "back.yaml")).tables]


def cells(table: Table) -> Iterator[tuple[str, str]]:
    """Yield name and text of every filled cell, rows by their place among those that hold anything."""
    damaged = "提取质量：damaged"  # the form has no cell for it: it stands under 备注
    for name, cell in table.cells.items():
        if name not in APART and not is_blank(cell.text) and cell.text != damaged:
            yield name, "\n".join(line.strip() for line in cell.text.strip().split("\n"))
    for name, records in table.records.items():
        filled = [row for record in records if (row := filled_cells(record))]
        for place, row in enumerate(filled):
            yield from ((f"{name}[{place}].{field}", text) for field, text in row.items())
    yield from ((period.name, period.cell.text.strip()) for period in table.plan)


def filled_cells(record: Record) -> dict[str, str]:
    """Return the filled cells of a row, nothing where only its classes are printed; `x-` keys come back as a remark."""
    row = {name: cell.text.strip() for name, cell in record.cells.items() if not is_blank(cell.text)}
    if row.get("remark", "").startswith("x-"):
        del row["remark"]
    return row if row.keys() - {"level1", "level2", "horizon"} else {}


def glued(table: Table) -> str:
    """Return code and name of an agency in one text, whichever stands first."""
    parts = [table.text(name) for name in ("agency", "agency.code", "agency.name")]
    return "".join(sorted("".join(parts).replace(" ", "")))

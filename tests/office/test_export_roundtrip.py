"""What was exported comes back: the import of a form gives the table that it was made of."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from perflint.model import Record, Table, load_profiles, read_tables
from perflint.office.export import Sheet, lay_out, template_for, write_excel, write_word
from perflint.office.reading.opening import read_document
from perflint.office.recognition import recognise
from perflint.office.recognition.draft import Leaf
from perflint.office.yamlwriting import write_table
from perflint.source import read_source
from perflint.typography import is_blank
from tests.office.export_tables import TABLES
from tests.thorough import in_turn

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*-20*/*.yaml"))
WRITERS: dict[str, Callable[[Sequence[Sheet]], bytes]] = {"docx": write_word, "xlsx": write_excel}
# What the form does not print as a cell of its own, or the import finds out itself.
APART = {"kind", "profile", "extraction", "agency", "agency.code", "agency.name"}
# Printed by the form also where the table does not say it.
USUAL = {"title", "currency_unit", "goals.midterm.from", "goals.midterm.to"}


@pytest.mark.parametrize(
    ("path", "kind"),
    in_turn(EXAMPLES, WRITERS),
    ids=lambda one: one if isinstance(one, str) else f"{one.parent.name}-{one.stem}",
)
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


@pytest.mark.parametrize("profile", sorted(load_profiles()))
@pytest.mark.parametrize("form", ["D1", "D2", "D3"])
def test_a_table_comes_back_from_the_form_of_any_profile(form: str, profile: str) -> None:
    text = re.sub(r"^profile: .*$", f"profile: {profile}", TABLES[form], count=1, flags=re.MULTILINE)
    (table,) = read_tables(read_source(text.encode(), form)).tables
    assert table.text("profile") in {profile, ""}
    (again,) = imported(write_word([lay_out(table, template_for(table, load_profiles(), profile))]), "docx")
    before, after = dict(cells(table)), dict(cells(again))
    usual = {*USUAL, "spending_plan_title"}
    assert before == {name: text for name, text in after.items() if name not in usual or name in before}
    assert glued(table) == glued(again)


def test_what_a_form_has_no_cell_for_comes_back_from_the_remarks() -> None:
    text = (
        "{kind: project, profile: mof-2015, year: 2024, project: {name: 甲, fund_rule: 办法, x-经办: 丙}, x-批次: 第二批,\n"
        "x-filled-by: 丁, remark: 原有备注, budget: {total: 5万元, sources: {total: 5万元, general: 5万元}},\n"
        "spending_plan: {3月底: 50%, 6月底: 100%}, tasks: [{name: 修路, content: 十公里, total: '5'}],\n"
        "indicators: [{level1: 产出指标, level2: 数量指标, name: 庚, value: ≥9次, horizon: 中长期, basis: 长期依据},\n"
        "{level1: 产出指标, level2: 数量指标, name: 乙, value: ≥1次, basis: 依据, x-注记: 戊, remark: 己}]}"
    )
    (table,) = read_tables(read_source(text.encode(), "表.yaml")).tables
    template = template_for(table, load_profiles())
    assert template.form == "N"
    data = write_word([lay_out(table, template)])
    (draft,) = recognise(read_document(data, "form.docx")).tables
    (again,) = read_tables(read_source(write_table(draft.tree).encode(), "back.yaml")).tables
    before, after = dict(cells(table)), dict(cells(again))
    usual = {*USUAL, "spending_plan_title"}
    assert before == {name: text for name, text in after.items() if name not in usual or name in before}
    assert (draft.text("x-批次"), draft.text("x-filled-by"), draft.text("project.x-经办")) == ("第二批", "丁", "丙")
    assert [leaf.text for row in draft.rows if isinstance(leaf := row.get("x-注记"), Leaf)] == ["戊"]
    printed = " ".join(cell.text for grid in read_document(data, "form.docx").grids for cell in grid.cells)
    assert "x-" not in printed


def test_the_national_form_of_2015_is_known_again() -> None:
    text = (
        "{kind: project, profile: mof-2015, year: 2024, project: {name: 甲}, budget: {total: 5万元}, indicators: ["
        "{level1: 产出指标, level2: 数量指标, name: 乙, value: ≥1次}, {level1: 满意度指标, level2: 服务对象满意度指标, name: 丙, value: ≥90%}]}"
    )
    (table,) = read_tables(read_source(text.encode(), "表.yaml")).tables
    (again,) = imported(write_word([lay_out(table, template_for(table, load_profiles()))]), "docx")
    assert again.text("profile") == "mof-2015"


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

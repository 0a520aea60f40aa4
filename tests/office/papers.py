"""Papers written by hand for the tests of recognition, and tables of imported documents for comparison."""

from perflint.model import Table, read_tables
from perflint.office.grid import Grid, GridCell, Paper, Paragraph
from perflint.office.recognition import Draft, recognise
from perflint.office.yamlwriting import write_table
from perflint.source import read_source
from perflint.typography import BLANKS

Part = str | list[str]


def paper(*parts: Part, name: str = "样表.docx") -> Paper:
    """Return a paper: a text is a paragraph, a list of texts a grid with a text for each row and `|` between cells.

    `^` is a cell merged with the one above, `<` one merged with the one to its left.
    """
    found: list[Paragraph | Grid] = []
    for part in parts:
        if isinstance(part, str):
            found.append(Paragraph(part, f"第{len(found) + 1}段"))
        else:
            found.append(grid(part, 1 + sum(isinstance(one, Grid) for one in found)))
    return Paper(name, tuple(found))


def grid(lines: list[str], number: int = 1) -> Grid:
    """Return a grid of rows typed as texts."""
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    width = max(len(row) for row in rows)
    cells: list[GridCell] = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text in {"^", "<"}:
                continue
            down = 1
            while row + down < len(rows) and column < len(rows[row + down]) and rows[row + down][column] == "^":
                down += 1
            right = 1
            while column + right < len(texts) and texts[column + right] == "<":
                right += 1
            place = f"表{number} 第{row + 1}行第{column + 1}列"
            cells.append(GridCell(text, row, column, place, down, right))
    return Grid(number, "", tuple(cells), len(rows), width)


def drafts(*parts: Part, name: str = "样表.docx") -> tuple[Draft, ...]:
    """Return what is recognised in a paper written by hand."""
    return recognise(paper(*parts, name=name)).tables


def table_of(draft: Draft, keys: str = "zh") -> Table:
    """Return a recognised table as perflint reads its YAML back."""
    source = read_source(write_table(draft.tree, keys).encode(), "imported.yaml")
    assert not source.faults
    (table,) = read_tables(source).tables
    assert table.irregularities == ()
    return table


def one(*parts: Part, name: str = "样表.docx") -> Table:
    """Return the only table of a paper written by hand."""
    (draft,) = drafts(*parts, name=name)
    return table_of(draft)


def rows(table: Table, *fields: str) -> list[tuple[str, ...]]:
    """Return some cells of each indicator row."""
    return [tuple(row.text(field) for field in fields) for row in table.rows]


_SECTIONS = ("spending_plan", "goals.midterm", "budget.midterm", "budget.sources", "tasks_total", "project.period")


def cells_of(table: Table) -> dict[str, str]:
    """Return the filled cells of a table by name; lists of texts and code-and-name count as one text."""
    found = {name: _text(cell.text) for name, cell in table.cells.items() if name not in _SECTIONS}
    found["kind"] = {"项目": "project", "部门": "department"}.get(found.get("kind", ""), found.get("kind", ""))
    if "agency" in found:
        found["agency.name"] = found.pop("agency") or found.pop("agency.code", "") + found.get("agency.name", "")
    found.update({f"spending_plan.{period.name}": _text(period.cell.text) for period in table.plan})
    for name, records in table.records.items():
        for record in records:
            found.update({f"{name}/{record.index}/{key}": _text(cell.text) for key, cell in record.cells.items()})
    return {name: text for name, text in found.items() if text}


def _text(text: str) -> str:
    return "\n".join(line.strip(BLANKS) for line in text.split("\n") if line.strip(BLANKS))

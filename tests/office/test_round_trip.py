"""What is exported to the official form and imported again is the same table, for every example."""

from pathlib import Path

import pytest

from perflint.model import Table, load_profiles, read_tables
from perflint.office.export import lay_out, template_for, write_excel, write_word
from perflint.office.reading.opening import read_document
from perflint.office.recognition import recognise
from perflint.source import read_source
from tests.office.papers import cells_of, table_of
from tests.thorough import in_turn

_EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*-20*/*.yaml"))
_WRITERS = {"docx": write_word, "xlsx": write_excel}
# The form prints a title and the unit of money where a table names none; kind and profile only choose the form.
_PRINTED = {"title", "currency_unit", "goals.midterm.from", "goals.midterm.to"}


def _tables(path: Path) -> tuple[Table, ...]:
    return read_tables(read_source(path.read_bytes(), str(path))).tables


@pytest.mark.parametrize(
    ("path", "kind"),
    in_turn(_EXAMPLES, sorted(_WRITERS, reverse=True)),
    ids=lambda one: one if isinstance(one, str) else f"{one.parent.name}-{one.stem}",
)
def test_export_and_import_give_the_table_back(path: Path, kind: str) -> None:
    for number, table in enumerate(_tables(path)):
        data = _WRITERS[kind]((lay_out(table, template_for(table, load_profiles())),))
        (draft,) = recognise(read_document(data, f"{number}.{kind}"), table.text("profile")).tables
        got, wanted = cells_of(table_of(draft)), cells_of(table)
        assert {name: got.get(name) for name in wanted} == wanted
        assert got.keys() - wanted.keys() <= _PRINTED
        assert not [use.text for use in draft.uses if use.role == "left"]

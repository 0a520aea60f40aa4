"""Word, Excel, HTML and text documents of every known form give the tables that they were built from, cell by cell."""

from pathlib import Path

import pytest

from perflint.model import read_tables
from perflint.office.reading.opening import read_document
from perflint.office.recognition import recognise
from perflint.source import read_source
from tests.office.fixtures import FORMS, build
from tests.office.papers import cells_of, table_of

# What no cell of the document says, or says otherwise: a damaged source is built as a whole form, and a guess from the
# place's name is as good as the profile that the table was typed with.
_CONCLUDED = {"profile", "extraction"}


@pytest.mark.parametrize("form", sorted(FORMS))
def test_documents_give_the_tables_that_they_were_built_from(form: str, tmp_path: Path) -> None:
    documents = build(form, tmp_path)
    assert documents
    for document in documents:
        found = recognise(read_document(document.path.read_bytes(), document.path.name))
        expected = read_tables(read_source(document.expected.read_bytes(), "expected.yaml")).tables
        assert len(found.tables) == len(expected), document.path.name
        for draft, table in zip(found.tables, expected, strict=True):
            got, wanted = cells_of(table_of(draft)), cells_of(table)
            differing = {
                name: (text, got.get(name)) for name, text in wanted.items()
                if got.get(name) != text and name not in _CONCLUDED
            }  # fmt: skip
            assert not differing, document.path.name
            assert got.keys() - wanted.keys() <= {"title", "annex", "currency_unit", *_CONCLUDED}, document.path.name


@pytest.mark.parametrize("keys", ["zh", "en"])
def test_both_spellings_hold_the_same(keys: str, tmp_path: Path) -> None:
    (document, *_) = build("hebei-monthly", tmp_path)
    (draft,) = recognise(read_document(document.path.read_bytes(), document.path.name)).tables
    (expected,) = read_tables(read_source(document.expected.read_bytes(), "expected.yaml")).tables
    assert cells_of(table_of(draft, keys)) == cells_of(expected)

"""Checking a published form gives no error that its table does not deserve: each layout says which it does (`deserved`)."""

from pathlib import Path

import pytest

from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from tests.office.laid_out import NAMES, deserved, write

# Layouts written beforehand with contents that are whole, so that an error on them is the importer's or the rules'.
_WHOLE = [name for name in NAMES if deserved(name) is not None]


@pytest.mark.parametrize("name", _WHOLE)
def test_a_form_gets_no_error_that_it_does_not_deserve(name: str, tmp_path: Path) -> None:
    path = write(name, "docx", tmp_path)
    found = Checker(Config(), Options()).check(path.read_bytes(), path.name)
    errors = sorted({one.code for one in getattr(found, "findings", ()) if one.severity.value == "error"})
    assert errors == deserved(name)


def test_there_are_many() -> None:
    assert len(_WHOLE) >= 16

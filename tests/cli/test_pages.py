"""The scenario pages of this folder, run as a user would."""

import os
from pathlib import Path

import pytest

from tests.pages import run_page, update

PAGES = sorted(Path(__file__).parent.glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_shows_what_happens(page: Path, tmp_path: Path) -> None:
    ran = 0
    for command, shown, now in run_page(page, tmp_path):
        ran += 1
        if os.environ.get("PERFLINT_UPDATE"):
            update(page, command, now)
        else:
            assert now == shown, command
    assert ran

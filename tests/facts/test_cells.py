"""The pages of money, years, promises and bases: every fault is named, every near miss stays quiet."""

from pathlib import Path

import pytest

from tests.facts.cells import Page, pages_of

PAGES = [page for path in sorted((Path(__file__).parent / "pages").glob("*.txt")) for page in pages_of(path)]


@pytest.mark.parametrize("page", PAGES, ids=[f"{page.codes[0]}: {page.about}" for page in PAGES])
def test_a_page_is_judged_as_it_was_written(page: Page) -> None:
    assert bool(page.told) == page.wrong, [f"{f.severity} {f.code} {f.message}" for f in page.findings]

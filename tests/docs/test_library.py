"""The page on the library: what stands behind `>>>` prints what the page shows, the same in both languages."""

import doctest
from pathlib import Path

import pytest

GUIDES = Path(__file__).parents[2] / "docs" / "guides"
PAGES = ["library.md", "library.zh-CN.md"]


def examples(page: str) -> list[doctest.Example]:
    return doctest.DocTestParser().get_examples((GUIDES / page).read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES)
def test_every_example_prints_what_the_page_shows(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    every = doctest.DocTest(examples(page), {}, page, page, 0, None)
    said: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(every, out=said.append)
    assert (result.failed, "".join(said)) == (0, "")
    assert result.attempted > len(PAGES) * 10


def test_both_languages_show_the_same_examples() -> None:
    first, second = ([(one.source, one.want) for one in examples(page)] for page in PAGES)
    assert first == second

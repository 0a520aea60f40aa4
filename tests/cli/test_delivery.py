"""Reviews written to files: whole or not at all, and clear words where a library is missing."""

import sys
from pathlib import Path

import pytest

from perflint.cli.review_output import Kind, deliver
from perflint.report.review.html.page import render_html
from tests.report.review.sample import RATE, review


@pytest.mark.parametrize(("lang", "said"), [("zh", "写这种文件需要"), ("en", "writing this kind of file needs")])
@pytest.mark.parametrize(("kind", "library", "module"), [
    (Kind.DOCX, "docx", "perflint.report.review.word.document"), (Kind.XLSX, "openpyxl", "perflint.report.review.excel.workbook"),
])  # fmt: skip
def test_a_missing_library_is_named_with_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    kind: Kind, library: str, module: str, lang: str, said: str,
) -> None:  # fmt: skip
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, module, raising=False)
    with pytest.raises(SystemExit) as end:
        deliver(review(tmp_path, lang, a=RATE), kind, tmp_path / f"review.{kind}")
    assert end.value.code == 2
    told = capsys.readouterr().err
    assert said in told
    assert 'pip install ".[office]"' in told
    assert not (tmp_path / f"review.{kind}").exists()


def test_a_report_replaces_the_one_before_and_leaves_nothing_else(tmp_path: Path) -> None:
    made, target = review(tmp_path, a=RATE), tmp_path / "out" / "审核意见.html"
    target.parent.mkdir()
    target.write_text("old", encoding="utf-8")
    deliver(made, Kind.HTML, target)
    assert target.read_text(encoding="utf-8") == "".join(render_html(made))
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "review.md").mkdir()
    with pytest.raises(SystemExit):
        deliver(review(tmp_path, a=RATE), Kind.MD, tmp_path / "review.md")
    assert not list((tmp_path / "review.md").iterdir())


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    deliver(review(tmp_path, a=RATE), Kind.MD, tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8").startswith("# 绩效目标审核意见")


@pytest.mark.parametrize("kind", list(Kind))
def test_every_format_is_written(tmp_path: Path, kind: Kind) -> None:
    target = tmp_path / f"review.{kind}"
    deliver(review(tmp_path, a=RATE), kind, target)
    assert target.stat().st_size > 1000

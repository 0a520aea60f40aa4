"""Paths for CI: relative to the repository wherever perflint is started, percent-encoded in addresses."""

from pathlib import Path

import pytest

from perflint.report.location import in_repository, repository, uri


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_repository_is_what_ci_names(name: str, tmp_path: Path) -> None:
    inner = tmp_path / "预算"
    (inner / ".git").mkdir(parents=True)
    assert repository({name: str(tmp_path)}, inner) == tmp_path.as_posix()
    assert repository({name: "/somewhere/else"}, inner) == inner.as_posix()


def test_repository_is_where_git_is(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert repository({}, tmp_path / "a" / "b") == tmp_path.as_posix()


@pytest.mark.parametrize(
    ("given", "path", "address"),
    [
        ("./表.yaml", "sub/表.yaml", "sub/%E8%A1%A8.yaml"),
        ("a b/../c#1.yaml", "sub/c#1.yaml", "sub/c%231.yaml"),
        ("../d:100%.yaml", "d:100%.yaml", "d%3A100%25.yaml"),
        ("/other/表.yaml", "/other/表.yaml", "file:///other/%E8%A1%A8.yaml"),
    ],
)
def test_paths(given: str, path: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert in_repository(given, tmp_path.as_posix()) == path
    assert uri(given, tmp_path.as_posix()) == address

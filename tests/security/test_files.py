"""Nothing outside is read or written; what is no file, or too large, is never opened to its end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from perflint.regular import Unfit, read_regular
from perflint.workspace.checking import Options
from perflint.workspace.disk.discovery import Left, Stray, find_files
from perflint.workspace.disk.globs import Globs
from perflint.workspace.disk.replacing import NotReplaced, replace_file
from perflint.workspace.disk.tree import leaves, tree_of
from perflint.workspace.disk.writing import write_whole_file
from perflint.workspace.runs.discovering import Plan, discover
from perflint.workspace.runs.run import run
from tests.security.running import INPUTS, TABLE, inside

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need a privilege on Windows")
MARK = "secret: SECRET\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a table, beside it a file that is not its own."""
    folder = tmp_path / "项目"
    folder.mkdir()
    (folder / "t.yaml").write_text(TABLE, encoding="utf-8")
    (tmp_path / "outside.yaml").write_text(MARK)
    return folder


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    for path in (tmp_path / "fifo", Path("/dev/zero"), tmp_path):
        with pytest.raises(OSError, match=r"."):
            read_regular(path)
    with (tmp_path / "sparse").open("wb") as stream:
        stream.truncate(3 * 1024**3)
    with pytest.raises(Unfit, match="3221225472"):
        read_regular(tmp_path / "sparse")


@pytest.mark.parametrize("name", ["/dev/zero", "fifo.yaml", "sparse.yaml", "folder.yaml", "closed.yaml", "a" * 300])
def test_a_bad_input_beside_a_good_one(project: Path, name: str) -> None:
    os.mkfifo(project / "fifo.yaml")
    with (project / "sparse.yaml").open("wb") as stream:
        stream.truncate(3 * 1024**3)
    (project / "folder.yaml").mkdir()
    (project / "closed.yaml").write_text(TABLE)
    (project / "closed.yaml").chmod(0)
    if name == "closed.yaml" and os.access(project / "closed.yaml", os.R_OK):
        pytest.skip("root reads everything")
    done = inside("check", name, "t.yaml", "--no-config", "--format", "concise", folder=project)
    assert "t.yaml:6" in done.stdout
    assert done.returncode == (1 if name == "folder.yaml" else 2)


@pytest.mark.parametrize("kind", ["file", "folder", "circle"])
def test_links_that_lead_out_are_said_and_not_followed(project: Path, kind: str) -> None:
    if kind == "file":
        (project / "x.yaml").symlink_to(project.parent / "outside.yaml")
    elif kind == "folder":
        (project / "x").symlink_to(project.parent, target_is_directory=True)
    else:
        (project / "x.yaml").symlink_to("x.yaml")
    report = run(Plan((project,), Options(), no_config=True, cached=False))
    assert [Path(error.path).stem for error in report.errors] == ["x"]
    assert all("链接" in error.message for error in report.errors)
    assert report.summary.tables == 1


def test_a_link_within_the_project_is_followed(project: Path) -> None:
    (project / "perflint.yaml").touch()
    (project / "sub").mkdir()
    (project / "sub" / "x.yaml").symlink_to(project / "t.yaml")
    assert [path.name for path, _, _ in discover(Plan((project / "sub",), Options())).jobs] == ["x.yaml"]


def test_a_link_named_by_a_pattern_is_not_followed_out(project: Path) -> None:
    (project / "x.yaml").symlink_to(project.parent / "outside.yaml")
    done = inside("check", "x.yaml", "t.yaml", "--no-config", folder=project)
    assert done.returncode == 2
    assert "SECRET" not in done.stdout + done.stderr


@pytest.mark.parametrize("text", ["extends: {0}", "extends: ../outside.yaml", "rules: ['{0}']", "rules: [p]", "baseline: {0}",
                                  "extends: link.yaml", "rules: [/etc/passwd]", "extends: /etc/passwd", "baseline: /dev/zero"])  # fmt: skip
def test_a_configuration_reads_nothing_outside(project: Path, text: str) -> None:
    outside = project.parent / "outside.yaml"
    (project / "link.yaml").symlink_to(outside)
    (project / "p").mkdir()
    (project / "p" / "r.yaml").symlink_to(outside)
    (project / "perflint.yaml").write_text(text.format(outside) + "\n")
    done = inside("check", "t.yaml", folder=project)
    assert (done.returncode, "perflint.yaml:1:1" in done.stderr) == (2, True)
    assert "SECRET" not in done.stdout + done.stderr
    assert "root:" not in done.stdout + done.stderr


def test_a_linked_configuration_is_not_read(project: Path) -> None:
    (project / "perflint.yaml").symlink_to(project.parent / "outside.yaml")
    (project / ".git").mkdir()
    done = inside("check", "t.yaml", folder=project)
    assert (done.returncode, "SECRET" in done.stderr) == (2, False)


def test_fix_writes_through_no_link_that_leads_out(project: Path) -> None:
    outside = project.parent / "outside.yaml"
    (project / "x.yaml").symlink_to(outside)
    with pytest.raises(NotReplaced):
        replace_file(project / "x.yaml", MARK.encode(), b"new")
    assert outside.read_text() == MARK


def test_import_writes_through_no_dangling_link(project: Path) -> None:
    (project / "a.txt").write_text(
        "项目支出绩效目标表\n项目名称\t某项目\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t次数\t≥5次\n",
        encoding="utf-8",
    )
    target = project.parent / "planted.yaml"
    (project / "out").mkdir()
    (project / "out" / "某项目.yaml").symlink_to(target)
    done = inside("import", "a.txt", "-o", "out", folder=project)
    assert (done.returncode, target.exists()) == (2, False)
    done = inside("import", "a.txt", "-o", "out", "--force", folder=project)
    assert (done.returncode, target.exists()) == (2, False)


def test_a_long_name_of_rare_characters_is_imported(tmp_path: Path) -> None:
    done = inside("import", str(INPUTS / "name4byte63.xlsx"), "-o", str(tmp_path), folder=tmp_path)
    assert done.returncode == 0
    assert len(list(tmp_path.glob("*.yaml"))) == 1


@pytest.mark.parametrize("words", [("check", "t.yaml", "--format", "json={0}"), ("report", "t.yaml", "--format", "json", "-o", "{0}"),
                                   ("baseline", "t.yaml", "--baseline", "{0}"), ("export", "t.yaml", "--force", "-o", "{0}")])  # fmt: skip
def test_no_output_goes_through_a_link_that_leads_out(project: Path, words: tuple[str, ...]) -> None:
    target = project.parent / "planted.docx"
    (project / "o.docx").symlink_to(target)
    done = inside(*(word.format("o.docx") for word in words), "--no-config", folder=project)
    assert not target.exists()
    assert done.returncode == 2


def test_no_half_file_is_left(tmp_path: Path) -> None:
    def broken() -> "object":
        yield b"half"
        raise OSError(28, "No space left on device")

    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "old").chmod(0o640)
    for name in ("new", "old"):
        with pytest.raises(OSError, match="No space"):
            write_whole_file(tmp_path / name, broken(), over=True)  # type: ignore[arg-type]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"old": b"old"}
    write_whole_file(tmp_path / "old", (b"n", b"ew"), over=True)
    assert ((tmp_path / "old").read_bytes(), (tmp_path / "old").stat().st_mode & 0o777) == (b"new", 0o640)
    with pytest.raises(FileExistsError):
        write_whole_file(tmp_path / "old", (b"x",), over=False)


def test_fix_counts_what_it_wrote(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from perflint.cli import fix  # noqa: PLC0415  # the command under test

    (project / "u.yaml").write_text(TABLE.replace("95%", "100%"), encoding="utf-8")
    monkeypatch.chdir(project)

    def refused(path: Path, *_: bytes) -> None:
        raise NotReplaced(path, "不行", "no")

    monkeypatch.setattr(fix, "replace_file", refused)
    with pytest.raises(BaseException, match=r".*") as end:
        fix.fix(paths=[Path("u.yaml")], unsafe_fixes=True, no_config=True)
    assert getattr(end.value, "exit_code", None) == 2
    assert "共修改 0 个文件、0 处" in capsys.readouterr().out


def test_tracked_files_are_checked_although_they_are_ignored(project: Path) -> None:
    from tests.security.test_git import git  # noqa: PLC0415  # skipped with git's own tests where there is none

    (project / "草稿").mkdir()
    (project / "草稿" / "a.yaml").write_text(TABLE, encoding="utf-8")
    git(project, "init", "-q")
    git(project, "add", "-A")
    (project / "草稿" / "new.yaml").write_text(TABLE, encoding="utf-8")
    (project / ".gitignore").write_text("草稿/\nt.yaml\n", encoding="utf-8")
    assert [path.name for path in find_files(project) if isinstance(path, Path)] == ["t.yaml", "a.yaml"]


@pytest.mark.parametrize("kind", ["folder", "circle", "closed", "nonsense", "fifo"])
def test_a_gitignore_that_cannot_be_used_hides_nothing(project: Path, kind: str) -> None:
    own = project / ".gitignore"
    if kind == "folder":
        own.mkdir()
    elif kind == "circle":
        own.symlink_to(".gitignore")
    elif kind == "fifo":
        os.mkfifo(own)
    else:
        own.write_text("[z-a]\nother.yaml\n" if kind == "nonsense" else "t.yaml")
        own.chmod(0o600 if kind == "nonsense" else 0)
    if kind == "closed" and os.access(own, os.R_OK):
        pytest.skip("root reads everything")
    (project / "other.yaml").write_text(TABLE)
    wanted = ["t.yaml"] if kind == "nonsense" else ["other.yaml", "t.yaml"]
    assert [path.name for path in find_files(project) if isinstance(path, Path)] == wanted


def test_folders_as_deep_as_they_come(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    for _ in range(1_200):
        Path("d").mkdir()
        os.chdir("d")
    Path("deep.yaml").write_text(TABLE, encoding="utf-8")
    monkeypatch.chdir(project)
    try:
        report = run(Plan((project,), Options(), cached=False))
    finally:  # pytest's own cleaning would not get so deep
        subprocess.run(["/bin/rm", "-rf", "d"], cwd=project, check=True)
    assert (report.summary.tables, list(report.errors)) == (2, [])


def test_what_is_excluded_is_counted(project: Path) -> None:
    left = Left()
    (project / "草稿").mkdir()
    for number in range(3):
        (project / "草稿" / f"{number}.yaml").write_text(TABLE, encoding="utf-8")
    assert not [
        one
        for one in find_files(project, lambda _: (Globs(("草稿/**",), project.resolve()),), left)
        if isinstance(one, Stray)
    ]
    assert left.excluded == 3


def test_the_tree_is_the_repository_or_the_outermost_configuration(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert tree_of(deep) == deep
    (tmp_path / "a2" / "b").mkdir(parents=True)
    (tmp_path / "a2" / "perflint.yaml").touch()
    assert tree_of(tmp_path / "a2" / "b") == tmp_path / "a2"
    assert leaves(tmp_path / "x", deep)
    assert not leaves(deep / "x", deep)

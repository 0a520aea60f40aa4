"""The guides for officers and bureaus: every command in them runs and prints what the page shows.

PERFLINT_UPDATE=1 writes the outputs anew, to be read before committing.
"""

import os
import re
from pathlib import Path

import pytest

from tests.pages import run, run_page, update

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "guides"
EVERY = sorted(
    path
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("perflint/**/*.md"))
    if path.name != "CHANGELOG.md"
)
PAGES = ["officer.md", "officer.zh-CN.md", "bureau.md", "bureau.zh-CN.md"]
COMMAND = re.compile(r"^\$ perflint (.*?)(?: --lang \w+)?$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return a folder with a Word file as an officer has it: the published form of Lulong, without the letter f."""
    text = (ROOT / "examples/lulong-2023/03.yaml").read_text(encoding="utf-8").replace("事务经费f", "事务经费")
    (tmp_path / "表.yaml").write_text(text, encoding="utf-8")
    assert run("perflint export 表.yaml -o 绩效目标表.docx", tmp_path).endswith("[exit 0]\n")
    (tmp_path / "表.yaml").unlink()
    return tmp_path


@pytest.mark.parametrize("name", PAGES)
def test_every_command_prints_what_the_page_shows(name: str, office: Path) -> None:
    if name.startswith("bureau"):  # a repository of YAML: a Word file there would be judged too
        (office / "绩效目标表.docx").unlink()
    for command, shown, now in run_page(DOCS / name, office):
        if os.environ.get("PERFLINT_UPDATE"):
            update(DOCS / name, command, now)
        else:
            assert now == shown, command


@pytest.mark.parametrize("guide", ["officer", "bureau"])
def test_both_languages_run_the_same_commands(guide: str) -> None:
    first, second = (
        [command.split()[0] for command in COMMAND.findall(page(f"{guide}{end}.md"))] for end in ("", ".zh-CN")
    )
    assert first == second
    assert {"officer": {"import", "check", "fix", "export"}, "bureau": {"check", "baseline", "init"}}[guide] <= {*first}


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert ":" in target or (path.parent / target).exists(), target


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md", "docs/README.md"])
def test_the_guides_can_be_found(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert all(f"{guide}{'.zh-CN' if 'zh' in readme else ''}.md" in text for guide in ("officer", "bureau"))

"""The page on CI: every format is in its table, every workflow is YAML, and every command in it runs and writes its files."""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from perflint.report.formats import FORMATS
from tests.pages import run

DOCS = Path(__file__).parents[2] / "docs" / "guides"
PAGES = ["ci.md", "ci.zh-CN.md"]
BLOCK = re.compile(r"^```yaml (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ONLY_IN_A_JOB = re.compile(r"\$\{\w+:\+[^}]*\} ?")
TABLE = "kind: project\nindicators:\n  - {level2: 质量指标, name: 运转保障率, value: ≤100%}\n"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def commands_in(data: object) -> list[str]:
    """Return the texts anywhere in data that check, as the shell runs them where no variable of a job is set."""
    if isinstance(data, dict | list):
        return [found for part in (data.values() if isinstance(data, dict) else data) for found in commands_in(part)]
    return [ONLY_IN_A_JOB.sub("", data).strip()] if isinstance(data, str) and data.startswith("perflint check") else []


@pytest.mark.parametrize("name", PAGES)
def test_table_has_every_format(name: str) -> None:
    cells = {
        found for row in re.findall(r"^\| (`.*?) \|", page(name), re.MULTILINE) for found in re.findall("`(.*?)`", row)
    }
    assert cells == {*FORMATS, "text", "concise", "html"}


@pytest.mark.parametrize("name", PAGES)
def test_workflows_upload_what_the_commands_write(name: str, tmp_path: Path) -> None:
    (tmp_path / "表.yaml").write_text(TABLE, encoding="utf-8")
    blocks = BLOCK.findall(page(name))
    assert [file for file, _ in blocks] == [file for file, _ in BLOCK.findall(page(PAGES[0]))]
    for _, text in blocks:
        (command,) = commands_in(YAML(typ="safe", pure=True).load(text))
        assert run(command, tmp_path).endswith("[exit 1]\n")
        for written in re.findall(r"=(\S+)", command):
            assert (tmp_path / written).stat().st_size
            assert text.count(written) == 2


def test_both_languages_show_the_same_files() -> None:
    first, second = (BLOCK.findall(page(name)) for name in PAGES)
    assert first == second

"""The pages on editors: settings that can be read, commands that exist, and both languages saying the same."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from perflint.cli.main import COMMANDS, command_line

FOLDER = Path(__file__).parents[2] / "docs" / "guides"
PAGES = ("editors.md", "editors.zh-CN.md")


def blocks(page: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", (FOLDER / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_settings_can_be_read_and_start_the_server(page: str) -> None:
    on_save, schemas = map(json.loads, blocks(page, "json"))
    [helix] = map(tomllib.loads, blocks(page, "toml"))
    server = helix["language-server"]["perflint"]
    assert [server["command"], *server["args"]] == ["perflint", "lsp"]
    assert on_save.keys() == {"editor.codeActionsOnSave"}
    assert schemas["yaml.schemas"].keys() == {"./perflint-table.schema.json"}


def test_the_pages_show_the_same() -> None:
    assert all(blocks(PAGES[0], kind) == blocks(PAGES[1], kind) for kind in ("sh", "json", "lua", "toml"))


@pytest.mark.parametrize("page", PAGES)
def test_the_extension_is_as_it_is_described(page: str) -> None:
    extension = FOLDER.parents[1] / "editors" / "vscode"
    manifest = json.loads((extension / "package.json").read_text(encoding="utf-8"))
    text = (FOLDER / page).read_text(encoding="utf-8")
    described = re.findall(r"^\| `(perflint\.\w+)` \|", text, re.MULTILINE)
    assert described == list(manifest["contributes"]["configuration"]["properties"])
    [build] = [block for block in blocks(page, "text") if "npm" in block]
    assert set(re.findall(r"npm run (\w+)", build)) <= manifest["scripts"].keys()
    titles = json.loads(
        (extension / ("package.nls.zh-cn.json" if "zh" in page else "package.nls.json")).read_text(encoding="utf-8")
    )
    assert titles["command.openOriginal"] in text


def test_the_lock_file_of_the_extension_names_no_host() -> None:
    lock = (FOLDER.parents[1] / "editors" / "vscode" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock


@pytest.mark.parametrize("command", ["lsp --help", "schema table", "schema config", "schema rule"])
def test_the_commands_are_there(command: str) -> None:
    assert CliRunner().invoke(command_line(COMMANDS), command.split()).exit_code == 0

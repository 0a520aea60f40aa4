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
    client, on_save, schemas = map(json.loads, blocks(page, "json"))
    [helix] = map(tomllib.loads, blocks(page, "toml"))
    started = [client["glspc.server.command"], *client["glspc.server.commandArguments"]]
    server = helix["language-server"]["perflint"]
    assert started == [server["command"], *server["args"]] == ["perflint", "lsp"]
    assert on_save.keys() == {"editor.codeActionsOnSave"}
    assert schemas["yaml.schemas"].keys() == {"./perflint-table.schema.json"}


def test_the_pages_show_the_same() -> None:
    assert all(blocks(PAGES[0], kind) == blocks(PAGES[1], kind) for kind in ("sh", "json", "lua", "toml"))


@pytest.mark.parametrize("command", ["lsp --help", "schema table", "schema config", "schema rule"])
def test_the_commands_are_there(command: str) -> None:
    assert CliRunner().invoke(command_line(COMMANDS), command.split()).exit_code == 0

"""Colours: the option decides, then NO_COLOR, FORCE_COLOR and TERM, then the terminal; every command is plain where it must be."""

import os
from pathlib import Path

import pytest

from perflint.cli.colouring import is_coloured
from perflint.cli.options import Colour
from tests.starting import perflint

TABLE = "kind: project\nindicators:\n  - {level2: 质量指标, name: 运转保障率, value: ≤100%}\n"
COMMANDS = (
    "check table.yaml", "fix table.yaml --diff", "baseline table.yaml", "report table.yaml", "export table.yaml -o out.docx", "value ≤100%",
    "explain DIR001", "rules", "facts value", "rules-test nowhere", "config", "schema", "init new", "check nowhere.yaml", "nonsense", "--help",
    "check --help", "import nowhere.docx",
)  # fmt: skip


@pytest.mark.parametrize(
    ("environment", "piped", "on_a_terminal"),
    [
        ({}, False, True),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, False, True),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "3"}, True, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": ""}, False, True),
        ({"TERM": "dumb"}, False, False),
        ({"TERM": "xterm-256color"}, False, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_what_the_environment_says(environment: dict[str, str], *, piped: bool, on_a_terminal: bool) -> None:
    assert is_coloured(Colour.AUTO, environment, terminal=False) is piped
    assert is_coloured(Colour.AUTO, environment, terminal=True) is on_a_terminal
    assert is_coloured(Colour.ALWAYS, environment, terminal=False)
    assert not is_coloured(Colour.NEVER, environment, terminal=True)


def said(command: str, folder: Path, **given: str) -> str:
    """Return all that a command prints into a pipe."""
    kept = {name: text for name, text in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "TERM"}}
    done = perflint(*command.split(), folder=folder, environment={**kept, "LC_ALL": "zh_CN.UTF-8", **given})
    return (done.stdout + done.stderr).decode("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "given", [{}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, {"TERM": "dumb"}], ids=["piped", "no colour", "dumb"]
)
def test_no_command_colours_a_pipe_unasked(command: str, given: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "table.yaml").write_text(TABLE, encoding="utf-8")
    text = said(command, tmp_path, **given)
    assert text.strip()
    assert "\x1b" not in text


def test_a_pipe_is_coloured_where_that_is_forced(tmp_path: Path) -> None:
    (tmp_path / "table.yaml").write_text(TABLE, encoding="utf-8")
    assert "\x1b[" in said("check table.yaml", tmp_path, FORCE_COLOR="1")
    assert "\x1b[" in said("check table.yaml", tmp_path, FORCE_COLOR="1", TERM="dumb")
    assert "\x1b" not in said("check table.yaml --color never", tmp_path, FORCE_COLOR="1")

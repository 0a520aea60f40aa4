"""What the READMEs name exists, and what exists they name: extras, profiles, commands, in both languages and on Windows."""

import re
import tomllib
from pathlib import Path

import pytest

from perflint.cli.main import COMMANDS
from perflint.model import load_profiles

ROOT = Path(__file__).parents[2]
READMES = ["README.md", "README.zh-CN.md"]
NOT_FOR_USERS = {"test", "train"}


def text_of(name: str) -> str:
    """Return a README."""
    return (ROOT / name).read_text(encoding="utf-8")


def extras() -> set[str]:
    """Return the extras of the package that are for users."""
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return set(data["project"]["optional-dependencies"]) - NOT_FOR_USERS


@pytest.mark.parametrize("name", READMES)
def test_every_extra_is_explained_and_none_is_made_up(name: str) -> None:
    text = text_of(name)
    assert {row for row in re.findall(r"^\| `(\w+)` \| ", text, re.MULTILINE) if row in extras()} == extras()
    installed = {extra for group in re.findall(r'"\.\[([\w,]+)\]"', text) for extra in group.split(",")}
    assert installed <= extras() | {"test"}


@pytest.mark.parametrize("name", READMES)
def test_every_profile_is_named(name: str) -> None:
    text = text_of(name)
    assert [profile for profile in load_profiles() if f"`{profile}`" not in text] == []


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_in_the_table_and_no_other(name: str) -> None:
    assert set(re.findall(r"^\| `perflint ([\w-]+)", text_of(name), re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("name", READMES)
def test_windows_has_the_same_two_commands(name: str) -> None:
    text = text_of(name)
    (windows,) = re.findall(r"```bat\n(.*?)```", text, re.DOTALL)
    for line in windows.splitlines():
        elsewhere = line.replace("py -m venv", "python3 -m venv").replace(".venv\\Scripts\\", ".venv/bin/")
        assert f"```sh\n{elsewhere}\n```" in text


@pytest.mark.parametrize("name", READMES)
def test_nobody_is_told_to_install_from_an_index(name: str) -> None:
    assert not re.search(r"pip install +[\"']?perflint", text_of(name))

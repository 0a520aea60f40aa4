"""The guide to profiles: every file is written, every command run, and what it shows is what happens."""

import os
import re
from pathlib import Path

import pytest

from perflint.model import load_profiles
from perflint.model.profile_file import FORM_KEYS, KEYS, PARTS
from tests.pages import run, run_page, update

DOCS = Path(__file__).parents[2] / "docs" / "guides"
GUIDES = ["write-a-profile.md", "write-a-profile.zh-CN.md"]
_PLAIN = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", GUIDES)
def test_the_guide_shows_what_happens(name: str, tmp_path: Path) -> None:
    shown_commands = 0
    for command, shown, now in run_page(DOCS / name, tmp_path):
        shown_commands += 1
        if os.environ.get("PERFLINT_UPDATE"):
            update(DOCS / name, command, now)
        else:
            assert now == shown, command
    plain = [line for block in _PLAIN.findall((DOCS / name).read_text(encoding="utf-8")) for line in block.splitlines()]
    for command in plain:
        assert run(command, tmp_path).endswith("[exit 0]\n"), command
    assert (shown_commands, len(plain)) == (3, 2)


@pytest.mark.parametrize("name", GUIDES)
def test_the_guide_explains_every_key(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    for key in (*KEYS, *FORM_KEYS, *PARTS["levels"], *PARTS["forms"]):
        assert f"`{key}`" in text or f"`{key}:" in text, key


@pytest.mark.parametrize("name", GUIDES)
def test_the_guide_names_every_form(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    letters = {choice.form.letter for profile in load_profiles().values()
               for choices in profile.choices.values() for choice in choices}  # fmt: skip
    for letter in letters:
        assert re.search(rf"(?<![A-Z0-9]){letter}[ （(]", text), letter


def test_both_guides_write_the_same_files() -> None:
    files = [re.findall(r"^```yaml (\S+)$", (DOCS / name).read_text(encoding="utf-8"), re.MULTILINE) for name in GUIDES]
    assert files[0] == files[1]

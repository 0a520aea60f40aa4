"""Scenario pages: Markdown files that write tables, run commands and show the whole output.

A block of `yaml FILE` writes a file; a block of `console` (three backticks or more) holds one command after `$ `, the
output, and a last line `[exit N]`. A command is `perflint …`, behind `NAME=value` where the environment matters, or
`cat FILE`. With PERFLINT_UPDATE=1 in the environment the outputs are written anew, to be read before committing.
"""

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from tests.starting import perflint

_BLOCK = re.compile(
    r"^```(yaml|text) (\S+)\n(.*?)^```$|^(`{3,})console\n\$ ([^\n]*)\n(.*?)^\4$", re.MULTILINE | re.DOTALL
)


def run_page(page: Path, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (command, output shown, output now) for each command of a page, run in a folder."""
    afresh = True
    for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        if block[2]:
            target = folder / block[2]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block[3], encoding="utf-8", newline="")
        else:
            yield block[5], block[6], run(block[5], folder, afresh=afresh)
            afresh = False


def run(command: str, folder: Path, *, afresh: bool = False) -> str:
    """Return what a `perflint …` command prints (both streams), and its exit code on a last line.

    With `afresh` an interpreter is started for it as a user starts one, which takes a while (see `tests.starting`).
    """
    words = shlex.split(command)
    if words[0] == "cat":
        return (folder / words[1]).read_text(encoding="utf-8") + "[exit 0]\n"
    given = {}
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        given[name] = value
    around = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CI_"))}
    environment = {**around, "COLUMNS": "80", "NO_COLOR": "1", "LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8",
                   "PYTHONIOENCODING": "utf-8", **given}  # fmt: skip
    done = perflint(*words[1:], folder=folder, environment=environment, afresh=afresh)
    text = (done.stdout + done.stderr).decode("utf-8").replace("\r\n", "\n").replace(f"{folder}{os.sep}", "")
    return f"{text}[exit {done.returncode}]\n"


def update(page: Path, command: str, output: str) -> None:
    """Write a command's output into its page."""
    text = page.read_text(encoding="utf-8")
    block = re.compile(rf"^(`{{3,}})console\n\$ {re.escape(command)}\n.*?^\1$", re.MULTILINE | re.DOTALL)
    new = block.sub(lambda found: f"{found[1]}console\n$ {command}\n{output}{found[1]}", text, count=1)
    page.write_text(new, encoding="utf-8")

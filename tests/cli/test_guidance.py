"""The command that a check ends with can be copied into a shell, whatever the file is called, and no terminal obeys it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from perflint.cli.guidance import target_of
from perflint.typography import visible

NAMES = [
    "表.yaml", "two words.yaml", "a\x1b[31mb\x07.yaml", "a\u202elmay.yaml", "a\nb.yaml", "it's\x1b.yaml", "##[error]\\.yaml",
    "x\udcff.yaml",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_file_is_shown_as_a_shell_takes_it(name: str) -> None:
    typed = target_of([Path(name)])
    assert typed is not None
    assert visible(typed) == typed
    shell = shutil.which("bash")
    if shell is None:
        pytest.skip("no bash here")
    command = [shell, "-c", f"printf %s {typed}"]
    said = subprocess.run(command, capture_output=True, check=True)  # noqa: S603  # names of our own, as typed
    assert said.stdout.decode("utf-8", "surrogateescape") == name

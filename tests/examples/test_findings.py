"""What perflint says of each published document and of the budget repository, pinned; PERFLINT_UPDATE=1 writes it anew, to be read before committing."""

import os
import re
from pathlib import Path

import pytest

from tests.pages import run

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
FOLDERS = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())


@pytest.mark.parametrize("name", FOLDERS)
def test_findings_are_as_pinned(name: str) -> None:
    pinned = EXAMPLES / f"{name}.findings.txt"
    settings = "" if (EXAMPLES / name / "perflint.yaml").exists() else " --no-config"
    said = run(f"perflint check {name} --format concise --lang zh{settings} --fail-on never", EXAMPLES)
    if os.environ.get("PERFLINT_UPDATE"):
        pinned.write_text(said, encoding="utf-8")
    assert said == pinned.read_text(encoding="utf-8")


def test_every_document_is_there() -> None:
    assert FOLDERS == ["bazhong-2022", "budget-repository", "linyi-2023", "lulong-2023", "tangshan-2021", "years"]


def test_invented_years_are_told_what_was_changed_in_them() -> None:
    """What stands in the README of the folder: found over the years are these, and nothing of a published table."""
    said = run("perflint check years --format concise --no-config --fail-on never --select HIS05,HIS06", EXAMPLES)
    assert re.findall(r"^years/(\S+?):.*?(HIS0[56]\d)", said, re.MULTILINE) == [
        ("bazhong/2023-invented-02.yaml", "HIS061"),
        ("bazhong/2023-invented-02.yaml", "HIS050"),
        ("linyi/2024-invented.yaml", "HIS051"),
        ("linyi/2024-invented.yaml", "HIS050"),
        ("lulong/2024-invented.yaml", "HIS055"),
        ("tangshan/2022-invented.yaml", "HIS056"),
    ]

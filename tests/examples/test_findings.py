"""What perflint says of each published document and of the budget repository, pinned; PERFLINT_UPDATE=1 writes it anew, to be read before committing."""

import os
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
    assert FOLDERS == ["bazhong-2022", "budget-repository", "linyi-2023", "lulong-2023", "tangshan-2021"]

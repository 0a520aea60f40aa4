"""Tracked changes decided by a real office program: accepted they are the fix, rejected the old text. Skipped without one."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from perflint.office.annotate import Fixes
from perflint.office.reading import read_document
from tests.office.annotate.word_package import NAME, annotated, form, p, package, r, row, tc, tr

_SCRIPT = Path(__file__).with_name("libreoffice.py")
_PYTHONS = ("/usr/bin/python3", "python3")
BODIES = {
    "one run": (form(row(p(r("≤98%")))), {"≤98%": "≥98%"}),
    "split runs": (form(row(p(r("≤") + r("98%", "<w:b/>")))), {"≤98%": "≥98%"}),
    "inside": (form(row(p(r("约≥９") + r("５", "<w:i/>") + r("％以上")))), {"约≥９５％以上": "约≥95%以上"}),
    "struck alone": (form(row(p(r("≤100%")))), {"≤100%": "100%"}),
    "two cells": (
        form(tr(tc(p(r("产出指标"))), "质量指标", "设备完好率", "≤98%"), row(p(r("≤９７％")), "运转率")),
        {"≤98%": "≥98%", "≤９７％": "≥９７％"},
    ),
}


@cache
def _python() -> str:
    """Return a Python that speaks to LibreOffice, "" where there is none, or no LibreOffice."""
    if shutil.which("soffice") is None:
        return ""
    asked = (path for name in _PYTHONS if (path := shutil.which(name)))
    return next((path for path in asked if _speaks(path)), "")


def _speaks(path: str) -> bool:
    done = subprocess.run([path, "-c", "import uno"], capture_output=True, check=False)  # noqa: S603  # a fixed question
    return done.returncode == 0


def _cells(data: bytes) -> list[str]:
    return [cell.text for grid in read_document(data, NAME).grids for cell in grid.cells]


@pytest.mark.skipif(
    not _python() and not os.environ.get("PERFLINT_INSIST"),
    reason="no LibreOffice with a Python that speaks to it (libreoffice-writer, python3-uno)",
)
def test_changes_decided_in_libreoffice_give_the_fixed_and_the_old_text(tmp_path: Path) -> None:
    assert _python()
    for name, (body, _) in BODIES.items():
        made = annotated(package(body), fixes=Fixes.TRACKED, select=("DIR001", "VAL021"))
        assert made.changes, name
        (tmp_path / f"{name}.docx").write_bytes(made.data)
    subprocess.run([_python(), str(_SCRIPT), str(tmp_path)], check=True)  # noqa: S603  # the test's own script
    for name, (body, fixed) in BODIES.items():
        before = _cells(package(body))
        after = _cells((tmp_path / "accepted" / f"{name}.docx").read_bytes())
        changed = {old: new for old, new in zip(before, after, strict=True) if old != new}
        assert changed == fixed, name
        assert _cells((tmp_path / "rejected" / f"{name}.docx").read_bytes()) == before, name

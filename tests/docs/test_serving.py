"""The service and the proxy of the guide on `perflint serve`: the same on both pages, and known to systemd."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "docs" / "guides"
PAGES = ("serve.md", "serve.zh-CN.md")


def block(page: str, kind: str) -> str:
    [found] = re.findall(
        rf"^```{kind}\n(.*?)^```$", (FOLDER / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return str(found)


@pytest.mark.parametrize("kind", ["ini", "nginx"])
def test_both_pages_set_up_the_same(kind: str) -> None:
    assert len({re.sub(r"#.*|(?<=Description=).*", "", block(page, kind)) for page in PAGES}) == 1


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_systemd_finds_no_fault_with_the_service(tmp_path: Path) -> None:
    unit = block(PAGES[0], "ini")
    assert unit.count("/opt/perflint/bin/perflint") == 1
    # systemd wants a program that is there.
    for name, text in (("perflint", unit), ("broken", unit.replace("MemoryMax=4G", "MemoryMax=plenty"))):
        (tmp_path / f"{name}.service").write_text(text.replace("/opt/perflint/bin/perflint", sys.executable), "utf-8")
    asked = ["systemd-analyze", "verify", "--man=no", "perflint.service"]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603  # fixed words
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    said = subprocess.run([*asked[:-1], "broken.service"], cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603  # the same
    assert "Invalid memory limit" in said.stderr

"""Two documents of one agency annotated together: a comment on what is compared names the other document."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from typer.testing import CliRunner

from perflint.cli.init import _TABLE as TABLE
from perflint.cli.main import command_line

# The same goal and the same rows under another project.
TWIN = TABLE.replace("食品安全抽检经费", "药品安全抽检经费")


def run(*words: str) -> str:
    done = CliRunner().invoke(command_line([words[0]]), list(words))
    assert done.exit_code == 0, done.output
    return done.output


def texts(path: Path) -> list[str]:
    """Return the comments of a Word file, or the notes of a workbook."""
    found = []
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        for name in archive.namelist():
            if "comments" in name.rpartition("/")[2].lower() and name.endswith(".xml"):
                root = etree.fromstring(archive.read(name))
                comments = (one for one in root.iter() if etree.QName(one).localname == "comment")
                found += ["".join(one.itertext()) for one in comments]
    return found


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_each_names_the_other(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("甲", TABLE), ("乙", TWIN)):
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")
        run("export", f"{name}.yaml", "-o", f"{name}.{suffix}")
    run("annotate", f"甲.{suffix}", "-o", f"独.{suffix}", "--select", "XTB")
    assert not any("XTB" in text for text in texts(Path(f"独.{suffix}")))
    run("annotate", f"甲.{suffix}", f"乙.{suffix}", "-o", "退回", "--select", "XTB")
    for name, other in (("甲", "乙"), ("乙", "甲")):
        seen = [text for text in texts(Path("退回") / f"{name}.{suffix}") if "XTB" in text]
        assert len(seen) == 2, seen
        assert all(f"{other}.{suffix}" in text for text in seen), seen

"""Real Word and Excel files of the forms that bureaus print, with the tables that importing them has to give.

`build("hebei-monthly", folder)` writes them; `FORMS` names what there is. Nothing here goes through perflint's exporter.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from perflint.model import Table, read_tables
from perflint.source import read_source
from tests.office import form_hebei
from tests.office.leaf import PageBreak, Part
from tests.office.word_file import write_word

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


class Fixture(NamedTuple):
    """A document, and the YAML of the tables that it holds (a file of several YAML documents where it holds several)."""

    path: Path
    expected: Path


def build(form: str, folder: Path) -> list[Fixture]:
    """Write the documents of a form and the expected tables beside them; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return list(FORMS[form](folder))


def tables(name: str) -> tuple[Table, ...]:
    """Return the tables of an example, `lulong-2023/01`."""
    path = EXAMPLES / f"{name}.yaml"
    return read_tables(read_source(path.read_bytes(), str(path))).tables


def _hebei_monthly(folder: Path) -> Iterator[Fixture]:
    """One table; all twelve in one file with page breaks, and the header typed again in the middle of each table."""
    one = folder / "lulong-01.docx"
    write_word(one, ["卢龙县市场监督管理局2023年预算项目绩效目标", *form_hebei.monthly(tables("lulong-2023/01")[0])])
    yield Fixture(one, _expect(one, "lulong-2023/01"))
    parts: list[Part] = ["第二部分", "卢龙县市场监督管理局2023年预算项目绩效目标"]
    names = [f"lulong-2023/{number:02}" for number in range(1, 13)]
    for name in names:
        parts += [*form_hebei.monthly(tables(name)[0], repeat_after=3), PageBreak()]
    every = folder / "lulong-all.docx"
    write_word(every, parts)
    yield Fixture(every, _expect(every, *names))


def _hebei_quarterly(folder: Path) -> Iterator[Fixture]:
    path = folder / "tangshan.docx"
    parts: list[Part] = ["唐山市市场监督管理局2021年预算项目绩效目标"]
    for table in tables("tangshan-2021/projects"):
        parts += form_hebei.quarterly(table)
    write_word(path, parts)
    yield Fixture(path, _expect(path, "tangshan-2021/projects"))


def _expect(document: Path, *names: str) -> Path:
    """Write the examples that a document was made of beside it, as documents of one YAML file."""
    path = document.with_name(f"{document.name}.expected.yaml")
    texts = [(EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8") for name in names]
    path.write_text("---\n".join(texts), encoding="utf-8")
    return path


FORMS: dict[str, Callable[[Path], Iterator[Fixture]]] = {
    "hebei-monthly": _hebei_monthly,
    "hebei-quarterly": _hebei_quarterly,
}

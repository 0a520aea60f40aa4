"""Real Word and Excel files of the forms that bureaus print, with the tables that importing them has to give.

`build("hebei-monthly", folder)` writes them; `FORMS` names what there is. Nothing here goes through perflint's exporter.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from perflint.model import Table, read_tables
from perflint.source import read_source
from tests.office import form_hebei, form_others, form_shandong, form_sichuan
from tests.office.excel_file import write_excel
from tests.office.leaf import PageBreak, Part
from tests.office.text_file import write_line_cells, write_tabbed
from tests.office.web_file import write_web_page
from tests.office.word_file import write_word

_TESTS = Path(__file__).resolve().parents[1]
EXAMPLES, CLEAN, OWN = _TESTS.parent / "examples", _TESTS / "clean" / "tables", _TESTS / "office" / "tables"
_LULONG = [EXAMPLES / f"lulong-2023/{number:02}.yaml" for number in range(1, 13)]


class Fixture(NamedTuple):
    """A document, and the YAML of the tables that it holds (a file of several YAML documents where it holds several)."""

    path: Path
    expected: Path


def build(form: str, folder: Path) -> list[Fixture]:
    """Write the documents of a form and the expected tables beside them; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    fixtures = [Fixture(*(folder / name for name in names)) for names in _made(form)]
    for (document, expected), contents in zip(fixtures, _made(form).values(), strict=True):
        document.write_bytes(contents[0])
        expected.write_bytes(contents[1])
    return fixtures


@cache
def _made(form: str) -> dict[tuple[str, str], tuple[bytes, bytes]]:
    """Return names and contents of the documents of a form, made once."""
    with TemporaryDirectory() as folder:
        return {
            (document.name, expected.name): (document.read_bytes(), expected.read_bytes())
            for document, expected in FORMS[form](Path(folder))
        }


def tables(path: Path) -> tuple[Table, ...]:
    """Return the tables of a YAML file."""
    return read_tables(read_source(path.read_bytes(), str(path))).tables


def _hebei_monthly(folder: Path) -> Iterator[Fixture]:
    """One table as docx, xlsx and html; all twelve in one file, page breaks between, headers typed again inside."""
    heading = "卢龙县市场监督管理局2023年预算项目绩效目标"
    first = [heading, *form_hebei.monthly(tables(_LULONG[0])[0])]
    yield from _three(folder / "lulong-01", first, _LULONG[:1])
    parts: list[Part] = ["第二部分", heading]
    for path in _LULONG:
        parts += [*form_hebei.monthly(tables(path)[0], repeat_after=3), PageBreak()]
    yield _word(folder / "lulong-all.docx", parts, _LULONG)
    sheets = [(str(at), [heading, *form_hebei.monthly(tables(path)[0])]) for at, path in enumerate(_LULONG, start=1)]
    book = folder / "lulong-all.xlsx"
    write_excel(book, sheets)
    yield Fixture(book, _expect(book, _LULONG))
    text = folder / "lulong-01.txt"
    write_line_cells(text, first)
    yield Fixture(text, _expect(text, _LULONG[:1]))


def _hebei_quarterly(folder: Path) -> Iterator[Fixture]:
    source = EXAMPLES / "tangshan-2021/projects.yaml"
    parts: list[Part] = ["唐山市市场监督管理局2021年预算项目绩效目标"]
    for table in tables(source):
        parts += form_hebei.quarterly(table)
    yield _word(folder / "tangshan.docx", parts, [source])


def _sichuan_approval(folder: Path) -> Iterator[Fixture]:
    """A box in each of the five ways that Word forms make it; the first also as xlsx and html."""
    for number, boxes in enumerate(("characters", "controls", "fields", "symbols", "letters"), start=1):
        source = EXAMPLES / f"bazhong-2022/{number:02}.yaml"
        parts = form_sichuan.approval(tables(source)[0])
        yield _word(folder / f"bazhong-{number:02}-{boxes}.docx", parts, [source], boxes)
        if number == 1:
            yield from _others(folder / "bazhong-01", parts, [source])


def _sichuan_department(folder: Path) -> Iterator[Fixture]:
    source = EXAMPLES / "bazhong-2022/department.yaml"
    yield from _three(folder / "bazhong-department", form_sichuan.department(tables(source)[0]), [source])


def _policy(folder: Path) -> Iterator[Fixture]:
    source = OWN / "policy.yaml"
    yield from _three(folder / "policy", form_sichuan.policy(tables(source)[0]), [source])


def _shandong(folder: Path) -> Iterator[Fixture]:
    """One long table with repeated header rows (docx, xlsx, html), and a table a page with the header typed anew."""
    source = EXAMPLES / "linyi-2023/department.yaml"
    yield from _three(folder / "linyi", form_shandong.whole(tables(source)[0]), [source])
    yield _word(folder / "linyi-paged.docx", form_shandong.paged(tables(source)[0]), [source])
    text = folder / "linyi.txt"
    write_tabbed(text, form_shandong.paged(tables(source)[0]))
    yield Fixture(text, _expect(text, [source]))


def _split(folder: Path) -> Iterator[Fixture]:
    for name in ("housing-02", "schools-02"):
        source = CLEAN / f"{name}.yaml"
        yield from _three(folder / name, form_others.split(tables(source)[0]), [source])


def _costed(folder: Path) -> Iterator[Fixture]:
    for name in ("costed-01", "costed-03"):
        source = CLEAN / f"{name}.yaml"
        yield from _three(folder / name, form_others.costed(tables(source)[0]), [source])


def _towns(folder: Path) -> Iterator[Fixture]:
    source = OWN / "towns.yaml"
    yield from _three(folder / "towns", form_others.towns(tables(source)[0]), [source])


def _three(stem: Path, parts: Sequence[Part], sources: Sequence[Path]) -> Iterator[Fixture]:
    """Write a form as .docx, .xlsx and .html."""
    yield _word(stem.with_suffix(".docx"), parts, sources)
    yield from _others(stem, parts, sources)


def _word(path: Path, parts: Sequence[Part], sources: Sequence[Path], boxes: str = "characters") -> Fixture:
    write_word(path, parts, boxes)
    return Fixture(path, _expect(path, sources))


def _others(stem: Path, parts: Sequence[Part], sources: Sequence[Path]) -> Iterator[Fixture]:
    book, page = stem.with_suffix(".xlsx"), stem.with_suffix(".html")
    write_excel(book, [("绩效目标表", parts)])
    write_web_page(page, parts)
    yield from (Fixture(path, _expect(path, sources)) for path in (book, page))


def _expect(document: Path, sources: Sequence[Path]) -> Path:
    """Write the tables that a document was made of beside it, as documents of one YAML file."""
    path = document.with_name(f"{document.name}.expected.yaml")
    path.write_text("---\n".join(source.read_text(encoding="utf-8") for source in sources), encoding="utf-8")
    return path


FORMS: dict[str, Callable[[Path], Iterator[Fixture]]] = {
    "hebei-monthly": _hebei_monthly,
    "hebei-quarterly": _hebei_quarterly,
    "sichuan-approval": _sichuan_approval,
    "sichuan-department": _sichuan_department,
    "policy": _policy,
    "shandong-duty": _shandong,
    "split-columns": _split,
    "cost-breakdown": _costed,
    "towns": _towns,
}

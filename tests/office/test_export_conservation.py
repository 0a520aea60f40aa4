"""Nothing is lost: every filled cell of a table stands in the document, whatever its form has cells for."""

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from perflint.model import load_profiles, read_tables
from perflint.office.export import Sheet, lay_out, template_for, write_excel, write_word
from perflint.source import Node, NodeKind, read_source, to_data
from tests.office.export_tables import TABLES
from tests.thorough import in_turn

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*-20*/*.yaml"))
WRITERS = {"docx": write_word, "xlsx": write_excel}
SILENT = {"kind", "profile", "表类型", "模板"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets_of(text: str) -> list[Sheet]:
    source = read_source(text.encode(), "table.yaml")
    assert not source.faults
    return [lay_out(table, template_for(table, load_profiles())) for table in read_tables(source).tables]


def printed(data: bytes) -> str:
    """Return the text of a document, a line for each paragraph or cell, read without the libraries that wrote it."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    if "word/document.xml" in archive.namelist():
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314  # our own file
        return "\n".join("".join(run.text or "" for run in p.iter(f"{W}t")) for p in root.iter(f"{W}p"))
    pages = sorted(name for name in archive.namelist() if name.startswith("xl/worksheets/"))
    roots = [ET.fromstring(archive.read(page)) for page in pages]  # noqa: S314  # our own file
    return "\n".join(cell.text or "" for root in roots for cell in root.iter(f"{S}t"))


def filled(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield path and text of every filled cell of a file."""
    if node.kind is NodeKind.SCALAR:
        if node.text.strip():
            yield path, node.text
    elif node.kind is NodeKind.MAPPING:
        for key, value in node.pairs:
            if key.text not in SILENT:
                yield from filled(value, (*path, key.text))
    else:
        for index, item in enumerate(node.items):
            yield from filled(item, (*path, str(index)))


@pytest.mark.parametrize(
    ("path", "kind"),
    in_turn(EXAMPLES, WRITERS),
    ids=lambda one: one if isinstance(one, str) else f"{one.parent.name}-{one.stem}",
)
def test_published_table_stands_in_its_document(path: Path, kind: str) -> None:
    text = path.read_text(encoding="utf-8")
    lines = printed(WRITERS[kind](sheets_of(text)))
    for _, cell in (found for root in read_source(text.encode(), "").roots for found in filled(root)):
        for line in filter(str.strip, cell.split("\n")):
            assert line.strip() in lines


def marked(data: Any, path: tuple[str, ...], marks: dict[str, tuple[str, ...]]) -> Any:  # noqa: ANN401  # a YAML tree
    """Return the tree with a mark of its own in every filled cell but those that decide about the form."""
    if isinstance(data, dict):
        return {key: marked(value, (*path, key), marks) for key, value in data.items()}
    if isinstance(data, list):
        return [marked(value, (*path, str(index)), marks) for index, value in enumerate(data)]
    if path[-1] in SILENT | {"horizon"} or not data.strip():
        return data
    mark = f"⟦{len(marks)}⟧"
    marks[mark] = path
    return f"{data}{mark}"


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("form", TABLES)
def test_every_cell_of_every_form_is_printed(form: str, kind: str) -> None:
    marks: dict[str, tuple[str, ...]] = {}
    tree = marked(to_data(read_source(TABLES[form].encode(), form).roots[0]), (), marks)
    sheets = sheets_of(json.dumps(tree, ensure_ascii=False))
    counts = Counter(re.findall("⟦[0-9]+⟧", printed(WRITERS[kind](sheets))))
    assert {path for mark, path in marks.items() if not counts[mark]} == set()
    again = {path for mark, path in marks.items() if counts[mark] > 1}  # a title, and a class beside an empty half
    assert all(path[-1] in {"level2", "year", "name", "agency", "currency_unit"} for path in again)


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize(
    "text",
    ["a  b", "　缩进", "甲\t乙", "≥95%", "“引号”", "😀", "=1+1", "010", "1,080万元", "a<b>&c", "第一行\n\n第三行"],
)
def test_text_stays_as_typed(text: str, kind: str) -> None:
    table = {"kind": "project", "project": {"name": "甲"}, "indicators": [{"name": text, "value": "1"}]}
    lines = printed(WRITERS[kind](sheets_of(json.dumps(table, ensure_ascii=False))))
    for line in text.split("\n"):
        assert line.replace("\t", "") in lines.replace("\t", "")


@pytest.mark.parametrize("kind", WRITERS)
def test_what_no_file_can_hold_is_marked(kind: str) -> None:
    lines = printed(WRITERS[kind](sheets_of('{kind: project, indicators: [{name: "甲\\x01乙\\uFFFE", value: "1"}]}')))
    assert "甲\ufffd乙\ufffd" in lines


def test_bundle_gives_its_own_keys_to_each_table() -> None:
    tables = sheets_of(
        "year: 2026\nagency: 某局\nx-批次: 第二批\ntables:\n  - {project: {name: 甲}}\n  - {project: {name: 乙}}\n"
    )
    assert len(tables) == 2
    for sheet in tables:
        lines = printed(write_word([sheet]))
        assert "某局" in lines
        assert "2026" in lines
        assert "【批次】第二批" in lines


def test_mistyped_keys_and_misplaced_shapes_are_printed_too() -> None:
    lines = printed(write_word(sheets_of("kind: project\n项目名: 甲\nbudget: 五万元\nindicators: [乙]\n备注: 丙\n")))
    for text in ("项目名", "甲", "五万元", "乙", "丙"):
        assert text in lines


def test_provenance_is_no_part_of_a_form() -> None:
    table = "kind: project\nx-source: {file: a.docx}\nindicators: [{name: 甲, value: 1次, x-source: 第3行}]\n"
    lines = printed(write_word(sheets_of(table)))
    assert "a.docx" not in lines
    assert "第3行" not in lines

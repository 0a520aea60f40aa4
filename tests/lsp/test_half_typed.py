"""Findings stay where they are while something else is half typed and the YAML of the table is broken."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from perflint.cli.init import _TABLE as CLEAN
from perflint.lsp.analysis import analyse
from perflint.lsp.carrying import carried
from perflint.lsp.opened import Opened
from perflint.source import parse_text
from tests.lsp.editor import Editor, use

FLAWED = CLEAN.replace("≥130批次", "≧130批次").replace("≤5万元", "约5万元以下")
LINES = FLAWED.split("\n")
ROW = next(number for number, line in enumerate(LINES) if "不合格产品处置率, 绩效" in line)
HALVES = (
    "  - {",
    "  - {一级指标: 产出指标, 二级指标: ",
    '  - {一级指标: "产出',
    "  - {一级指标: [",
    "  - *",
    "'",
    "预算: {",
)


def with_line(line: str, *, instead: bool) -> str:
    return "\n".join([*LINES[:ROW], line, *LINES[ROW + instead :]])


def places(text: str, published: types.PublishDiagnosticsParams) -> dict[object, str]:
    """Return what is marked, by code."""
    lines = text.split("\n")
    marked = ((one.code, one.range) for one in published.diagnostics)
    return {code: lines[at.start.line][at.start.character : at.end.character] for code, at in marked}


def test_the_other_rows_keep_their_findings_at_their_places(tmp_path: Path) -> None:
    async def story(editor: Editor) -> None:
        assert places(FLAWED, await editor.open("a.yaml", FLAWED)).keys() == {"VAL022", "VAL013"}
        version = 2
        for half in HALVES:
            for instead in (False, True):
                text = with_line(half, instead=instead)
                editor.type("a.yaml", text, version)
                seen = places(text, await editor.published("a.yaml"))
                assert seen.keys() == {"STR001", "VAL022", "VAL013"}, half
                assert (seen["VAL022"], seen["VAL013"]) == ("≧130批次", "约5万元以下")
                editor.type("a.yaml", FLAWED, version + 1)
                assert places(FLAWED, await editor.published("a.yaml")).keys() == {"VAL022", "VAL013"}
                version += 2

    use(tmp_path, story)


def test_what_is_typed_in_loses_its_finding_and_a_broken_file_has_none_to_keep(tmp_path: Path) -> None:
    broken = FLAWED.replace("约5万元以下,", '约5万"元以下, {')

    async def story(editor: Editor) -> None:
        assert places(broken, await editor.open("broken.yaml", broken)).keys() == {"STR001"}
        await editor.open("a.yaml", FLAWED)
        editor.type("a.yaml", broken, 2)
        assert places(broken, await editor.published("a.yaml")).keys() == {"STR001", "VAL022"}

    use(tmp_path, story)


def test_a_table_that_reads_is_left_to_its_own_findings() -> None:
    first, second = FLAWED.replace("某某局", "甲局"), FLAWED.replace("某某局", "乙局")
    before = analyse(Opened("file:///a.yaml", Path("/a.yaml"), f"{first}---\n{second}"))
    mended = second.replace("≧130批次", "≥130批次")
    after = analyse(Opened("file:///a.yaml", Path("/a.yaml"), f"{first}  - {{\n---\n{mended}"), before)
    assert [one.code for one in before.findings].count("VAL022") == 2
    assert [(one.code, one.place.line < len(LINES)) for one in after.findings if one.code[:3] == "VAL"] == [
        ("VAL022", True),
        ("VAL013", True),
        ("VAL013", False),
    ]


@given(st.integers(0, len(FLAWED)), st.integers(0, 60), st.text("{}[]'\"-*: \n产", max_size=5))
def test_whatever_is_typed_what_is_kept_marks_the_same_characters(start: int, length: int, typed: str) -> None:
    before = BEFORE
    text = FLAWED[:start] + typed + FLAWED[start + length :]
    for one in carried(before.source, before.findings, parse_text(text, "/a.yaml")):
        was = next(other for other in before.findings if other.fingerprint == one.fingerprint)
        assert text[one.place.start : one.place.end] == FLAWED[was.place.start : was.place.end]
        assert one.fix is None


BEFORE = analyse(Opened("file:///a.yaml", Path("/a.yaml"), FLAWED))

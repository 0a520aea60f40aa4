"""One table written in many ways: keys in two languages, braces or lines, quotes, indentation, line ends, encodings."""

from collections.abc import Iterator
from typing import NamedTuple

from hypothesis import strategies as st

ZH = {
    "kind": "表类型", "profile": "模板", "year": "年度", "agency": "预算单位", "project": "项目", "name": "名称",
    "budget": "预算", "total": "预算数", "fiscal": "财政资金", "spending_plan": "资金支出计划", "goals": "绩效目标",
    "indicators": "绩效指标", "level1": "一级指标", "level2": "二级指标", "value": "指标值", "basis": "指标值确定依据",
    "description": "绩效指标描述",
}  # fmt: skip
_ROW_ZH = {"name": "三级指标"}
_ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")
_SPECIAL = tuple(",[]{}:#&*!|>'\"%@`-? ")

Row = dict[str, str]


class Content(NamedTuple):
    """What a table says: the cells of its head, the spending plan, the indicator rows."""

    head: dict[str, str]
    plan: dict[str, str]
    rows: tuple[Row, ...]


class Style(NamedTuple):
    """How a table is written."""

    chinese: bool
    flow: bool
    quote: str
    indent: int
    newline: str
    encoding: str
    comments: bool
    anchors: bool
    last_break: bool


STYLES = st.builds(
    Style, st.booleans(), st.booleans(), st.sampled_from(["", "'", '"']), st.sampled_from([1, 2, 4]),
    st.sampled_from(["\n", "\r\n"]), st.sampled_from(_ENCODINGS), st.booleans(), st.booleans(), st.booleans(),
)  # fmt: skip


def write(content: Content, style: Style, like: Content | None = None) -> bytes:
    """Return a table as the bytes of a file; a cell stands in quotes where the same cell of `like` would need them."""
    text = style.newline.join(_lines(content, like or content, style)) + (style.newline if style.last_break else "")
    return text.encode(style.encoding)


def _lines(content: Content, like: Content, style: Style) -> Iterator[str]:
    note = " # 注，[2020]1号，９" if style.comments else ""
    pad = " " * style.indent
    if style.comments:
        yield "# 表头　说明"
    for name, text in content.head.items():
        yield f"{_key(name, style)}: {_cell(text, like.head[name], style)}{note}"
    plan = ", ".join(f"{period}: {_cell(text, like.plan[period], style)}" for period, text in content.plan.items())
    yield f"{_key('spending_plan', style)}: {{{plan}}}{note}"
    yield f"{_key('indicators', style)}:{note}"
    for number, row in enumerate(content.rows):
        old = like.rows[number]
        cells = [(_key(name, style, row=True), _cell(text, old[name], style)) for name, text in row.items()]
        if style.anchors:
            cells[-1] = (cells[-1][0], f"&row{number} {cells[-1][1]}")
        if style.flow:
            yield f"{pad}- {{{', '.join(f'{key}: {cell}' for key, cell in cells)}}}{note}"
        else:
            for place, (key, cell) in enumerate(cells):
                yield f"{pad}{'- ' if place == 0 else '  '}{key}: {cell}{note}"
        if style.comments:
            yield f"{pad}# 第{number}行之后"


def _key(name: str, style: Style, *, row: bool = False) -> str:
    if not style.chinese:
        return name
    return (_ROW_ZH.get(name) if row else None) or ZH[name]


def _cell(text: str, like: str, style: Style) -> str:
    plain = like and not like.startswith(_SPECIAL) and not set(like) & set(",[]{}:#")
    if not style.quote and plain:
        return text
    if style.quote == "'":
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

"""Word: merged cells, controls, tracked changes, nested tables, symbols; the place of each cell."""

import io
import zipfile

import docx

from perflint.office.grid import Paper, Paragraph
from perflint.office.reading import read_document

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def _read(inner: str) -> Paper:
    held, made = io.BytesIO(), io.BytesIO()
    docx.Document().save(held)
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(made, "w") as new:
        for member in old.namelist():
            if member != "word/document.xml":
                new.writestr(member, old.read(member))
        new.writestr("word/document.xml", f"<w:document {_SPACES}><w:body>{inner}</w:body></w:document>")
    return read_document(made.getvalue(), "目标表.docx")


def _p(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def _r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _tc(inner: str, span: int = 1, merge: str = "") -> str:
    merged = {"": "", "restart": '<w:vMerge w:val="restart"/>', "goes on": "<w:vMerge/>"}[merge]
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{inner}</w:tc>'


def _cell(text: str, span: int = 1, merge: str = "") -> str:
    return _tc(_p(_r(text)), span, merge)


def _table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def _texts(paper: Paper) -> list[list[str]]:
    return [[cell.text for cell in grid.cells] for grid in paper.grids]


def _line(inner: str) -> str:
    (part,) = _read(_p(inner)).parts
    assert isinstance(part, Paragraph)
    return part.text


def test_merged_cells_stand_once_and_places_count_what_a_person_sees() -> None:
    paper = _read(_table(_cell("产出指标", merge="restart") + _cell("数量指标") + _cell("≥5", 2),
                         _cell("", merge="goes on") + _cell("质量指标") + _cell("甲") + _cell("乙")))  # fmt: skip
    assert [(c.text, c.row, c.column, c.rows, c.columns, c.place) for c in paper.grids[0].cells] == [
        ("产出指标", 0, 0, 2, 1, "表1 第1行第1列"),
        ("数量指标", 0, 1, 1, 1, "表1 第1行第2列"),
        ("≥5", 0, 2, 1, 2, "表1 第1行第3列"),
        ("质量指标", 1, 1, 1, 1, "表1 第2行第2列"),
        ("甲", 1, 2, 1, 1, "表1 第2行第3列"),
        ("乙", 1, 3, 1, 1, "表1 第2行第4列"),
    ]


def test_grid_lines_at_which_no_cell_begins_are_dropped() -> None:
    (grid,) = _read(_table(_cell("甲", 3) + _cell("乙", 4), _cell("丙", 3) + _cell("丁", 2) + _cell("戊", 2))).grids
    assert [(c.text, c.column, c.columns) for c in grid.cells] == [
        ("甲", 0, 1), ("乙", 1, 2), ("丙", 0, 1), ("丁", 1, 1), ("戊", 2, 1)]  # fmt: skip
    assert (grid.height, grid.width) == (2, 3)


def test_a_row_that_begins_later() -> None:
    late = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    (grid,) = _read(_table(_cell("甲") + _cell("乙"), late + _cell("丙"))).grids
    assert [(c.text, c.row, c.column) for c in grid.cells] == [("甲", 0, 0), ("乙", 0, 1), ("丙", 1, 1)]


def test_going_on_from_nothing_is_a_cell_of_its_own() -> None:
    (grid,) = _read(
        _table(_cell("甲", merge="goes on"), _cell("乙", merge="restart"), _cell("丙", merge="restart"))
    ).grids
    assert [c.text for c in grid.cells] == ["甲", "乙", "丙"]


def test_rows_and_cells_within_content_controls() -> None:
    row = f"<w:sdt><w:sdtContent><w:tr>{_cell('乙')}</w:tr></w:sdtContent></w:sdt>"
    cell = f"<w:sdt><w:sdtPr/><w:sdtContent>{_cell('丙')}</w:sdtContent></w:sdt>"
    text = f"<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>{_r('2023年')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtContent>{_p(_r('丁'))}</w:sdtContent></w:sdt>"
    paper = _read(
        f"<w:tbl><w:tr>{_cell('甲')}</w:tr>{row}<w:tr>{cell}</w:tr><w:tr>{_tc(_p(text) + block)}</w:tr></w:tbl>"
    )
    assert _texts(paper) == [["甲", "乙", "丙", "2023年\n丁"]]


def test_tracked_deletions_are_left_out_and_insertions_stay() -> None:
    change = f"<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>{_r('新')}</w:ins>"
    moved = f"<w:moveFrom>{_r('此')}</w:moveFrom><w:moveTo>{_r('彼')}</w:moveTo>"
    assert _line(_r("值") + change + moved) == "值新彼"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{_cell('删')}</w:tr>"
    assert _texts(_read(f"<w:tbl>{gone}<w:tr>{_cell('留')}</w:tr></w:tbl>")) == [["留"]]


def test_nested_tables_follow_the_outer_one() -> None:
    inner = _table(_cell("内"))
    paper = _read(_table(_tc(_p(_r("外")) + inner + _p(""))) + _table(_cell("后")))
    assert _texts(paper) == [["外"], ["内"], ["后"]]
    assert [grid.cells[0].place for grid in paper.grids] == ["表1 第1行第1列", "表2 第1行第1列", "表3 第1行第1列"]


def test_text_boxes_stand_behind_what_holds_them() -> None:
    content = f"<w:txbxContent>{_p(_r('框'))}{_table(_cell('框中表'))}</w:txbxContent>"
    fallback = f"<mc:Fallback><w:pict>{content}</w:pict></mc:Fallback>"
    choice = f"<mc:Choice Requires='wps'>{content}</mc:Choice>"
    box = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    parts = _read(_p(_r("正文") + box) + _p(f"<w:r><w:pict>{content}</w:pict></w:r>") + _p(_r("后"))).parts
    assert [(part.text, part.place) for part in parts if isinstance(part, Paragraph)] == [
        ("正文", "第1段"), ("框", "第1段文本框1第1行"), ("框", "第2段文本框1第1行"), ("后", "第3段")]  # fmt: skip
    assert [part.cells[0].text for part in parts if not isinstance(part, Paragraph)] == ["框中表", "框中表"]


def test_a_text_box_over_a_table_is_read_once() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{_p(_r('填报单位：某局'))}</w:txbxContent></w:pict></w:r>"
    parts = _read(_table(_tc(_p(_r("甲") + box)))).parts
    assert [part.cells[0].text for part in parts if not isinstance(part, Paragraph)] == ["甲"]
    assert [part.text for part in parts if isinstance(part, Paragraph)] == ["填报单位：某局"]


def test_struck_through_text_is_left_out_and_said() -> None:
    paper = _read(_table(_tc(_p(_r("≥") + _r("85", "<w:strike/>") + _r("90%") + _r("!", '<w:dstrike w:val="0"/>')))))
    assert _texts(paper) == [["≥90%!"]]
    assert [note.text for note in paper.notes] == ["（“≥90%!”处有带删除线的文字“85”，未读入）"]


def test_page_headers_and_footers_are_noted() -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    document.sections[0].header.paragraphs[0].text = "附件3-7"
    document.sections[0].footer.paragraphs[0].text = "填表人：（略）"
    held = io.BytesIO()
    document.save(held)
    paper = read_document(held.getvalue(), "a.docx")
    assert [part.text for part in paper.parts if isinstance(part, Paragraph)] == ["正文"]
    assert sorted((note.place, note.text) for note in paper.notes) == [("页眉", "附件3-7"), ("页脚", "填表人：（略）")]


def test_symbols_and_symbol_fonts() -> None:
    wingdings = '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'
    assert _line(_r("R", wingdings) + _r("新增 ") + _r("£", wingdings) + _r("延续")) == "☑新增 ☐延续"
    assert _line("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>" + _r("是")) == "☑是"
    assert (
        _line("<w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:font='Wingdings' w:char='F06F'/></w:r>") == "√□"
    )
    assert _line("<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>" + _r("95%")) == "≥95%"
    assert _line("<w:r><w:sym w:font='X' w:char='zz'/></w:r>" + _r("甲")) == "甲"


def test_boxes_of_controls_and_fields() -> None:
    def control(value: str) -> str:
        return f"<w:sdt><w:sdtPr><w14:checkbox>{value}</w14:checkbox></w:sdtPr><w:sdtContent>{_r('☒')}</w:sdtContent></w:sdt>"

    def legacy(inner: str) -> str:
        return f"<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox>{inner}</w:checkBox></w:ffData></w:fldChar></w:r>"

    assert _line(control("<w14:checked w14:val='1'/>") + control("<w14:checked w14:val='0'/>") + control("")) == "☑☐☐"
    assert _line(legacy("<w:default w:val='1'/>") + legacy("<w:default w:val='1'/><w:checked w:val='0'/>")) == "☑☐"
    assert _line(legacy("<w:checked/>") + legacy("")) == "☑☐"


def test_the_state_of_a_single_box() -> None:
    texts = ["☑新增", "□ 延续", "√", "R法律法规", "■是", "☒ 否", "☐新增 ☑延续", "R&D 经费", "完成率√", "新增", "Ready"]
    (grid,) = _read(_table(*(_cell(text.replace("&", "&amp;")) for text in texts))).grids
    assert [cell.checked for cell in grid.cells] == [
        True, False, True, True, True, True, None, None, None, None, None]  # fmt: skip


def test_text_as_it_is_printed() -> None:
    page = "<w:r><w:br w:type='page'/></w:r>"
    assert (
        _line(page + _r("甲") + "<w:r><w:br/></w:r>" + _r("乙") + "<w:r><w:tab/><w:noBreakHyphen/></w:r>")
        == "甲\n乙\t-"
    )
    assert _line(_r("显") + _r("隐", "<w:vanish/>") + _r("现", '<w:vanish w:val="0"/>')) == "显现"
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>" + _r("3")
    assert _line(field + "<m:oMath><m:r><m:t>≥</m:t></m:r></m:oMath>") == "3≥"
    assert _line("<w:hyperlink><w:smartTag>" + _r("链接") + "</w:smartTag></w:hyperlink>") == "链接"


def test_blanks() -> None:
    lines = [" 100%", "100% ", "　　", " ", "甲　乙"]
    (grid,) = _read(
        _table(*(_cell(line) for line in lines), _tc(_p(_r("甲")) + _p("") + _p(_r("乙")) + _p("") + _p("")))
    ).grids
    assert [cell.text for cell in grid.cells] == [" 100%", "100% ", "　　", "", "甲　乙", "甲\n\n乙"]


def test_paragraphs_count_from_one_and_blank_ones_count_too() -> None:
    parts = _read(_p(_r("附件2")) + _p("") + _table(_cell("甲")) + _p(_r("单位：万元"))).parts
    assert [part.place for part in parts if isinstance(part, Paragraph)] == ["第1段", "第3段"]


def _numbered(kinds: str, lists: str, paragraphs: str) -> list[str]:
    """Return the texts of a document of numbered paragraphs; `kinds` and `lists` are its numbering part."""
    held, made = io.BytesIO(), io.BytesIO()
    docx.Document().save(held)
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(made, "w") as new:
        for member in old.namelist():
            if member == "word/document.xml":
                new.writestr(member, f"<w:document {_SPACES}><w:body>{paragraphs}</w:body></w:document>")
            elif member == "word/numbering.xml":
                new.writestr(member, f"<w:numbering {_SPACES}>{kinds}{lists}</w:numbering>")
            else:
                new.writestr(member, old.read(member))
    paper = read_document(made.getvalue(), "a.docx")
    return [part.text if isinstance(part, Paragraph) else part.cells[0].text for part in paper.parts]


def _kind(number: int, *levels: tuple[str, str]) -> str:
    written = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{written}</w:abstractNum>'


def _list(number: int, kind: int, inner: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{inner}</w:num>'


def _item(text: str, number: int, level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr>{_r(text) if text else ''}</w:p>"


def test_numbers_that_word_writes_by_itself() -> None:
    kinds = _kind(0, ("chineseCounting", "%1、"), ("decimal", "（%2）"), ("decimal", "%1.%2.%3")) + _kind(
        1, ("bullet", "\uf0b7")
    )
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = _list(1, 0) + _list(2, 0) + _list(3, 0, again) + _list(4, 1)
    items = (_item("总体", 1) + _item("甲", 1, 1) + _item("乙", 1, 1) + _item("分项", 1) + _item("丙", 1, 1)
             + _item("续", 2) + _item("另起", 3) + _item("点", 4) + _item("无此编号", 9) + _item("", 1) + _item("五", 1))  # fmt: skip
    assert _numbered(kinds, lists, items) == [
        "一、总体", "（1）甲", "（2）乙", "二、分项", "（1）丙", "三、续", "一、另起", "点", "无此编号", "五、五"]  # fmt: skip


def test_numbers_within_a_cell() -> None:
    kinds = _kind(0, ("decimal", "%1."))
    cell = _tc(_item("做好经费保障", 1) + _item("保障运转", 1))
    assert _numbered(kinds, _list(1, 0), _table(cell)) == ["1.做好经费保障\n2.保障运转"]

"""Word files typed as XML, so that a test says which runs, controls and marks a cell has; and what annotating makes of them."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from lxml import etree

from perflint.judge import Finding
from perflint.judge.inspection import Inspection
from perflint.office.annotate import Annotated, AnnotateOptions, Fixes, annotate
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config

NAME = "绩效目标表.docx"
MOMENT = datetime(2025, 11, 30, 9, 30)  # noqa: DTZ001  # Word writes local time
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{{}}</Types>'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


class Comment(NamedTuple):
    """A comment of a document: its author, its text, and the characters it stands on (struck ones in brackets)."""

    author: str
    text: str
    on: str


def p(inner: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r w:rsidR="00AB12CD">{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t>{text}</w:t></w:r>'


def tc(inner: str, span: int = 1, merge: str = "") -> str:
    """Return a cell; `merge` is "", "restart" or "continue"."""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="1700" w:type="dxa"/><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{inner}</w:tc>'


def tr(*cells: str, properties: str = "") -> str:
    """Return a row; a cell may be given by its text."""
    inner = "".join(cell if cell.startswith("<") else tc(p(r(cell)) if cell else p("")) for cell in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def form(*rows: str, before: str = "", after: str = "") -> str:
    """Return the body of a document with a form; `rows` are those of its indicators."""
    head = tr("一级指标", "二级指标", "三级指标", "指标值", properties="<w:tblHeader/>")
    return (
        f"{p(r('项目支出绩效目标表', '<w:b/>'))}{before}<w:tbl><w:tblPr/><w:tblGrid/>"
        f"{tr('项目名称', '办公楼运行', '年度', '2025')}{tr('预算数', '20.00', '财政资金', '20.00')}"
        f"{tr('年度目标', tc(p(r('保障办公楼全年运行，设备完好率达到100%。')), 3))}{head}{''.join(rows)}</w:tbl>{after}<w:sectPr/>"
    )


def row(value: str, name: str = "设备完好率", level: str = "质量指标") -> str:
    """Return a row of an indicator; `value` is the content of its cell."""
    return tr("产出指标", level, name, tc(value))


def package(
    body: str, parts: Mapping[str, str | bytes] | None = None, relations: Mapping[str, str] | None = None
) -> bytes:
    """Return a Word file; `parts` are more of its parts, `relations` name the part of a kind that its main part refers to."""
    linked = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATION if "/" not in kind else ""}{"" if "/" in kind else "/"}{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate((relations or {}).items(), start=1)
    )
    declared = "".join(
        f'<Override PartName="/word/{target}" ContentType="{_TYPE}.{kind}+xml"/>' for kind, target in (relations or {}).items()
        if kind in {"comments", "settings", "commentsExtended"}
    )  # fmt: skip
    main = f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES.format(declared))
        archive.writestr("_rels/.rels", _RELATIONS.format(main))
        archive.writestr("word/document.xml", f"<w:document {_SPACES}>\r\n<w:body>{body}</w:body></w:document>")
        if linked:
            archive.writestr("word/_rels/document.xml.rels", _RELATIONS.format(linked))
        for name, data in (parts or {}).items():
            archive.writestr(name, data)
    return held.getvalue()


def found(data: bytes, name: str = NAME, select: tuple[str, ...] = ("DIR001",)) -> tuple[Finding, ...]:
    """Return the findings of some rules on a document."""
    inspection = Checker(Config(), Options(select=select)).check(data, name)
    assert isinstance(inspection, Inspection), inspection
    return inspection.findings


def annotated(
    data: bytes, name: str = NAME, fixes: Fixes = Fixes.COMMENT, select: tuple[str, ...] = ("DIR001",), lang: str = "zh"
) -> Annotated:
    """Return a document with the findings of some rules."""
    return annotate(data, name, found(data, name, select), AnnotateOptions(lang=lang, fixes=fixes, moment=MOMENT))


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return what each part of a package holds, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def document_of(data: bytes) -> str:
    """Return the XML of the main part."""
    return parts_of(data)["word/document.xml"].decode()


def comments_of(data: bytes) -> list[Comment]:
    """Return the comments of a document, and that each has its marks in order: start, end, reference."""
    parts = parts_of(data)
    root = etree.fromstring(parts["word/document.xml"])
    made = []
    every = etree.fromstring(parts["word/comments.xml"]) if "word/comments.xml" in parts else ()
    for comment in every:
        number = comment.get(f"{W}id")
        text = "\n".join("".join(one.itertext(f"{W}t")) for one in comment.iter(f"{W}p"))
        made.append(Comment(comment.get(f"{W}author"), text, between(root, number)))
    return made


def between(root: Any, number: str) -> str:  # noqa: ANN401  # an element of lxml, which ships no types
    """Return the characters that a comment stands on, struck ones in brackets; its three marks are there in order."""
    names = ("commentRangeStart", "commentRangeEnd", "commentReference")
    order = [one for one in root.iter(*(f"{W}{name}" for name in names)) if one.get(f"{W}id") == number]
    assert [one.tag for one in order] == [f"{W}{name}" for name in names]
    inside, text = False, ""
    for one in root.iter():
        inside = (inside or one is order[0]) and one is not order[1]
        if inside and one.tag == f"{W}t":
            text += one.text or ""
        if inside and one.tag == f"{W}delText":
            text += f"[{one.text}]"
    return text


def decided(data: bytes, *, accept: bool) -> bytes:
    """Return a document with all of its tracked changes accepted or rejected."""
    gone, kept = ("del", "ins") if accept else ("ins", "del")
    text = document_of(data)
    text = re.sub(rf"<w:{gone} [^>]*>.*?</w:{gone}>", "", text)
    text = re.sub(rf"</?w:{kept}(?: [^>]*)?>", "", text).replace("w:delText", "w:t")
    return replaced(data, "word/document.xml", text.encode())


def replaced(data: bytes, name: str, content: bytes) -> bytes:
    """Return a package with another content of a part."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, old in parts_of(data).items():
            archive.writestr(part, content if part == name else old)
    return held.getvalue()

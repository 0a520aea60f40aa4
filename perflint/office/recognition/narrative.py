"""A department's target as text (form DN): numbered headings, and the paragraphs below each as one field."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from perflint.office.grid import Paragraph
from perflint.office.recognition.draft import Branch, Draft, Leaf
from perflint.office.recognition.vocabulary import Vocabulary
from perflint.office.recognition.wording import halves, trimmed
from perflint.pattern import pattern
from perflint.typography import fold

_NUMBERED = pattern(r"^(?:[一二三四五六七八九]|\d)[、.．]")
_PART = pattern(r"^第[一二三四五六七]部分")
_DUTY = pattern(r"^([（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)])[ \u3000]*(.+)$")
_TARGET = pattern(r"^([^\d，,；;。、“”]{3,30}?)((?:力争)?(?:达到|稳定在|保持在|控制在|不低于|不少于|不超过).{1,40})$")
_COUNT = pattern(r"^([^\d]{2,30}?)(\d[\d.]*[\u4e00-\u9fff]{1,2}(?:以上)?)$")
_COMPARED = pattern(r"^([^\d，,；;。：:≥≤><=＝＞＜]{2,40}?)[：:]?((?:[≥≤><=＝＞＜≧≦]|大于等于|小于等于).{1,40})$")
_NAMED = pattern(r"^([^，,；;。：:]{2,40})：([^：:；;。]{1,60})$")
_CLAUSE = pattern(r"(?<=[\u4e00-\u9fff])[，,](?=\D)|(?<=\d[件个项名家户])、")
_INNER = pattern(
    r"^(?:[^，]{2,20}，)?([^\d，,；;。“”]{3,30}?)(?:到20\d\d年底)?((?:力争)?(?:达到|稳定在|保持在).{1,60})$"
)
_LATE_COUNT = pattern(r"^[^，]{2,20}，([^\d，]{2,20}?)(\d[\d.]*万?[\u4e00-\u9fff]{1,2})$")
_FEWEST, _LONGEST_HEADING = 2, 24


class _Section(Struct):
    heading: Paragraph
    field: str
    paragraphs: list[Paragraph] = msgspec.field(default_factory=list)


def read_narrative(paragraphs: Sequence[Paragraph], vocabulary: Vocabulary) -> tuple[Draft | None, list[Paragraph]]:
    """Return a department's table from a run of paragraphs, and those paragraphs that are none of it."""
    before, sections, after = _sections(paragraphs, vocabulary)
    if len(sections) < _FEWEST:
        return None, list(paragraphs)
    draft = Draft()
    before = [one for one in before if not _caption(draft, one, vocabulary)]
    if before and len(before[-1].text) <= _LONGEST_HEADING * 2:
        title = before.pop()
        draft.put("title", trimmed(title.text), title)
    for section in sections:
        _take_in(draft, section, vocabulary)
    return draft, before + after


def _caption(draft: Draft, paragraph: Paragraph, vocabulary: Vocabulary) -> bool:
    """Take in a line above the text that names agency or year."""
    parts = halves(paragraph.text)
    field = vocabulary.label(parts[0]) if parts and parts[1] else None
    return bool(parts) and field in {"agency", "year"} and draft.put(str(field), parts[1] if parts else "", paragraph)


def _sections(
    paragraphs: Sequence[Paragraph], vocabulary: Vocabulary
) -> tuple[list[Paragraph], list[_Section], list[Paragraph]]:
    before: list[Paragraph] = []
    sections: list[_Section] = []
    for number, paragraph in enumerate(paragraphs):
        if _PART.match(fold(paragraph.text)) and sections:
            return before, sections, list(paragraphs[number:])
        name = _heading(paragraph.text, vocabulary)
        if name:
            sections.append(_Section(paragraph, name))
        else:
            (sections[-1].paragraphs if sections else before).append(paragraph)
    return before, sections, []


def _heading(text: str, vocabulary: Vocabulary) -> str:
    words = fold(text)
    if len(words) > _LONGEST_HEADING or not _NUMBERED.match(words):
        return ""
    name = _NUMBERED.sub("", words)
    for known, spellings in vocabulary.more["narrative"].items():
        if known != "lines" and name in spellings:
            return str(known)
    return ""


def _take_in(draft: Draft, section: _Section, vocabulary: Vocabulary) -> None:
    draft.use(section.heading, section.field, "heading")
    lines = vocabulary.more["narrative"]["lines"]
    is_list = section.field == "items" and any(_led_by(one.text, lines["indicator"]) for one in section.paragraphs)
    if is_list:
        _take_rows(draft, section, lines)
        return
    path = "duties" if section.field == "items" else section.field
    text = "\n".join(trimmed(one.text) for one in section.paragraphs)
    place = section.paragraphs[0].place if section.paragraphs else section.heading.place
    if draft.put(path, text, section.heading, place):
        draft.uses.pop()
    for one in section.paragraphs:
        draft.use(one, path, "value")


def _led_by(text: str, words: Sequence[str]) -> str:
    parts = halves(text)
    return parts[1] if parts and fold(parts[0]) in words else ""


def _take_rows(draft: Draft, section: _Section, lines: dict[str, list[str]]) -> None:
    """Take in duties with the lines of their targets: `绩效目标：…`, `绩效指标：…` and the lines below it."""
    duty: Branch = {}
    for one in section.paragraphs:
        numbered = _DUTY.match(trimmed(one.text))
        goal, indicator = _led_by(one.text, lines["goal"]), _led_by(one.text, lines["indicator"])
        if numbered:
            duty = {"no": Leaf(numbered[1], one.place), "name": Leaf(numbered[2], one.place)}
        elif goal:
            duty["goal"] = Leaf(goal, one.place)
        else:
            _take_line(draft, dict(duty), indicator or trimmed(one.text), one.place)
        draft.use(one, "indicators", "value")


def _take_line(draft: Draft, duty: Branch, text: str, place: str) -> None:
    rows = _rows(duty, text, place)
    before = _goes_on(draft.rows, duty)
    if before and "name" not in rows[0]:
        draft.rows[-1]["remark"] = Leaf(f"{before.text}\n{text}", before.place)
    else:
        draft.rows.extend(rows)


def _rows(duty: Branch, text: str, place: str) -> list[Branch]:
    """Return the indicator rows of a line; one whose names and values cannot be told apart is kept whole as a remark."""
    line = text.rstrip("；;。")
    counts = [_COUNT.match(clause) for clause in _CLAUSE.split(line)]
    if len(counts) > 1 and all(counts):
        return [_row(duty, found[1], found[2], text, place) for found in counts if found]
    found = _COMPARED.match(line) or _NAMED.match(line) or _TARGET.match(line)
    if found:
        return [_row(duty, found[1], found[2], "", place)]
    inner = _INNER.match(line) or (_LATE_COUNT.match(line) if line.count("，") == 1 else None)
    if inner:
        return [_row(duty, inner[1], inner[2], text, place)]
    return [{"duty": duty, "remark": Leaf(text, place)}]


def _row(duty: Branch, name: str, value: str, remark: str, place: str) -> Branch:
    row: Branch = {"duty": duty, "name": Leaf(name, place), "value": Leaf(value, place)}
    if remark:
        row["remark"] = Leaf(remark, place)
    return row


def _goes_on(rows: list[Branch], duty: Branch) -> Leaf | None:
    """Return the remark that the next line only goes on with: one that ended as a paragraph does, not as a list does."""
    last = rows[-1] if rows else {}
    remark = last.get("remark")
    whole = isinstance(remark, Leaf) and "name" not in last and last.get("duty") == duty
    return remark if whole and isinstance(remark, Leaf) and remark.text.endswith("。") else None

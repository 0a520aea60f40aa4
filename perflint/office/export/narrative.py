"""A form in prose: numbered sections, duties with their goals, and a line for each indicator."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from perflint.office.export.content import Content, Entry
from perflint.office.export.sheet import Prose
from perflint.office.export.template import Section
from perflint.office.labels import label_of, lined
from perflint.typography import BLANKS, is_blank

_NUMERALS = "一二三四五六七八九十"
# How a target begins that shows by itself where the name ended.
_BEGINNINGS = (
    "≥",
    "≤",
    ">",
    "<",
    "=",
    "＞",
    "＜",
    "＝",
    "达到",
    "力争",
    "稳定在",
    "保持在",
    "控制在",
    "不低于",
    "不少于",
    "不超过",
)
_DUTY = ("duty.no", "duty.name", "duty.item", "duty.goal")


def narrated(sections: Iterable[Section], content: Content) -> Iterator[Prose]:
    """Yield the headings and paragraphs of those sections that hold anything, numbered as they come, the remarks last."""
    parts = [part for section in sections for part in _parts(section, content)]
    filled = [(heading, body) for heading, body in (*parts, ("备注", list(_remarks(content)))) if body]
    for number, (heading, body) in enumerate(filled):
        yield Prose(f"{_NUMERALS[number]}、{heading}", "heading")
        yield from body


def _parts(section: Section, content: Content) -> Iterator[tuple[str, list[Prose]]]:
    cells = [prose for cell in section.cells for prose in _paragraphs(content.take(cell))]
    entries = content.entries("indicators") if section.rows else []
    grouped = groupby(entries, key=lambda entry: tuple(entry.cells.get(name, "") for name in _DUTY))
    rows = [prose for duty, group in grouped for prose in _duty(duty, list(group))]
    if rows and section.apart:
        yield section.apart, cells
        yield section.heading, rows
    else:
        yield section.heading, [*cells, *rows]


def _paragraphs(text: str) -> list[Prose]:
    return [Prose(line.strip(BLANKS)) for line in text.split("\n") if not is_blank(line)]  # the form indents them


def _remarks(content: Content) -> Iterator[Prose]:
    yield from _paragraphs(content.take("remark"))
    for rest in content.left():
        yield from _paragraphs(lined(rest.label, rest.text))


def _duty(duty: tuple[str, ...], rows: list[Entry]) -> Iterator[Prose]:
    number, name, item, goal = duty
    for entry in rows:
        for cell in _DUTY:
            entry.take(cell)
    if number or name:
        yield Prose(f"{_bracketed(number)}{name}", "subheading")
    if not is_blank(item):
        yield Prose(f"职责内容：{item}")
    if not is_blank(goal):
        yield Prose(f"绩效目标：{goal}")
    lines = list(_lines(rows))
    if lines:
        yield Prose(f"绩效指标：{lines[0]}")
        yield from (Prose(line) for line in lines[1:])


def _bracketed(number: str) -> str:
    return f"（{number}）" if number.isdecimal() else number


def _lines(rows: Iterable[Entry]) -> Iterator[str]:
    """Yield a line for each row; a remark that holds the whole printed line stands for the rows that it was split into."""
    last = ""
    for entry in rows:
        name, value, remark = (entry.take(cell) for cell in ("name", "value", "remark"))
        whole = name in remark and value in remark and not is_blank(remark)
        if not whole:
            yield _closed(_told(name, value)) + _rest(entry, remark)
        elif remark != last or entry.left():
            yield from (line for line in (remark + _rest(entry, "")).split("\n") if not is_blank(line))
        last = remark if whole else ""


def _told(name: str, value: str) -> str:
    """Return name and target in one line; a colon between them where nothing else shows where the target begins."""
    plain = not name or not value or value.lstrip().startswith(_BEGINNINGS)
    return f"{name}{value}" if plain else f"{name}：{value}"


def _closed(text: str) -> str:
    return text if not text or text.endswith(("。", "；", ";")) else f"{text}；"


def _rest(entry: Entry, remark: str) -> str:
    parts = [f"{label_of(f'indicators.{name}')}：{text}" for name, text in entry.left().items()]
    parts += [*([] if is_blank(remark) else [f"备注：{remark}"]), *(lined(label, text) for label, text in entry.strays)]
    return f"（{'；'.join(parts)}）" if parts else ""

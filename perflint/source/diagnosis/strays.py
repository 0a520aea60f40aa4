"""Signs from a Chinese keyboard that stand where YAML needs plain ones: full-width blanks, tails, comment signs."""

import re

from perflint.pattern import pattern
from perflint.source.diagnosis.scene import Scene
from perflint.source.fault import Fault

_WIDE = "\u3000\u00a0\u2000-\u200b"
_WIDE_BLANK = pattern(rf"(?:(?P<dash>^[ \t]*(?:-[ \t]+)*-)|:)(?P<blank>[{_WIDE}][{_WIDE} \t]*)", re.MULTILINE)
# What may follow a closed cell by habit: the comma of JSON, the full stop of a sentence, a blank.
_TAIL = pattern(rf"[{_WIDE} \t，,；;。]+(?=$|[\r\n#,}}\]])")
_COMMENT = pattern(r"[ \t]*(?P<sign>＃|//)")


def find_wide_blank(scene: Scene) -> Fault | None:
    """A full-width blank right after the colon of a key or the dash of an entry."""
    for start, end in _lines(scene):
        if found := _WIDE_BLANK.search(scene.text, start, end):
            sign, en = ("-", "dash") if found["dash"] else (":", "colon")
            return Fault(
                "fullwidth-blank",
                f"“{sign}”后面是全角空格或不间断空格，读表的程序只认半角空格。请改为一个半角空格。",
                f"The {en} is followed by a full-width or no-break blank; an ordinary one is needed. "
                "Write one ordinary blank.",
                *found.span("blank"),
                " ",
            )
    return None


def find_tail(scene: Scene) -> Fault | None:
    """Nothing but blanks and punctuation after a closed quote or bracket: `{名称: 甲},`."""
    start, end = scene.line_span(scene.at)
    before = scene.text[start : scene.at].rstrip(f"{_WIDE} \t")
    sign = before[-1:]
    found = _TAIL.match(scene.text, start + len(before), end)
    closed = (sign in {'"', "'"} and not before.count(sign) % 2) or sign in {"]", "}"}
    if not sign or not closed or not found or found.end() <= scene.at:
        return None
    typed = found.group().strip(" \t")
    name, en = (
        (f"“{typed}”", f"“{typed}”") if typed.strip() else ("全角空格或不间断空格", "a full-width or no-break blank")
    )
    return Fault(
        "stray-tail",
        f"“{sign}”已经结束了这一项内容，后面多了{name}。请删去。",
        f"“{sign}” ends this entry already, and {en} follows it. Delete that.",
        *found.span(),
        " " if scene.text.startswith("#", found.end()) else "",
    )


def find_odd_comment(scene: Scene) -> Fault | None:
    """A line meant as a comment that does not start with the half-width `#`."""
    for start, end in _lines(scene):
        if found := _COMMENT.match(scene.text, start, end):
            return Fault(
                "odd-comment",
                f"注释要以半角“#”开头，这里是“{found['sign']}”，读表的程序会把它当作内容。请改为“#”。",
                f"A comment starts with a half-width “#”; this line starts with “{found['sign']}” and counts as content. "
                "Write “#”.",
                *found.span("sign"),
                "#",
            )
    return None


def _lines(scene: Scene) -> list[tuple[int, int]]:
    """The lines to look at: the one of the error, the one where the broken part begins, and the one above."""
    spans = [scene.line_span(scene.at), scene.line_span(scene.opened)]
    above = scene.line_above(spans[0][0])
    return [*spans, above] if above else spans

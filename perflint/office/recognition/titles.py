"""Titles of tables: which texts are one, the number of an annex before it, and one that only goes on with the table."""

from perflint.office.recognition.desk import Desk
from perflint.office.recognition.wording import halves, trimmed
from perflint.pattern import pattern
from perflint.typography import fold

_ANNEX_TITLE = pattern(
    r"^((?:附件|附表)[ \u3000]*[\d一二三四五六七八九十\-—.]{0,8})[ \u3000]*[:：][ \u3000]*(\S.{3,})$"
)
_TITLE = pattern(r"绩效.{0,14}表(?:\([^()]*\))?$")
_LONGEST_TITLE = 60
_CONTINUED = pattern(r"^续(?:表|上)|\((?:续|续表|续[一二三四五六七八九十\d]{1,2})\)$|[-—]续表?$")


def is_title(desk: Desk, text: str) -> bool:
    """Return whether a text is the title of a table."""
    text = parted(text)[1]
    words = fold(text)
    if len(words) > _LONGEST_TITLE or words.endswith(("。", ":", ";", ",")) or desk.vocabulary.label(text):
        return False
    named = any(title in words for title in desk.vocabulary.more["titles"]) or _TITLE.search(words)
    return bool(named) and not halves(text)


def parted(text: str) -> tuple[str, str]:
    """Return the number of an annex and the title behind it in one line, `附件3：绩效目标表`; "" and the text for others."""
    found = _ANNEX_TITLE.match(trimmed(text))
    return (found[1], found[2]) if found else ("", trimmed(text))


def goes_on(desk: Desk, text: str) -> bool:
    """Return whether a title says that the table before goes on below it: 绩效目标表（续）."""
    return bool(desk.draft.rows) and _CONTINUED.search(fold(text)) is not None

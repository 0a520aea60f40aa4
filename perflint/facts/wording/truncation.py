"""Texts that were cut: brackets and quotes without a partner, an end that wants more, a beginning that lacks something."""

from perflint.facts.vocabulary import Mark
from perflint.pattern import pattern

_BRACKETS = {"（": "）", "《": "》"}
_CLOSERS = {closer: opener for opener, closer in _BRACKETS.items()}
_HALF = str.maketrans("()", "（）")
_ANY = pattern(r"[（）()《》“”]")
_LIST_MARK = pattern(r"(?:^|[\s。；;：:，,、])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z])$")
_NUMBER_NEAR = pattern(r"[^）)]{0,30}[〔\[【［（(﹝]\s{0,3}(?:19|20)\d{2}\s{0,3}[〕\]】］）)﹞]\s{0,3}第?\d{1,5}号?")
_TITLE_CUT = pattern(r"[\u4e00-\u9fff][^《》。，；]{0,60}$")
_END = pattern(
    r"(?:(?<![目标总靶似是])的|(?<![总温饱缓共中谐调平祥之随附柔求晴])和|(?<![参赋给])与|(?<![普涉触顾埃危波惠提企论遍])及"
    r"|(?<![行作人有所无敢能大更极颇较最转认])为|、|，|(?<=[\u4e00-\u9fff]),)\s*$"
)
_START = pattern(r"\s*(?:的(?!士|确)|们|率(?!先|领|队|性|众|团|真)|[，。；、）”]|》(?!\s*\d))")


def unpaired(text: str) -> tuple[Mark, ...]:
    """Return the brackets （） () 《》 and quotes “” that have no partner.

    Left alone: 1） and its like, an open bracket before a document number (SRC004), and book marks (SRC013) unless the text
    ends inside the title.
    """
    if not _ANY.search(text):
        return ()
    found = _unpaired_brackets(text)
    quotes = [place for place, char in enumerate(text) if char in "“”"]
    if len(quotes) % 2:  # an even number may be turned the wrong way, but nothing is missing
        found.append(quotes[-1])
    return tuple(Mark(text[place], place, place + 1) for place in sorted(found))


def _unpaired_brackets(text: str) -> list[int]:
    opened: dict[str, list[int]] = {opener: [] for opener in _BRACKETS}
    found: list[int] = []
    for place, char in enumerate(text.translate(_HALF)):
        if char in opened:
            opened[char].append(place)
        elif char in _CLOSERS:
            if opened[_CLOSERS[char]]:
                opened[_CLOSERS[char]].pop()
            elif not _is_idle_closer(text, place, char):
                found.append(place)
    found.extend(place for place in opened["（"] if not _NUMBER_NEAR.match(text, place + 1))
    found.extend(place for place in opened["《"] if _TITLE_CUT.match(text, place + 1))
    return found


def _is_idle_closer(text: str, place: int, char: str) -> bool:
    if char == "》":
        return True
    return _LIST_MARK.search(text[max(0, place - 5) : place]) is not None


def open_end(text: str) -> tuple[Mark, ...]:
    """Return the last word or mark of a text after which something is missing (除必须的, 农贸市场、)."""
    if text[-1:] not in "的和与及为、，, \n\t\u3000":  # the cheap look first
        return ()
    hit = _END.search(text)
    return (Mark(hit[0].rstrip(), hit.start(), hit.start() + len(hit[0].rstrip())),) if hit else ()


def headless_start(text: str) -> tuple[Mark, ...]:
    """Return the first mark or suffix of a text that cannot begin one."""
    if text[:1] not in "的们率，。；、）”》 \n\t\u3000":  # the cheap look first
        return ()
    hit = _START.match(text)
    return (Mark(hit[0].strip(), hit.end() - len(hit[0].strip()), hit.end()),) if hit else ()

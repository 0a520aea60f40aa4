"""Printed words in the form in which they are compared, and what stands behind a label in the same cell."""

from functools import lru_cache

from perflint.pattern import pattern
from perflint.typography import BLANKS, fold

_BRACKETS = pattern(r"\([^()]*\)|\[[^\[\]]*\]")
NUMBER = pattern(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d{1,2}[.、])")
_MARKS = ":*＊★☆●◆#-—.·"
_PARENTHESES = str.maketrans("", "", "()[]【】〔〕<>")
_ASIDE = pattern(r"\(\d+分?[^()]*\)|\([亿千百万]?元\)|\([A-Z][^()]*\)")
_COUNTED = pattern(
    r"^((?:年度|本年度|当年|总体|整体|项目)[^\d:。，,]{0,6}目标)(?:\d{1,2}|[一二三四五六七八九十])(?:\(\d+分\))?:?$"
)
_WRITTEN_YEAR = pattern(r"二[〇○零][〇○零一二三四五六七八九]{2}(?=年)")
_WRITTEN = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_LONGEST = 60
_LONGEST_LABEL = 40


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return a label as it is compared: folded, without brackets, numbers before it, `其中:` and closing colons."""
    if len(text) > _LONGEST:
        return ""
    words = _BRACKETS.sub("", fold(text)).strip(":*＊")
    words = words.removeprefix("其中:").removeprefix("其中")
    return NUMBER.sub("", words).strip(":") or fold(text).strip(":")


@lru_cache(maxsize=65536)
def exact(text: str) -> str:
    """Return a label folded, with its brackets, without closing colons."""
    return fold(text).strip(":*") if len(text) <= _LONGEST else ""


@lru_cache(maxsize=4096)
def unnumbered(text: str) -> str:
    """Return a label of one of several goals without its number: 年度绩效目标 for 年度绩效目标2（40分）."""
    found = _COUNTED.match(fold(text)) if len(text) <= _LONGEST else None
    return found[1] if found else text


def dated(text: str) -> str:
    """Return a text folded, its years in digits: 2023年度 for ２０２３年度 and 二〇二三年度."""
    return fold(_WRITTEN_YEAR.sub(lambda found: found[0].translate(_WRITTEN), text))


def trimmed(text: str) -> str:
    """Return the text of a cell without blanks around it; a blank cell gives the empty text."""
    return text.strip(BLANKS)


def halves(text: str) -> tuple[str, str] | None:
    """Return what stands before and after the first colon of a cell, or nothing where it has none near its start."""
    for place, char in enumerate(text[:_LONGEST_LABEL]):
        if char in ":：":
            return text[:place], trimmed(text[place + 1 :])
    return None


@lru_cache(maxsize=65536)
def bare(text: str) -> tuple[str, ...]:
    """Return the words of a label without numbers, marks and colons around them: without its brackets, and with what they hold."""
    if len(text) > _LONGEST:
        return ()
    words = _leading(fold(text))
    without = _leading(_BRACKETS.sub("", words))
    inner = _leading(_ASIDE.sub("", words).translate(_PARENTHESES))
    return (without, inner) if without and inner != without else (without or inner,)


def _leading(words: str) -> str:
    for _ in ("number", "mark", "其中"):
        words = NUMBER.sub("", words.strip(_MARKS)).lstrip(_MARKS).removeprefix("其中")
    return words.strip(_MARKS)

"""Lines of one file in two encodings: text in GB18030 pasted into a file in UTF-8, or the other way round."""

from typing import NamedTuple

from perflint.pattern import pattern

_CHINESE = pattern(r"[\u2000-\u2bff\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")
_FOREIGN = pattern(r"[^\x00-\x7f]+")
# So many Chinese characters that bytes of GB18030 do not read as UTF-8 by chance.
_FEWEST = 2
# Text in GB18030 has almost no valid UTF-8 pairs; UTF-8 with some bytes hurt has far more valid ones than hurt ones.
_DAMAGE_SHARE = 4


class Mixture(NamedTuple):
    """The first line in UTF-8 and the first in GB18030, from 1."""

    utf8: int
    gb18030: int


def mixture(data: bytes) -> Mixture | None:
    """The lines that show two encodings in one file; None where one encoding explains all lines."""
    utf8 = other = 0
    for number, line in enumerate(data.splitlines(), start=1):
        if line.isascii():
            continue
        if _reads_as(line, "utf-8") is not None:
            utf8 = utf8 or (number if _is_chinese(line) else 0)
        elif not is_hurt(line) and _reads_as(line, "gb18030") is not None:
            other = other or number
        if utf8 and other:
            return Mixture(utf8, other)
    return None


def is_hurt(data: bytes) -> bool:
    """Whether bytes that are no valid UTF-8 are UTF-8 with some bytes hurt."""
    lenient = data.decode("utf-8", errors="replace")
    return lenient.count("\ufffd") * _DAMAGE_SHARE < sum(character > "\x7f" for character in lenient)


def _reads_as(line: bytes, codec: str) -> str | None:
    try:
        return line.decode(codec)
    except UnicodeDecodeError:
        return None


def _is_chinese(line: bytes) -> bool:
    """Whether a line of UTF-8 holds Chinese characters and no others beyond ASCII."""
    words = _FOREIGN.findall(_reads_as(line, "utf-8") or "")
    return sum(map(len, words)) >= _FEWEST and all(_CHINESE.fullmatch(word) for word in words)

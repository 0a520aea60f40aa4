"""Bytes to text: which of the encodings that budget offices use a file is written in."""

import codecs

from perflint.pattern import pattern
from perflint.source.fault import Unreadable
from perflint.source.mixture import Mixture, is_hurt, mixture

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
_CONTROLS = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_CONTROL_BYTES = bytes(range(9)) + bytes([11, 12, *range(14, 32), 127])
_WHOLE_TEXT_SIGNS = ("\n", " ", ":", "-")
# One control character in a hundred is still a text with a few accidents in it; more is a picture or a program.
_CONTROL_SHARE = 100
# A table has a blank, a colon or a line end at least every so many characters; bytes read wrongly do not.
_LONGEST_RUN = 100
# In ASCII written as UTF-16 every second byte is NUL.
_NUL_SHARE = 4


def decode(data: bytes, max_bytes: int) -> tuple[str, str]:
    """The text of a file without byte order mark, and the name of its encoding; raises Unreadable."""
    if len(data) > max_bytes:
        raise _too_large(len(data), max_bytes)
    for bom, name, codec in _BOMS:
        if data.startswith(bom):
            return _checked(_strict(data[len(bom) :], codec), name)
    if b"\0" in data:
        return _without_bom(data)
    try:
        return _checked(data.decode("utf-8"), "utf-8", data)
    except UnicodeDecodeError as error:
        return _checked(_gb18030(data, error), "gb18030")


def encode(text: str, encoding: str) -> bytes:
    """The bytes of a text in one of the encodings that `decode` names, with a mark where that encoding has one."""
    if encoding in {"utf-16-le", "utf-16-be"}:
        return ("\ufeff" + text).encode(encoding)
    return text.encode(encoding)


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise _damaged(codec, data, error.start) from None


def _checked(text: str, name: str, data: bytes | None = None) -> tuple[str, str]:
    """Text and encoding, unless control characters show that this is no text. UTF-8 is counted as bytes: faster."""
    if data is not None and len(data.translate(None, _CONTROL_BYTES)) == len(data):
        return text, name
    if "\0" in text or len(_CONTROLS.findall(text)) * _CONTROL_SHARE > len(text) + _CONTROL_SHARE:
        raise _binary()
    return text, name


def _without_bom(data: bytes) -> tuple[str, str]:
    """UTF-16 without a mark: of the two byte orders, the one in which signs of a text (line ends, blanks) appear."""
    if _is_utf8_with_nul(data):
        raise _binary()
    readings = []
    for codec in ("utf-16-le", "utf-16-be"):
        text = data.decode(codec, errors="replace")
        signs = sum(text.count(sign) for sign in _WHOLE_TEXT_SIGNS)
        readings.append((signs if "\0" not in text and "\ufffd" not in text else 0, text, codec))
    signs, text, codec = max(readings)
    if signs * _LONGEST_RUN <= len(text):
        raise _binary()
    return _checked(text, codec)


def _is_utf8_with_nul(data: bytes) -> bool:
    """Whether these are bytes of UTF-8 with fewer NULs than even a short text in UTF-16 has."""
    if data.count(b"\0") * _NUL_SHARE > len(data):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _gb18030(data: bytes, error: UnicodeDecodeError) -> str:
    mixed = mixture(data)
    if mixed:
        raise _mixed(mixed)
    if is_hurt(data):
        raise _damaged("utf-8", data, error.start)
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        raise _damaged("utf-8", data, error.start) from None


def _too_large(size: int, limit: int) -> Unreadable:
    return Unreadable(
        f"文件太大：{size} 字节，上限是 {limit} 字节。请把它拆成几个文件。",
        f"The file is too large: {size} bytes, the limit is {limit}. Split it into several files.",
    )


def _binary() -> Unreadable:
    return Unreadable(
        "这不是文本文件（含有空字符或大量控制字符）。请确认文件是 YAML 文本；Word、Excel 文件请先导入。",
        "This is not a text file (it holds NUL or many control characters). Make sure that it is YAML text; "
        "import Word and Excel files first.",
    )


def _damaged(codec: str, data: bytes, position: int) -> Unreadable:
    line = data.count(b"\n", 0, position) + 1
    at = (
        (f"第 {line} 行", f"line {line}") if codec == "utf-8" else (f"第 {position + 1} 个字节", f"byte {position + 1}")
    )
    return Unreadable(
        f"文件编码有损坏：从{at[0]}起不是有效的 {codec.upper()}，也不是 GB18030。请重新录入损坏的文字，并把文件存为 UTF-8。",
        f"The encoding is damaged: from {at[1]} on this is not valid {codec.upper()}, nor GB18030. "
        "Type the damaged words again and save the file as UTF-8.",
        located=True,
    )


def _mixed(lines: Mixture) -> Unreadable:
    return Unreadable(
        f"文件里混有两种编码：第 {lines.utf8} 行是 UTF-8，第 {lines.gb18030} 行是 GB18030（GBK），按哪一种读都有乱码。"
        "请用编辑器打开，把显示为乱码的行重新录入或从原文件复制，再把整个文件存为 UTF-8。",
        f"Two encodings are mixed in this file: line {lines.utf8} is UTF-8, line {lines.gb18030} GB18030 (GBK), and read in"
        " either one the other lines turn to gibberish. Open it in an editor, type these lines again or copy them from where"
        " they came, and save the whole file as UTF-8.",
        located=True,
    )

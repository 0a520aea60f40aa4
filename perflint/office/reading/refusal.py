"""Documents that are turned away before they are read: locked, with macros under a false name, with a false suffix."""

from collections.abc import Mapping
from typing import Final

from perflint.office.grid import Unopened
from perflint.office.reading.sniffing import Held

_TEXTS: Final = frozenset({Held.OTHER, Held.TEXT})
_PAGES: Final = frozenset({Held.OTHER, Held.TEXT, Held.WEB_PAGE})
_WRITER: Final = frozenset(
    {Held.OLD_WORD, Held.WORD, Held.OPEN_TEXT, Held.RICH_TEXT, Held.WEB_PAGE, Held.WEB_ARCHIVE, Held.TEXT, Held.OTHER}
)
_CALC: Final = frozenset(
    {Held.OLD_EXCEL, Held.EXCEL, Held.OPEN_SHEET, Held.WEB_PAGE, Held.XML_SHEET, Held.TEXT, Held.OTHER}
)
_FITTING: Final[Mapping[str, frozenset[Held]]] = {
    ".docx": frozenset({Held.WORD}),
    ".docm": frozenset({Held.WORD}),
    ".xlsx": frozenset({Held.EXCEL}),
    ".xlsm": frozenset({Held.EXCEL}),
    ".xls": frozenset({Held.OLD_EXCEL, Held.EXCEL, Held.WEB_PAGE, Held.WEB_ARCHIVE, Held.XML_SHEET, Held.TEXT}),
    ".xml": frozenset({Held.XML_SHEET}),
    ".mht": frozenset({Held.WEB_ARCHIVE}),
    ".mhtml": frozenset({Held.WEB_ARCHIVE}),
    ".html": _PAGES,
    ".htm": _PAGES,
    ".txt": _TEXTS | _PAGES,
    ".md": _TEXTS | _PAGES,
    ".tsv": _TEXTS,
    ".csv": _TEXTS,
    ".doc": frozenset({Held.OLD_WORD, Held.WORD, Held.WEB_PAGE, Held.WEB_ARCHIVE}),
    ".rtf": frozenset({Held.RICH_TEXT}),
    ".odt": frozenset({Held.OPEN_TEXT}),
    ".ods": frozenset({Held.OPEN_SHEET}),
    ".pdf": frozenset({Held.PDF}),
    ".wps": _WRITER,
    ".et": _CALC,
}


def check(suffix: str, held: Held, members: frozenset[str]) -> None:
    """Let pass what can be read under the suffix.

    Raises:
        Unopened: the file is locked, hides macros, or holds something else than its suffix says.
    """
    if held is Held.LOCKED:
        raise Unopened(
            "文件带有打开密码，无法读入；请在 Word、Excel 或 WPS 中取消密码后另存，再导入",
            "the file is locked with a password; remove it in Word, Excel or WPS, save, then import",
        )
    if held not in _FITTING[suffix]:
        raise _misnamed(suffix, held)
    if suffix not in {".docm", ".xlsm", ".wps", ".et"} and any(name.endswith("vbaProject.bin") for name in members):
        raise Unopened(
            f"文件含有宏，而扩展名为 {suffix}，不予打开；请另存为不含宏的文件后再导入",
            f"the file holds macros under the name {suffix} and was not opened; save it without macros, then import",
        )


def _misnamed(suffix: str, held: Held) -> Unopened:
    if held is Held.PICTURE:
        return Unopened(f"扩展名为 {suffix}，内容却是图片；图片中的文字无法读入，请提供电子文档",
                        f"named {suffix}, but it holds a picture; pictures cannot be read")  # fmt: skip
    if held is Held.OTHER:
        return Unopened(
            f"扩展名为 {suffix}，内容却不是这种文件（可能已损坏）；请用原来的程序打开并另存",
            f"named {suffix}, but it holds no such file (perhaps it is damaged); open and save it in its program",
        )
    return Unopened(
        f"扩展名为 {suffix}，内容却是 {held.value} 文件；请把扩展名改为 {held.value} 后再导入",
        f"named {suffix}, but it holds a {held.value} file; rename it to {held.value}, then import",
    )

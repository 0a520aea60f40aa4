"""Which files can be annotated, and what to do with the others."""

from pathlib import PurePath
from typing import Final

from perflint.office.annotate.options import Refused
from perflint.office.annotate.package import Package
from perflint.office.grid import Unopened
from perflint.office.reading.limits import MOST_BYTES, too_long
from perflint.office.reading.ownwork import review_in
from perflint.office.reading.refusal import check
from perflint.office.reading.sniffing import held_in

ANNOTATED: Final = (".docx", ".docm", ".xlsx", ".xlsm")
_WORD: Final = (".docx", ".docm")
_TABLES: Final = (".yaml", ".yml", ".json")
_BETTER: Final = {
    ".doc": ".docx", ".wps": ".docx", ".dotx": ".docx", ".dot": ".docx", ".rtf": ".docx", ".odt": ".docx",
    ".wpt": ".docx", ".dotm": ".docx", ".xls": ".xlsx", ".et": ".xlsx", ".ods": ".xlsx", ".xlsb": ".xlsx", ".xlt": ".xlsx",
    ".xltx": ".xlsx", ".ett": ".xlsx", ".csv": ".xlsx",
}  # fmt: skip
_SIGNED: Final = frozenset({"origin"})  # of digital signatures: `…/digital-signature/origin`


def can_annotate(name: str) -> bool:
    """Return whether a file can be annotated, by its name: .docx, .docm, .xlsx and .xlsm can."""
    return name.lower().endswith(ANNOTATED)


def is_word(name: str) -> bool:
    """Return whether a file is one of Word, by its name."""
    return name.lower().endswith(_WORD)


def check_kind(data: bytes, name: str) -> None:
    """Let pass a file that can be annotated.

    Raises:
        Refused: it is of a kind that cannot.
        Unopened: it is too large, locked, broken, or holds something else than its name says.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in ANNOTATED:
        raise _unfit(suffix)
    if len(data) > MOST_BYTES:
        raise too_long(len(data))
    if not data:
        raise Unopened("文件是空的（0 字节）", "the file is empty (0 bytes)")
    held, members = held_in(data, suffix)
    check(suffix, held, members)
    if review_in(data, members, name) is not None:
        raise Refused("这是 perflint 写出的审核意见，不是绩效目标表，未加批注",
                      "this is a review that perflint wrote, no target table, and was not annotated")  # fmt: skip


def check_signatures(package: Package) -> None:
    """Let pass a file that is not signed.

    Raises:
        Refused: it bears a digital signature, which any change would break.
    """
    if any(one.kind in _SIGNED for one in package.relations("")) or any(
        name.lower().startswith("_xmlsignatures/") for name in package.parts
    ):
        raise Refused(
            "文件带有数字签名，加批注会使签名失效，未加批注；请另存一份并去掉签名，再对副本加批注",
            "the file is digitally signed, and a comment would break the signature; save a copy without it and annotate that",
        )


def _unfit(suffix: str) -> Refused:
    if suffix in _TABLES:
        return Refused(
            "YAML 表没有批注；逐条说明理由用 `perflint check --add-suppressions --reason 理由`，"
            "写一份意见用 `perflint report 表.yaml -o 意见.docx`",
            "a YAML table has no comments; `perflint check --add-suppressions --reason TEXT` answers findings in it,"
            " `perflint report table.yaml -o review.docx` writes a review of it",
        )
    better = _BETTER.get(suffix)
    if better:
        return Refused(
            f"{suffix} 文件不能加批注；请用 Word、Excel 或 WPS 打开后另存为 {better}（或运行 `soffice --convert-to {better[1:]}`），再加批注",
            f"{suffix} files cannot be annotated; save it as {better} in Word, Excel or WPS"
            f" (or run `soffice --convert-to {better[1:]}`), then annotate that",
        )
    if suffix == ".pdf":
        return Refused("PDF 不能加批注；请对原来的 Word 或 Excel 文件加批注，或用 `perflint report` 写一份意见",
                       "a PDF cannot be annotated; annotate the Word or Excel file it was made from,"
                       " or write a review with `perflint report`")  # fmt: skip
    known = " ".join(ANNOTATED)
    return Refused(f"{suffix or '没有扩展名的'} 文件不能加批注；可以的有：{known}；其他文件可用 `perflint report` 写一份意见",
                   f"{suffix or 'such'} files cannot be annotated; these can: {known}; for others `perflint report` writes a review")  # fmt: skip

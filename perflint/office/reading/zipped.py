"""Office files are ZIP archives: looked over before anything in them is unpacked."""

import io
import zipfile
import zlib

from perflint.office.grid import Unopened
from perflint.office.reading.limits import MOST_ELEMENTS, MOST_MEMBERS, MOST_RATIO, MOST_UNPACKED, too_much

_HEAD = 4096
_PIECE = 1024 * 1024
_SMALL = 1024 * 1024
_ENCRYPTED = 0x1


def look_over(data: bytes) -> frozenset[str]:
    """Return the names of an archive's members.

    Raises:
        Unopened: it is broken, locked, unpacks to more than can be read, or declares entities (no office program does).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_sizes(members)
            for member in members:
                if member.filename.endswith((".xml", ".rels")):
                    _check_start(archive, member)
            return frozenset(member.filename for member in members)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError, zlib.error) as fault:
        raise broken() from fault


def broken() -> Unopened:
    """Return what is said of a file that is cut short or damaged."""
    return Unopened(
        "文件已损坏或不完整，无法打开；请用 Word、Excel 或 WPS 打开后另存，再导入",
        "the file is damaged or cut short; open it in Word, Excel or WPS, save it again, then import",
    )


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    bomb = any(
        member.file_size > _SMALL and member.file_size > MOST_RATIO * max(member.compress_size, 1) for member in members
    )
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or bomb:
        raise Unopened(
            f"文件展开后过大（{unpacked // 1024 // 1024} MB，{len(members)} 个部件），未读入；若是正常文件，请删去图片并另存",
            f"the file unpacks to too much ({unpacked // 1024 // 1024} MB, {len(members)} parts) and was not read;"
            " if it is genuine, remove pictures and save it again",
        )
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise Unopened(
            "文件带有密码，无法打开；请取消密码后再导入",
            "the file is locked with a password; remove the password, then import",
        )


def _check_start(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    with archive.open(member) as part:
        start = part.read(_HEAD)
        elements, piece = 0, start
        while piece:
            elements += piece.count(b"</") + piece.count(b"/>")
            if elements > MOST_ELEMENTS:
                raise too_much("内容项", "elements", elements, MOST_ELEMENTS)
            piece = part.read(_PIECE)
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start or b"\0" in start:
        raise broken()

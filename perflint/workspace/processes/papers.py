"""Office documents and PDFs read and recognised in a process of its own: the libraries for them can be made to exhaust it."""

from pathlib import Path
from typing import TYPE_CHECKING

from perflint.workspace.processes.apart import MOST_MEMORY, NotDone, do_apart
from perflint.workspace.processes.timing import TimeUp

if TYPE_CHECKING:
    from perflint.office.grid import Unopened
    from perflint.office.recognition import Recognised

_MEGABYTE = 1024 * 1024
Words = tuple[str, str]


def recognised(data: bytes, name: str, profile: str, packs: tuple[Path, ...], seconds: float) -> "Recognised":
    """Return the tables of a document.

    Raises:
        Unopened: it cannot be opened, or wants more memory than it may; the exception says why, in both languages.
        TimeUp: it takes longer than `seconds`.
    """
    from perflint.office.grid import Unopened  # noqa: PLC0415  # most runs see no office document
    from perflint.office.reading.opening import converted  # noqa: PLC0415

    fresh, known = converted(data, name)
    try:
        found = do_apart(_recognised, fresh, known, name, profile, packs, seconds=seconds)
    except NotDone as fault:
        raise unopened(fault) from fault
    if isinstance(found, tuple):
        raise Unopened(*found)
    return found


def _recognised(
    data: bytes, known: str, name: str, profile: str, packs: tuple[Path, ...]
) -> "Recognised | Words":  # in the other process: an exception of two texts would not come back whole
    from msgspec.structs import replace  # noqa: PLC0415  # as above

    from perflint.office.grid import Unopened  # noqa: PLC0415
    from perflint.office.reading.opening import read_document  # noqa: PLC0415
    from perflint.office.recognition import recognise  # noqa: PLC0415

    try:
        return recognise(replace(read_document(data, known), name=name), profile, packs)
    except Unopened as fault:
        return fault.zh, fault.en


def unopened(fault: NotDone) -> "Unopened":
    """Return what is said of a document that could not be read to its end.

    Raises:
        TimeUp: it took too long.
    """
    from perflint.office.grid import Unopened  # noqa: PLC0415  # as above

    if fault.why == "time":
        raise TimeUp
    most = MOST_MEMORY // _MEGABYTE
    words = {
        "memory": (f"读入需要的内存超过 {most} MB，已停止；请拆分后再试",
                   f"reading it wants more than {most} MB of memory and was stopped; split it and try again"),
        "ended": ("读入时程序中断，文件可能已损坏；请用 Word、Excel 或 WPS 打开后另存再试",
                  "reading it broke down, the file may be damaged; open it in Word, Excel or WPS, save it and try again"),
        "failed": (f"无法读入（{fault.kind}），文件可能已损坏；请用 Word、Excel 或 WPS 打开后另存再试",
                   f"it cannot be read ({fault.kind}), the file may be damaged; open it in Word, Excel or WPS and save it"),
    }  # fmt: skip
    return Unopened(*words[fault.why])

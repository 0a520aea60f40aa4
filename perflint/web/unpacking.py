"""What was uploaded as single files: archives taken apart within bounds, names made fit to be shown."""

import io
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct

from perflint.judge import InputError
from perflint.web.outcome import Order
from perflint.web.words import say

MOST_FILES = 200
_LONGEST = 120
_UTF8 = 0x800  # the flag of an archive that says so; without it Chinese Windows writes GB18030
_ENCRYPTED = 0x1
_PIECE = 65_536
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class Item(Struct, frozen=True):
    """One file to be judged: the name that it is shown under, each another, and its bytes."""

    name: str
    data: bytes


def unpacked(order: Order) -> list[Item | InputError]:
    """Return the uploaded files, those of archives one by one; what cannot be had is an error of that file."""
    names = _Names()
    found: list[Item | InputError] = []
    room = order.unpacked
    for given in order.files:
        data = Path(given.path).read_bytes()
        if not given.name.lower().endswith(".zip"):
            found.append(Item(names.take(given.name), data))
            continue
        for one in _members(given.name, data, room, order.lang):
            room -= len(one.data) if isinstance(one, Item) else 0
            found.append(Item(names.take(one.name), one.data) if isinstance(one, Item) else one)
    if len(found) > MOST_FILES:
        more = InputError("…", say("many", order.lang, most=MOST_FILES, count=len(found)))
        return [*found[:MOST_FILES], more]
    return found


def plain_name(name: str) -> str:
    """Return the last part of a file's name, without what cannot be seen, not without end."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    seen = "".join(char for char in unicodedata.normalize("NFC", last) if unicodedata.category(char) not in _UNSEEN)
    stem, dot, suffix = seen.strip().rpartition(".")
    return f"{(stem or suffix)[: _LONGEST - 10]}{dot}{suffix[:10]}" if stem else seen.strip()[:_LONGEST] or "file"


class _Names:
    """Gives files names, each another."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, name: str) -> str:
        """Return a name that no file has yet, like the one given."""
        wanted = plain_name(name)
        path, number, candidate = PurePosixPath(wanted), 1, wanted
        while candidate.casefold() in self._taken:
            number += 1
            candidate = f"{path.stem} ({number}){path.suffix}"
        self._taken.add(candidate.casefold())
        return candidate


def _members(name: str, data: bytes, room: int, lang: str) -> Iterator[Item | InputError]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [one for one in archive.infolist() if not one.is_dir() and not _is_hidden(_spelled(one))]
            if not members:
                yield InputError(name, say("empty_zip", lang))
            for member in members[: MOST_FILES + 1]:
                one = _member(archive, member, f"{name}/{plain_name(_spelled(member))}", room, lang)
                room -= len(one.data) if isinstance(one, Item) else 0
                yield one
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError, zlib.error):
        yield InputError(name, say("broken_zip", lang))


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, shown: str, room: int, lang: str
) -> Item | InputError:  # fmt: skip
    if member.flag_bits & _ENCRYPTED:
        return InputError(shown, say("locked_zip", lang))
    if shown.lower().endswith((".zip", ".rar", ".7z")):
        return InputError(shown, say("nested_zip", lang))
    pieces, size = [], 0
    with archive.open(member) as stream:
        while piece := stream.read(_PIECE):  # what the archive says of its sizes is not believed
            size += len(piece)
            if size > room:
                return InputError(shown, say("large_zip", lang, most=f"{room / 1_000_000:.0f}"))
            pieces.append(piece)
    return Item(plain_name(shown), b"".join(pieces))


def _spelled(member: zipfile.ZipInfo) -> str:
    if member.flag_bits & _UTF8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return member.filename


def _is_hidden(name: str) -> bool:
    """Return whether a member is none that a person put there: macOS's shadows, locks of open documents."""
    return "__MACOSX/" in name or plain_name(name).startswith((".", "~$"))

"""How the page is served: where, to whom, within which bounds."""

from msgspec import Struct

LOOPBACK = ("127.0.0.1", "localhost", "::1")
MEGABYTE = 1_000_000


class Settings(Struct, frozen=True):
    """What the command line decides, and bounds that it does not.

    `hosts` are the names that are answered besides those of this machine; `upload` and `unpacked` are bytes, `seconds`
    what an upload may take, `memory` the bytes that its process may want; `kept` are the seconds until results are gone.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    hosts: tuple[str, ...] = ()
    root_path: str = ""
    upload: int = 20 * MEGABYTE
    seconds: float = 60.0
    lang: str = "zh"
    memory: int = 1024 * 1024 * 1024
    unpacked: int = 100 * MEGABYTE
    files: int = 50
    at_once: int = 2
    waiting: int = 8
    results: int = 100
    kept: float = 1800.0

    @property
    def size(self) -> str:
        """The largest upload, in words."""
        return f"{self.upload / MEGABYTE:g} MB"


def size_in_bytes(text: str) -> int | None:
    """Return the bytes of a size such as `20MB`, `500 KB` or `2000000`; None where it is none."""
    units = {
        "gb": 1_000_000_000,
        "g": 1_000_000_000,
        "mb": MEGABYTE,
        "m": MEGABYTE,
        "kb": 1000,
        "k": 1000,
        "b": 1,
        "": 1,
    }
    typed = text.strip().lower()
    digits = typed.rstrip("gmkb ")
    factor = units.get(typed[len(digits) :].strip())
    if factor is None or not digits.isascii() or not digits.replace(".", "", 1).isdigit():
        return None
    return int(float(digits) * factor) or None

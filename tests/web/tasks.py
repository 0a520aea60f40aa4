"""Work that goes wrong in the process of an upload, in each of the ways there are."""

import os
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from perflint.web.outcome import Order, Progress
from perflint.web.worker import bound, stand_alone


def hang(order: bytes, line: Connection) -> None:
    """Start a further process and never end; both leave their numbers behind."""
    stand_alone()
    folder = Path(msgspec.json.decode(order, type=Order).folder)
    further = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    (folder / "numbers").write_text(f"{os.getpid()} {further.pid}", encoding="ascii")
    line.send_bytes(msgspec.json.encode(Progress("reading")))
    time.sleep(600)


def die(_order: bytes, _line: Connection) -> None:
    """Collapse, as a fault in a library's C code would do."""
    os.abort()


def swell(order: bytes, line: Connection) -> None:
    """Want more memory than there may be."""
    bound(msgspec.json.decode(order, type=Order))
    try:
        held = bytearray(1024 * 1024 * 1024)
    except MemoryError:
        line.send_bytes(msgspec.json.encode(Progress("failed", why="memory")))
    else:
        line.send_bytes(msgspec.json.encode(Progress("done", done=len(held))))


def babble(_order: bytes, line: Connection) -> None:
    """Send what is no message."""
    line.send_bytes(b"\x80\x04\x95")
    time.sleep(600)

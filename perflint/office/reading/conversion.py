"""Documents that only an office program can open: converted by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from perflint.office.grid import Unopened

# What each kind is converted to.
CONVERTED: Final[Mapping[str, str]] = {
    ".doc": ".docx", ".wps": ".docx", ".odt": ".docx", ".rtf": ".docx", ".et": ".xlsx", ".ods": ".xlsx",
}  # fmt: skip
_NAMES: Final = ("soffice", "libreoffice")
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_PATIENCE: Final = 120  # seconds: the first start of LibreOffice takes ten


def convert(data: bytes, suffix: str) -> tuple[bytes, str]:
    """Return a document converted to .docx or .xlsx, and that suffix.

    Raises:
        Unopened: LibreOffice is not installed, or could not convert the document.
    """
    program = _program()
    if program is None:
        raise _without(suffix)
    fresh = CONVERTED[suffix]
    with tempfile.TemporaryDirectory(prefix="perflint-") as folder:
        source = Path(folder) / f"document{suffix}"
        source.write_bytes(data)
        _run(program, Path(folder), source, fresh)
        made = source.with_suffix(fresh)
        if not made.is_file():
            raise _unconverted(suffix)
        return made.read_bytes(), fresh


def _run(program: str, folder: Path, source: Path, fresh: str) -> None:
    """Run LibreOffice with a profile of its own, so that one that is open on the desk is not disturbed."""
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
               "--convert-to", fresh[1:], "--outdir", str(folder), str(source)]  # fmt: skip
    quiet = subprocess.DEVNULL
    try:
        running = subprocess.Popen(  # noqa: S603  # a fixed command; the document's name is our own
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True,
            env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
        )  # fmt: skip
    except OSError as fault:
        raise _unconverted(source.suffix) from fault
    try:
        running.wait(_PATIENCE)
    except subprocess.TimeoutExpired as fault:
        raise _unconverted(source.suffix) from fault
    finally:
        _end(running)


def _end(running: "subprocess.Popen[bytes]") -> None:
    """End the program and what it started; on Windows there are no groups of processes, and the program alone ends."""
    if running.poll() is not None:
        return
    if sys.platform == "win32":
        running.kill()
    else:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def _program() -> str | None:
    """Return where LibreOffice is, None where it is not installed."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def _without(suffix: str) -> Unopened:
    fresh = CONVERTED[suffix]
    return Unopened(
        f"读取 {suffix} 文件需要 LibreOffice，本机未安装；请安装 LibreOffice，或用 Word、WPS 打开后另存为 {fresh} 再导入",
        f"reading {suffix} files needs LibreOffice, which is not installed; install it, or open the file in Word or WPS"
        f" and save it as {fresh}",
    )


def _unconverted(suffix: str) -> Unopened:
    fresh = CONVERTED[suffix]
    return Unopened(
        f"LibreOffice 未能转换这个 {suffix} 文件（可能已损坏或带有密码）；请用 Word、WPS 打开后另存为 {fresh} 再导入",
        f"LibreOffice could not convert this {suffix} file (perhaps damaged or locked); open it in Word or WPS and save"
        f" it as {fresh}",
    )

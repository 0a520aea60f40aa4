"""The outermost wall of the command line: whatever breaks, a sentence and an exit code, never a traceback."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from typing import NoReturn

from perflint.cli.exits import WRONG

_INTERRUPTED = 130


def guarded(run: Callable[[], object]) -> NoReturn:
    """Run a command and end the program with its exit code; output that could not be written makes it 2.

    Raises:
        SystemExit: always.
    """
    _open_streams()
    code = _code(run)
    if not _flushed() or "stdout" in _CLOSED:
        code = WRONG
    raise SystemExit(code)


def _code(run: Callable[[], object]) -> int:
    try:
        run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else WRONG if end.code else 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read has seen enough
        _silence(sys.stdout)
        return WRONG
    except Exception as fault:  # noqa: BLE001  # whatever it is, a person is told in words
        return _told(_words(fault))
    return 0


def _words(fault: Exception) -> str:
    if isinstance(fault, OSError):
        place = f": {fault.filename}" if fault.filename else ""
        return f"系统不允许或无法完成 / the system refused: {fault.strerror or fault}{place}"
    if isinstance(fault, MemoryError):
        return "内存不足 / out of memory"
    if isinstance(fault, RecursionError):
        return "输入嵌套太深 / the input is nested too deeply"
    return f"程序出错，请报告给维护者 / the program failed, please report it: {type(fault).__name__}: {fault}"


def _told(message: str) -> int:
    from perflint.typography import visible_lines  # noqa: PLC0415  # only what went wrong pays for it

    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(visible_lines(f"perflint: {message}\n"))
    return WRONG


def _flushed() -> bool:
    """Return whether everything written has gone out; a stream that cannot take it is exchanged, so that no exit complains."""
    done = [_flush(stream) for stream in (sys.stdout, sys.stderr)]  # both are tried
    return all(done)


def _flush(stream: object) -> bool:
    try:
        stream.flush()  # type: ignore[attr-defined]  # a text stream, whichever kind
    except (OSError, ValueError):
        _silence(stream)
        return False
    return True


def _silence(stream: object) -> None:
    """Let what a stream still holds go nowhere."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())  # type: ignore[attr-defined]  # as above
        os.close(nowhere)


def _open_streams() -> None:
    """Give the program streams where it was started without (closed by the shell): reading finds nothing, writing fails."""
    for name in _missing():
        mode = "r" if name == "stdin" else "w"
        setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  # stays open as streams do
    if "stdout" in _CLOSED:
        sys.stderr.write("perflint: 标准输出已关闭 / standard output is closed\n")


_CLOSED: set[str] = set()


def _missing() -> Iterator[str]:
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            _CLOSED.add(name)
            yield name

"""The command line in processes that start at once: each is forked from one that has loaded the program already.

A child is what `python -m perflint` is once it has loaded its rules: with its own folder, environment, streams and exit
code, and nothing that another command left behind. Where a system cannot fork, or a command concerns the start itself, a process
is started as a user starts it; so are all of them with PERFLINT_THOROUGH in the environment.
"""

import atexit
import gc
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.thorough import THOROUGH

ROOT = Path(__file__).parent.parent
_AT_THE_START = "PYTHON"
_HARMLESS = {"PYTHONIOENCODING"}
_STREAMS = (("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY), ("stderr", os.O_WRONLY))


def perflint(
    *words: str, folder: Path, environment: Mapping[str, str], given: bytes = b"", afresh: bool = False
) -> subprocess.CompletedProcess[bytes]:
    """Return what `perflint …` did in a folder with an environment; `afresh` starts an interpreter for it."""
    if afresh or not _can_fork(environment):
        return subprocess.run(  # noqa: S603  # the project's own command
            [sys.executable, "-m", "perflint", *words], cwd=folder, env=dict(environment), capture_output=True,
            check=False, input=given,
        )  # fmt: skip
    with TemporaryDirectory() as place:
        streams = [Path(place) / name for name, _ in _STREAMS]
        for path in streams:
            path.write_bytes(given if path.name == "stdin" else b"")
        _ask(words, folder, environment, place)
        return subprocess.CompletedProcess(words, _answer(), streams[1].read_bytes(), streams[2].read_bytes())


@contextmanager
def talking(*words: str, folder: Path, environment: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield what to start in order to talk with `perflint …` over standard input and output."""
    if not _can_fork(environment):
        yield sys.executable, "-m", "perflint", *words
        return
    with TemporaryDirectory() as place:
        pipes = [Path(place) / name for name, _ in _STREAMS[:2]]
        for pipe in pipes:
            os.mkfifo(pipe)
        (Path(place) / "stderr").touch()
        _ask(words, folder, environment, place)
        try:
            yield "/bin/sh", "-c", 'exec 3<&0; cat <&3 >"$0/stdin" & cat <"$0/stdout"; kill $!', place
        finally:
            for pipe in pipes:  # whoever still waits for the other end waits no longer
                os.close(os.open(pipe, os.O_RDWR | os.O_NONBLOCK))
            _answer()


def _can_fork(environment: Mapping[str, str]) -> bool:
    """Return whether a fork is as good: the interpreter is asked for nothing that is not asked of this one."""
    if not hasattr(os, "fork") or THOROUGH:
        return False
    names = {name for name in {*environment, *os.environ} if name.startswith(_AT_THE_START)} - _HARMLESS
    return all(environment.get(name) == os.environ.get(name) for name in names)


def _ask(words: Sequence[str], folder: Path, environment: Mapping[str, str], streams: str) -> None:
    request = {"words": words, "folder": f"{folder}", "environment": {**environment}, "streams": streams}
    server = _server()
    assert server.stdin
    server.stdin.write(json.dumps(request) + "\n")
    server.stdin.flush()


def _answer() -> int:
    server = _server()
    assert server.stdout
    return int(server.stdout.readline())


@cache
def _server() -> subprocess.Popen[str]:
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.starting"],
        cwd=ROOT,
        encoding="utf-8",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    atexit.register(_end, server)
    return server


def _end(server: subprocess.Popen[str]) -> None:
    """End the server. Closing its input would not do: a process that was forked from this one may have it open as well."""
    server.kill()
    server.wait()


def serve() -> None:
    """Start a command for each line of standard input and answer with its exit code."""
    from perflint.cli.main import COMMANDS, command_line, main  # noqa: PLC0415  # only the server needs it

    command_line(COMMANDS)
    _warm()
    gc.freeze()
    for line in sys.stdin:
        asked = json.loads(line)
        if asked["words"][:1] == ["lsp"]:
            import perflint.lsp.server  # noqa: F401, PLC0415  # once, and only where editors are tried
        child = os.fork()
        if not child:
            _become(asked)
            main()
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # the answer


def _warm() -> None:
    """Load what every check needs (rules, words, patterns), and nothing that depends on a folder or the environment."""
    from perflint.data.kept_patterns import patterns_kept  # noqa: PLC0415  # only the server needs it
    from perflint.data.store import cache_folder  # noqa: PLC0415  # the same
    from perflint.workspace.checking import Checker, Options  # noqa: PLC0415  # the same
    from perflint.workspace.configuration.config import Config  # noqa: PLC0415  # the same

    checker = Checker(Config(), Options())
    with patterns_kept():
        for table in sorted((ROOT / "examples" / "lulong-2023").glob("0*.yaml")):
            checker.check(table.read_bytes(), table.name)
    cache_folder.cache_clear()


def _become(asked: Mapping[str, Any]) -> None:
    """Turn this process into one that was started for a command."""
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    sys.path[0] = asked["folder"]
    sys.argv = ["perflint", *asked["words"]]
    for number, (name, mode) in enumerate(_STREAMS):
        opened = os.open(Path(asked["streams"]) / name, mode)
        os.dup2(opened, number)
        os.close(opened)
    encoding = os.environ.get("PYTHONIOENCODING", "utf-8")
    sys.stdin, sys.stdout, sys.stderr = (
        open(0, encoding=encoding, closefd=False),  # noqa: SIM115  # as an interpreter opens them, for good
        open(1, "w", encoding=encoding, closefd=False),  # noqa: SIM115  # as above
        open(2, "w", 1, encoding=encoding, errors="backslashreplace", closefd=False),  # noqa: SIM115  # as above
    )


if __name__ == "__main__":
    serve()

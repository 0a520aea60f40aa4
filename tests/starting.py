"""The command line in processes that start at once: each is forked from one that has loaded the program already.

A child is what `python -m perflint` is after its imports: with its own folder, environment, streams and exit code, and
nothing that another command left behind. Where a system cannot fork, or a command concerns the start itself, a process
is started as a user starts it; so are all of them with PERFLINT_THOROUGH in the environment.
"""

import atexit
import gc
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parent.parent
_AT_THE_START = "PYTHON"
_HARMLESS = {"PYTHONIOENCODING"}
_STREAMS = (("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY), ("stderr", os.O_WRONLY))


def perflint(
    *words: str, folder: Path, environment: Mapping[str, str], given: bytes = b"", afresh: bool = False
) -> subprocess.CompletedProcess[bytes]:
    """Return what `perflint …` did in a folder with an environment; `afresh` starts an interpreter for it."""
    if afresh or not hasattr(os, "fork") or "PERFLINT_THOROUGH" in os.environ or _concerns_the_start(environment):
        return subprocess.run(  # noqa: S603  # the project's own command
            [sys.executable, "-m", "perflint", *words], cwd=folder, env=dict(environment), capture_output=True,
            check=False, input=given,
        )  # fmt: skip
    with TemporaryDirectory() as place:
        streams = [Path(place) / name for name, _ in _STREAMS]
        for path in streams:
            path.write_bytes(given if path.name == "stdin" else b"")
        code = _answer({"words": words, "folder": f"{folder}", "environment": {**environment}, "streams": place})
        return subprocess.CompletedProcess(words, code, streams[1].read_bytes(), streams[2].read_bytes())


def _concerns_the_start(environment: Mapping[str, str]) -> bool:
    """Return whether the interpreter is asked for something that is not asked of this one."""
    names = {name for name in {*environment, *os.environ} if name.startswith(_AT_THE_START)} - _HARMLESS
    return any(environment.get(name) != os.environ.get(name) for name in names)


def _answer(request: Mapping[str, Any]) -> int:
    server = _server()
    assert server.stdin
    assert server.stdout
    server.stdin.write(json.dumps(request) + "\n")
    server.stdin.flush()
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
    atexit.register(server.communicate)
    return server


def serve() -> None:
    """Start a command for each line of standard input and answer with its exit code."""
    from perflint.cli.main import COMMANDS, command_line, main  # noqa: PLC0415  # only the server needs it

    command_line(COMMANDS)
    gc.freeze()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _become(json.loads(line))
            main()
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # the answer


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

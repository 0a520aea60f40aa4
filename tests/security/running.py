"""The command line as a stranger's files meet it: a process of its own, with bounds on time and memory."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from perflint.cli.guarding import guarded
from perflint.cli.main import command_line
from perflint.data.store import use_store

INPUTS = Path(__file__).parent / "inputs"
MEGABYTE = 1024 * 1024
TABLE = """\
kind: project
year: 2023
agency: 某局
project: {code: "1", name: 抽检经费}
indicators:
  - {level1: 产出指标, level2: 质量指标, name: 运转保障率, value: ≤95%}
"""


def perflint(*words: str, folder: Path, seconds: float = 100, **more: object) -> subprocess.CompletedProcess[str]:
    """Return what a command did; that it ended in words and not in a traceback is checked here."""
    done = subprocess.run(  # noqa: S603  # this interpreter with the words of a test
        [sys.executable, "-m", "perflint", *words], cwd=folder, check=False, capture_output=True, encoding="utf-8",
        errors="replace", timeout=seconds, env={**os.environ, "PERFLINT_LANG": ""}, **more,  # type: ignore[call-overload]
    )  # fmt: skip
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    assert done.returncode in {0, 1, 2, 3}, done.stderr
    return done  # type: ignore[no-any-return]


def bound_memory() -> None:
    """Bound the memory of a process that is about to start to 2 GiB."""
    import resource  # noqa: PLC0415  # Windows has none

    resource.setrlimit(resource.RLIMIT_AS, (2048 * MEGABYTE, 2048 * MEGABYTE))


class Done(NamedTuple):
    """What a command did within this process."""

    returncode: int
    stdout: str
    stderr: str


def inside(*words: str, folder: Path) -> Done:
    """Return what a command does, run within this process: quicker, where neither streams nor bounds matter."""
    before = Path.cwd(), sys.stdin, sys.stdout, sys.stderr
    sys.stdin = io.TextIOWrapper(io.BytesIO())
    sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO(), "utf-8", errors="replace", newline="\n") for _ in range(2))
    out, err = sys.stdout, sys.stderr
    os.chdir(folder)
    code = -1
    try:
        guarded(lambda: command_line([words[0]])(list(words), prog_name="perflint"))
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else -1
    finally:
        os.chdir(before[0])
        sys.stdin, sys.stdout, sys.stderr = before[1:]
        use_store(wanted=True)
    out_text, err_text = (stream.buffer.getvalue().decode("utf-8") for stream in (out, err))
    assert "Traceback" not in out_text + err_text, err_text
    assert code in {0, 1, 2, 3}, err_text
    return Done(code, out_text, err_text)

"""`perflint serve` refuses what it cannot serve, in words; what it serves is tested in `tests/web`."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from perflint.cli import serve
from perflint.cli.main import command_line


def _told(*arguments: str) -> str:
    done = CliRunner().invoke(command_line(["serve"]), ["serve", "--lang", "zh", *arguments])
    assert done.exit_code == 2
    assert "Traceback" not in done.output
    return done.stderr


def test_what_to_install_is_said_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "find_spec", lambda _: None)
    assert _told().count('pip install ".[web,office]"') == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--max-upload", "20 MiB"], "--max-upload 应写成 20MB，而不是“20 MiB”"),
        (["--root-path", "perflint"], "--root-path 应写成 /perflint，而不是“perflint”"),
        (["--root-path", "/a/"], "--root-path 应写成 /perflint，而不是“/a/”"),
        (["--host", "192.0.2.7"], "--host 192.0.2.7 使别的电脑也能打开本页；请用 --allow-host"),
        (["--allow-host", "http://a.example"], "--allow-host 只写名称或地址"),
        (["--allow-host", "a.example:80"], "--allow-host 只写名称或地址"),
    ],
)
def test_a_wrong_option_is_told(arguments: list[str], said: str) -> None:
    assert said in _told(*arguments)


def test_a_port_that_is_taken_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"端口 {port}" in _told("--port", str(port))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_asked_to_and_leaves_nothing(tmp_path: Path, ending: signal.Signals) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "perflint", "serve", "--port", "0", "--lang", "en"],
        stderr=subprocess.PIPE, text=True, env={"TMPDIR": str(tmp_path), "PATH": "", "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert running.stderr is not None
    assert "http://127.0.0.1:" in running.stderr.readline()
    running.send_signal(ending)
    _, said = running.communicate()
    assert "ended: 0 uploads, 0 files; 0 finished, 0 not. All results are deleted." in said
    assert running.returncode == 0
    assert [path for path in tmp_path.iterdir() if path.name.startswith("perflint-serve-")] == []

"""`perflint lsp` without the library that it needs."""

import pytest
from typer.testing import CliRunner

from perflint.cli import lsp
from perflint.cli.main import command_line


def test_what_to_install_is_said_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lsp, "find_spec", lambda _: None)
    done = CliRunner().invoke(command_line(["lsp"]), ["lsp"])
    assert done.exit_code == 2
    assert done.stderr.count('pip install ".[lsp]"') == 2
    assert "请在 perflint 的源码文件夹里运行" in done.stderr
    assert "Traceback" not in done.output

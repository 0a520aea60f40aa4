"""How the server ends: with 0 after it was told to shut down, as the protocol asks."""

import json
import subprocess
import sys
from pathlib import Path


def message(**said: object) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **said}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


START = message(id=1, method="initialize", params={"capabilities": {}, "processId": None, "rootUri": None})
DOWN, EXIT = message(id=2, method="shutdown"), message(method="exit")


def test_a_server_that_was_shut_down_ends_with_0(tmp_path: Path) -> None:
    server = [sys.executable, "-m", "perflint", "lsp"]
    done = subprocess.run(server, input=START + DOWN + EXIT, cwd=tmp_path, capture_output=True, check=False, timeout=60)  # noqa: S603  # this program
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    assert b'"id": 1' in done.stdout or b'"id":1' in done.stdout

"""A real nginx with TLS before a page, set up by the very snippet of the guide."""

import http.client
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.web.serving import Answer, Client, Served

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "serve.md"
NAME = "jixiao.example.gov.cn"
ROOT = "/perflint"
_PROGRAM = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
IS_THERE = _PROGRAM is not None and shutil.which("openssl") is not None


@contextmanager
def proxied(folder: Path, page: Served) -> Iterator[tuple[int, Path]]:
    """Run nginx before a page; yield its port and its certificate."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    certificate, key = folder / "page.pem", folder / "page.key"
    subject = ("-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}")
    made = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject)
    subprocess.run([*made, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)  # noqa: S603  # fixed words
    (folder / "nginx.conf").write_text(_configuration(folder, port, page.port), encoding="utf-8")
    running = subprocess.Popen([str(_PROGRAM), "-p", str(folder), "-c", str(folder / "nginx.conf")])  # noqa: S603  # the same
    try:
        _await(port, running)
        yield port, certificate
    finally:
        running.terminate()
        running.wait()


def _configuration(folder: Path, port: int, upstream: int) -> str:
    [server] = re.findall(r"^```nginx\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    for written, here in (
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        ("/etc/ssl/certs/jixiao.pem", str(folder / "page.pem")),
        ("/etc/ssl/private/jixiao.key", str(folder / "page.key")),
        ("http://127.0.0.1:8765/", f"http://127.0.0.1:{upstream}/"),
    ):
        assert server.count(written) == 1, written
        server = server.replace(written, here)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"    {kind}_temp_path {folder / kind};\n" for kind in kinds)
    return (
        f"daemon off;\nuser root;\npid {folder / 'nginx.pid'};\nerror_log {folder / 'error.log'} info;\nevents {{}}\n"
        f"http {{\n    access_log {folder / 'access.log'};\n{temporary}{server}}}\n"
    )


def _await(port: int, running: "subprocess.Popen[bytes]") -> None:
    while running.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("nginx ended before it answered")


class Outside(Client):
    """A browser that comes in through nginx, by the page's public name and over TLS."""

    def __init__(self, page: Served, port: int, certificate: Path) -> None:
        super().__init__(page)
        self._port = port
        self._trust = ssl.create_default_context(cafile=str(certificate))

    @property
    def host(self) -> str:
        """The public address of the page."""
        return f"{NAME}:{self._port}"

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        """Return the answer to a request; addresses of the page itself lie below its path."""
        below = path if path.startswith(f"{ROOT}/") else ROOT + path
        return super().ask(method, below, body, **{"origin": f"https://{self.host}"} | headers)

    def line(self) -> http.client.HTTPConnection:
        """Return a connection to nginx, under the name that its certificate has."""
        line = http.client.HTTPSConnection(NAME, self._port, context=self._trust)
        line.sock = self._trust.wrap_socket(socket.create_connection(("127.0.0.1", self._port)), server_hostname=NAME)
        return line

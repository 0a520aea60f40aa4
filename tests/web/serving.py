"""A page that is served within a test, and a plain client for it."""

import asyncio
import http.client
import re
import threading
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from perflint.web.results import Results, results_for
from perflint.web.server import listen, server_for
from perflint.web.settings import Settings
from perflint.web.waiting import Counts, Queue

if TYPE_CHECKING:
    import uvicorn


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def html(self) -> str:
        """The body as text."""
        return self.body.decode()

    @property
    def text(self) -> str:
        """What a reader sees of the page."""
        bare = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", self.html, flags=re.DOTALL)
        return re.sub(r"\s+", " ", unescape(bare)).strip()


class Served(NamedTuple):
    """A running page: where it answers, what it holds, how much it did."""

    port: int
    settings: Settings
    results: Results
    counts: list[Counts]


@contextmanager
def served(settings: Settings) -> Iterator[Served]:
    """Serve a page on a free port until the block ends."""
    bound = listen(settings)
    ready = threading.Event()
    held: list[tuple[uvicorn.Server, Results]] = []
    counts: list[Counts] = []

    async def run() -> None:
        with results_for(settings) as results:
            server = server_for(settings, results, Queue(settings, results, counts.append))
            held.append((server, results))
            ready.set()
            await server.serve(sockets=[bound])

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    ready.wait()
    server, results = held[0]
    try:
        yield Served(bound.getsockname()[1], settings, results, counts)
    finally:
        server.should_exit = True
        thread.join()
        bound.close()


class Client:
    """A browser without a screen: keeps its cookie, names its origin, follows nowhere."""

    def __init__(self, page: Served) -> None:
        self.page = page
        self.cookie = ""

    @property
    def host(self) -> str:
        """The address of the page."""
        return f"127.0.0.1:{self.page.port}"

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        """Return the answer to a request; a header's `_` stands for `-`, one that is "" is not sent."""
        sent = {"host": self.host, "cookie": self.cookie}
        if method == "POST":
            sent["origin"] = f"http://{self.host}"
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        line = self.line()
        line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in (sent | {"content-length": str(len(body))}).items():
            if value:
                line.putheader(name, value)
        line.endheaders(body)
        got = line.getresponse()
        answer = Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read())
        line.close()
        if "set-cookie" in answer.headers:
            self.cookie = answer.headers["set-cookie"].partition(";")[0]
        return answer

    def line(self) -> http.client.HTTPConnection:
        """Return a connection to the page."""
        return http.client.HTTPConnection("127.0.0.1", self.page.port)

    def get(self, path: str, host: str = "") -> Answer:
        """Return a page."""
        return self.ask("GET", path, host=host or self.host)

    def token(self) -> str:
        """Return the token that a form of the page carries."""
        found = re.search(r'name="token" value="(\w+)"', self.get("/").html)
        assert found
        return found[1]

    def send(self, fields: Mapping[str, str], files: Mapping[str, bytes], path: str = "/upload", **more: str) -> Answer:
        """Return the answer to a form with files."""
        edge = uuid.uuid4().hex
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields.items()
        ]
        for name, data in files.items():
            head = f'Content-Disposition: form-data; name="files"; filename="{name}"'
            parts.append(
                f"--{edge}\r\n{head}\r\nContent-Type: application/octet-stream\r\n\r\n".encode() + data + b"\r\n"
            )
        body = b"".join((*parts, f"--{edge}--\r\n".encode()))
        return self.ask("POST", path, body, content_type=f"multipart/form-data; boundary={edge}", **more)

    def upload(self, files: Mapping[str, bytes], lang: str = "zh") -> str:
        """Return the address of what was made of files, once it is there."""
        answer = self.send({"token": self.token()}, files, f"/upload?lang={lang}")
        assert answer.status == 303, answer.text
        return self.wait(answer.headers["location"])

    def wait(self, address: str) -> str:
        """Return the address of a result once it is there, or is known to have failed."""
        while b'"working":true' in self.get(f"{address}/state").body:
            time.sleep(0.05)
        return address

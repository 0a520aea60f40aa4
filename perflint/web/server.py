"""The page served: one process that answers, and others that read what was uploaded."""

import asyncio
import contextlib
import signal
import socket
import sys
import webbrowser
from collections.abc import Callable

import uvicorn

from perflint.web.app import make_app
from perflint.web.results import Results, results_for
from perflint.web.settings import Settings
from perflint.web.waiting import Counts, Queue

_CONNECTIONS = 64
_GRACE = 3


def listen(settings: Settings) -> socket.socket:
    """Return the socket that the page is served on.

    Raises:
        OSError: the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would share the port with whoever has it
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((settings.host, settings.port))
        made.listen(_CONNECTIONS)
    except BaseException:
        made.close()
        raise
    return made


def address(settings: Settings, bound: socket.socket) -> str:
    """Return where a person on this machine opens the page."""
    host = "127.0.0.1" if settings.host in {"0.0.0.0", "::"} else settings.host  # noqa: S104  # compared, not bound
    return f"http://{f'[{host}]' if ':' in host else host}:{bound.getsockname()[1]}{settings.root_path}/"


def serve_until_ended(
    settings: Settings, bound: socket.socket, announce: Callable[[str], object], *, opened: bool
) -> Counts:
    """Serve the page until it is interrupted, and return what was done; its address is announced first.

    `opened` shows it in a browser.
    """
    counts = Counts()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a service is ended as Ctrl-C ends it
    with bound, contextlib.suppress(KeyboardInterrupt):
        announce(address(settings, bound))
        asyncio.run(_serve(settings, bound, counts, opened=opened))
    return counts


async def _serve(settings: Settings, bound: socket.socket, counts: Counts, *, opened: bool) -> None:
    with results_for(settings) as results:
        queue = Queue(settings, results, _noted, counts)
        if opened:
            asyncio.get_running_loop().call_later(0.5, _open, address(settings, bound))
        await server_for(settings, results, queue).serve(sockets=[bound])


def server_for(settings: Settings, results: Results, queue: Queue) -> uvicorn.Server:
    """Return the server of the page: it logs nothing and says nothing of itself."""
    return uvicorn.Server(uvicorn.Config(
        make_app(settings, results, queue), log_config=None, log_level="critical", access_log=False,
        server_header=False, date_header=False, root_path=settings.root_path, timeout_keep_alive=5,
        limit_concurrency=_CONNECTIONS, timeout_graceful_shutdown=_GRACE, ws="none", lifespan="on",
    ))  # fmt: skip


def _open(url: str) -> None:
    with contextlib.suppress(webbrowser.Error, OSError):
        webbrowser.open(url)


def _noted(counts: Counts) -> None:
    """Write the counts so far, and nothing else, where a service's journal finds them."""
    words = f"uploads {counts.uploads}, files {counts.files}, finished {counts.finished}, failed {counts.failed}"
    sys.stderr.write(f"perflint serve: {words}\n")
    sys.stderr.flush()

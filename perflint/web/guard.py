"""What every request passes first: is this address ours, does the request come from our own page, what may the page do."""

import asyncio
import contextlib
from collections.abc import Collection, Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from perflint.web.settings import LOOPBACK, Settings
from perflint.web.views import View

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY, "x-content-type-options": "nosniff", "x-frame-options": "DENY",
    # Not no-referrer: with that, browsers send a form of this page with `Origin: null`.
    "referrer-policy": "same-origin", "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin", "cache-control": "no-store",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}  # fmt: skip
_READING = frozenset({"GET", "HEAD"})
# Bytes of a refused request that are read to the end, and seconds that this may take.
_LITTLE = 1_000_000
_PATIENCE = 2


class Guard:
    """Lets through what is meant for this page, and adds the headers that bind the browser."""

    def __init__(self, app: ASGIApp, settings: Settings, view: View) -> None:
        self._app = app
        self._view = view
        self._hosts = frozenset(name.lower().rstrip(".") for name in (*LOOPBACK, *settings.hosts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request or pass it on; what fails below is a page without its reason, and no entry in a log."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(Request(scope))
        if refusal is not None:
            await _emptied(receive)
            await refusal(scope, receive, guarded)
            return
        try:
            await self._app(scope, receive, guarded)
        except Exception:  # noqa: BLE001  # its words may quote a table: the user is told, nothing is logged
            if not started:
                await self._view.trouble(Request(scope), "broken", 500)(scope, receive, guarded)

    def _refusal(self, request: Request) -> ASGIApp | None:
        headers = request.headers
        host = host_name(headers.get("host", ""))
        if not is_known(host, self._hosts):
            return self._view.trouble(request, "host", 421, host=host[:100] or "—")
        if request.method not in _READING and not from_here(headers):
            return self._view.trouble(request, "stale", 403)
        return None


async def _emptied(receive: Receive) -> None:
    """Read what little else a refused request holds: a server in between that is still sending would not hear the answer."""
    size, more = 0, True
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE):
            while more and size < _LITTLE:
                message = await receive()
                size += len(message.get("body", b""))
                more = message.get("more_body", False)


def host_name(host: str) -> str:
    """Return the name of a Host header without its port, in lower case, an IPv6 address without brackets."""
    bare = host.strip().lower()
    if bare.startswith("["):
        return bare[1:].partition("]")[0]
    return bare.partition(":")[0].rstrip(".")


def is_known(host: str, hosts: Collection[str]) -> bool:
    """Return whether a name is one that is answered."""
    return host in hosts


def from_here(headers: Headers) -> bool:
    """Return whether a request that changes something comes from a page of this server, by what browsers say of it."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is None and origin is None:
        return False
    if site is not None and site != "same-origin":
        return False
    return origin is None or origin.partition("://")[2].lower() == headers.get("host", "").strip().lower()

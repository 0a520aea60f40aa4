"""The addresses of the page and what stands behind each."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta

from msgspec import Struct
from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from perflint.web.guard import Guard
from perflint.web.receiving import Refused, received, stored, text_in
from perflint.web.results import Result, Results
from perflint.web.settings import Settings
from perflint.web.tokens import Tokens
from perflint.web.views import View
from perflint.web.waiting import Busy, Queue
from perflint.web.words import say

_SWEEP = 20.0
_SEE_OTHER = 303


class Site(Struct, frozen=True):
    """What the addresses share."""

    settings: Settings
    view: View
    tokens: Tokens
    results: Results
    queue: Queue

    async def start(self, request: Request) -> Response:
        """Return the start page."""
        said = "deleted" if "deleted" in request.query_params else ""
        return self.view.page(request, "start.html", said=said)

    async def upload(self, request: Request) -> Response:
        """Take an upload and lead to its result."""
        try:
            self.queue.check()
            form = await received(request, self.settings)
            try:
                return await self._taken(request, form)
            finally:
                await form.close()
        except Refused as fault:
            return self.view.trouble(request, fault.why, fault.status)
        except Busy:
            return self.view.trouble(request, "busy", 503)

    async def _taken(self, request: Request, form: FormData) -> Response:
        lang = self.view.lang(request)
        if not self.tokens.fits(request, form.get("token")):
            return self.view.trouble(request, "stale", 403)
        sample = bool(text_in(form, "sample"))
        result = self.results.new(lang)
        try:
            files = () if sample else await stored(form, result.folder / "in")
            if not sample and not files:
                self.results.drop(result.name)
                return self.view.trouble(request, "nothing", 400)
            self.queue.add(result, files, sample=sample)
        except BaseException:
            self.results.drop(result.name)
            raise
        return self._to(request, f"/r/{result.name}")

    async def result(self, request: Request) -> Response:
        """Return a result: how far it is, why it came to nothing, or one of its tables."""
        result = self._result(request)
        if result.working:
            return self.view.page(request, "waiting.html", result.lang, result=result)
        if result.progress.step == "failed":
            why = say(f"failed_{result.progress.why}", result.lang, seconds=f"{self.settings.seconds:g}")
            return self.view.page(request, "failed.html", result.lang, result=result, why=why)
        outcome = await asyncio.to_thread(result.outcome)
        number = int(request.path_params.get("number", 1))
        if number < 1 or number > max(1, outcome.shown):
            raise HTTPException(404)
        page = await asyncio.to_thread(result.page, number) if outcome.shown else None
        return self.view.page(
            request, "result.html", result.lang, result=result, outcome=outcome, page=page, number=number,
            until=self._until(result),
        )  # fmt: skip

    def _until(self, result: Result) -> str:
        left = timedelta(seconds=result.expires - time.monotonic())
        return (datetime.now(UTC).astimezone() + left).strftime("%H:%M")

    async def state(self, request: Request) -> Response:
        """Return how far a result is, for the script of the page."""
        result = self._result(request)
        progress = result.progress
        said = say(progress.step, result.lang) if result.working else ""
        return JSONResponse({"working": result.working, "done": progress.done, "total": progress.total, "said": said})

    async def download(self, request: Request) -> Response:
        """Return one of the files that are offered, never to be shown by the browser itself."""
        result = self._result(request)
        if result.progress.step != "done":
            raise HTTPException(404)
        offered = (await asyncio.to_thread(result.outcome)).downloads
        number = int(request.path_params["number"])
        if number >= len(offered):
            raise HTTPException(404)
        one = offered[number]
        policy = {"content-security-policy": "default-src 'none'; sandbox"}
        return FileResponse(
            result.folder / one.file, filename=one.name, media_type="application/octet-stream", headers=policy
        )

    async def delete(self, request: Request) -> Response:
        """Delete a result."""
        result = self._result(request)
        async with request.form(max_files=0, max_fields=4, max_part_size=4096) as form:
            if not self.tokens.fits(request, form.get("token")):
                return self.view.trouble(request, "stale", 403, result.lang)
        self.results.drop(result.name)
        return self._to(request, f"/?lang={result.lang}&deleted=1")

    def _result(self, request: Request) -> Result:
        result = self.results.get(request.path_params["name"])
        if result is None:
            raise HTTPException(404)
        return result

    def _to(self, request: Request, path: str) -> Response:
        return RedirectResponse(request.scope.get("root_path", "").rstrip("/") + path, _SEE_OTHER)

    async def missing(self, request: Request, _fault: Exception) -> Response:
        """Return what stands where nothing is."""
        return self.view.trouble(request, "gone", 404)


def make_app(settings: Settings, results: Results, queue: Queue) -> ASGIApp:
    """Return the page as an ASGI application; `results` and `queue` are its own, to be closed by who made them."""
    tokens = Tokens()
    site = Site(settings, View(settings, tokens), tokens, results, queue)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        sweeper = asyncio.create_task(_swept(results))
        try:
            yield
        finally:
            sweeper.cancel()
            await queue.close()
            results.close()

    routes = [
        Route("/", site.start, methods=["GET"]),
        Route("/upload", site.upload, methods=["POST"]),
        Route("/r/{name}", site.result, methods=["GET"]),
        Route("/r/{name}/state", site.state, methods=["GET"]),
        Route("/r/{name}/table/{number:int}", site.result, methods=["GET"]),
        Route("/r/{name}/file/{number:int}", site.download, methods=["GET"]),
        Route("/r/{name}/delete", site.delete, methods=["POST"]),
        Mount("/static", StaticFiles(packages=[("perflint.web", "static")])),
    ]
    handlers = {404: site.missing, 405: site.missing}
    app = Starlette(routes=routes, exception_handlers=handlers, lifespan=lifespan)
    return Guard(app, settings, site.view)


async def _swept(results: Results) -> None:
    while True:
        await asyncio.sleep(_SWEEP)
        with suppress(OSError):
            results.sweep()

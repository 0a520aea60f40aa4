"""An upload received: bounded in bytes, files and time, and put into its folder."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from perflint.web.outcome import Given
from perflint.web.settings import Settings
from perflint.web.unpacking import plain_name

_SLACK = 64 * 1024  # for what stands around the files of a form
_DRAINED = 5  # times the largest upload: so much is read away, so that the browser waits for the answer
_SECONDS = 300.0
_PIECE = 256 * 1024


class Refused(Exception):  # noqa: N818  # said of a request
    """An upload that is not taken: `why` is large, too_many, slow or stale; `status` is that of HTTP."""

    def __init__(self, why: str, status: int) -> None:
        super().__init__(why)
        self.why = why
        self.status = status


async def received(request: Request, settings: Settings) -> FormData:
    """Return the form of an upload, its files in temporary files without a name.

    Raises:
        Refused: it is larger, has more files or comes more slowly than it may, or is no form.
    """
    try:
        async with asyncio.timeout(_SECONDS):
            return await _form(request, settings)
    except TimeoutError as fault:
        raise Refused("slow", 408) from fault


async def _form(request: Request, settings: Settings) -> FormData:
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise Refused("stale", 400)
    most = settings.upload + _SLACK
    size = 0

    async def bounded() -> AsyncGenerator[bytes, None]:
        nonlocal size
        async for piece in request.stream():
            size += len(piece)
            if size > most:
                await _drain(request, most * _DRAINED - size)
                raise Refused("large", 413)
            yield piece

    parser = MultiPartParser(request.headers, bounded(), max_files=settings.files, max_fields=8, max_part_size=4096)
    try:
        return await parser.parse()
    except MultiPartException as fault:
        await _drain(request, most - size)
        raise Refused("too_many" if "files" in fault.message else "stale", 400) from fault
    except ClientDisconnect as fault:
        raise Refused("stale", 400) from fault


async def _drain(request: Request, room: int) -> None:
    """Read away what still comes, up to so many bytes."""
    try:
        async for piece in request.stream():
            room -= len(piece)
            if room < 0:
                return
    except (ClientDisconnect, RuntimeError):
        return


async def stored(form: FormData, folder: Path) -> tuple[Given, ...]:
    """Return the files of a form, put into a folder under numbers; none where none was chosen."""
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and (one.filename or one.size)]
    found = []
    for number, file in enumerate(files):
        path = folder / str(number)
        with path.open("wb") as stream:
            while piece := await file.read(_PIECE):
                stream.write(piece)
        found.append(Given(str(path), plain_name(file.filename or "")))
    return tuple(found)


def text_in(form: FormData, name: str) -> str:
    """Return a text of a form, "" where it has none."""
    value = form.get(name)
    return value if isinstance(value, str) else ""

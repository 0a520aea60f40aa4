"""An editor that speaks to `perflint lsp` as a process of its own, over standard input and output."""

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.starting import talking

T = TypeVar("T")
_PATIENCE = 60


class Editor:
    """A client with what was published to it and what the server complained of."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.answer: types.InitializeResult | None = None
        self.shown: list[str] = []
        self.watched: list[str] = []
        self._published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self._published.put_nowait))
        client.feature(types.WINDOW_SHOW_MESSAGE)(partial(self._hear))
        client.feature(types.CLIENT_REGISTER_CAPABILITY)(partial(self._register))

    def uri(self, name: str) -> str:
        return name if name.startswith("untitled:") else (self.folder / name).as_uri()

    async def open(self, name: str, text: str) -> types.PublishDiagnosticsParams:
        item = types.TextDocumentItem(self.uri(name), "yaml", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.published(name)

    def type(self, name: str, text: str, version: int) -> None:
        document = types.VersionedTextDocumentIdentifier(version, self.uri(name))
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def wrote(self, *names: str) -> None:
        """Tell the server, as an editor that watches files does, that somebody wrote some."""
        changes = [types.FileEvent(self.uri(name), types.FileChangeType.Changed) for name in names]
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes))

    async def until(
        self, name: str, wanted: Callable[[types.PublishDiagnosticsParams], bool], text: str | None = None
    ) -> types.PublishDiagnosticsParams:
        """Return the first publication for a file that is as wanted; those before it are passed over. `text` opens it."""
        params = await (self.published(name) if text is None else self.open(name, text))
        while not wanted(params):
            params = await self.published(name)
        return params

    async def published(self, name: str) -> types.PublishDiagnosticsParams:
        while True:
            params = await asyncio.wait_for(self._published.get(), _PATIENCE)
            if params.uri == self.uri(name):
                return params

    def quiet(self) -> bool:
        return self._published.empty()

    def document(self, name: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(name))

    def _register(self, params: types.RegistrationParams) -> None:
        for one in params.registrations:
            if one.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES:
                self.watched += [watcher["globPattern"] for watcher in _plain(one.register_options)["watchers"]]

    def _hear(self, params: types.ShowMessageParams) -> None:
        self.shown.append(params.message)


def _plain(options: Any) -> Any:  # noqa: ANN401  # what the library made of JSON, made JSON again
    return json.loads(json.dumps(options, default=lambda one: one._asdict()))


def use(
    folder: Path, story: Callable[[Editor], Awaitable[T]], *, encodings: tuple[str, ...] = (), lang: str = "zh",
    wishes: dict[str, str] | None = None,
) -> T:  # fmt: skip
    """Start a server, tell it a story, end it; nothing may have gone wrong in it."""
    return asyncio.run(_use(folder, story, encodings, lang, wishes or {}))


async def _use(
    folder: Path, story: Callable[[Editor], Awaitable[T]], encodings: tuple[str, ...], lang: str, wishes: dict[str, str]
) -> T:  # fmt: skip
    client = LanguageClient("an editor", "1")
    editor = Editor(client, folder)
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])}
    given = ("--lang", lang) if lang else ()
    with talking("lsp", *given, folder=folder, environment=os.environ) as command:
        await client.start_io(*command, cwd=folder, env=environment)
        return await _told(editor, story, encodings, wishes)


async def _told(
    editor: Editor, story: Callable[[Editor], Awaitable[T]], encodings: tuple[str, ...], wishes: dict[str, str]
) -> T:  # fmt: skip
    client, folder = editor.client, editor.folder
    offered = [types.PositionEncodingKind(name) for name in encodings] or None
    general = types.GeneralClientCapabilities(position_encodings=offered)
    watching = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    able = types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(did_change_watched_files=watching), general=general
    )
    params = types.InitializeParams(
        able, process_id=os.getpid(), root_uri=folder.as_uri(), locale="en-GB", initialization_options=wishes
    )
    editor.answer = await client.initialize_async(params)
    client.initialized(types.InitializedParams())
    try:
        return await story(editor)
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()  # type: ignore[no-untyped-call]  # pygls leaves it so
        assert editor.shown == []


def applied(text: str, edits: list[types.TextEdit]) -> str:
    """Return a text as an editor has it after edits, columns in UTF-16."""
    data = text.encode("utf-16-le")
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len((line + "\n").encode("utf-16-le")))
    for edit in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
        first, last = (starts[at.line] + 2 * at.character for at in (edit.range.start, edit.range.end))
        data = data[:first] + edit.new_text.encode("utf-16-le") + data[last:]
    return data.decode("utf-16-le")

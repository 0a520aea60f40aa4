"""The server: requests and notifications of the protocol, each led to what answers it."""

import os
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from perflint.lsp.acting import FIX_ALL, act
from perflint.lsp.completing import complete
from perflint.lsp.hovering import hover
from perflint.lsp.opened import wishes_of
from perflint.lsp.original import original_at
from perflint.lsp.session import Session
from perflint.version import __version__

_TRIGGERS = [" ", ":", "[", "{", ",", "-"]
# Tables, configurations, rules and profiles of packs; what git ignores; known findings.
WATCHED = ("**/*.{yaml,yml}", "**/pyproject.toml", "**/.gitignore", "**/*baseline*.json")
ORIGINAL = "perflint.original"
_KINDS = [types.CodeActionKind.QuickFix, FIX_ALL]
_OPTIONS: dict[str, Any] = {
    types.TEXT_DOCUMENT_COMPLETION: types.CompletionOptions(trigger_characters=_TRIGGERS),
    types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions(code_action_kinds=_KINDS),
}


def serve(lang: str = "") -> None:
    """Serve one editor over standard input and output until it goes; `lang` is "" where the editor decides it.

    The server closes what it speaks over: it gets copies, so that the program's own streams end as those of any command.
    """
    with os.fdopen(os.dup(sys.stdin.fileno()), "rb") as heard, os.fdopen(os.dup(sys.stdout.fileno()), "wb") as said:
        make_server(lang).start_io(heard, said)


def make_server(lang: str = "") -> LanguageServer:
    """Return a server. Texts come whole: to splice a table costs more than to send it, and line ends stay the editor's."""
    server = LanguageServer("perflint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    session = Session(server, lang)
    for name, handler in _HANDLERS.items():
        server.feature(name, _OPTIONS.get(name))(partial(handler, session))
    server.command(ORIGINAL)(_asked(session))
    return server


def _asked(session: Session) -> Callable[..., dict[str, str] | None]:
    """Return the command that names the original of what a cursor stands in; its arguments are an address and a position."""

    def original(uri: str, position: types.Position) -> dict[str, str] | None:
        return _original(session, uri, position)

    return original


def _initialise(session: Session, params: types.InitializeParams) -> None:
    session.wishes = wishes_of(params.initialization_options, session.wishes.lang, params.locale or "")


async def _start(session: Session, _params: types.InitializedParams) -> None:
    session.look_around(anew=False)
    able = session.server.client_capabilities.workspace
    watching = able.did_change_watched_files if able else None
    if watching and watching.dynamic_registration:
        watchers = [types.FileSystemWatcher(glob) for glob in WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        wanted = types.Registration("perflint", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        await session.server.client_register_capability_async(types.RegistrationParams([wanted]))


def _watched(session: Session, params: types.DidChangeWatchedFilesParams) -> None:
    session.changed(change.uri for change in params.changes)


def _folders(session: Session, _params: types.DidChangeWorkspaceFoldersParams) -> None:
    session.look_around(anew=False)


def _open(session: Session, params: types.DidOpenTextDocumentParams) -> None:
    session.judge(params.text_document.uri)


def _change(session: Session, params: types.DidChangeTextDocumentParams) -> None:
    session.judge_soon(params.text_document.uri)


def _save(session: Session, params: types.DidSaveTextDocumentParams) -> None:
    session.changed([params.text_document.uri])


def _close(session: Session, params: types.DidCloseTextDocumentParams) -> None:
    session.close(params.text_document.uri)


def _hover(session: Session, params: types.HoverParams) -> types.Hover | None:
    analysis = session.analysis(params.text_document.uri)
    return hover(analysis, analysis.positions.offset(params.position)) if analysis else None


def _complete(session: Session, params: types.CompletionParams) -> list[types.CompletionItem]:
    analysis = session.analysis(params.text_document.uri)
    return complete(analysis, analysis.positions.offset(params.position)) if analysis else []


def _act(session: Session, params: types.CodeActionParams) -> list[types.CodeAction]:
    analysis = session.analysis(params.text_document.uri)
    only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
    return act(analysis, params.range, only) if analysis else []


def _original(session: Session, uri: str, position: types.Position) -> dict[str, str] | None:
    """Return the document (`file`, `path`, `place`) that the table at a position was imported from; None if there is none."""
    analysis = session.analysis(uri)
    found = original_at(analysis, analysis.positions.offset(position)) if analysis else None
    return {"file": found.file, "path": found.path, "place": found.place} if found else None


_HANDLERS: dict[str, Callable[..., Any]] = {
    types.INITIALIZE: _initialise,
    types.INITIALIZED: _start,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _watched,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: _folders,
    types.TEXT_DOCUMENT_DID_OPEN: _open,
    types.TEXT_DOCUMENT_DID_CHANGE: _change,
    types.TEXT_DOCUMENT_DID_SAVE: _save,
    types.TEXT_DOCUMENT_DID_CLOSE: _close,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_COMPLETION: _complete,
    types.TEXT_DOCUMENT_CODE_ACTION: _act,
}

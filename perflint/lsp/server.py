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
from perflint.lsp.session import Session
from perflint.version import __version__

_TRIGGERS = [" ", ":", "[", "{", ",", "-"]
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
    return server


def _initialise(session: Session, params: types.InitializeParams) -> None:
    session.locale = params.locale or ""


def _open(session: Session, params: types.DidOpenTextDocumentParams) -> None:
    session.judge(params.text_document.uri)


def _change(session: Session, params: types.DidChangeTextDocumentParams) -> None:
    session.judge_soon(params.text_document.uri)


def _save(session: Session, params: types.DidSaveTextDocumentParams) -> None:
    session.saved(params.text_document.uri)


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


_HANDLERS: dict[str, Callable[..., Any]] = {
    types.INITIALIZE: _initialise,
    types.TEXT_DOCUMENT_DID_OPEN: _open,
    types.TEXT_DOCUMENT_DID_CHANGE: _change,
    types.TEXT_DOCUMENT_DID_SAVE: _save,
    types.TEXT_DOCUMENT_DID_CLOSE: _close,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_COMPLETION: _complete,
    types.TEXT_DOCUMENT_CODE_ACTION: _act,
}

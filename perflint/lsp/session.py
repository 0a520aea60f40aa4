"""What a server keeps: the texts that are open, and what is known of each."""

import asyncio
from pathlib import Path

from lsprotocol.types import PublishDiagnosticsParams
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from perflint.lsp.analysis import Analysis, Opened, analyse
from perflint.lsp.diagnosing import diagnose
from perflint.workspace.configuration.loading import load_config
from perflint.workspace.disk.tree import NAMES

# Seconds without typing after which a text is judged.
_PAUSE = 0.1
_UNTITLED = Path("untitled.yaml")


class Session:
    """Judges open texts, each once a change; what an editor asks for in between is answered from the newest text."""

    def __init__(self, server: LanguageServer, lang: str) -> None:
        self.server = server
        self.locale = ""
        self._lang = lang
        self._known: dict[str, tuple[Opened, Analysis]] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}

    def analysis(self, uri: str) -> Analysis | None:
        """Return what is known of a text as it is now, None for one that is not open."""
        documents = self.server.workspace.text_documents
        document = next((one for one in documents.values() if one.uri == uri), None)
        if document is None:
            return None
        agreed = self.server.workspace.position_encoding or "utf-16"
        encoding = str(getattr(agreed, "value", agreed))
        opened = Opened(uri, _path(uri), document.source, encoding, self._lang, self.locale)
        known = self._known.get(uri)
        if known is None or known[0] != opened:
            known = self._known[uri] = (opened, analyse(opened))
        return known[1]

    def judge_soon(self, uri: str) -> None:
        """Publish the diagnostics of a text as soon as nobody types in it."""
        self._cancel(uri)
        self._waiting[uri] = asyncio.get_running_loop().call_later(_PAUSE, self.judge, uri)

    def judge(self, uri: str) -> None:
        """Publish the diagnostics of a text."""
        self._cancel(uri)
        analysis = self.analysis(uri)
        if analysis is not None:
            version = self.server.workspace.get_text_document(uri).version
            self._publish(PublishDiagnosticsParams(uri, diagnose(analysis), version))

    def close(self, uri: str) -> None:
        """Forget a text and take its diagnostics away."""
        self._cancel(uri)
        self._known.pop(uri, None)
        self._publish(PublishDiagnosticsParams(uri, []))

    def saved(self, uri: str) -> None:
        """Judge every open text again where a configuration was saved."""
        if _path(uri).name in {*NAMES, "pyproject.toml"}:
            load_config.cache_clear()
            self._known.clear()
            for document in list(self.server.workspace.text_documents.values()):
                self.judge(document.uri)

    def _cancel(self, uri: str) -> None:
        waiting = self._waiting.pop(uri, None)
        if waiting is not None:
            waiting.cancel()

    def _publish(self, params: PublishDiagnosticsParams) -> None:
        self.server.text_document_publish_diagnostics(params)


def _path(uri: str) -> Path:
    """Return the path of an address; one that is not saved yet counts as a file of the current folder."""
    found = to_fs_path(uri) if uri.startswith("file:") else None
    return Path(found) if found else _UNTITLED

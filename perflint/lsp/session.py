"""What a server keeps: the texts that are open, what is known of each, and of the other tables of the open folders."""

import asyncio
from collections.abc import Iterable, Iterator
from pathlib import Path

from lsprotocol.types import Diagnostic, LogMessageParams, MessageType, PublishDiagnosticsParams
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from perflint.judge.inspection import Glance
from perflint.lsp.analysis import FAULTS, Analysis, Entry, analyse
from perflint.lsp.around import MOST, Around, TooMany
from perflint.lsp.diagnosing import diagnose
from perflint.lsp.elsewhere import elsewhere
from perflint.lsp.opened import Opened, Wishes
from perflint.workspace.configuration.loading import forget_configs
from perflint.workspace.disk.naming import shown
from perflint.workspace.runs.workers import forget_checkers

# Seconds without typing after which a text is judged; the other open ones, which are compared with it, some later.
_PAUSE = 0.1
_LATER = 0.5
# Seconds after which files that were written are looked at.
_SETTLED = 0.2
_UNTITLED = "untitled.yaml"
_TOO_MANY = {
    "zh": f"文件夹里有 {{}} 个文件，超过 {MOST} 个：编辑器里不比较不同文件的表，请运行 perflint check",
    "en": f"the folder holds {{}} files, more than {MOST}: tables of several files are not compared in the editor; run perflint check",
}  # fmt: skip


class Session:
    """Judges open texts, each once a change; what an editor asks for in between is answered from the newest text."""

    def __init__(self, server: LanguageServer, lang: str) -> None:
        self.server = server
        self.wishes = Wishes(lang)
        self._around = Around()
        self._state = 0
        self._known: dict[str, tuple[Opened, int, Analysis]] = {}
        self._shown: dict[str, list[Diagnostic]] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._looking: asyncio.Task[None] | None = None
        self._soon: asyncio.TimerHandle | None = None
        self._anew = False

    def analysis(self, uri: str) -> Analysis | None:
        """Return what is known of a text as it is now, None for one that is not open."""
        document = next((one for one in self._documents() if one.uri == uri), None)
        if document is None:
            return None
        opened = self._opened(document)
        known = self._known.get(uri)
        if known is None or known[:2] != (opened, self._state):
            before = known[2] if known else None
            analysis = analyse(opened, before, self._beside)
            if analysis.entry != (before.entry if before else None):
                self._judge_others(uri)
            known = self._known[uri] = (opened, self._state, analysis)
        return known[2]

    def judge_soon(self, uri: str) -> None:
        """Publish the diagnostics of a text as soon as nobody types in it."""
        self._cancel(uri)
        self._waiting[uri] = asyncio.get_running_loop().call_later(_PAUSE, self.judge, uri)

    def judge(self, uri: str) -> None:
        """Publish the diagnostics of a text."""
        self._cancel(uri)
        analysis = self.analysis(uri)
        if analysis is not None:
            self._shown[uri] = self._diagnostics(analysis)
            version = self.server.workspace.get_text_document(uri).version
            self._publish(PublishDiagnosticsParams(uri, self._shown[uri], version))

    def close(self, uri: str) -> None:
        """Forget a text and take its diagnostics away."""
        self._cancel(uri)
        known = self._known.pop(uri, None)
        self._shown.pop(uri, None)
        self._publish(PublishDiagnosticsParams(uri, []))
        if known and known[2].entry:
            self._judge_others(uri)

    def look_around(self, *, anew: bool) -> None:
        """Look at the files of the open folders again, then at the open texts; `anew`: what they are judged by changed."""
        if anew:
            forget_configs()
            forget_checkers()
            self._around.forget()
            self._judge_changed()
        if self._looking is not None:
            self._looking.cancel()
        self._looking = asyncio.get_running_loop().create_task(self._look())

    def changed(self, uris: Iterable[str]) -> None:
        """Take in that files were written, by the editor or by others, a moment later: they often come in swarms."""
        self._anew |= any(self._is_setting(path) for uri in uris if (path := path_of(uri)))
        if self._soon is not None:
            self._soon.cancel()
        self._soon = asyncio.get_running_loop().call_later(_SETTLED, self._settled)

    def _settled(self) -> None:
        anew, self._anew = self._anew, False
        self.look_around(anew=anew)

    def _is_setting(self, path: Path) -> bool:
        """Return whether a file may change how others are judged: all but the tables that are compared already."""
        return not self._around.holds(shown(path))

    async def _look(self) -> None:
        try:
            for _ in self._around.look(self._folders()):
                await asyncio.sleep(0)
        except TooMany as fault:
            self._around.forget()
            self._log(_TOO_MANY[self.wishes.language("")].format(fault.count))
        except FAULTS as fault:  # said in the files that it holds for, where they are open
            self._around.forget()
            self._log(str(fault))
        self._judge_changed()

    def _judge_changed(self) -> None:
        """Judge all open texts again, but for those that are typed in: these have their turn."""
        self._state += 1
        for document in self._documents():
            if document.uri not in self._waiting:
                self._judge_again(document.uri)

    def _judge_again(self, uri: str) -> None:
        """Publish the diagnostics of a text where they are not those that are shown."""
        analysis = self.analysis(uri)
        if analysis and self._diagnostics(analysis) != self._shown.get(uri):
            self.judge(uri)
        self._cancel(uri)

    def _judge_others(self, uri: str) -> None:
        """Judge the other open texts some time after the tables of one have changed: they are compared with it."""
        if self._around.complete:
            self._state += 1
            for document in self._documents():
                if document.uri not in {uri, *self._waiting}:
                    later = asyncio.get_running_loop().call_later(_LATER, self._judge_again, document.uri)
                    self._waiting[document.uri] = later

    def _diagnostics(self, analysis: Analysis) -> list[Diagnostic]:
        paths = {known[2].source.path: uri for uri, known in self._known.items()}
        typed = {known[2].source.path: known[0].text for known in self._known.values()}
        return diagnose(analysis, elsewhere(paths, typed, analysis.opened.encoding))

    def _beside(self, glance: Glance) -> tuple[list[Entry], bool]:
        typed = {known[2].source.path: known[2].entry for known in self._known.values()}
        entries = {path: entry for path, entry in typed.items() if entry is not None}
        return self._around.beside(glance, entries), self._around.holds(glance.path)

    def _documents(self) -> list[TextDocument]:
        return list(self.server.workspace.text_documents.values())

    def _opened(self, document: TextDocument) -> Opened:
        agreed = self.server.workspace.position_encoding or "utf-16"
        encoding = str(getattr(agreed, "value", agreed))
        path = path_of(document.uri)
        place = path or Path(next(self._roots(), Path()), _UNTITLED)
        return Opened(document.uri, place, document.source, encoding, self.wishes, saved=path is not None)

    def _folders(self) -> list[Path]:
        return [folder for folder in self._roots() if folder.is_dir()]

    def _roots(self) -> Iterator[Path]:
        workspace = self.server.workspace
        uris: Iterable[str | None] = [*workspace.folders] or [workspace.root_uri]
        yield from (path for uri in uris if uri and (path := path_of(uri)))

    def _cancel(self, uri: str) -> None:
        waiting = self._waiting.pop(uri, None)
        if waiting is not None:
            waiting.cancel()

    def _publish(self, params: PublishDiagnosticsParams) -> None:
        self.server.text_document_publish_diagnostics(params)

    def _log(self, said: str) -> None:
        self.server.window_log_message(LogMessageParams(MessageType.Warning, said))


def path_of(uri: str) -> Path | None:
    """Return the path of an address, None for one that is no file (a text that was never saved)."""
    found = to_fs_path(uri) if uri.startswith("file:") else None
    return Path(found) if found else None

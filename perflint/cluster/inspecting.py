"""The files of a batch inspected, in processes that may end without ending the batch."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from perflint.judge import InputError
from perflint.judge.inspection import Inspection
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.documents import is_document
from perflint.workspace.processes.apart import NotDone, do_apart
from perflint.workspace.runs.workers import checker_for

_AT_ONCE = 32
_PATIENCE = 4
Content = tuple[str, bytes | InputError]
"""The path of a file and its bytes, or why they cannot be had."""


class Judged(Struct, frozen=True):
    """A file of a partition: what it yields, or why it yields nothing."""

    path: str
    inspection: Inspection | None
    error: InputError | None


def content_of(path: str, content: str | bytes | None, lang: str) -> Content:
    """Return a row of a frame as a file, a text in UTF-8; an empty one is told."""
    if content is None:
        said = "content 是空的", "content is null"
        return path, InputError(path, said[lang == "en"])
    return path, content.encode("utf-8", "surrogatepass") if isinstance(content, str) else bytes(content)


def judge_contents(files: Iterable[Content], config: Config, options: Options) -> Iterator[Judged]:
    """Yield what each file yields, or why it yields nothing; one that ends the process in which it is judged ends no other."""
    waiting: list[tuple[str, bytes]] = []
    for path, data in files:
        if isinstance(data, InputError):
            yield Judged(path, None, data)
        elif is_document(path):  # it is read in a process of its own anyway
            yield _of(path, checker_for(config.of_file(Path(path)), options).check(data, path))
        else:
            waiting.append((path, data))
        if len(waiting) >= _AT_ONCE:
            yield from _apart(waiting, config, options)
            waiting = []
    yield from _apart(waiting, config, options)


def _of(path: str, answer: Inspection | InputError) -> Judged:
    return Judged(path, None, answer) if isinstance(answer, InputError) else Judged(path, answer, None)


def _apart(files: list[tuple[str, bytes]], config: Config, options: Options) -> list[Judged]:
    """Return what files yield, in a process of their own; where it ends, each file is tried alone."""
    if not files:
        return []
    seconds = options.seconds * (_PATIENCE if len(files) > 1 else 2)
    try:
        return do_apart(_inspected, files, config, options, seconds=seconds)
    except NotDone as fault:
        if len(files) > 1:
            half = len(files) // 2
            return _apart(files[:half], config, options) + _apart(files[half:], config, options)
        words = (f"审核时程序中断（{fault.why}）", f"checking it broke down ({fault.why})")
        return [_of(files[0][0], InputError(files[0][0], words[options.lang == "en"]))]


def _inspected(files: list[tuple[str, bytes]], config: Config, options: Options) -> list[Judged]:
    holding = ((path, data, checker_for(config.of_file(Path(path)), options)) for path, data in files)
    return [_of(path, checker.check(data, path)) for path, data, checker in holding]

"""One file being mended: its text after the fixes so far, what they were, and what would not be mended."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from perflint.fixing import mend
from perflint.judge import Finding, Obstacle, Safety
from perflint.regular import read_regular
from perflint.source import Source, Unreadable, encode, parse_text, read_source

PASSES = 50
Mark = tuple[str, str]
_MARKS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


class Kept(NamedTuple):
    """A file that is left as it is, and why, in both languages."""

    path: str
    zh: str
    en: str
    unwritable: bool


class Refused(NamedTuple):
    """A finding whose fix was not applied, and why."""

    finding: Finding
    reason: str


class FileBeingFixed:
    """A file that was read: mended pass by pass, always from the text that the last pass left."""

    def __init__(self, path: Path, shown: str, data: bytes, source: Source) -> None:
        self.path = path
        self.shown = shown
        self.before = data
        self.first = source
        self.source = source
        self.refused: list[Refused] = []
        self._passes: list[list[Finding]] = []
        self._seen = [source.text]
        self._marks: frozenset[Mark] = frozenset()
        self._given_up: dict[str, str] = {}
        self._careful = False

    @property
    def after(self) -> bytes:
        """The bytes of the present text, in the encoding that the file came in."""
        return written(self.source.text, self.source.encoding, self.before)

    @property
    def mended(self) -> tuple[Finding, ...]:
        """The findings that were mended, in the order in which that happened."""
        return tuple(finding for findings in self._passes for finding in findings)

    def fix(self, findings: Sequence[Finding], marks: frozenset[Mark], lang: str) -> bool:
        """Apply the fixes of findings on the present text; return whether the text is another now.

        `marks` are the codes and pointers of all errors and warnings on it: where unsafe fixes raised new ones, where a
        text comes back that was there before, or where 50 passes are not enough, the fixes that did so are given up and
        mending starts over.
        """
        if self._harmed(marks, lang):
            return True
        self._marks = marks
        todo = self._next([f for f in findings if f.fix and f.code not in self._given_up])
        done = mend(self.source, [finding.fix for finding in todo if finding.fix])
        self.refused = [*self._declined(findings)]
        self.refused += [Refused(f, done.refused[f.fix].say(lang)) for f in todo if f.fix and f.fix in done.refused]
        if not done.applied:
            return False
        self._passes.append([finding for finding in todo if finding.fix in done.applied])
        if done.text in self._seen or len(self._passes) > PASSES:
            since = self._seen.index(done.text) if done.text in self._seen else PASSES
            self._start_over(
                {f.code for findings in self._passes[since:] for f in findings}, Obstacle.RESTLESS.say(lang)
            )
        else:
            self._seen.append(done.text)
            self.source = parse_text(done.text, self.source.path, encoding=self.source.encoding)
        return True

    def _next(self, findings: list[Finding]) -> list[Finding]:
        """Return those to be mended now: all; after a harm first the safe ones, then the unsafe ones code by code."""
        unsafe = [finding for finding in findings if _is_unsafe(finding)]
        if not self._careful or not unsafe:
            return findings
        safe = [finding for finding in findings if not _is_unsafe(finding)]
        return safe or [finding for finding in unsafe if finding.code == unsafe[0].code]

    def _harmed(self, marks: frozenset[Mark], lang: str) -> bool:
        """Return whether the unsafe fixes of the last pass raised new errors or warnings; if so, start over without them."""
        last = self._passes[-1] if self._passes else []
        unsafe = {finding.code for finding in last if _is_unsafe(finding)}
        new = sorted({code for code, _ in marks - self._marks})
        if not unsafe or not new:
            return False
        guilty = unsafe if self._careful or len(unsafe) == len({finding.code for finding in last}) == 1 else set()
        self._careful = True
        self._start_over(guilty, Obstacle.HARM.say(lang).format(codes=", ".join(new)))
        return True

    def _declined(self, findings: Iterable[Finding]) -> Iterable[Refused]:
        for finding in findings:
            if finding.refusal:
                yield Refused(finding, finding.refusal.reason)
            elif finding.code in self._given_up:
                yield Refused(finding, self._given_up[finding.code])

    def _start_over(self, codes: Iterable[str], reason: str) -> None:
        """Forget all passes, and from now on the fixes of some rules."""
        self._given_up |= dict.fromkeys(codes, reason)
        self.source, self._seen, self._passes = self.first, [self.first.text], []


def _is_unsafe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safety is Safety.UNSAFE


def written(text: str, encoding: str, old: bytes) -> bytes:
    """Return a text as bytes in an encoding, with a byte order mark only where the old bytes have one."""
    data = encode(text, encoding)
    mark = _MARKS.get(encoding, b"")
    return data if old.startswith(mark) else data.removeprefix(mark)


def open_for_fixing(path: Path, shown: str) -> FileBeingFixed | Kept | None:
    """Return a file ready to be mended, or why it is left as it is; None where it cannot be read at all."""
    try:
        data = read_regular(path)
    except OSError:
        return None
    return begin_fixing(path, shown, data)


def begin_fixing(path: Path, shown: str, data: bytes) -> FileBeingFixed | Kept | None:
    """Return the bytes of a file ready to be mended, or why they are left as they are; None where they cannot be read."""
    try:
        source = read_source(data, shown)
    except Unreadable:
        return None
    if source.faults:
        line, _ = source.line_column(source.faults[0].start)
        return Kept(
            shown, f"第 {line} 行有语法问题，改正之前不作任何修改",
            f"line {line} does not parse as it should; nothing is changed before that is mended", unwritable=False,
        )  # fmt: skip
    if written(source.text, source.encoding, data) != data:
        return Kept(
            shown, f"原编码（{source.encoding}）里有的字节写回时会变，未修改；请先另存为 UTF-8",
            f"some bytes of its encoding ({source.encoding}) would not come back as they are; save it as UTF-8 first",
            unwritable=True,
        )  # fmt: skip
    return FileBeingFixed(path, shown, data, source)

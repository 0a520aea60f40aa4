"""One file being mended: its text after the fixes so far, what they were, and what would not be mended."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from perflint.files.workers import Job
from perflint.fixing import mend
from perflint.judge import Finding, Obstacle
from perflint.source import Source, Unreadable, encode, parse_text, read_source

PASSES = 50
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


class Patient:
    """A file that was read: mended pass by pass, always from the text that the last pass left."""

    def __init__(self, job: Job, data: bytes, source: Source) -> None:
        self.job = job
        self.before = data
        self.first = source
        self.source = source
        self.refused: list[Refused] = []
        self._passes: list[list[Finding]] = []
        self._seen = [source.text]
        self._restless: set[str] = set()

    @property
    def after(self) -> bytes:
        """The bytes of the present text, in the encoding that the file came in."""
        return written(self.source.text, self.source.encoding, self.before)

    @property
    def mended(self) -> tuple[Finding, ...]:
        """The findings that were mended, in the order in which that happened."""
        return tuple(finding for findings in self._passes for finding in findings)

    def treat(self, findings: Sequence[Finding], lang: str) -> bool:
        """Apply the fixes of findings on the present text; return whether the text is another now.

        Where a text comes back that was there before, or the end is not reached in 50 passes, the fixes that did so are
        given up and mending starts over.
        """
        todo = [finding for finding in findings if finding.fix and finding.code not in self._restless]
        done = mend(self.source, [finding.fix for finding in todo if finding.fix])
        self.refused = list(self._declined(findings, lang))
        self.refused += [Refused(f, done.refused[f.fix].say(lang)) for f in todo if f.fix and f.fix in done.refused]
        if not done.applied:
            return False
        self._passes.append([finding for finding in todo if finding.fix in done.applied])
        if done.text in self._seen or len(self._passes) > PASSES:
            self._start_over(self._seen.index(done.text) if done.text in self._seen else PASSES)
        else:
            self._seen.append(done.text)
            self.source = parse_text(done.text, self.source.path, encoding=self.source.encoding)
        return True

    def _declined(self, findings: Iterable[Finding], lang: str) -> Iterable[Refused]:
        for finding in findings:
            if finding.refusal:
                yield Refused(finding, finding.refusal.reason)
            elif finding.code in self._restless:
                yield Refused(finding, Obstacle.RESTLESS.say(lang))

    def _start_over(self, since: int) -> None:
        """Forget all passes, and from now on the fixes of the rules that were applied from a pass on."""
        self._restless |= {finding.code for findings in self._passes[since:] for finding in findings}
        self.source, self._seen, self._passes = self.first, [self.first.text], []


def written(text: str, encoding: str, old: bytes) -> bytes:
    """Return a text as bytes in an encoding, with a byte order mark only where the old bytes have one."""
    data = encode(text, encoding)
    mark = _MARKS.get(encoding, b"")
    return data if old.startswith(mark) else data.removeprefix(mark)


def admit(job: Job) -> Patient | Kept | None:
    """Return a file ready to be mended, or why it is left as it is; None where it cannot be read at all."""
    try:
        data = job[0].read_bytes()
        source = read_source(data, job[1])
    except (OSError, Unreadable):
        return None
    if source.faults:
        line, _ = source.line_column(source.faults[0].start)
        return Kept(
            job[1], f"第 {line} 行有语法问题，改正之前不作任何修改",
            f"line {line} does not parse as it should; nothing is changed before that is mended", unwritable=False,
        )  # fmt: skip
    if written(source.text, source.encoding, data) != data:
        return Kept(
            job[1], f"原编码（{source.encoding}）里有的字节写回时会变，未修改；请先另存为 UTF-8",
            f"some bytes of its encoding ({source.encoding}) would not come back as they are; save it as UTF-8 first",
            unwritable=True,
        )  # fmt: skip
    return Patient(job, data, source)

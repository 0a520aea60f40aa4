"""A file tried with comments: what is suppressed then, and whether nothing else has changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from perflint.adoption.comment_placement import Placement
from perflint.adoption.suppressing import Covered
from perflint.adoption.writing_comments import Note, Noted, add_notes, moved
from perflint.judge import Finding, InputError
from perflint.judge.inspection import Inspection
from perflint.judge.suppression import suppressions_in
from perflint.source import Source, encode, read_source
from perflint.workspace.checking import Options
from perflint.workspace.runs.conclusion import laid_over
from perflint.workspace.runs.judged import rules_judged_on
from perflint.workspace.runs.workers import Job, checker_for

Choice = tuple[Finding, Placement]
_Key = tuple[str, str, int]


class Try(NamedTuple):
    """A text with comments that do what they should: the choices made, the new text, the findings suppressed by it."""

    chosen: tuple[Choice, ...]
    text: str
    hidden: tuple[Finding, ...]


class Trial:
    """Tries comments on one file: each time the new text is compared with the old one, and judged again.

    `findings` are those of the whole run on the file; what was found across tables is carried over to its new place.
    """

    def __init__(
        self, job: Job, source: Source, findings: Sequence[Finding], wanted: Callable[[Finding], bool], note: Note,
        options: Options,
    ) -> None:  # fmt: skip
        self._job, self._source, self._note, self._options = job, source, note, options
        own = self._inspected(source)
        known = {(finding.code, finding.place.start) for finding in own.findings} if own else set()
        self._across = [
            finding for finding in findings
            if (finding.code, finding.place.start) not in known and finding.category != "suppression"
        ]  # fmt: skip
        self._before = self._covered(own, self._across).kept if own else []
        self._own = suppressions_in(source)
        self._wanted = [finding for finding in findings if wanted(finding)]
        self._others = [finding for finding in findings if not wanted(finding)]

    def nothing(self) -> Try:
        """Return the file as it is."""
        return Try((), self._source.text, ())

    def tried(self, chosen: Sequence[Choice]) -> Try | None:
        """Return the text with comments at the chosen places; None where they do harm.

        Harm is: the text does not read as before, a finding appears, one goes that was not to be suppressed, or a comment
        has nothing to suppress because another one does.
        """
        codes: dict[Placement, set[str]] = {}
        for finding, placement in chosen:
            codes.setdefault(placement, set()).add(finding.code)
        noted = add_notes(self._source, codes, self._note)
        inspection = self._inspected(noted.source) if noted else None
        if noted is None or inspection is None:
            return None
        covered = self._covered(inspection, self._carried(noted))
        after = Counter(_key(one, one.place.start) for one in covered.kept)
        before = Counter(_key(one, moved(noted, one.place.start)) for one in self._before)
        if after - before or any(_key(one, moved(noted, one.place.start)) not in after for one in self._others):
            return None
        if not self._is_needed(noted, covered.hidden):
            return None
        hidden = (one for one in self._wanted if _key(one, moved(noted, one.place.start)) not in after)
        return Try(tuple(chosen), noted.source.text, tuple(hidden))

    def _carried(self, noted: Noted) -> list[Finding]:
        return [
            replace(finding, place=replace(finding.place, start=moved(noted, finding.place.start)))
            for finding in self._across
        ]

    def _is_needed(self, noted: Noted, hidden: Iterable[Finding]) -> bool:
        """Return whether each code of each new comment suppresses what no comment before it does."""
        every = suppressions_in(noted.source)
        known = {moved(noted, entry.start) for entry in self._own}
        used: set[tuple[int, str]] = set()
        for finding in hidden:
            over = next((entry for entry in every if entry.covers(finding.code, finding.place.start)), None)
            used.add((over.start if over else -1, finding.code))
        return all((entry.start, code) in used for entry in every if entry.start not in known for code in entry.codes)

    def _inspected(self, source: Source) -> Inspection | None:
        """Return the inspection of a text written and read again, None where other characters come back."""
        data = encode(source.text, source.encoding)
        answer = checker_for(self._job.config, self._options).check(data, self._job.shown)
        if isinstance(answer, InputError) or read_source(data, source.path).text != source.text:
            return None
        return answer

    def _covered(self, inspection: Inspection, across: Iterable[Finding]) -> Covered:
        ran = rules_judged_on(self._job, inspection.glance, self._options, whole=False)
        return laid_over(self._job, inspection, across, self._options, ran)


def _key(finding: Finding, start: int) -> _Key:
    return finding.code, finding.fingerprint.partition("-")[0], start

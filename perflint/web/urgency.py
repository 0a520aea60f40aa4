"""What to do first: errors, then a few warnings that help most, then the rest."""

from collections.abc import Sequence

from msgspec import Struct

from perflint.judge import Severity
from perflint.report.review.model import Mending, Remark

FEW = 5
_WRITTEN = frozenset({Mending.SAFE, Mending.UNSAFE, Mending.DISPLAY})


class Grouped(Struct, frozen=True):
    """Findings by urgency: errors, the most useful warnings, everything else, each in the order of the form."""

    first: tuple[Remark, ...]
    then: tuple[Remark, ...]
    rest: tuple[Remark, ...]


def by_urgency(remarks: Sequence[Remark], few: int = FEW) -> Grouped:
    """Return findings grouped by what to do first.

    Of the warnings the most useful come up: one of each rule before a second of any, and those that say what to write
    before those that only say what is wrong.
    """
    first = [remark for remark in remarks if remark.severity is Severity.ERROR]
    warnings = [remark for remark in remarks if remark.severity is Severity.WARNING]
    chosen = {remark.number for remark in sorted(warnings, key=_Usefulness(warnings))[:few]}
    then = [remark for remark in warnings if remark.number in chosen]
    rest = [remark for remark in remarks if remark.severity is not Severity.ERROR and remark.number not in chosen]
    return Grouped(tuple(first), tuple(then), tuple(rest))


class _Usefulness:
    """Ranks warnings: repeats of a rule last, those with a proposal first, else in the order of the form."""

    def __init__(self, warnings: Sequence[Remark]) -> None:
        self._repeat: dict[int, int] = {}
        seen: dict[str, int] = {}
        for remark in sorted(warnings, key=lambda remark: (not remark.suggested, remark.number)):
            self._repeat[remark.number] = seen.get(remark.code, 0)
            seen[remark.code] = seen.get(remark.code, 0) + 1

    def __call__(self, remark: Remark) -> tuple[int, bool, bool, int]:
        written = remark.mending in _WRITTEN
        return self._repeat[remark.number], not remark.suggested, not written, remark.number

"""What was known before a run: which findings do not count, and which entries of the baseline are over."""

from collections import Counter
from collections.abc import Collection, Iterable

from perflint.adoption.entry import Baseline, Entry, Identity, identity
from perflint.adoption.rules_judged import RulesJudged
from perflint.judge import Finding, TableName
from perflint.judge.inspection import NOBODY


class KnownFindings:
    """Tells known findings from new ones, and keeps account of the tables that were looked at."""

    def __init__(
        self, baseline: Baseline | None = None, earlier: Collection[str] = frozenset(), before: Collection[Entry] = ()
    ) -> None:
        """Take a baseline, fingerprints that are known as well, and the findings of a commit as entries."""
        self._entries = baseline.entries if baseline else ()
        self._listed = frozenset(entry.fingerprint for entry in self._entries)
        self._tables = frozenset(identity(entry.table) for entry in self._entries)
        self._by_first_version = baseline is not None and baseline.earlier
        self._numbers: Counter[str] = Counter()
        self._untold: set[tuple[Identity, str]] = set()
        self._earlier = frozenset((*earlier, *(entry.fingerprint for entry in before)))
        self._by_part: dict[str, list[Entry]] = {}
        for entry in (*self._entries, *before):
            for part in entry.parts:
                self._by_part.setdefault(part, []).append(entry)
        self._met: set[str] = set()
        self._seen: dict[Identity, list[RulesJudged]] = {}

    def knows(self, finding: Finding) -> bool:
        """Return whether a finding (repeats told apart) was there before."""
        if finding.fingerprint in self._listed or finding.fingerprint in self._earlier:
            self._met.add(finding.fingerprint)
            return True
        return self._was_larger(finding) or (self._by_first_version and self._knew(finding))

    def _was_larger(self, finding: Finding) -> bool:
        """Return whether a known finding on the same cell named all that this one names, and more."""
        for entry in self._by_part.get(finding.parts[0], ()) if finding.parts else ():
            if entry.fingerprint not in self._met and set(finding.parts) <= set(entry.parts):
                self._met.add(entry.fingerprint)
                return True
        return False

    def _knew(self, finding: Finding) -> bool:
        """Return whether a baseline of version 0.1 lists a finding by the fingerprint that it had then."""
        for plain in finding.earlier:
            known = f"{plain}-{self._numbers[plain]}" if self._numbers[plain] else plain
            if known in self._listed:
                self._numbers[plain] += 1
                self._met.add(known)
                return True
        self._untold.add((identity(finding.table), finding.code))
        return False

    def look(self, tables: Iterable[TableName], ran: RulesJudged) -> None:
        """Note the tables of a file and which rules were judged on them; a file itself counts where folders were given."""
        if not self._entries:
            return
        for table in (*tables, NOBODY) if ran.whole else tables:
            key = identity(table)
            if key in self._tables and ran not in self._seen.setdefault(key, []):
                self._seen[key].append(ran)

    def stale(self) -> tuple[Entry, ...]:
        """Return the entries whose table was looked at, by the rule that spoke then, and whose finding is gone."""
        return tuple(entry for entry in self._entries if entry.fingerprint not in self._met and self._judged(entry))

    def unseen(self) -> int:
        """Return how many entries are of tables that were not looked at."""
        unmet = (entry for entry in self._entries if entry.fingerprint not in self._met)
        return sum(identity(entry.table) not in self._seen for entry in unmet)

    def _judged(self, entry: Entry) -> bool:
        looks = self._seen.get(identity(entry.table), [])
        untold = (identity(entry.table), entry.code) in self._untold
        return bool(looks) and not untold and all(ran.judged(entry.code) for ran in looks)

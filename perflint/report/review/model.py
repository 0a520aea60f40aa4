"""A review: what a reviewer sends back, table by table, with totals; no format is decided here."""

from enum import StrEnum

from msgspec import Struct

from perflint.across.years.row_years import RowYears
from perflint.judge import Severity, TableName
from perflint.judge.table_summary import Measure, Step


class Verdict(StrEnum):
    """What becomes of a table."""

    PASSED = "passed"
    AMENDED = "amended"
    RETURNED = "returned"


class Mending(StrEnum):
    """Who can mend a finding: the machine alone, after a look, as a proposal only, refused for a reason, or a person."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"
    REFUSED = "refused"
    MANUAL = "manual"


class Remark(Struct, frozen=True):
    """One finding for the reader: where, what is wrong, what stands there and what should, on what authority.

    `where` is the printed name of the cell, `row` that of the indicator row ("" for cells of the table itself);
    `present` is "" where the cell is `blank` or where the finding is about a whole part of the form; `suggested` is ""
    where only a person can say what to write; `refusal` says why the machine does not write it.
    """

    number: int
    code: str
    name: str
    severity: Severity
    where: str
    row: str
    message: str
    present: str
    blank: bool
    suggested: str
    why: str
    basis: str
    mending: Mending
    refusal: str
    see: tuple[str, ...]
    path: str
    line: int
    column: int
    pointer: str
    fingerprint: str


Spot = tuple[int, int]
"""A remark by the number of its sheet and its own."""


class Gap(Struct, frozen=True):
    """A rule that could not be decided, where, and why."""

    code: str
    title: str
    where: str
    reason: str
    path: str


class Count(Struct, frozen=True):
    """How many findings of each severity, and how many of them the machine can mend."""

    errors: int = 0
    warnings: int = 0
    infos: int = 0
    fixable: int = 0

    @property
    def all(self) -> int:
        """The findings of every severity."""
        return self.errors + self.warnings + self.infos


class Sheet(Struct, frozen=True):
    """One table under review; a file that holds no readable table is one too, named by its path.

    `deciding` are the numbers of the remarks that its verdict rests on; `hidden` counts findings too slight to be listed.
    """

    number: int
    table: TableName
    agency: str
    heading: str
    path: str
    line: int
    budget: str
    indicators: int
    verdict: Verdict
    deciding: tuple[int, ...]
    count: Count
    remarks: tuple[Remark, ...]
    gaps: tuple[Gap, ...]
    plan: tuple[Step, ...]
    plan_kind: str
    history: tuple[Measure, ...]
    years: tuple[RowYears, ...] = ()
    hidden: int = 0
    original: str = ""
    """The document that the table was imported from; "" where its file is what the department knows."""

    @property
    def file(self) -> str:
        """The file as the department knows it."""
        return self.original or self.path


class RuleTotal(Struct, frozen=True):
    """How often a rule spoke, in how many tables, and what its page says."""

    code: str
    name: str
    title: str
    why: str
    basis: str
    severity: Severity
    findings: int
    tables: int
    fixable: int


class AgencyTotal(Struct, frozen=True):
    """The tables of an agency by verdict, and their findings."""

    agency: str
    tables: int
    passed: int
    amended: int
    returned: int
    count: Count


class Unread(Struct, frozen=True):
    """An input that could not be read, and why."""

    path: str
    message: str


class Review(Struct, frozen=True):
    """A whole review: sheets by agency in order, totals with the most frequent first, and what was left unchecked.

    `hidden` counts the findings too slight to be listed.
    `date` is ISO 8601; `reviewer` is who reviews, "" if nobody is named; `gaps` are those of no table in particular.
    """

    lang: str
    date: str
    reviewer: str
    version: str
    sheets: tuple[Sheet, ...]
    agencies: tuple[AgencyTotal, ...]
    rules: tuple[RuleTotal, ...]
    count: Count
    suppressed: int
    baselined: int
    gaps: tuple[Gap, ...]
    unread: tuple[Unread, ...]
    hidden: int = 0

    def verdicts(self, verdict: Verdict) -> int:
        """Return how many tables have a verdict."""
        return sum(sheet.verdict is verdict for sheet in self.sheets)

    def explained(self) -> frozenset[Spot]:
        """Return the remarks with which each rule speaks for the first time: why it matters is said there, and once."""
        firsts: dict[str, Spot] = {}
        for sheet in self.sheets:
            for remark in sheet.remarks:
                firsts.setdefault(remark.code, (sheet.number, remark.number))
        return frozenset(firsts.values())

    def of(self, agency: str) -> tuple[Sheet, ...]:
        """Return the sheets of an agency."""
        return tuple(sheet for sheet in self.sheets if sheet.agency == agency)

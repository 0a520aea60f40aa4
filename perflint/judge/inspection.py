"""One file inspected: its faults, its tables against the rules in force, its suppressions."""

from collections.abc import Callable, Collection, Sequence

from msgspec import Struct

from perflint.across.summarizing import member_of
from perflint.across.summary import Member
from perflint.facts import FaultView, failed
from perflint.facts.placing import find_target, place_of
from perflint.facts.table_name import TableName
from perflint.facts.tableview import table_year
from perflint.judge.engine import Engine
from perflint.judge.finding import Finding, Unchecked
from perflint.judge.making_findings import finding_of, findings_of, fingerprint, legal_basis
from perflint.judge.suppression import Suppression, suppressions_in
from perflint.judge.table_summary import TableSummary, table_summary_of
from perflint.judge.violation import Violation
from perflint.model import Table, read_tables
from perflint.source import Fault, Source

NOBODY = TableName("", "", 0, "", "")
_EXCERPT = 400
EngineFor = Callable[[Table], Engine]


NO_YEAR = -1
"""The year to judge where none of a file's tables is to be judged: all are there for others to be compared with."""


class Glance(Struct, frozen=True):
    """A file in short: its tables for comparison with others, and how many tables and indicators of it are judged.

    `passed` counts the tables of other years, which are not.
    """

    path: str
    members: tuple[Member, ...]
    tables: int
    indicators: int
    passed: int = 0


class Inspection(Struct, frozen=True):
    """What one file yields: findings (none suppressed yet), doubts, suppressions, the file in short, table_summaries if asked."""

    glance: Glance
    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    suppressions: tuple[Suppression, ...]
    table_summaries: tuple[TableSummary, ...] = ()


def inspect_source(
    source: Source, engine: Engine, engine_for: EngineFor, printed: tuple[tuple[str, str], ...] = (), *,
    summarize: bool = False, year: int = 0,
) -> Inspection:  # fmt: skip
    """Return the inspection of a source; `engine` judges the file itself, `engine_for` each table by its profile.

    `printed` gives the names that profiles have for cells; `summarize` asks for what a review shows of each table; tables of
    another `year` than the one given are not judged.
    """
    reading = read_tables(source, printed)
    findings = fault_findings(source, source.faults, engine) if year != NO_YEAR else []
    passed: set[int] = set()
    unchecked: list[Unchecked] = []
    members: list[Member] = []
    table_summaries: list[TableSummary] = []
    for table in reading.tables:
        judge = engine_for(table)
        if year and table_year(table) not in {year, min(year, 0)}:
            passed.add(id(table))
            members.extend(_past(table, judge, unchecked))
            continue
        try:
            view, placed = judge.judge(table)
            found, doubts = findings_of(view, placed, engine.lang)
            findings.extend(found)
            unchecked.extend(doubts)
            members.append(member_of(view))
            if summarize:
                table_summaries.append(table_summary_of(view))
        except Exception as fault:  # noqa: BLE001  # the other tables are reported all the same
            findings.extend(_table_failure(table, judge, fault))
    findings.sort(key=lambda finding: (finding.place.start, finding.place.end, finding.code))
    judged = [table for table in reading.tables if id(table) not in passed]
    suppressions = suppressions_in(source) if source.comments else ()
    if passed:
        suppressions = tuple(one for one in suppressions if _is_judged(one, reading.tables, passed))
    glance = Glance(source.path, tuple(members), len(judged), sum(len(table.rows) for table in judged), len(passed))
    return Inspection(glance, tuple(findings), tuple(unchecked), suppressions, tuple(table_summaries))


def _past(table: Table, engine: Engine, unchecked: list[Unchecked]) -> list[Member]:
    """Return a table in short that others are compared with; of one that breaks it is said that it is not compared."""
    try:
        return [member_of(engine.view(table), past=True)]
    except Exception as fault:  # noqa: BLE001  # the other tables are compared all the same
        reason = failed(fault)
        said = f"not compared: {reason.en}" if engine.lang == "en" else f"没有用来对照：{reason.zh}"
        unchecked.append(Unchecked("RUL001", table.source.path, table.pointer, said))
        return []


def _is_judged(suppression: Suppression, tables: Sequence[Table], passed: Collection[int]) -> bool:
    """Return whether a comment stands in a table that is judged, or before them all where any is."""
    before = [table for table in tables if table.head.node.start <= suppression.last]
    own = before[-1] if before else None
    return len(passed) < len(tables) and (own is None or id(own) not in passed)


def _table_failure(table: Table, engine: Engine, fault: Exception) -> list[Finding]:
    """Return the findings on a table that could not be judged, or not be compared with others."""
    target = find_target(table, -1, ())
    return [finding_of(table, NOBODY, -1, one, target, engine.lang) for one in engine.failure((), failed(fault), ())]


def fault_findings(source: Source, faults: Sequence[Fault], engine: Engine) -> list[Finding]:
    """Return the findings on what breaks the YAML of a file."""
    found: list[Finding] = []
    for fault in faults:
        view = FaultView(fault.cause, fault.zh, fault.en, fault.replacement or "")
        violations = engine.judge_views("file", "", [view]).violations
        found.extend(_fault_finding(source, fault, violation, engine.lang) for violation in violations)
    return found


def _fault_finding(source: Source, fault: Fault, violation: Violation, lang: str) -> Finding:
    place = place_of(source, "", fault.start, fault.end)
    typed = source.text[fault.start : fault.end]
    return Finding(
        code=violation.rule.id, name=violation.rule.name, category=violation.rule.category, severity=violation.severity,
        message=violation.message, suggestion=violation.suggestion or None, legal_basis=legal_basis(violation.rule, lang),
        place=place, excerpt=source.line_text(place.line, _EXCERPT), value=typed, table=NOBODY, indicator=None,
        related=(), fix=None, fingerprint=fingerprint(violation.rule.id, NOBODY, "", fault.cause, typed),
    )  # fmt: skip

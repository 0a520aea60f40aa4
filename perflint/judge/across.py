"""What is judged across the tables of one agency: those of one year, and those of several years."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from perflint.across.agency_totals import agency_cases
from perflint.across.case import Case, Entry, Surroundings
from perflint.across.heads import compare_heads, odd_years, one_of_each
from perflint.across.summary import Member
from perflint.across.years.row_years import RowYears
from perflint.facts import failed
from perflint.facts.table_name import TableName
from perflint.judge import Engine, Finding, Unchecked
from perflint.judge.across_findings import finding_on
from perflint.judge.agencies import agency_and_folder, agency_and_year, groups_of, identity, over_years
from perflint.judge.everywhere import Everywhere

if TYPE_CHECKING:
    from perflint.across.peer_targets import PeerTargets

_OF_YEARS = ("row_history", "table_history", "dropped_indicator", "printed_figure", "approved_target")
_LIMITED = {
    "XTB005": ("同一单位同一年度的表太多，年度目标没有全部比较", "too many tables of one agency and year: not all goals were compared"),
    "XTB006": ("同一单位同一年度的表太多，指标没有全部比较", "too many tables of one agency and year: not all indicators were compared"),
}  # fmt: skip
EngineOf = Callable[[Member], Engine]


Owner = tuple[str, TableName]
"""A table by the path of its file and its name."""


class Across(NamedTuple):
    """What is found across tables, by path, what could not be compared to the end, and the earlier years of tables if asked."""

    findings: dict[str, list[Finding]]
    unchecked: tuple[Unchecked, ...]
    series: Mapping[Owner, tuple[RowYears, ...]]


def judge_across(
    members: Iterable[Member], engine_of: EngineOf, everywhere: Everywhere, *, series: bool = False
) -> Across:
    """Return the findings across the tables of one agency (of one file, where they name none); their order makes no difference.

    Compared are tables of one year; years within one folder; tables over the years; targets with those of their name in
    `everywhere`, all tables of the run. Past tables are compared with, and not judged. `engine_of` judges a table's findings;
    `series` asks for the earlier years of each table too.
    """
    group = sorted(members, key=lambda member: member.path)
    group.sort(key=identity)  # and not by path: a renamed file must not move a finding to another table
    found: dict[str, list[Finding]] = {}
    unchecked: list[Unchecked] = []
    for compared, cases in _compared(group, engine_of, everywhere, unchecked):
        for finding in _guarded(cases, compared, engine_of, unchecked):
            found.setdefault(finding.place.path, []).append(finding)
    return Across(found, tuple(unchecked), dict(_all_series(group, engine_of)) if series else {})


def _all_series(members: Sequence[Member], engine_of: EngineOf) -> Iterator[tuple[Owner, tuple[RowYears, ...]]]:
    """Yield the tables that have earlier years, with the indicators that these have too."""
    from perflint.across.among import series_of  # noqa: PLC0415  # only several tables need it

    for group in over_years(members):
        entries = [Entry(member, member.sheet()) for member in group]
        for one in series_of(entries, _around(group, engine_of)):
            yield (one.entry.member.path, one.entry.member.table), one.rows


def _compared(
    members: Sequence[Member], engine_of: EngineOf, everywhere: Everywhere, unchecked: list[Unchecked]
) -> Iterator[tuple[Sequence[Member], Iterator[Case]]]:
    """Yield each group of tables with what there is to judge among them."""
    present = [member for member in members if not member.past]
    for group in groups_of(present, agency_and_year):
        yield group, _group_cases(group, engine_of, unchecked)
    for group in groups_of(present, agency_and_folder):
        yield group, odd_years(group)
    for group in groups_of(present, agency_and_year, least=1):  # what is asked of an agency holds for a sole table too
        if _any(engine_of, group, lambda engine: engine.judges("agency")):
            yield group, agency_cases(group)
    if _any(engine_of, present, lambda engine: any(map(engine.judges, _OF_YEARS))):
        for group in over_years(members):
            yield group, _year_cases(group, engine_of, everywhere)
    if everywhere.peers and present and _runs(engine_of, present, "HIS062"):
        yield present, _peer_cases(present, engine_of, everywhere.peers)


def _runs(engine_of: EngineOf, group: Iterable[Member], code: str) -> bool:
    return _any(engine_of, group, lambda engine: engine.runs(code))


def _any(engine_of: EngineOf, group: Iterable[Member], asked: Callable[[Engine], bool]) -> bool:
    """Return whether something holds of one of the engines that judge some tables: configurations differ by file."""
    return any(asked(engine_of(member)) for member in group)


def _year_cases(group: Sequence[Member], engine_of: EngineOf, everywhere: Everywhere) -> Iterator[Case]:
    """Yield what there is to judge of the tables of one agency over the years."""
    from perflint.across.among import compare_years  # noqa: PLC0415  # as above

    yield from compare_years(
        [Entry(member, member.sheet()) for member in group], _around(group, engine_of), everywhere.elsewhere
    )


def _peer_cases(present: Sequence[Member], engine_of: EngineOf, peers: "PeerTargets") -> Iterator[Case]:
    """Yield the targets far from those of their name, table by table: no more than one is in memory."""
    around = _around(present, engine_of)
    for member in present:
        yield from peers.cases((Entry(member, member.sheet()),), around)


def _around(group: Sequence[Member], engine_of: EngineOf) -> Surroundings:
    """Return what comparing needs, as the first table of a group has it that is judged."""
    engine = engine_of(next((member for member in group if not member.past), group[0]))
    return Surroundings(engine.settings, engine.knowledge.lexicon, engine.knowledge.reader.units)


def _group_cases(members: Sequence[Member], engine_of: EngineOf, unchecked: list[Unchecked]) -> Iterator[Case]:
    """Yield all there is to judge among the tables of one agency and year; what could not be compared is added."""
    from perflint.across import among  # noqa: PLC0415  # as above

    group = [Entry(member, member.sheet()) for member in members]
    engine, around = engine_of(members[0]), _around(members, engine_of)
    yield from compare_heads(group, around)
    group = one_of_each(group)
    for code, find in (("XTB005", among.copied_goals), ("XTB006", among.copied_rows)):
        if _runs(engine_of, members, code):
            allowance = among.Allowance()
            yield from find(group, around, allowance)
            if allowance.spent:
                zh, en = _LIMITED[code]
                unchecked.append(Unchecked(code, members[0].path, "", en if engine.lang == "en" else zh))
    yield from among.compare_rows(group, around)
    yield from among.compare_targets(group, around)
    yield from among.compare_tasks(group)
    yield from among.compare_docnums(group)
    if _any(engine_of, members, lambda one: one.judges("nearest")):
        allowance = among.Allowance()
        yield from among.nearest_cases(group, allowance)
        if allowance.spent:
            unchecked.extend(_unfinished(engine, members[0].path))
    if _runs(engine_of, members, "BUD021"):
        yield from among.compare_unit_costs(group, around)


def _unfinished(engine: Engine, path: str) -> Iterator[Unchecked]:
    """Yield what is said of the rules on nearest projects where not all projects were compared."""
    said = "too many tables of one agency and year: not all projects were compared" if engine.lang == "en" else (
        "同一单位同一年度的表太多，项目没有全部比较"
    )  # fmt: skip
    yield from (
        Unchecked(rule.id, path, "", said) for rule in engine.codes if rule.given == "nearest" and engine.runs(rule.id)
    )


def _guarded(
    cases: Iterator[Case], group: Sequence[Member], engine_of: EngineOf, unchecked: list[Unchecked]
) -> Iterator[Finding]:
    """Yield the findings among the tables of a group; what breaks is a finding too, on the first of them."""
    try:
        yield from _judged(cases, engine_of, unchecked)
    except Exception as fault:  # noqa: BLE001  # the other groups are compared all the same
        member = next(member for member in group if not member.past)
        engine, first = engine_of(member), Entry(member, member.sheet())
        for violation in engine.failure((), failed(fault), ()):
            yield finding_on(violation, Case("failure", first, None, first.sheet.note("")), engine.lang)


def _judged(cases: Iterator[Case], engine_of: EngineOf, unchecked: list[Unchecked]) -> Iterator[Finding]:
    for case in cases:
        engine = engine_of(case.entry.member)
        judgement = engine.judge_views(case.kind, case.entry.member.form, [case.view])
        for violation in judgement.violations:
            yield finding_on(violation, case.noted(spot.field for spot in violation.spots), engine.lang)
        path, pointer = case.entry.member.path, case.note.pointer
        unchecked.extend(Unchecked(doubt.rule.id, path, pointer, doubt.reason) for doubt in judgement.doubts)

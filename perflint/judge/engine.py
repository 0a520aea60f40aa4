"""The engine: tables against the rules in force, alike rows judged once."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from perflint.facts import (
    Knowledge,
    RowView,
    Scope,
    Setting,
    Spot,
    SubjectKind,
    TableView,
    Unknown,
    failed,
    failure_view,
    table_scope,
)
from perflint.facts.kind import Find
from perflint.judge.guessed import at_most, guesses_of
from perflint.judge.in_parts import memory_of
from perflint.judge.kind_rules import KindRules
from perflint.judge.kinds import KINDS
from perflint.judge.pack import Pack
from perflint.judge.rule import Rule
from perflint.judge.selection import answers
from perflint.judge.settings import resolve
from perflint.judge.violating import InForce
from perflint.judge.violation import Doubt, Judgement, Violation
from perflint.model import Profile, Record, Table, choose_form

_MEMORY = 1_024
_NOTHING = Judgement((), ())
_FOUND = {
    "row": tuple((kind, kind.in_row) for kind in KINDS.values() if kind.in_row),
    "cell": tuple((kind, kind.in_cell) for kind in KINDS.values() if kind.in_cell),
    "table": tuple((kind, kind.in_table) for kind in KINDS.values() if kind.in_table),
}  # fmt: skip
"""What is looked through for subjects, and which kinds are found there in what way."""
Finder = tuple[Find, KindRules]
"""How subjects of a kind are found, and the rules on them."""


class Placed(NamedTuple):
    """A violation or doubt with the row it is about, -1 for the table itself."""

    row: int
    violation: Violation | Doubt


class _Judged(NamedTuple):
    view: RowView
    judgement: Judgement


class Engine:
    """Judges tables of one profile under one set of rules and settings; holds what alike rows have in common."""

    def __init__(
        self, profile: Profile, rules: Sequence[InForce], pack: Pack, overrides: Mapping[str, Any],
        knowledge: Knowledge, lang: str, firm: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        self.profile = profile
        self.knowledge = knowledge
        self.lang = lang
        self.firm = firm
        self.settings: dict[str, Setting] = resolve(profile.settings, overrides)
        self._rules = rules
        self._rules_given: dict[str, list[InForce]] = {}
        for entry in rules:
            self._rules_given.setdefault(entry.rule.given, []).append(entry)
        self._pack = pack
        self._running: dict[str, bool] = {}
        self._rules_by_kind: dict[tuple[str, str], KindRules | None] = {}
        self._finders_by_place: dict[tuple[str, str], tuple[Finder, ...]] = {}
        self._cells: dict[tuple[int, str, str], Judgement] = {}
        self._scopes: dict[tuple[Any, ...], Scope] = {}
        self._rows: dict[tuple[int, tuple[tuple[str, str], ...]], _Judged] = {}

    @property
    def codes(self) -> tuple[Rule, ...]:
        """Every rule of the pack, in force or not."""
        return self._pack.rules

    def runs(self, code: str) -> bool:
        """Return whether a rule that answers to a code or prefix is in force."""
        known = self._running.get(code)
        if known is None:
            known = self._running[code] = any(answers(entry.rule, code) for entry in self._rules)
        return known

    def judges(self, kind_name: str) -> bool:
        """Return whether a rule on a kind of subject is in force."""
        return kind_name in self._rules_given

    def judge(self, table: Table) -> tuple[TableView, list[Placed]]:
        """Return a table's view and every violation and doubt on it, in the order of the rows."""
        form = choose_form(self.profile, table)
        scope = self._scope(table_scope(table, self.profile, form, self.settings, self.knowledge))
        judged = [self._row(record, scope) for record in table.rows]
        view = TableView(table, scope, form, [entry.view for entry in judged])
        placed = [Placed(-1, violation) for violation in _all(self._judgement("table", view))]
        for index, entry in enumerate(judged):
            placed.extend(Placed(index, violation) for violation in _all(entry.judgement))
        return view, self._believed(placed, table)

    def view(self, table: Table) -> TableView:
        """Return a table's view without a judgement on it."""
        form = choose_form(self.profile, table)
        scope = self._scope(table_scope(table, self.profile, form, self.settings, self.knowledge))
        rows = [RowView(scope, {name: cell.text for name, cell in record.cells.items()}) for record in table.rows]
        return TableView(table, scope, form, rows)

    def _believed(self, placed: list[Placed], table: Table) -> list[Placed]:
        """Return violations no louder than the guesses allow that the table was read with; rules in `firm` stay as they are."""
        guesses = guesses_of(table)
        return placed if not guesses else [
            one._replace(violation=at_most(one.violation, one.row, guesses, self.lang))
            if isinstance(one.violation, Violation) and one.violation.rule.id not in self.firm else one
            for one in placed
        ]  # fmt: skip

    def judge_views(self, kind_name: str, letter: str, views: Sequence[Any]) -> Judgement:
        """Return the judgement on subjects that were found elsewhere (files, bundles, suppressions)."""
        violations: list[Violation] = []
        doubts: list[Doubt] = []
        kind_rules = self._kind_rules(KINDS[kind_name], letter)
        if kind_rules is not None:
            for view in views:
                kind_rules.judge(view, violations, doubts)
        return self._settled(violations, doubts, kind_name)

    def failure(self, codes: Sequence[str], reason: Unknown, spots: tuple[Spot, ...]) -> list[Violation]:
        """Return what is said where rules failed, placed at the spots; without codes, where all rules did."""
        found = self.judge_views("failure", "", [failure_view(codes, reason)]).violations
        return [violation._replace(spots=spots) for violation in found]

    def _settled(self, violations: Sequence[Violation], doubts: Sequence[Doubt], kind_name: str) -> Judgement:
        """Return a judgement in which rules that broke are findings, one a place and reason, and no mere doubts."""
        broken = [doubt for doubt in doubts if doubt.failure]
        if not broken or kind_name == "failure" or self._kind_rules(KINDS["failure"], "") is None:
            return Judgement(tuple(violations), tuple(doubts)) if violations or doubts else _NOTHING
        places: dict[tuple[tuple[Spot, ...], Unknown], list[str]] = {}
        for doubt in broken:
            if doubt.failure:
                places.setdefault((doubt.spots, doubt.failure), []).append(doubt.rule.id)
        said = [one for (spots, why), codes in places.items() for one in self.failure(codes, why, spots)]
        return Judgement((*violations, *said), tuple(doubt for doubt in doubts if not doubt.failure))

    def _scope(self, scope: Scope) -> Scope:
        """Return the one scope of all tables that are alike, so that rows can be remembered by it."""
        key = (*scope[:13], scope.based, scope.transfer, scope.own_kinds, scope.evaluation)
        if len(self._scopes) >= _MEMORY and key not in self._scopes:  # rows and cells are remembered by their scope
            for memory in (self._scopes, self._rows, self._cells):
                memory.clear()
        return self._scopes.setdefault(key, scope)

    def _row(self, record: Record, scope: Scope) -> _Judged:
        key = (id(scope), tuple([(name, cell.text) for name, cell in record.cells.items()]))
        known = self._rows.get(key)
        if known is None:
            view = RowView(scope, dict(key[1]))
            try:
                judgement = self._on_row(view)
            except Exception as fault:  # noqa: BLE001  # the other rows are judged all the same
                judgement = Judgement(tuple(self.failure((), failed(fault), ())), ())
            known = _Judged(view, judgement)
            if len(self._rows) >= _MEMORY:
                self._rows.clear()
            self._rows[key] = known
        return known

    def _on_row(self, view: RowView) -> Judgement:
        """Return the judgement on a row: as a whole, and on each of its cells as far as the cell alone decides.

        There is nothing to say of a row that declines its class (社会成本指标: 无, 无).
        """
        if view.declined:
            return _NOTHING
        whole = self._judgement("row", view)
        pieces = [self._on_cell(view.scope, prose.field, prose.text) for prose in view.prose]
        violations = tuple(violation for piece in pieces for violation in piece.violations)
        doubts = tuple(doubt for piece in pieces for doubt in piece.doubts)
        return Judgement(whole.violations + violations, whole.doubts + doubts)

    def _on_cell(self, scope: Scope, field: str, text: str) -> Judgement:
        """Return the judgement on one cell; the same text in the same column is judged once."""
        key = (id(scope), field, text)
        known = self._cells.get(key)
        if known is None:
            known = self._judgement("cell", RowView(scope, {field: text}))
            if len(self._cells) >= _MEMORY:
                self._cells.clear()
            self._cells[key] = known
        return known

    def _judgement(self, place: str, view: RowView | TableView) -> Judgement:
        violations: list[Violation] = []
        doubts: list[Doubt] = []
        for find, kind_rules in self._finders(place, view.scope.form):
            try:
                for subject in find(view):
                    kind_rules.judge(subject, violations, doubts)
            except Exception as fault:  # noqa: BLE001  # what breaks while subjects are found leaves the other kinds
                doubts.extend(Doubt(entry.rule, (), "", failed(fault)) for entry in kind_rules.rules)
        return self._settled(violations, doubts, place)

    def _finders(self, place: str, letter: str) -> tuple[Finder, ...]:
        """Return what finds subjects in a row, cell or table of a form, each with the rules that are in force on them."""
        key = (place, letter)
        known = self._finders_by_place.get(key)
        if known is None:
            found = ((find, self._kind_rules(kind, letter)) for kind, find in _FOUND[place])
            known = self._finders_by_place[key] = tuple((find, rules) for find, rules in found if rules is not None)
        return known

    def _kind_rules(self, kind: SubjectKind, letter: str) -> KindRules | None:
        key = (kind.name, letter)
        if key not in self._rules_by_kind:
            rules = [entry for entry in self._rules_given.get(kind.name, ()) if entry.rule.on_form(letter)]
            self._rules_by_kind[key] = (
                KindRules(kind, rules, self._pack, self.settings, self.lang, memory_of(self.knowledge))
                if rules
                else None
            )
        return self._rules_by_kind[key]


def _all(judgement: Judgement) -> tuple[Violation | Doubt, ...]:
    return (*judgement.violations, *judgement.doubts)

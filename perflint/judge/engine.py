"""The engine: tables against the rules in force, alike rows judged once."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from perflint.facts import (
    KINDS,
    ROW_KINDS,
    TABLE_KINDS,
    Kind,
    Knowledge,
    RowView,
    Scope,
    Setting,
    TableView,
    table_scope,
)
from perflint.judge.bench import Bench
from perflint.judge.force import answers
from perflint.judge.pack import Pack
from perflint.judge.rule import Rule
from perflint.judge.ruling import InForce
from perflint.judge.settings import resolve
from perflint.judge.verdict import Doubt, Opinion, Verdict
from perflint.model import Profile, Record, Table, choose_form

_MEMORY = 4_096


class Placed(NamedTuple):
    """A verdict or doubt with the row it is about, -1 for the table itself."""

    row: int
    verdict: Verdict | Doubt


class _Judged(NamedTuple):
    view: RowView
    opinion: Opinion


class Engine:
    """Judges tables of one profile under one set of rules and settings; holds what alike rows have in common."""

    def __init__(
        self, profile: Profile, rules: Sequence[InForce], pack: Pack, overrides: Mapping[str, Any],
        knowledge: Knowledge, lang: str,
    ) -> None:  # fmt: skip
        self.profile = profile
        self.knowledge = knowledge
        self.lang = lang
        self.settings: dict[str, Setting] = resolve(profile.settings, overrides)
        self._rules = rules
        self._pack = pack
        self._benches: dict[tuple[str, str], Bench | None] = {}
        self._scopes: dict[tuple[Any, ...], Scope] = {}
        self._rows: dict[tuple[int, tuple[tuple[str, str], ...]], _Judged] = {}

    @property
    def codes(self) -> tuple[Rule, ...]:
        """Every rule of the pack, in force or not."""
        return self._pack.rules

    def runs(self, code: str) -> bool:
        """Return whether a rule that answers to a code or prefix is in force."""
        return any(answers(entry.rule, code) for entry in self._rules)

    def judge(self, table: Table) -> tuple[TableView, list[Placed]]:
        """Return a table's view and every verdict and doubt on it, in the order of the rows."""
        form = choose_form(self.profile, table)
        scope = self._scope(table_scope(table, self.profile, form, self.settings, self.knowledge))
        judged = [self._row(record, scope) for record in table.rows]
        view = TableView(table, scope, form, [entry.view for entry in judged])
        placed = [Placed(-1, verdict) for verdict in _all(self._opinion(TABLE_KINDS, view))]
        for index, entry in enumerate(judged):
            placed.extend(Placed(index, verdict) for verdict in _all(entry.opinion))
        return view, placed

    def judge_views(self, kind_name: str, letter: str, views: Sequence[Any]) -> Opinion:
        """Return the opinion on subjects that were found elsewhere (files, bundles, suppressions)."""
        verdicts: list[Verdict] = []
        doubts: list[Doubt] = []
        bench = self._bench(KINDS[kind_name], letter)
        if bench is not None:
            for view in views:
                bench.judge(view, verdicts, doubts)
        return Opinion(tuple(verdicts), tuple(doubts))

    def _scope(self, scope: Scope) -> Scope:
        """Return the one scope of all tables that are alike, so that rows can be remembered by it."""
        key = (*scope[:12],)
        return self._scopes.setdefault(key, scope)

    def _row(self, record: Record, scope: Scope) -> _Judged:
        key = (id(scope), tuple((name, cell.text) for name, cell in record.cells.items()))
        known = self._rows.get(key)
        if known is None:
            view = RowView(scope, dict(key[1]))
            known = _Judged(view, self._opinion(ROW_KINDS, view))
            if len(self._rows) >= _MEMORY:
                self._rows.clear()
            self._rows[key] = known
        return known

    def _opinion(self, kinds: Sequence[Kind], view: RowView | TableView) -> Opinion:
        verdicts: list[Verdict] = []
        doubts: list[Doubt] = []
        for kind in kinds:
            bench = self._bench(kind, view.scope.form)
            if bench is not None:
                for subject in kind.find(view):
                    bench.judge(subject, verdicts, doubts)
        return Opinion(tuple(verdicts), tuple(doubts))

    def _bench(self, kind: Kind, letter: str) -> Bench | None:
        key = (kind.name, letter)
        if key not in self._benches:
            rules = [entry for entry in self._rules if entry.rule.given == kind.name and entry.rule.on_form(letter)]
            bench = Bench(kind, rules, self._pack, self.settings, self.lang) if rules else None
            self._benches[key] = bench
        return self._benches[key]


def _all(opinion: Opinion) -> tuple[Verdict | Doubt, ...]:
    return (*opinion.verdicts, *opinion.doubts)

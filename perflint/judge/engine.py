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
    Spot,
    TableView,
    Unknown,
    failed,
    failure_view,
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
_NOTHING = Opinion((), ())
_PANELS = {
    "row": tuple(kind for kind in ROW_KINDS if not kind.cellwise),
    "cell": tuple(kind for kind in ROW_KINDS if kind.cellwise),
    "table": TABLE_KINDS,
}


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
        self._panels: dict[tuple[str, str], tuple[tuple[Kind, Bench], ...]] = {}
        self._cells: dict[tuple[int, str, str], Opinion] = {}
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
        placed = [Placed(-1, verdict) for verdict in _all(self._opinion("table", view))]
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
        return self._settled(verdicts, doubts, kind_name)

    def failure(self, codes: Sequence[str], reason: Unknown, spots: tuple[Spot, ...]) -> list[Verdict]:
        """Return what is said where rules failed, placed at the spots; without codes, where all rules did."""
        found = self.judge_views("failure", "", [failure_view(codes, reason)]).verdicts
        return [verdict._replace(spots=spots) for verdict in found]

    def _settled(self, verdicts: Sequence[Verdict], doubts: Sequence[Doubt], kind_name: str) -> Opinion:
        """Return an opinion in which rules that broke are findings, one a place and reason, and no mere doubts."""
        broken = [doubt for doubt in doubts if doubt.failure]
        if not broken or kind_name == "failure" or self._bench(KINDS["failure"], "") is None:
            return Opinion(tuple(verdicts), tuple(doubts)) if verdicts or doubts else _NOTHING
        places: dict[tuple[tuple[Spot, ...], Unknown], list[str]] = {}
        for doubt in broken:
            if doubt.failure:
                places.setdefault((doubt.spots, doubt.failure), []).append(doubt.rule.id)
        said = [one for (spots, why), codes in places.items() for one in self.failure(codes, why, spots)]
        return Opinion((*verdicts, *said), tuple(doubt for doubt in doubts if not doubt.failure))

    def _scope(self, scope: Scope) -> Scope:
        """Return the one scope of all tables that are alike, so that rows can be remembered by it."""
        key = (*scope[:13],)
        return self._scopes.setdefault(key, scope)

    def _row(self, record: Record, scope: Scope) -> _Judged:
        key = (id(scope), tuple((name, cell.text) for name, cell in record.cells.items()))
        known = self._rows.get(key)
        if known is None:
            view = RowView(scope, dict(key[1]))
            try:
                opinion = self._on_row(view)
            except Exception as fault:  # noqa: BLE001  # the other rows are judged all the same
                opinion = Opinion(tuple(self.failure((), failed(fault), ())), ())
            known = _Judged(view, opinion)
            if len(self._rows) >= _MEMORY:
                self._rows.clear()
            self._rows[key] = known
        return known

    def _on_row(self, view: RowView) -> Opinion:
        """Return the opinion on a row: as a whole, and on each of its cells as far as the cell alone decides.

        There is nothing to say of a row that declines its class (社会成本指标: 无, 无).
        """
        if view.declined:
            return _NOTHING
        whole = self._opinion("row", view)
        pieces = [self._on_cell(view.scope, prose.field, prose.text) for prose in view.prose]
        verdicts = tuple(verdict for piece in pieces for verdict in piece.verdicts)
        doubts = tuple(doubt for piece in pieces for doubt in piece.doubts)
        return Opinion(whole.verdicts + verdicts, whole.doubts + doubts)

    def _on_cell(self, scope: Scope, field: str, text: str) -> Opinion:
        """Return the opinion on one cell; the same text in the same column is judged once."""
        key = (id(scope), field, text)
        known = self._cells.get(key)
        if known is None:
            known = self._opinion("cell", RowView(scope, {field: text}))
            if len(self._cells) >= _MEMORY:
                self._cells.clear()
            self._cells[key] = known
        return known

    def _opinion(self, panel: str, view: RowView | TableView) -> Opinion:
        verdicts: list[Verdict] = []
        doubts: list[Doubt] = []
        for kind, bench in self._panel(panel, view.scope.form):
            try:
                for subject in kind.find(view):
                    bench.judge(subject, verdicts, doubts)
            except Exception as fault:  # noqa: BLE001  # what breaks while subjects are found leaves the other kinds
                doubts.extend(Doubt(entry.rule, (), "", failed(fault)) for entry in bench.rules)
        return self._settled(verdicts, doubts, panel)

    def _panel(self, name: str, letter: str) -> tuple[tuple[Kind, Bench], ...]:
        """Return the kinds of a panel for which a rule is in force on a form, each with its bench."""
        key = (name, letter)
        known = self._panels.get(key)
        if known is None:
            benches = ((kind, self._bench(kind, letter)) for kind in _PANELS[name])
            known = self._panels[key] = tuple((kind, bench) for kind, bench in benches if bench is not None)
        return known

    def _bench(self, kind: Kind, letter: str) -> Bench | None:
        key = (kind.name, letter)
        if key not in self._benches:
            rules = [entry for entry in self._rules if entry.rule.given == kind.name and entry.rule.on_form(letter)]
            self._benches[key] = Bench(kind, rules, self._pack, self.settings, self.lang) if rules else None
        return self._benches[key]


def _all(opinion: Opinion) -> tuple[Verdict | Doubt, ...]:
    return (*opinion.verdicts, *opinion.doubts)

"""The kinds of subject that rules judge, and where each comes from: rows, whole tables, or sets of tables."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from msgspec import Struct

from perflint.facts import (  # noqa: F401  # they enter their facts into the vocabularies
    advance,
    average,
    basis_kind,
    boundedness,
    bounding,
    bounds,
    budget_checks,
    citation_form,
    citation_standing,
    cited,
    clarity,
    code,
    comparators,
    comparison,
    composition,
    decomposition,
    due,
    extent,
    filing,
    generic,
    horizon,
    implied,
    lateness,
    leaning,
    matter,
    measure,
    named_money,
    naming,
    numeral,
    pace,
    paydays,
    per_base,
    phrasing,
    placement,
    planstyle,
    quantities,
    reach,
    referencing,
    spelling,
    split_columns,
    table_basis,
    task_cost,
    timing,
    uniform,
    unit_fit,
)
from perflint.facts.aim import AIM, COUNTERPART, aim_views, counterpart_views
from perflint.facts.balances import money_views
from perflint.facts.baseline import CLAIM, claim_views
from perflint.facts.basis import SOURCE, row_sources, table_sources
from perflint.facts.box import BOX, box_views
from perflint.facts.budget import BUDGET
from perflint.facts.budgetview import budget_views
from perflint.facts.bundle import MEMBER
from perflint.facts.citation import CITATION, row_citations, table_citations
from perflint.facts.copying import COPYING, copying_views
from perflint.facts.cost import COST, cost_views
from perflint.facts.deadline import DEADLINE, deadline_views
from perflint.facts.docnum import DOCNUM
from perflint.facts.entry import ENTRY, row_entries, table_entries
from perflint.facts.enumeration import ENUMERATION, row_enumerations, table_enumerations
from perflint.facts.family import FAMILY, family_views
from perflint.facts.field import FIELD, field_views
from perflint.facts.figure import FIGURE, figure_views
from perflint.facts.file import FILE, SUPPRESSION
from perflint.facts.form import FORM
from perflint.facts.gap import GAP, gap_views
from perflint.facts.goal import GOAL, goal_views
from perflint.facts.history import HISTORY
from perflint.facts.historyview import HistoryView, history_views
from perflint.facts.indicator import INDICATOR
from perflint.facts.knowledge import Scope
from perflint.facts.labels import LABELS, labels_views
from perflint.facts.level import LEVEL, level_views
from perflint.facts.line import LINE, line_views
from perflint.facts.mention import MENTION, row_mentions, table_mentions
from perflint.facts.money import MONEY
from perflint.facts.overlap import OVERLAP, overlap_views
from perflint.facts.peer import PEER
from perflint.facts.plan import PLAN
from perflint.facts.planview import PlanView, plan_views
from perflint.facts.pledge import PLEDGE, TASK
from perflint.facts.precision import AMOUNT, amount_views
from perflint.facts.promise import PROMISE, promise_views
from perflint.facts.repeat import REPEAT, repeat_views
from perflint.facts.restatement import RESTATEMENT, restatement_views
from perflint.facts.row import RowView
from perflint.facts.sampling import SAMPLING, sampling_views
from perflint.facts.scalar import SCALAR, scalar_views
from perflint.facts.share import SHARE, share_views
from perflint.facts.span import SPAN, span_views
from perflint.facts.spot import Relation, Spot
from perflint.facts.standing import STANDING, standing_views
from perflint.facts.sums import SUM, row_sums, table_sums
from perflint.facts.table import TABLE
from perflint.facts.tableview import TableView
from perflint.facts.text import TEXT, row_texts, table_texts
from perflint.facts.title import TITLE, title_views
from perflint.facts.unit_cost import UNIT_COST
from perflint.facts.unit_price import unit_cost_views
from perflint.facts.value import VALUE
from perflint.facts.vocabulary import Fact, Vocabulary
from perflint.facts.weights import WEIGHTS, weights_views
from perflint.facts.wording import WORDING
from perflint.facts.wordview import row_wordings, table_wordings
from perflint.facts.years import YEAR, row_years, table_years


class Subject(Protocol):
    """Anything that a rule judges."""

    @property
    def scope(self) -> Scope:
        """What the subject's table has in common with others."""

    def spot(self, at: str) -> Spot:
        """Return the symbolic place that a rule names in `at:`."""


Accessor = Callable[[Any], Any]


class Kind(Struct, frozen=True):
    """One kind of subject: its own vocabulary, those it can also use (with the way to them), and how it is found.

    `cellwise`: subjects of a row are found in its prose cells, each by that cell alone, whatever the rest of the row says.
    """

    name: str
    vocabulary: Vocabulary
    find: Callable[[Any], Iterable[Any]]
    also: tuple[tuple[Vocabulary, Accessor], ...] = ()
    cellwise: bool = False

    def facts(self) -> dict[str, tuple[Fact, Accessor]]:
        """Return every fact that a rule on this kind can use, with the way from the subject to what it is about."""
        found: dict[str, tuple[Fact, Accessor]] = {name: (fact, itself) for name, fact in self.vocabulary.facts.items()}
        for vocabulary, accessor in self.also:
            found |= {name: (fact, accessor) for name, fact in vocabulary.facts.items()}
        return found


def related(subject: object, at: str) -> tuple[Relation, ...]:
    """Return the other places that a finding on a subject refers to, () for most subjects."""
    relations = getattr(subject, "relations", None)
    return tuple(relations(at)) if relations else ()


def itself(subject: Any) -> Any:  # noqa: ANN401  # subjects differ in type; the vocabulary knows its own
    return subject


def _whole(view: TableView) -> tuple[TableView]:
    return (view,)


def _given(views: Iterable[Any]) -> Iterable[Any]:
    return views


def _row_of(subject: HistoryView) -> RowView:
    return subject.row


def _table_of(subject: PlanView) -> TableView:
    return subject.view


def _row(view: RowView) -> tuple[RowView]:
    return (view,)


def _valued(view: RowView) -> tuple[RowView, ...]:
    return (view,) if view.filled("value") or view.filled("op") else ()


_ON_ROW = ((INDICATOR, itself), (VALUE, itself), (FORM, itself))

ROW_KINDS: tuple[Kind, ...] = (
    Kind("indicator", INDICATOR, _row, _ON_ROW[1:]),
    Kind("value", VALUE, _valued, (_ON_ROW[0], _ON_ROW[2])),
    Kind("history", HISTORY, history_views, ((INDICATOR, _row_of), (VALUE, _row_of), (FORM, itself))),
    Kind("figure", FIGURE, figure_views, ((FORM, itself),)),
    Kind("entry", ENTRY, row_entries, _ON_ROW[2:]),
    Kind("source", SOURCE, row_sources, _ON_ROW[2:]),
    Kind("citation", CITATION, row_citations, _ON_ROW[2:], cellwise=True),
    Kind("mention", MENTION, row_mentions, _ON_ROW[2:]),
    Kind("text", TEXT, row_texts, _ON_ROW[2:], cellwise=True),
    Kind("wording", WORDING, row_wordings, _ON_ROW[2:]),
    Kind("sum", SUM, row_sums, _ON_ROW[2:], cellwise=True),
    Kind("year", YEAR, row_years, _ON_ROW[2:]),
    Kind("enumeration", ENUMERATION, row_enumerations, _ON_ROW[2:], cellwise=True),
)
TABLE_KINDS: tuple[Kind, ...] = (
    Kind("field", FIELD, field_views, ((FORM, itself),)),
    Kind("table", TABLE, _whole, ((FORM, itself),)),
    Kind("level", LEVEL, level_views, ((FORM, itself),)),
    Kind("labels", LABELS, labels_views, ((FORM, itself),)),
    Kind("plan", PLAN, plan_views, ((FORM, itself), (TABLE, _table_of))),
    Kind("money", MONEY, money_views, ((FORM, itself),)),
    Kind("budget", BUDGET, budget_views, ((FORM, itself),)),
    Kind("cost", COST, cost_views, ((FORM, itself),)),
    Kind("sampling", SAMPLING, sampling_views, ((FORM, itself),)),
    Kind("weights", WEIGHTS, weights_views, ((FORM, itself),)),
    Kind("source", SOURCE, table_sources, ((FORM, itself),)),
    Kind("citation", CITATION, table_citations, ((FORM, itself),)),
    Kind("mention", MENTION, table_mentions, ((FORM, itself),)),
    Kind("text", TEXT, table_texts, ((FORM, itself),)),
    Kind("wording", WORDING, table_wordings, ((FORM, itself),)),
    Kind("gap", GAP, gap_views, ((FORM, itself),)),
    Kind("restatement", RESTATEMENT, restatement_views, ((FORM, itself),)),
    Kind("goal", GOAL, goal_views, ((FORM, itself),)),
    Kind("deadline", DEADLINE, deadline_views, ((FORM, itself),)),
    Kind("standing", STANDING, standing_views, ((FORM, itself),)),
    Kind("copying", COPYING, copying_views, ((FORM, itself),)),
    Kind("claim", CLAIM, claim_views, ((FORM, itself),)),
    Kind("family", FAMILY, family_views, ((FORM, itself),)),
    Kind("title", TITLE, title_views, ((FORM, itself),)),
    Kind("repeat", REPEAT, repeat_views, ((FORM, itself),)),
    Kind("line", LINE, line_views, ((FORM, itself),)),
    Kind("box", BOX, box_views, ((FORM, itself),)),
    Kind("overlap", OVERLAP, overlap_views, ((FORM, itself),)),
    Kind("entry", ENTRY, table_entries, ((FORM, itself),)),
    Kind("share", SHARE, share_views, ((FORM, itself),)),
    Kind("scalar", SCALAR, scalar_views, ((FORM, itself),)),
    Kind("sum", SUM, table_sums, ((FORM, itself),)),
    Kind("span", SPAN, span_views, ((FORM, itself),)),
    Kind("year", YEAR, table_years, ((FORM, itself),)),
    Kind("aim", AIM, aim_views, ((FORM, itself),)),
    Kind("counterpart", COUNTERPART, counterpart_views, ((FORM, itself),)),
    Kind("promise", PROMISE, promise_views, ((FORM, itself),)),
    Kind("amount", AMOUNT, amount_views, ((FORM, itself),)),
    Kind("unit_cost", UNIT_COST, unit_cost_views, ((FORM, itself),)),
    Kind("enumeration", ENUMERATION, table_enumerations, ((FORM, itself),)),
)
LATE_KINDS: tuple[Kind, ...] = (
    Kind("file", FILE, _given),
    Kind("suppression", SUPPRESSION, _given),
    Kind("member", MEMBER, _given),
    Kind("peer", PEER, _given),
    Kind("pledge", PLEDGE, _given),
    Kind("task", TASK, _given),
    Kind("docnum", DOCNUM, _given),
)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (*ROW_KINDS, *TABLE_KINDS, *LATE_KINDS)}

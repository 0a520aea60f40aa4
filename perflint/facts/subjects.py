"""The kinds of subject that rules judge, and where each comes from: rows, whole tables, or sets of tables."""

from collections.abc import Iterable, Mapping
from typing import Any

from perflint.facts import entries  # noqa: F401  # the facts that other modules add to these subjects
from perflint.facts.across.bundle import MEMBER
from perflint.facts.across.docnum import DOCNUM
from perflint.facts.across.peer import PEER
from perflint.facts.across.pledge import PLEDGE, TASK
from perflint.facts.dates.deadline import DEADLINE, deadline_views
from perflint.facts.dates.overlong import LENGTH, length_views
from perflint.facts.dates.span import SPAN, span_views
from perflint.facts.dates.term import TERM, term_views
from perflint.facts.dates.years import YEAR, row_years, table_years
from perflint.facts.evaluation.class_scores import CLASS_SCORES, class_scores_views
from perflint.facts.evaluation.execution import EXECUTION
from perflint.facts.evaluation.executionview import execution_views
from perflint.facts.evaluation.funding import FUNDING, funding_views
from perflint.facts.evaluation.result import RESULT
from perflint.facts.evaluation.resultview import ResultView, result_views
from perflint.facts.evaluation.scores import SCORES, scores_views
from perflint.facts.goals.aim import AIM, COUNTERPART, aim_views, counterpart_views
from perflint.facts.goals.goal import GOAL, goal_views
from perflint.facts.goals.promise import PROMISE, promise_views
from perflint.facts.history.baseline import CLAIM, claim_views
from perflint.facts.history.copying import COPYING, copying_views
from perflint.facts.history.history import HISTORY
from perflint.facts.history.historyview import HistoryView, history_views
from perflint.facts.history.record import RECORD, RecordView, record_views
from perflint.facts.history.standing import STANDING, standing_views
from perflint.facts.indicators.beneficiary import BENEFICIARY, beneficiary_views
from perflint.facts.indicators.echo import ECHO, echo_views
from perflint.facts.indicators.family import FAMILY, family_views
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.indicators.overlap import OVERLAP, overlap_views
from perflint.facts.indicators.repeat import REPEAT, repeat_views
from perflint.facts.indicators.restatement import RESTATEMENT, restatement_views
from perflint.facts.indicators.sampling import SAMPLING, sampling_views
from perflint.facts.kind import Kind, itself
from perflint.facts.money.balances import money_views
from perflint.facts.money.budget import BUDGET
from perflint.facts.money.budgetview import budget_views
from perflint.facts.money.cost import COST, cost_views
from perflint.facts.money.money import MONEY
from perflint.facts.money.money_cell import MONEY_CELL, money_cell_views
from perflint.facts.money.precision import AMOUNT, amount_views
from perflint.facts.money.sums import SUM, row_sums, table_sums
from perflint.facts.money.unit_cost import UNIT_COST
from perflint.facts.money.unit_price import unit_cost_views
from perflint.facts.plan.plan import PLAN
from perflint.facts.plan.planview import PlanView, plan_views
from perflint.facts.row import RowView
from perflint.facts.sources.basis import SOURCE, row_sources, table_sources
from perflint.facts.sources.citation import CITATION
from perflint.facts.sources.citationview import row_citations, table_citations
from perflint.facts.structure.box import BOX, box_views
from perflint.facts.structure.failure import FAILURE
from perflint.facts.structure.field import FIELD, field_views
from perflint.facts.structure.file import FILE, SUPPRESSION
from perflint.facts.structure.form import FORM
from perflint.facts.structure.frame import FRAME, frame_views
from perflint.facts.structure.label_points import LABEL_POINTS, label_points_views
from perflint.facts.structure.labels import LABELS, labels_views
from perflint.facts.structure.level import LEVEL, level_views
from perflint.facts.structure.line import LINE, line_views
from perflint.facts.structure.prints import PRINTS, prints_views
from perflint.facts.structure.residue import RESIDUE_OF, row_residues, table_residues
from perflint.facts.structure.scalar import SCALAR, scalar_views
from perflint.facts.structure.share import SHARE, share_views
from perflint.facts.structure.table import TABLE
from perflint.facts.structure.title import TITLE, title_views
from perflint.facts.structure.weights import WEIGHTS, weights_views
from perflint.facts.tableview import TableView
from perflint.facts.values.entry import ENTRY, row_entries, table_entries
from perflint.facts.values.figure import FIGURE, figure_views
from perflint.facts.values.mention import MENTION
from perflint.facts.values.mentionview import row_mentions, table_mentions
from perflint.facts.values.value import VALUE
from perflint.facts.wording.enumeration import ENUMERATION, row_enumerations, table_enumerations
from perflint.facts.wording.gap import GAP, gap_views
from perflint.facts.wording.text import TEXT, row_texts, table_texts
from perflint.facts.wording.wording import WORDING
from perflint.facts.wording.wordview import row_wordings, table_wordings


def _whole(view: TableView) -> tuple[TableView]:
    return (view,)


def _given(views: Iterable[Any]) -> Iterable[Any]:
    return views


def _row_of(subject: HistoryView) -> RowView:
    return subject.row


def _row_of_record(subject: RecordView) -> RowView:
    return subject.row


def _row_of_result(subject: ResultView) -> RowView:
    return subject.row


def _table_of(subject: PlanView) -> TableView:
    return subject.view


def _row(view: RowView) -> tuple[RowView]:
    return (view,)


def _valued(view: RowView) -> tuple[RowView, ...]:
    return (view,) if view.filled("value") or view.filled("op") else ()


_FORMED = ((FORM, itself),)
ROW_KINDS: tuple[Kind, ...] = (
    Kind("indicator", INDICATOR, _row, ((VALUE, itself), *_FORMED)),
    Kind("value", VALUE, _valued, ((INDICATOR, itself), *_FORMED)),
    Kind("history", HISTORY, history_views, ((INDICATOR, _row_of), (VALUE, _row_of), *_FORMED)),
    Kind("record", RECORD, record_views, ((INDICATOR, _row_of_record), (VALUE, _row_of_record), *_FORMED)),
    Kind("figure", FIGURE, figure_views, _FORMED),
    Kind("entry", ENTRY, row_entries, _FORMED),
    Kind("residue", RESIDUE_OF, row_residues, _FORMED),
    Kind("source", SOURCE, row_sources, _FORMED),
    Kind("citation", CITATION, row_citations, _FORMED, cellwise=True),
    Kind("mention", MENTION, row_mentions, _FORMED),
    Kind("text", TEXT, row_texts, _FORMED, cellwise=True),
    Kind("wording", WORDING, row_wordings, _FORMED),
    Kind("sum", SUM, row_sums, _FORMED, cellwise=True),
    Kind("year", YEAR, row_years, _FORMED),
    Kind("enumeration", ENUMERATION, row_enumerations, _FORMED, cellwise=True),
)
TABLE_KINDS: tuple[Kind, ...] = (
    Kind("field", FIELD, field_views, _FORMED),
    Kind("table", TABLE, _whole, _FORMED),
    Kind("level", LEVEL, level_views, _FORMED),
    Kind("labels", LABELS, labels_views, _FORMED),
    Kind("plan", PLAN, plan_views, (*_FORMED, (TABLE, _table_of))),
    Kind("money", MONEY, money_views, _FORMED),
    Kind("budget", BUDGET, budget_views, _FORMED),
    Kind("cost", COST, cost_views, _FORMED),
    Kind("sampling", SAMPLING, sampling_views, _FORMED),
    Kind("weights", WEIGHTS, weights_views, _FORMED),
    Kind("source", SOURCE, table_sources, _FORMED),
    Kind("citation", CITATION, table_citations, _FORMED),
    Kind("mention", MENTION, table_mentions, _FORMED),
    Kind("text", TEXT, table_texts, _FORMED),
    Kind("wording", WORDING, table_wordings, _FORMED),
    Kind("gap", GAP, gap_views, _FORMED),
    Kind("restatement", RESTATEMENT, restatement_views, _FORMED),
    Kind("goal", GOAL, goal_views, _FORMED),
    Kind("deadline", DEADLINE, deadline_views, _FORMED),
    Kind("term", TERM, term_views, _FORMED),
    Kind("length", LENGTH, length_views, _FORMED),
    Kind("standing", STANDING, standing_views, _FORMED),
    Kind("copying", COPYING, copying_views, _FORMED),
    Kind("claim", CLAIM, claim_views, _FORMED),
    Kind("family", FAMILY, family_views, _FORMED),
    Kind("title", TITLE, title_views, _FORMED),
    Kind("repeat", REPEAT, repeat_views, _FORMED),
    Kind("echo", ECHO, echo_views, _FORMED),
    Kind("line", LINE, line_views, _FORMED),
    Kind("box", BOX, box_views, _FORMED),
    Kind("overlap", OVERLAP, overlap_views, _FORMED),
    Kind("entry", ENTRY, table_entries, _FORMED),
    Kind("residue", RESIDUE_OF, table_residues, _FORMED),
    Kind("frame", FRAME, frame_views, _FORMED),
    Kind("prints", PRINTS, prints_views, _FORMED),
    Kind("beneficiary", BENEFICIARY, beneficiary_views, _FORMED),
    Kind("label_points", LABEL_POINTS, label_points_views, _FORMED),
    Kind("share", SHARE, share_views, _FORMED),
    Kind("scalar", SCALAR, scalar_views, _FORMED),
    Kind("sum", SUM, table_sums, _FORMED),
    Kind("span", SPAN, span_views, _FORMED),
    Kind("year", YEAR, table_years, _FORMED),
    Kind("aim", AIM, aim_views, _FORMED),
    Kind("counterpart", COUNTERPART, counterpart_views, _FORMED),
    Kind("promise", PROMISE, promise_views, _FORMED),
    Kind("money_cell", MONEY_CELL, money_cell_views, _FORMED),
    Kind("amount", AMOUNT, amount_views, _FORMED),
    Kind("unit_cost", UNIT_COST, unit_cost_views, _FORMED),
    Kind("enumeration", ENUMERATION, table_enumerations, _FORMED),
    Kind("result", RESULT, result_views, ((INDICATOR, _row_of_result), (VALUE, _row_of_result), *_FORMED)),
    Kind("execution", EXECUTION, execution_views, _FORMED),
    Kind("funding", FUNDING, funding_views, _FORMED),
    Kind("scores", SCORES, scores_views, _FORMED),
    Kind("class_scores", CLASS_SCORES, class_scores_views, _FORMED),
)
LATE_KINDS: tuple[Kind, ...] = (
    Kind("file", FILE, _given),
    Kind("suppression", SUPPRESSION, _given),
    Kind("failure", FAILURE, _given),
    Kind("member", MEMBER, _given),
    Kind("peer", PEER, _given),
    Kind("pledge", PLEDGE, _given),
    Kind("task", TASK, _given),
    Kind("docnum", DOCNUM, _given),
)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (*ROW_KINDS, *TABLE_KINDS, *LATE_KINDS)}

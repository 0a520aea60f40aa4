"""Facts about the result of a row beside its target (domain: self-evaluation)."""

from decimal import Decimal

from perflint.facts.evaluation.answer import BLANK, NUMBER, PERCENT, answered, asked
from perflint.facts.evaluation.comparing import aligned, is_copy
from perflint.facts.evaluation.points import read_points, shown
from perflint.facts.evaluation.resultview import ResultView, result_views
from perflint.facts.kind import SubjectKind
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

RESULT = Vocabulary("result", "自评表一行的完成值与得分", "the result and the score of a row of a self-evaluation")

# What is measured and not counted: a count of things (人, 户, 场) is often given in the next best unit.
_MEASURED = frozenset(
    {
        "money",
        "ratio",
        "area",
        "length",
        "mass",
        "volume",
        "duration",
        "working_day",
        "data",
        "energy",
        "power",
        "concentration",
    }
)
_BONUS = pattern(r"加分|附加|奖励分|扣分项|减分")


@RESULT.fact("text", STRING, zh="完成值，照录", en="the result as typed")
def text(view: ResultView) -> str:
    return view.row.text("actual").strip()


@RESULT.fact(
    "asked",
    STRING,
    zh="指标值要的是什么：number（数量）、percent（比率）、date（时间）、none（不得发生）、words（文字），没有为空",
    en="what the target asks for: number, percent, date, none (nothing of it may happen), words; empty if it is blank",
)
def asked_of(view: ResultView) -> str:
    return asked(view.row)


@RESULT.fact(
    "answer",
    STRING,
    zh="完成值写的是什么：number、percent、date、bound（如“≥95%”）、none（无）、done（已完成）、prose（带数字的文字）、words、blank",
    en="what the result holds: number, percent, date, bound (≥95%), none (无), done (已完成), prose (words with digits), words, blank",
)
def answer_of(view: ResultView) -> str:
    return answered(view.row)


@RESULT.fact("copied", BOOL, zh="完成值是否与目标的界限相同", en="whether the result repeats the bound of the target")
def copied(view: ResultView) -> bool:
    return is_copy(view.row)


@RESULT.fact(
    "other_unit",
    BOOL,
    zh="完成值的单位是否与指标值不能换算",
    en="whether the unit of the result cannot be converted into that of the target",
)
def other_unit(view: ResultView) -> bool:
    target, result = view.row.value.first, view.row.read("actual").first
    kinds = {target.dimension, result.dimension}
    known = all(kinds) and not target.per and not result.per and asked(view.row) in {NUMBER, PERCENT}
    return known and len(kinds) > 1 and bool(kinds & _MEASURED) and aligned(view.row).problem == "unit"


@RESULT.fact(
    "shortfall",
    DOUBLE,
    zh="完成值比指标值差百分之几，达到或无法比较为0",
    en="by how many percent the result misses the target, 0 if it meets it or cannot be compared",
)
def shortfall(view: ResultView) -> float:
    return float(view.outcome.shortfall) if view.outcome else 0.0


@RESULT.fact(
    "met",
    BOOL,
    zh="完成值是否达到指标值（无法比较为否）",
    en="whether the result meets the target; false where they cannot be compared",
)
def met(view: ResultView) -> bool:
    return view.outcome is not None and not view.outcome.shortfall


@RESULT.fact(
    "explicit",
    BOOL,
    zh="指标值是否写明了界限（或100%），方向无须推断",
    en="whether the target prints a bound, or 100 %, so that its direction is no guess",
)
def explicit(view: ResultView) -> bool:
    return view.outcome is not None and view.outcome.explicit


@RESULT.fact(
    "reached",
    DOUBLE,
    zh="越多越好的指标，完成值是指标值的百分之几；无法比较为0",
    en="the result in percent of the target where more is better, 0 where that cannot be said",
)
def reached(view: ResultView) -> float:
    return float(view.outcome.reached) if view.outcome else 0.0


@RESULT.fact("reached_text", STRING, zh="同上，取整", en="the same, rounded")
def reached_text(view: ResultView) -> str:
    return shown(view.outcome.reached if view.outcome else Decimal(0), 0)


@RESULT.fact(
    "surplus",
    DOUBLE,
    zh="完成值比指标值多多少，按指标值的单位",
    en="by how much the result is above the target, in the unit of the target",
)
def surplus(view: ResultView) -> float:
    return float(view.outcome.surplus) if view.outcome else 0.0


@RESULT.fact("reasoned", BOOL, zh="行内或表内是否写了偏差原因", en="whether the row or the table gives a reason")
def reasoned(view: ResultView) -> bool:
    return view.reasoned


@RESULT.fact(
    "reason_printed",
    BOOL,
    zh="表里有没有偏差原因栏",
    en="whether the table has a cell for the reason of a deviation",
)
def reason_printed(view: ResultView) -> bool:
    return view.scale.has_reasons


@RESULT.fact("results_printed", BOOL, zh="表里有没有一行填了完成值", en="whether any row of the table holds a result")
def results_printed(view: ResultView) -> bool:
    return view.scale.has_results


@RESULT.fact(
    "group_answered",
    BOOL,
    zh="同一合并格（或“其中”各行）里是否有一行填了完成值",
    en="whether any row that shares its points or its score, or is a part of it, holds a result",
)
def group_answered(view: ResultView) -> bool:
    return any(answered(row) != BLANK for row in view.group.rows)


@RESULT.fact(
    "own_class",
    BOOL,
    zh="一级指标是否不在国家的指标体系里（如项目决策、项目管理）",
    en="whether its first-level class is in no national frame (decision, management)",
)
def own_class(view: ResultView) -> bool:
    return view.row.filled("level1") and view.row.level1 is None


@RESULT.fact("completion_given", BOOL, zh="是否填了完成率", en="whether a completion rate is given")
def completion_given(view: ResultView) -> bool:
    return view.row.filled("completion")


@RESULT.fact(
    "scored",
    BOOL,
    zh="这一行是否自有分值和得分（不是合并格，也不是另一种计分）",
    en="whether the row has points and a score of its own: no merged cells, one scale",
)
def scored(view: ResultView) -> bool:
    return view.group.alone and view.scale.alike


@RESULT.fact(
    "grouped",
    BOOL,
    zh="得分与分值是否可比（合并的各行一起算）",
    en="whether scores and points can be compared, merged rows taken together",
)
def grouped(view: ResultView) -> bool:
    return view.scale.alike and bool(view.group.weights) and bool(view.group.scores) and view.group.first == view.index


@RESULT.fact("weight", DOUBLE, zh="分值（合并的各行之和）", en="its points, of merged rows together")
def weight(view: ResultView) -> float:
    return float(view.group.weight)


@RESULT.fact("score", DOUBLE, zh="得分（合并的各行之和）", en="its score, of merged rows together")
def score(view: ResultView) -> float:
    return float(view.group.score)


@RESULT.fact("own_score", DOUBLE, zh="这一行自己写的得分，没有为0", en="the score that the row itself has, 0 if none")
def own_score(view: ResultView) -> float:
    found = read_points(view.row.text("score"))
    return float(found.value) if found else 0.0


@RESULT.fact("weight_text", STRING, zh="分值，供提示用", en="its points for a message")
def weight_text(view: ResultView) -> str:
    return shown(view.group.weight)


@RESULT.fact("score_text", STRING, zh="得分，供提示用", en="its score for a message")
def score_text(view: ResultView) -> str:
    return shown(view.group.score)


@RESULT.fact("bonus", BOOL, zh="是否加分、扣分项（得分可以超过分值）", en="whether the row gives or takes extra points")
def bonus(view: ResultView) -> bool:
    fields = ("level1", "level2", "name", "weight", "scoring", "remark", "deviation")
    return any(_BONUS.search(fold(view.row.text(field))) for field in fields)


@RESULT.fact("scoring_printed", BOOL, zh="是否印有评分标准", en="whether the form prints how the row is scored")
def scoring_printed(view: ResultView) -> bool:
    return view.row.filled("scoring")


def _row(view: ResultView) -> RowView:
    return view.row


SUBJECTS = (SubjectKind(RESULT, in_table=result_views, also=(("indicator", _row), ("value", _row))),)

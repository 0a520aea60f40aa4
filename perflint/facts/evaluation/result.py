"""Facts about the result of a row beside its target (domain: self-evaluation)."""

from decimal import Decimal

from perflint.facts.evaluation.aligning import aligned
from perflint.facts.evaluation.answer import BLANK, NUMBER, PERCENT, answered, asked
from perflint.facts.evaluation.comparing import is_copy
from perflint.facts.evaluation.resultview import ANSWERS, ResultView, class_of, result_views
from perflint.facts.kind import SubjectKind
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, STRINGS, Vocabulary

RESULT = Vocabulary("result", "自评表一行的完成值与得分", "the result and the score of a row of a self-evaluation")

# What is measured, people, households, and what happens: one never stands for another, as counts of things (个, 项, 件) may.
_HEADS = frozenset({"person", "person_time", "person_day", "person_month"})
_HOMES, _DOINGS = frozenset({"household", "household_time"}), frozenset({"times", "event", "batch"})
_COUNTED = frozenset({"people", "homes", "doings"})
_DAYS = frozenset({"duration", "working_day"})
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


@RESULT.fact(
    "percent",
    DOUBLE,
    zh="完成值的百分数（%写在单位栏里也算），不是百分数为0",
    en="the result in percent, the unit column read too; 0 where it is none",
)
def percent(view: ResultView) -> float:
    found = view.row.read("actual").first
    bare = not found.unit and view.row.value.unit == "%"
    number = found.high if found.high is not None else found.low
    return float(number) if isinstance(number, Decimal) and not found.per and (found.unit == "%" or bare) else 0.0


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
    if target.per or result.per or asked(view.row) not in {NUMBER, PERCENT} or aligned(view.row).problem != "unit":
        return False
    kinds = {_kind(target.dimension), _kind(result.dimension)}
    return (
        len(kinds) > 1 and kinds != _DAYS and "" not in kinds and (len(kinds & _COUNTED) > 1 or bool(kinds & _MEASURED))
    )


def _kind(dimension: str) -> str:
    """Return the kind of a dimension: people, homes and doings are one each, all others are kinds of their own."""
    groups = (("people", _HEADS), ("homes", _HOMES), ("doings", _DOINGS))
    return next((name for name, members in groups if dimension in members), dimension)


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
    zh="这一行，或同一类里没有单列得分的一行（“其中”各行、合并格），是否填了完成值",
    en="whether it, or a row of its class without a score of its own (a part of it, a merged cell), holds a result",
)
def group_answered(view: ResultView) -> bool:
    return answered(view.row) != BLANK or class_of(view.row) in view.scale.partial


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
    "answered_in",
    STRINGS,
    zh="这一行填了哪几栏：actual（完成值）、completion（完成率）、score（得分）",
    en="which of the cells actual, completion and score of the row are filled",
)
def answered_in(view: ResultView) -> tuple[str, ...]:
    return tuple(field for field in ANSWERS if view.row.filled(field))


def _row(view: ResultView) -> RowView:
    return view.row


SUBJECTS = (SubjectKind(RESULT, in_table=result_views, also=(("indicator", _row), ("value", _row))),)

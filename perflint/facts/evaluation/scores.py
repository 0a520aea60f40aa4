"""The total score of a table beside the scores of its rows, and its grade (domain: self-evaluation)."""

from decimal import Decimal

from perflint.facts.evaluation.points import shown, total
from perflint.facts.evaluation.scoresview import ScoresView, scores_views
from perflint.facts.kind import SubjectKind
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

SCORES = Vocabulary(
    "scores", "自评表的总分、各行得分与等级", "the total score of a self-evaluation, its rows' scores, its grade"
)

_HALF = Decimal("0.5")
_GRADES = pattern(r"优秀|良好|中等|较差|不合格|不及格|合格|及格|一般|优|良|中|差")
_TICKED = pattern(r"[☑√✓✔■☒](?:优秀|良好|中等|较差|优|良|中|差)|(?:优秀|良好|中等|较差|优|良|中|差)[☑√✓✔■☒]")
_RANKS = {"优秀": "优", "优": "优", "良好": "良", "良": "良", "中等": "中", "中": "中", "较差": "差", "差": "差"}
_STEPS = (("优", "evaluation.excellent"), ("良", "evaluation.good"), ("中", "evaluation.fair"))


@SCORES.fact("total_given", BOOL, zh="总分是否为数字", en="whether the total is a number")
def total_given(view: ScoresView) -> bool:
    return view.total is not None


@SCORES.fact("total", STRING, zh="总分，照录", en="the total as typed")
def total_text(view: ScoresView) -> str:
    return view.view.text("total_score").strip()


@SCORES.fact("total_number", DOUBLE, zh="总分，读不出为0", en="the total, 0 where it is no number")
def total_number(view: ScoresView) -> float:
    return float(view.total.value) if view.total else 0.0


@SCORES.fact("sum", DOUBLE, zh="各行得分与预算执行得分之和", en="the scores of the rows and of spending together")
def sum_number(view: ScoresView) -> float:
    return float(view.sums[0])


@SCORES.fact("sum_text", STRING, zh="同上，供提示用", en="the same for a message")
def sum_text(view: ScoresView) -> str:
    return shown(view.sums[0])


@SCORES.fact("rows_sum", STRING, zh="各行得分之和", en="the scores of the rows together")
def rows_sum(view: ScoresView) -> str:
    return shown(total(score.value for score in view.scored))


@SCORES.fact("execution_score", STRING, zh="预算执行得分，没有为0", en="the score of spending, 0 if none")
def execution_score(view: ScoresView) -> str:
    return shown(view.spent[0])


@SCORES.fact(
    "adds_up", BOOL, zh="总分是否等于各项之和（允许四舍五入）", en="whether the total is the sum, but for rounding"
)
def adds_up(view: ScoresView) -> bool:
    if view.total is None:
        return True
    unit = _HALF.scaleb(-view.total.decimals) if view.total.decimals or any(s.decimals for s in view.scored) else 0
    allowed = unit + total(score.slack for score in view.scored) + Decimal("0.000001")
    return any(abs(found - view.total.value) <= allowed for found in view.sums)


@SCORES.fact("scored_rows", INT, zh="有得分的行数", en="number of rows with a score")
def scored_rows(view: ScoresView) -> int:
    return len(view.scored)


@SCORES.fact(
    "unscored",
    INT,
    zh="应有得分而没有的行数（合并格不算）",
    en="number of rows that lack a score, merged cells not counted",
)
def unscored(view: ScoresView) -> int:
    lacking = [group for group in view.groups if group.score != group.weight and len(group.scores) < len(group.weights)]
    blank = [group for group in view.groups if not group.scores]
    return sum(len(group.rows) for group in {id(one): one for one in (*lacking, *blank)}.values())


@SCORES.fact("above_points", INT, zh="得分高于分值的行数", en="number of rows whose score is above their points")
def above_points(view: ScoresView) -> int:
    return sum(0 < group.weight < group.score for group in view.groups)


@SCORES.fact(
    "points",
    DOUBLE,
    zh="全表分值合计（含预算执行），没有印分值为0",
    en="the points of the whole table with spending, 0 where none are printed",
)
def points(view: ScoresView) -> float:
    return float(view.points)


@SCORES.fact("grade", STRING, zh="等级：优、良、中、差，读不出为空", en="the grade: 优, 良, 中 or 差, empty if unclear")
def grade(view: ScoresView) -> str:
    text = fold(view.view.text("grade"))
    ticked = _TICKED.findall(text)
    found = _GRADES.findall(ticked[0] if len(ticked) == 1 else text)
    return _RANKS.get(found[0], "") if len(found) == 1 else ""


@SCORES.fact("grade_due", STRING, zh="按总分应评的等级", en="the grade that the total gives")
def grade_due(view: ScoresView) -> str:
    if view.total is None:
        return ""
    reached = (name for name, key in _STEPS if view.total.value >= Decimal(str(view.scope.settings[key])))
    return next(reached, "差")


SUBJECTS = (SubjectKind(SCORES, in_table=scores_views),)

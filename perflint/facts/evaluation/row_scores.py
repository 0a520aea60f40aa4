"""Facts about the points and the score of a row, merged cells taken together."""

from perflint.facts.evaluation.points import read_points, shown
from perflint.facts.evaluation.result import RESULT
from perflint.facts.evaluation.resultview import ResultView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_BONUS = pattern(r"加分|附加|奖励分|扣分项|减分")


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

"""Facts about a target beside the same project's tables of earlier years (domain: §3.7)."""

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, Vocabulary

ROW_HISTORY = Vocabulary(
    "row_history", "同一项目往年的表里也有的指标", "an indicator that the same project's table of last year has too"
)


class RowHistoryView(Struct, frozen=True):
    """One row, the row of last year, and the mean of three years where the repository has them all."""

    name: str
    value: str
    year: int
    table: str
    yardstick: str
    yardstick_kind: str
    former: str
    class_id: str
    quantity: bool
    rate: bool
    costs: bool
    worse: float
    worse_points: float
    lowered: float
    lowered_points: float
    raised: float
    reasoned: bool
    budget_known: bool
    budget_change: float
    budget_off_mean: float
    new_quantities: int
    other_growth: float
    mean: str
    below_mean: float
    below_mean_points: float
    above_mean: float
    off_mean: float
    spread: float
    mean_printed: bool
    cost_rise: float
    unit: str
    former_unit: str
    redefined: str
    description: str
    former_description: str

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks: the value."""
        return Spot(at)


ROW_HISTORY.attribute("name", STRING, zh="指标名称", en="name of the indicator")
ROW_HISTORY.attribute("value", STRING, zh="本年的指标值", en="this year's target")
ROW_HISTORY.attribute("year", INT, zh="上一年度", en="the year before")
ROW_HISTORY.attribute("table", STRING, zh="上一年度那张表的项目名称", en="project name of the table of the year before")
ROW_HISTORY.attribute(
    "yardstick",
    STRING,
    zh="上年的完成值，没有自评表时为上年的指标值",
    en="last year's result, last year's target where there is none",
)
ROW_HISTORY.attribute(
    "yardstick_kind",
    STRING,
    zh="对照的是什么：result（完成值）、target（指标值）",
    en="what it is compared with: result or target",
)
ROW_HISTORY.attribute("former", STRING, zh="上年的指标值", en="last year's target")
ROW_HISTORY.attribute("class_id", STRING, zh="指标的类别", en="class of the indicator")
ROW_HISTORY.attribute(
    "quantity", BOOL, zh="是否数量指标（不含比率）", en="whether it counts the work (a rate does not)"
)
ROW_HISTORY.attribute("rate", BOOL, zh="是否比率", en="whether it is a rate")
ROW_HISTORY.attribute("costs", BOOL, zh="是否成本指标或金额", en="whether it is of the cost class or in money")
ROW_HISTORY.attribute(
    "worse",
    DOUBLE,
    zh="比上年完成值（没有则指标值）差百分之几，不差或无法比较为0",
    en="percent worse than the yardstick, 0 if not or not comparable",
)
ROW_HISTORY.attribute(
    "worse_points",
    DOUBLE,
    zh="同上，按数值本身（比率即百分点）",
    en="the same in its own unit: percentage points for a rate",
)
ROW_HISTORY.attribute("lowered", DOUBLE, zh="比上年指标值差百分之几", en="percent worse than last year's target")
ROW_HISTORY.attribute("lowered_points", DOUBLE, zh="同上，按数值本身", en="the same in its own unit")
ROW_HISTORY.attribute(
    "raised", DOUBLE, zh="比上年指标值高出（更好）百分之几", en="percent better than last year's target"
)
ROW_HISTORY.attribute(
    "reasoned", BOOL, zh="备注或依据是否说明了变动的原因", en="whether remark or basis give a reason for a change"
)
ROW_HISTORY.attribute(
    "budget_known",
    BOOL,
    zh="两年的预算是否都读得出、单位无疑问",
    en="whether both budgets are known, their units beyond doubt",
)
ROW_HISTORY.attribute(
    "budget_change", DOUBLE, zh="预算比上年增减百分之几，未知为0", en="change of the budget in percent, 0 if unknown"
)
ROW_HISTORY.attribute(
    "budget_off_mean",
    DOUBLE,
    zh="预算比前三年各表的均值增减百分之几，未知为0",
    en="change of the budget against the mean of the tables of three years in percent, 0 if unknown",
)
ROW_HISTORY.attribute("new_quantities", INT, zh="新增的数量指标个数", en="how many quantities are new in the table")
ROW_HISTORY.attribute(
    "other_growth",
    DOUBLE,
    zh="增长最多的数量指标比上年多百分之几",
    en="percent by which the quantity grew that grew most",
)
ROW_HISTORY.attribute(
    "mean",
    STRING,
    zh="前三年（完成值，没有则指标值）的均值，不齐为空",
    en="mean of the three years before (results, else targets), empty if one is missing",
)
ROW_HISTORY.attribute("below_mean", DOUBLE, zh="比该均值差百分之几", en="percent worse than that mean")
ROW_HISTORY.attribute("below_mean_points", DOUBLE, zh="同上，按数值本身", en="the same in its own unit")
ROW_HISTORY.attribute("above_mean", DOUBLE, zh="比该均值好百分之几", en="percent better than that mean")
ROW_HISTORY.attribute(
    "off_mean",
    DOUBLE,
    zh="与该均值相差百分之几（高出只计数量指标）",
    en="percent off that mean (above it: of quantities only)",
)
ROW_HISTORY.attribute(
    "spread",
    DOUBLE,
    zh="三年最大与最小之差占均值的百分之几",
    en="difference of the largest and smallest year in percent of the mean",
)
ROW_HISTORY.attribute(
    "mean_printed", BOOL, zh="本行是否印有前三年均值", en="whether the row prints a mean of three years"
)
ROW_HISTORY.attribute(
    "cost_rise",
    DOUBLE,
    zh="单位成本比上年高百分之几，不是单位成本为0",
    en="percent by which a unit cost rose, 0 for anything else",
)
ROW_HISTORY.attribute("unit", STRING, zh="本年的单位", en="this year's unit")
ROW_HISTORY.attribute("former_unit", STRING, zh="上年的单位", en="last year's unit")
ROW_HISTORY.attribute(
    "redefined",
    STRING,
    zh="内容怎样变了：unit（单位换成了另一种量）、description（指标描述与上年毫无相同之处），没有变为空",
    en="how its meaning changed: unit (of another dimension), description (nothing in common with last year's), empty if it did not",
)
ROW_HISTORY.attribute("description", STRING, zh="本年的指标描述", en="this year's description")
ROW_HISTORY.attribute("former_description", STRING, zh="上年的指标描述", en="last year's description")


SUBJECTS = (SubjectKind(ROW_HISTORY),)

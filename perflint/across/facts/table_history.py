"""Facts about a table beside the same project's tables of earlier years (domain: §3.7)."""

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, STRINGS, Vocabulary

TABLE_HISTORY = Vocabulary(
    "table_history", "一张表与同一项目往年的表", "a table beside the same project's tables of earlier years"
)
DROPPED = Vocabulary("dropped_indicator", "上年有、本年没有的指标", "an indicator of last year that is gone")


class TableHistoryView(Struct, frozen=True):
    """One table, and what one comparison with earlier years found: "" and 0 in all that it is not about."""

    name: str = ""
    year: int = 0
    table: str = ""
    copied_years: int = 0
    copied_share: float = 0.0
    first_copied: int = 0
    stale_text: str = ""
    stale_year: int = 0
    stale_kind: str = ""
    stale_cells: int = 0
    budget: str = ""
    former_budget: str = ""
    budget_change: float = 0.0
    same_work: bool = False
    unit_cost_change: float = 0.0
    reasoned: bool = False
    attributes: tuple[str, ...] = ()
    same_name: bool = False
    projects_last_year: int = 0
    known_elsewhere: bool = False
    prior: str = ""
    prior_difference: float = 0.0
    prior_is_sum: bool = False

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks."""
        return Spot(at)


class DroppedView(Struct, frozen=True):
    """An indicator that last year's table has and this year's has not, nor another one in its place."""

    name: str
    value: str
    year: int
    table: str
    weight: float
    quantity: bool
    first: bool
    in_goal: bool
    reasoned: bool
    gone_share: float
    budget_change: float

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks: the project's name."""
        return Spot(at)


TABLE_HISTORY.attribute("name", STRING, zh="项目名称", en="name of the project")
TABLE_HISTORY.attribute("year", INT, zh="对照的往年年度", en="the earlier year that it is compared with")
TABLE_HISTORY.attribute("table", STRING, zh="那一年那张表的项目名称", en="project name of the table of that year")
TABLE_HISTORY.attribute(
    "copied_years",
    INT,
    zh="往前连续几年的表与本表几乎相同（年度目标相同，指标和指标值大多相同）",
    en="how many years back the tables are nearly the same: the goal, and most indicators with their values",
)
TABLE_HISTORY.attribute(
    "copied_share", DOUBLE, zh="与上年相同的指标占百分之几", en="percent of the indicators that are as last year"
)
TABLE_HISTORY.attribute("first_copied", INT, zh="从哪一年起相同", en="the year from which they are the same")
TABLE_HISTORY.attribute(
    "stale_text",
    STRING,
    zh="照抄上年、年份没有更新的文字",
    en="text copied from last year whose year was not brought up to date",
)
TABLE_HISTORY.attribute("stale_year", INT, zh="其中的年份", en="the year in it")
TABLE_HISTORY.attribute(
    "stale_kind",
    STRING,
    zh="own（上年自己的年份）、figures（更早年份的数据）",
    en="own (last year's own year) or figures (data of an older year)",
)
TABLE_HISTORY.attribute("stale_cells", INT, zh="这样的单元格数", en="number of such cells")
TABLE_HISTORY.attribute("budget", STRING, zh="本年预算，照录", en="this year's budget as typed")
TABLE_HISTORY.attribute("former_budget", STRING, zh="上年预算，照录", en="last year's budget as typed")
TABLE_HISTORY.attribute(
    "budget_change", DOUBLE, zh="预算增减百分之几，未知为0", en="change of the budget in percent, 0 if unknown"
)
TABLE_HISTORY.attribute(
    "same_work", BOOL, zh="数量指标是否与上年完全相同", en="whether the quantities are the same as last year"
)
TABLE_HISTORY.attribute(
    "unit_cost_change",
    DOUBLE,
    zh="预算除以数量，比上年高百分之几（取增长最多的数量）",
    en="percent by which the budget for one of a quantity rose (of the quantity that grew most)",
)
TABLE_HISTORY.attribute(
    "reasoned", BOOL, zh="表的备注是否说明了变动的原因", en="whether the table's remark gives a reason for a change"
)
TABLE_HISTORY.attribute("attributes", STRINGS, zh="项目属性中勾选的项", en="what is ticked as attribute of the project")
TABLE_HISTORY.attribute(
    "same_name", BOOL, zh="往年有没有同名的项目", en="whether an earlier year has a project of this name"
)
TABLE_HISTORY.attribute(
    "projects_last_year", INT, zh="本单位上年的项目表数", en="number of project tables of the agency in the year before"
)
TABLE_HISTORY.attribute(
    "known_elsewhere",
    BOOL,
    zh="上年有没有名称相近的项目，或别的单位有没有同名、同编码的项目",
    en="whether last year has a project called alike, or another agency one of this name or code",
)
TABLE_HISTORY.attribute("prior", STRING, zh="以前年度预算安排，照录", en="budget of earlier years as typed")
TABLE_HISTORY.attribute(
    "prior_difference",
    DOUBLE,
    zh="它与上年那张表的预算相差百分之几（扣除四舍五入）",
    en="percent by which it differs from the budget of last year's table, rounding apart",
)
TABLE_HISTORY.attribute(
    "prior_is_sum",
    BOOL,
    zh="是否等于往年某一年或几年合计",
    en="whether it is the budget of another year, or of several together",
)
DROPPED.attribute("name", STRING, zh="指标名称", en="name of the indicator")
DROPPED.attribute("value", STRING, zh="上年的指标值", en="last year's target")
DROPPED.attribute("year", INT, zh="上一年度", en="the year before")
DROPPED.attribute("table", STRING, zh="上一年度那张表的项目名称", en="project name of the table of the year before")
DROPPED.attribute("weight", DOUBLE, zh="上年的权重，没有为0", en="its weight last year, 0 if none")
DROPPED.attribute("quantity", BOOL, zh="是否数量指标", en="whether it counts the work")
DROPPED.attribute("first", BOOL, zh="是否上年的第一个数量指标", en="whether it was the first quantity of last year")
DROPPED.attribute(
    "in_goal", BOOL, zh="本年的年度目标是否仍写着它的指标值", en="whether this year's goal still has its target"
)
DROPPED.attribute(
    "reasoned", BOOL, zh="表的备注是否说明了变动的原因", en="whether the table's remark gives a reason for a change"
)
DROPPED.attribute(
    "gone_share", DOUBLE, zh="上年的指标没有了百分之几", en="percent of last year's indicators that are gone"
)
DROPPED.attribute(
    "budget_change", DOUBLE, zh="预算增减百分之几，未知为0", en="change of the budget in percent, 0 if unknown"
)


SUBJECTS = (SubjectKind(TABLE_HISTORY), SubjectKind(DROPPED))

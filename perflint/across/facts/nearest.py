"""Facts about a project beside the most similar other ones of its agency and year, whatever thresholds there are."""

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import DOUBLE, INT, STRING, Vocabulary

NEAREST = Vocabulary(
    "nearest",
    "一个项目，对照同一单位同一年度与它最相像的项目（不设界限，由规则自己定）",
    "a project beside those of its agency and year that are most like it (no threshold: the rule sets its own)",
)


class NearestView(Struct, frozen=True):
    """A project and its nearest ones by goal and by rows; shares in percent, "" and 0 where there is none."""

    name: str
    others: int
    total_yuan: float
    goal_project: str
    goal_share: float
    row_project: str
    row_share: float
    shared_rows: int
    rows: int

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks: project.name, goals.annual, budget.total."""
        return Spot(at)


NEAREST.attribute("name", STRING, zh="项目名称", en="name of the project")
NEAREST.attribute("others", INT, zh="一同比较的其他项目数", en="number of other projects it is compared with")
NEAREST.attribute(
    "total_yuan", DOUBLE, zh="年度资金总额（元），读不出为0", en="the year's total in 元, 0 if unreadable"
)
NEAREST.attribute(
    "goal_share",
    DOUBLE,
    zh="年度目标与最相像的项目相同的百分数：两段文字里相邻两字的组合，相同的占较多一方的百分之几",
    en="percent of the annual goal shared with the most similar project: pairs of neighbouring characters in both, of the larger of the two",
)
NEAREST.attribute(
    "goal_project",
    STRING,
    zh="年度目标最相像的项目，没有为空",
    en="the project with the most similar annual goal, empty if none",
)
NEAREST.attribute(
    "row_share",
    DOUBLE,
    zh="与指标最相同的项目相同的指标，占较多一方的百分之几（名称和指标值都相同，不计成本）",
    en="percent of the indicators shared with the project that has most of them, of the larger of the two (name and value, cost not counted)",
)
NEAREST.attribute(
    "row_project", STRING, zh="指标最相同的项目，没有为空", en="the project that shares most indicators, empty if none"
)
NEAREST.attribute("shared_rows", INT, zh="与那个项目相同的指标数", en="number of indicators shared with it")
NEAREST.attribute(
    "rows", INT, zh="本项目的指标数（不计成本）", en="number of the project's indicators, cost not counted"
)

SUBJECTS = (SubjectKind(NEAREST),)

"""Facts about what a table prints of a project's past, or promises again, beside what the repository has (domain: §3.7)."""

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, Vocabulary

PRINTED = Vocabulary(
    "printed_figure", "表上印的历史值、规划值，与往年的表对照", "a printed figure of earlier years beside the tables of these years"
)  # fmt: skip
APPROVED = Vocabulary(
    "approved_target",
    "自评表的指标值，与批复的目标表对照",
    "a target in a self-evaluation beside the one that was approved",
)


class PrintedView(Struct, frozen=True):
    """A figure that a row prints, and what the repository has for it."""

    name: str
    field_zh: str
    field_en: str
    printed: str
    recorded: str
    recorded_kind: str
    year: int
    table: str
    difference: float
    reasoned: bool

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks: the printed figure."""
        return Spot(at)


class ApprovedView(Struct, frozen=True):
    """A target of a self-evaluation, and the same project's target of the same year before it was evaluated."""

    name: str
    value: str
    approved: str
    table: str
    stage: str
    worse: float
    difference: float
    reasoned: bool

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks: the target."""
        return Spot(at)


PRINTED.attribute("name", STRING, zh="指标名称", en="name of the indicator")
PRINTED.attribute("field_zh", STRING, zh="哪一栏（中文）", en="which cell, in Chinese")
PRINTED.attribute("field_en", STRING, zh="哪一栏（英文）", en="which cell, in English")
PRINTED.attribute("printed", STRING, zh="表上印的数", en="the figure as printed")
PRINTED.attribute("recorded", STRING, zh="往年的表上的数", en="the figure in the tables of earlier years")
PRINTED.attribute(
    "recorded_kind",
    STRING,
    zh="那个数是什么：result（完成值）、printed（当年印的历史值）、target（指标值）",
    en="what that figure is: result, printed (a figure of the past printed then) or target",
)
PRINTED.attribute("year", INT, zh="那张表的年度", en="year of that table")
PRINTED.attribute("table", STRING, zh="那张表的项目名称", en="project name of that table")
PRINTED.attribute(
    "difference", DOUBLE, zh="相差百分之几（扣除四舍五入）", en="percent by which the two differ, rounding apart"
)
PRINTED.attribute("reasoned", BOOL, zh="备注或来源是否说明了原因", en="whether remark or source give a reason")
APPROVED.attribute("name", STRING, zh="指标名称", en="name of the indicator")
APPROVED.attribute("value", STRING, zh="自评表上的指标值", en="the target in the self-evaluation")
APPROVED.attribute("approved", STRING, zh="目标表上的指标值", en="the target that was approved")
APPROVED.attribute("table", STRING, zh="那张目标表的项目名称", en="project name of that table")
APPROVED.attribute("stage", STRING, zh="那张目标表的编制阶段，没有写为空", en="stage of that table, empty if none")
APPROVED.attribute("worse", DOUBLE, zh="比批复的低（差）百分之几", en="percent worse than the approved target")
APPROVED.attribute(
    "difference", DOUBLE, zh="与批复的相差百分之几", en="percent by which it differs from the approved target"
)
APPROVED.attribute("reasoned", BOOL, zh="备注是否说明了调整", en="whether a remark gives a reason for a change")


SUBJECTS = (SubjectKind(PRINTED), SubjectKind(APPROVED))

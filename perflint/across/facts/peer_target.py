"""Facts about a target beside the targets that many other tables of the year have under the same name."""

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, Vocabulary

PEER_TARGET = Vocabulary(
    "peer_target", "许多表里都有的指标", "an indicator that many tables of the year have, of whatever agency"
)


class PeerTargetView(Struct, frozen=True):
    """One target, and the median of all with its name, unit and class in the year."""

    name: str
    value: str
    year: int
    tables: int
    median: str
    deviations: float
    factor: float
    spread: float
    generic: bool

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks: the value."""
        return Spot(at)


PEER_TARGET.attribute("name", STRING, zh="指标名称", en="name of the indicator")
PEER_TARGET.attribute("value", STRING, zh="本表的指标值", en="target value in this table")
PEER_TARGET.attribute("year", INT, zh="年度", en="the year")
PEER_TARGET.attribute(
    "tables",
    INT,
    zh="当年有同名、同单位、同类别指标的表数",
    en="number of tables of the year with an indicator of this name, unit and class",
)
PEER_TARGET.attribute("median", STRING, zh="这些指标值的中位数", en="median of their targets")
PEER_TARGET.attribute(
    "deviations",
    DOUBLE,
    zh="与中位数相差几个“绝对偏差中位数”（都相同时按中位数的百分之一计）",
    en="how many median absolute deviations it is from the median (a hundredth of the median where all are equal)",
)
PEER_TARGET.attribute(
    "factor",
    DOUBLE,
    zh="是中位数的几倍，低于时为中位数是它的几倍",
    en="how many times the median it is, or the median is of it",
)
PEER_TARGET.attribute(
    "spread", DOUBLE, zh="绝对偏差中位数占中位数的百分之几", en="the median absolute deviation in percent of the median"
)
PEER_TARGET.attribute(
    "generic", BOOL, zh="名称是否太笼统，各表说的未必是一回事", en="whether the name is too general to mean one thing"
)


SUBJECTS = (SubjectKind(PEER_TARGET),)

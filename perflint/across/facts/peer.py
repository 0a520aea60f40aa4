"""Facts about an indicator that another table of the agency and year has too."""

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import BOOL, INT, STRING, Vocabulary

PEER = Vocabulary(
    "peer", "同一单位同一年度另一张表里也有的指标", "an indicator that another table of the agency and year has too"
)


class PeerView(Struct, frozen=True):
    """One indicator row, and the row of the same name and class in another table that it is compared with."""

    name: str
    value: str
    other_value: str
    other_table: str
    tables: int
    same_number: bool
    comparators_differ: bool
    agency_fact: bool
    descriptions_equal: bool
    purposes_overlap: bool
    money: bool

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks: the value."""
        return Spot(at)


PEER.attribute("name", STRING, zh="指标名称", en="name of the indicator")
PEER.attribute("value", STRING, zh="本表的指标值", en="target value in this table")
PEER.attribute("other_value", STRING, zh="另一张表的指标值", en="target value in the other table")
PEER.attribute("other_table", STRING, zh="另一张表的项目名称", en="project name of the other table")
PEER.attribute("tables", INT, zh="与另一张表写法相同的表数", en="number of tables that say what the other one says")
PEER.attribute("same_number", BOOL, zh="两处数字和单位是否相同", en="whether number and unit are the same")


@PEER.fact("values_differ", BOOL, zh="单位相同而数字不同", en="whether the unit is the same and the number is not")
def values_differ(view: PeerView) -> bool:
    return not view.same_number


PEER.attribute("comparators_differ", BOOL, zh="两处比较符号是否不同", en="whether the comparators differ (none is =)")
PEER.attribute(
    "agency_fact",
    BOOL,
    zh="名称说的是不是整个单位的情况（人数、编制、家数、面积、保障率），不是某个项目的工作量",
    en="whether the name is a fact of the whole agency (staff, posts, firms, area, support rate), no work of one project",
)
PEER.attribute(
    "descriptions_equal", BOOL, zh="两处指标描述是否相同且不空", en="whether the descriptions are equal and not blank"
)
PEER.attribute(
    "purposes_overlap",
    BOOL,
    zh="两个项目的名称和年度目标内容是否都重合",
    en="whether both the project names and the annual goals are about the same matter",
)
PEER.attribute("money", BOOL, zh="是否成本指标或金额", en="whether the indicator is of the cost class or in money")


SUBJECTS = (SubjectKind(PEER),)

"""Facts about an indicator that another table of the agency and year has too."""

from msgspec import Struct

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


@PEER.fact("name", STRING, zh="指标名称", en="name of the indicator")
def name(view: PeerView) -> str:
    return view.name


@PEER.fact("value", STRING, zh="本表的指标值", en="target value in this table")
def value(view: PeerView) -> str:
    return view.value


@PEER.fact("other_value", STRING, zh="另一张表的指标值", en="target value in the other table")
def other_value(view: PeerView) -> str:
    return view.other_value


@PEER.fact("other_table", STRING, zh="另一张表的项目名称", en="project name of the other table")
def other_table(view: PeerView) -> str:
    return view.other_table


@PEER.fact("tables", INT, zh="与另一张表写法相同的表数", en="number of tables that say what the other one says")
def tables(view: PeerView) -> int:
    return view.tables


@PEER.fact("same_number", BOOL, zh="两处数字和单位是否相同", en="whether number and unit are the same")
def same_number(view: PeerView) -> bool:
    return view.same_number


@PEER.fact("values_differ", BOOL, zh="单位相同而数字不同", en="whether the unit is the same and the number is not")
def values_differ(view: PeerView) -> bool:
    return not view.same_number


@PEER.fact("comparators_differ", BOOL, zh="两处比较符号是否不同", en="whether the comparators differ (none is =)")
def comparators_differ(view: PeerView) -> bool:
    return view.comparators_differ


@PEER.fact(
    "agency_fact", BOOL,
    zh="名称说的是不是整个单位的情况（人数、编制、家数、面积、保障率），不是某个项目的工作量",
    en="whether the name is a fact of the whole agency (staff, posts, firms, area, support rate), no work of one project",
)  # fmt: skip
def agency_fact(view: PeerView) -> bool:
    return view.agency_fact


@PEER.fact(
    "descriptions_equal", BOOL, zh="两处指标描述是否相同且不空", en="whether the descriptions are equal and not blank"
)
def descriptions_equal(view: PeerView) -> bool:
    return view.descriptions_equal


@PEER.fact(
    "purposes_overlap", BOOL,
    zh="两个项目的名称和年度目标内容是否都重合",
    en="whether both the project names and the annual goals are about the same matter",
)  # fmt: skip
def purposes_overlap(view: PeerView) -> bool:
    return view.purposes_overlap


@PEER.fact("money", BOOL, zh="是否成本指标或金额", en="whether the indicator is of the cost class or in money")
def money(view: PeerView) -> bool:
    return view.money

"""Facts about a table among the others of its agency and year, and about an indicator that another table has too."""

from dataclasses import dataclass

from perflint.facts.spot import Spot
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, Vocabulary

MEMBER = Vocabulary("member", "同一单位同一年度各张表里的一张", "one table among those of its agency and year")
PEER = Vocabulary(
    "peer", "同一单位同一年度另一张表里也有的指标", "an indicator that another table of the agency and year has too"
)


@dataclass(frozen=True, slots=True)
class MemberView:
    """One table among others: its code, goal and year, and what others have in common with it ("" and 0: none)."""

    code: str = ""
    code_table: str = ""
    goal: str = ""
    goal_similarity: float = 0.0
    goal_twin: str = ""
    goal_twins: int = 0
    year: int = 0
    usual_year: int = 0

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks: project.code, goals.annual or year."""
        return Spot(at)


@dataclass(frozen=True, slots=True)
class PeerView:
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


@MEMBER.fact(
    "duplicate_code", BOOL, zh="别的表是否用了同一项目编码", en="whether another table has the same project code"
)
def duplicate_code(view: MemberView) -> bool:
    return bool(view.code_table)


@MEMBER.fact("code", STRING, zh="项目编码", en="project code")
def code(view: MemberView) -> str:
    return view.code


@MEMBER.fact(
    "other_code_table", STRING, zh="用了同一编码的另一张表", en="another table with the same code, empty if none"
)
def other_code_table(view: MemberView) -> str:
    return view.code_table


@MEMBER.fact(
    "goal_similarity", DOUBLE,
    zh="年度目标与别的项目最多有多相似（0–1），低于设定的界限记为0",
    en="how alike the annual goal and the most similar one of another project are (0 to 1); 0 below the limit set",
)  # fmt: skip
def goal_similarity(view: MemberView) -> float:
    return view.goal_similarity


@MEMBER.fact("goal", STRING, zh="年度目标", en="annual goal")
def goal(view: MemberView) -> str:
    return view.goal


@MEMBER.fact(
    "goal_twin", STRING, zh="年度目标最相似的另一项目", en="the other project with the most similar annual goal"
)
def goal_twin(view: MemberView) -> str:
    return view.goal_twin


@MEMBER.fact("goal_twins", INT, zh="年度目标雷同的其他项目数", en="number of other projects with such a goal")
def goal_twins(view: MemberView) -> int:
    return view.goal_twins


@MEMBER.fact(
    "year_deviates", BOOL,
    zh="同一文件或文件夹里、同一单位的表都是另一年度，只有这张不同",
    en="whether the agency's other tables in the file or folder are of another year, and only this one is not",
)  # fmt: skip
def year_deviates(view: MemberView) -> bool:
    return view.usual_year != 0


@MEMBER.fact("year", INT, zh="年度", en="budget year")
def year(view: MemberView) -> int:
    return view.year


@MEMBER.fact(
    "usual_year", INT, zh="其他表的年度，没有不同时为0", en="year of the other tables, 0 if this one does not differ"
)
def usual_year(view: MemberView) -> int:
    return view.usual_year


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

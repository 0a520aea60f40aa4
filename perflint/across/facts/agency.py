"""Facts about all the tables of an agency in a year: how much they ask for together, and from where."""

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import DOUBLE, INT, STRING, Unknown, Vocabulary

AGENCY = Vocabulary("agency", "一个单位一个年度的全部表", "all tables of an agency in a year")
_HALF_KNOWN = Unknown(
    "有项目的资金总额或财政拨款没有填、读不出", "a project's total or its fiscal money is missing or unreadable"
)
_NO_DEPARTMENT = Unknown("没有部门整体表，或表上没有总额", "there is no table of the department, or it gives no total")


class AgencyView(Struct, frozen=True):
    """The tables of an agency in a year; money in 元, None where a table leaves it open."""

    name: str
    year: int
    projects: int
    unread: int
    total_yuan: float
    fiscal_yuan: float | None
    department_yuan: float | None
    largest: str
    largest_yuan: float

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks in the agency's first table."""
        return Spot(at)


AGENCY.attribute("name", STRING, zh="单位名称", en="name of the agency")
AGENCY.attribute("year", INT, zh="年度", en="budget year")
AGENCY.attribute(
    "projects",
    INT,
    zh="项目表的张数（同一项目存了几份的算一张）",
    en="number of projects; one that is kept several times counts once",
)
AGENCY.attribute(
    "projects_unread",
    INT,
    zh="其中资金总额没有填、读不出的",
    en="those whose total is missing or unreadable",
    of="unread",
)
AGENCY.attribute(
    "total_yuan", DOUBLE, zh="各项目资金总额之和（元）", en="what the totals of the projects add up to, in 元"
)
AGENCY.attribute("largest", STRING, zh="资金最多的项目", en="the project with the most money")
AGENCY.attribute("largest_yuan", DOUBLE, zh="该项目的资金总额（元）", en="the total of that project in 元")


@AGENCY.fact(
    "fiscal_yuan",
    DOUBLE,
    optional=True,
    zh="各项目财政拨款之和（元）",
    en="fiscal money of the projects together, in 元",
)
def fiscal_yuan(agency: AgencyView) -> float | Unknown:
    return _HALF_KNOWN if agency.fiscal_yuan is None else agency.fiscal_yuan


@AGENCY.fact(
    "fiscal_share", DOUBLE, optional=True, zh="财政拨款占总额的百分数", en="percent of the total that is fiscal money"
)
def fiscal_share(agency: AgencyView) -> float | Unknown:
    if agency.fiscal_yuan is None or agency.unread or agency.total_yuan <= 0:
        return _HALF_KNOWN
    return round(100 * agency.fiscal_yuan / agency.total_yuan, 2)


@AGENCY.fact(
    "largest_share",
    DOUBLE,
    optional=True,
    zh="资金最多的项目占总额的百分数",
    en="percent of the total that the largest project takes",
)
def largest_share(agency: AgencyView) -> float | Unknown:
    if agency.unread or agency.total_yuan <= 0:
        return _HALF_KNOWN
    return round(100 * agency.largest_yuan / agency.total_yuan, 2)


@AGENCY.fact(
    "department_yuan",
    DOUBLE,
    optional=True,
    zh="部门整体表的资金总额（元）",
    en="total of the department's table in 元",
)
def department_yuan(agency: AgencyView) -> float | Unknown:
    return _NO_DEPARTMENT if agency.department_yuan is None else agency.department_yuan


SUBJECTS = (SubjectKind(AGENCY),)

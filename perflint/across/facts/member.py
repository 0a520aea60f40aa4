"""Facts about a table among the others of its agency and year."""

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, STRINGS, Vocabulary

MEMBER = Vocabulary("member", "同一单位同一年度各张表里的一张", "one table among those of its agency and year")


class MemberView(Struct, frozen=True):
    """One table among others, and what one comparison found: "" and 0 in all that it is not about."""

    code: str = ""
    other_code: str = ""
    other_code_table: str = ""
    same_project: bool = False
    stage: str = ""
    goal: str = ""
    goal_similarity: float = 0.0
    goal_twin: str = ""
    goal_twins: int = 0
    year: int = 0
    usual_year: int = 0
    name: str = ""
    other_name: str = ""
    plain_name: str = ""
    other_plain_name: str = ""
    stem: str = ""
    other_stem: str = ""
    row_twin: str = ""
    row_twins: int = 0
    row_share: float = 0.0
    shared_rows: int = 0
    own_rows: int = 0
    task: str = ""
    tasks: str = ""
    plain_task: str = ""
    plain_tasks: tuple[str, ...] = ()
    currency: str = ""
    other_currency: str = ""
    currency_given: bool = False
    currency_table: str = ""
    currency_guessed: bool = False
    profile: str = ""
    usual_profile: str = ""
    plan: str = ""
    plan_sharers: int = 0
    plan_projects: int = 0
    own_cost: float = 0.0
    like_cost: float = 0.0
    unit_cost: str = ""
    usual_cost: str = ""
    unit_cost_twin: str = ""

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks: project.code, goals.annual or year."""
        return Spot(at)


MEMBER.attribute("code", STRING, zh="项目编码", en="project code")
MEMBER.attribute("other_code", STRING, zh="另一张表的项目编码", en="project code of the other table")
MEMBER.attribute(
    "other_code_table", STRING, zh="用了同一编码的另一张表", en="another table with the same code, empty if none"
)
MEMBER.attribute(
    "same_project",
    BOOL,
    zh="用同一编码的几张表是否名称也相同（同一项目的表存了几份）",
    en="whether the tables under one code have one name too: one project, kept several times",
)
MEMBER.attribute(
    "stage", STRING, zh="这些表写明的编制阶段，没有写为空", en="the stage that these tables give, empty if none"
)
MEMBER.attribute(
    "goal_similarity",
    DOUBLE,
    zh="年度目标与别的项目最多有多相似（0–1），低于设定的界限记为0",
    en="how alike the annual goal and the most similar one of another project are (0 to 1); 0 below the limit set",
)
MEMBER.attribute("goal", STRING, zh="年度目标", en="annual goal")
MEMBER.attribute(
    "goal_twin", STRING, zh="年度目标最相似的另一项目", en="the other project with the most similar annual goal"
)
MEMBER.attribute("goal_twins", INT, zh="年度目标雷同的其他项目数", en="number of other projects with such a goal")
MEMBER.attribute("year", INT, zh="年度", en="budget year")
MEMBER.attribute(
    "usual_year",
    INT,
    zh="同一文件或文件夹里、同一单位其他表的年度；几个年度各有两张以上，或同名的表在那一年也有，就不作比较",
    en="year of the agency's other tables in the file or folder; nothing is compared where several years have two tables each, "
    "or where a table of that name is there for the usual year too",
)
MEMBER.attribute("name", STRING, zh="项目名称", en="name of the project")
MEMBER.attribute("other_name", STRING, zh="另一项目的名称", en="name of the other project")
MEMBER.attribute(
    "plain_name", STRING, zh="项目名称，不计全角半角和空格", en="name of the project, width and blanks apart"
)
MEMBER.attribute(
    "other_plain_name",
    STRING,
    zh="另一项目的名称，不计全角半角和空格",
    en="name of the other project, width and blanks apart",
)
MEMBER.attribute(
    "stem",
    STRING,
    zh="项目名称去掉末尾的f、1、（二）之类（不足四字的不作比较）",
    en="name of the project without a last f, 1 or （二）; of four characters at least",
)
MEMBER.attribute("other_stem", STRING, zh="另一项目的名称，同样去掉末尾", en="the other project's name, likewise")
MEMBER.attribute(
    "row_twin",
    STRING,
    zh="指标大多相同的另一项目，没有为空",
    en="another project that has mostly the same indicators and values, empty if none",
)
MEMBER.attribute(
    "row_share",
    DOUBLE,
    zh="与那个项目相同的指标占两者中较多一方的百分之几",
    en="percent of the larger of the two that these shared indicators are",
)
MEMBER.attribute("row_twins", INT, zh="指标大多相同的其他项目数", en="number of such projects")
MEMBER.attribute(
    "shared_rows",
    INT,
    zh="与那个项目相同的指标数（名称和指标值都相同，不计成本）",
    en="number of indicators shared (name and value, cost not counted)",
)
MEMBER.attribute(
    "own_rows", INT, zh="本表的指标数（不计成本）", en="number of the table's indicators, cost not counted"
)
MEMBER.attribute(
    "task", STRING, zh="本项目写的对应任务，没有写为空", en="the task that the project names, empty if none"
)
MEMBER.attribute("tasks", STRING, zh="部门表里的任务（前五项）", en="the tasks of the department, the first five")
MEMBER.attribute("plain_task", STRING, zh="对应任务，不计标点和空格", en="the task named, punctuation and blanks apart")
MEMBER.attribute(
    "plain_tasks",
    STRINGS,
    zh="部门表里的全部任务，不计标点和空格；没有一个项目写对应任务时为空",
    en="all tasks of the department, punctuation and blanks apart; empty where no project names one",
)
MEMBER.attribute(
    "currency",
    STRING,
    zh="金额单位：写明的，或从数字看出的",
    en="unit of money: as given, or as the figures show it",
)
MEMBER.attribute(
    "other_currency",
    STRING,
    zh="别的表的金额单位；同一批表里元、万元都有才作比较",
    en="unit of money of other tables; compared where some of the tables are in 元 and some in 万元",
)
MEMBER.attribute(
    "currency_given",
    BOOL,
    zh="金额单位是否写明（在表上或预算数后面）",
    en="whether the unit is given, in its cell or behind the budget",
)
MEMBER.attribute("currency_table", STRING, zh="金额单位不同的另一张表", en="a table with the other unit of money")
MEMBER.attribute(
    "currency_guessed",
    BOOL,
    zh="金额单位是否仅凭数字大小推断",
    en="whether the unit is guessed from the size of the numbers only",
)
MEMBER.attribute("profile", STRING, zh="本表的模板", en="profile of the table")
MEMBER.attribute("usual_profile", STRING, zh="多数表的模板", en="profile that most of the tables have")
MEMBER.attribute("plan", STRING, zh="最多项目共用的支出计划", en="spending plan that most projects share")
MEMBER.attribute("plan_sharers", INT, zh="支出计划相同的项目数", en="number of projects with this plan")
MEMBER.attribute("plan_projects", INT, zh="有支出计划的项目数", en="number of projects with a plan")
MEMBER.attribute(
    "own_cost", DOUBLE, zh="预算除以主要数量（元），不作比较为0", en="budget by main quantity in 元, 0 if not compared"
)
MEMBER.attribute(
    "like_cost",
    DOUBLE,
    zh="同类项目的单位成本（元，中位数）：数的是同一样东西，项目名称有共同的字",
    en="the same of similar projects (median): they count the same thing and have words of their names in common",
)
MEMBER.attribute("unit_cost", STRING, zh="单位成本，连同单位", en="the unit cost with its unit")
MEMBER.attribute("usual_cost", STRING, zh="同类项目的单位成本（中位数）", en="unit cost of similar projects (median)")
MEMBER.attribute("unit_cost_twin", STRING, zh="同类的另一项目", en="another such project")


SUBJECTS = (SubjectKind(MEMBER),)

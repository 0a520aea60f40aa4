"""Facts about a table among the others of its agency and year."""

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, Vocabulary

MEMBER = Vocabulary("member", "同一单位同一年度各张表里的一张", "one table among those of its agency and year")


class MemberView(Struct, frozen=True):
    """One table among others, and what one comparison found: "" and 0 in all that it is not about."""

    code: str = ""
    code_table: str = ""
    same_project: bool = False
    stage: str = ""
    goal: str = ""
    goal_similarity: float = 0.0
    goal_twin: str = ""
    goal_twins: int = 0
    year: int = 0
    usual_year: int = 0
    name: str = ""
    name_code: str = ""
    split_twin: str = ""
    row_twin: str = ""
    row_twins: int = 0
    shared_rows: int = 0
    own_rows: int = 0
    task_stray: bool = False
    task: str = ""
    tasks: str = ""
    currency: str = ""
    other_currency: str = ""
    currency_table: str = ""
    currency_guessed: bool = False
    profile: str = ""
    usual_profile: str = ""
    plan: str = ""
    plan_sharers: int = 0
    plan_projects: int = 0
    unit_cost: str = ""
    usual_cost: str = ""
    unit_cost_twin: str = ""

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks: project.code, goals.annual or year."""
        return Spot(at)


@MEMBER.fact(
    "duplicate_code", BOOL, zh="别的表是否用了同一项目编码", en="whether another table has the same project code"
)
def duplicate_code(view: MemberView) -> bool:
    return bool(view.code_table)


MEMBER.attribute("code", STRING, zh="项目编码", en="project code")


@MEMBER.fact(
    "other_code_table", STRING, zh="用了同一编码的另一张表", en="another table with the same code, empty if none"
)
def other_code_table(view: MemberView) -> str:
    return view.code_table


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


@MEMBER.fact(
    "year_deviates", BOOL,
    zh="同一文件或文件夹里、同一单位的表都是另一年度，只有这张不同",
    en="whether the agency's other tables in the file or folder are of another year, and only this one is not",
)  # fmt: skip
def year_deviates(view: MemberView) -> bool:
    return view.usual_year != 0


MEMBER.attribute("year", INT, zh="年度", en="budget year")
MEMBER.attribute(
    "usual_year", INT, zh="其他表的年度，没有不同时为0", en="year of the other tables, 0 if this one does not differ"
)
MEMBER.attribute("name", STRING, zh="项目名称", en="name of the project")
MEMBER.attribute(
    "name_code",
    STRING,
    zh="名称相同的另一项目的编码，没有为空",
    en="code of another project of the same name, empty if none",
)
MEMBER.attribute(
    "split_twin",
    STRING,
    zh="名称只差末尾f、1、（二）之类的另一项目，没有为空",
    en="another project whose name differs in a last f, 1 or （二） only, empty if none",
)
MEMBER.attribute(
    "row_twin",
    STRING,
    zh="指标大多相同的另一项目，没有为空",
    en="another project that has mostly the same indicators and values, empty if none",
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
    "task_stray",
    BOOL,
    zh="部门表列有任务、别的项目写了对应任务，本项目没有写或写的不在其中",
    en="whether the department has tasks, other projects name theirs, and this one names none of them",
)
MEMBER.attribute(
    "task", STRING, zh="本项目写的对应任务，没有写为空", en="the task that the project names, empty if none"
)
MEMBER.attribute("tasks", STRING, zh="部门表里的任务", en="the tasks of the department")
MEMBER.attribute(
    "currency",
    STRING,
    zh="没有写明金额单位、从数字看出的单位，不矛盾时为空",
    en="unit of money that the figures show where none is given, empty without contradiction",
)
MEMBER.attribute("other_currency", STRING, zh="别的表的金额单位", en="unit of money of other tables")
MEMBER.attribute("currency_table", STRING, zh="金额单位不同的另一张表", en="a table with the other unit of money")
MEMBER.attribute(
    "currency_guessed",
    BOOL,
    zh="金额单位是否仅凭数字大小推断",
    en="whether the unit is guessed from the size of the numbers only",
)
MEMBER.attribute(
    "profile", STRING, zh="本表的模板，与别的表相同时为空", en="profile of the table, empty if it is that of the others"
)
MEMBER.attribute("usual_profile", STRING, zh="别的表的模板", en="profile of the other tables")
MEMBER.attribute(
    "plan", STRING, zh="多数项目共用的支出计划，没有为空", en="spending plan that most projects share, empty if none"
)
MEMBER.attribute("plan_sharers", INT, zh="支出计划相同的项目数", en="number of projects with this plan")
MEMBER.attribute("plan_projects", INT, zh="有支出计划的项目数", en="number of projects with a plan")
MEMBER.attribute(
    "unit_cost",
    STRING,
    zh="预算除以主要数量的结果，与同类项目相差三倍以内为空",
    en="budget divided by main quantity, empty within three times that of similar projects",
)
MEMBER.attribute("usual_cost", STRING, zh="同类项目的单位成本（中位数）", en="unit cost of similar projects (median)")
MEMBER.attribute("unit_cost_twin", STRING, zh="同类的另一项目", en="another such project")


SUBJECTS = (SubjectKind(MEMBER),)

"""Facts about a department's target or task that its projects have too (domain: §3.11, XTB007, XTB008, XTB018)."""

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING, Vocabulary

DEPARTMENT_TARGET = Vocabulary(
    "department_target", "部门表里、它的项目也有的指标", "a target of the department that its projects have too"
)
DEPARTMENT_TASK = Vocabulary(
    "department_task", "部门的一项任务与点名它的项目", "a task of the department, and the projects that name it"
)


class DepartmentTargetView(Struct, frozen=True):
    """A row of the department, and the row of a project that it is compared with, or the sum of several."""

    name: str
    value: str
    other_value: str
    other_table: str
    number: float
    other_number: float
    projects: int
    summed: int
    weaker: bool
    total: str

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks: the value."""
        return Spot(at)


class DepartmentTaskView(Struct, frozen=True):
    """A task with its money, and the money of the projects that name it."""

    name: str
    total: str
    sum: str
    terms: str
    projects: int
    difference: float
    tolerance: float

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks: the task's total."""
        return Spot(at)


DEPARTMENT_TARGET.attribute("name", STRING, zh="指标名称", en="name of the indicator")
DEPARTMENT_TARGET.attribute("value", STRING, zh="部门的指标值", en="the department's target")
DEPARTMENT_TARGET.attribute(
    "other_value", STRING, zh="项目的指标值（相差最大的）", en="the project's target, the one that differs most"
)
DEPARTMENT_TARGET.attribute("other_table", STRING, zh="那个项目的名称", en="name of that project")
DEPARTMENT_TARGET.attribute(
    "projects", INT, zh="与部门不同（或合计在内）的项目数", en="number of projects that differ, or that are summed"
)
DEPARTMENT_TARGET.attribute("number", DOUBLE, zh="部门的数", en="the department's number")
DEPARTMENT_TARGET.attribute(
    "other_number",
    DOUBLE,
    zh="与它对照的数：比率为相差最大的项目（有要求高于部门的，在其中取），数量为要求高于部门的单个项目，没有则为各项目之和",
    en="the number beside it: for a rate that of the project that differs most, of those that ask for more where there are any; "
    "for a quantity that of one project that is above the department, else the sum of the projects",
)
DEPARTMENT_TARGET.attribute(
    "summed",
    INT,
    zh="对照的数是几个项目之和，单个项目的为0",
    en="how many projects that number is the sum of, 0 if of one",
)
DEPARTMENT_TARGET.attribute(
    "weaker", BOOL, zh="部门的要求是否低于项目", en="whether the department asks for less than a project"
)
DEPARTMENT_TARGET.attribute(
    "total", STRING, zh="各项目之和，没有算时为空", en="sum of the projects' quantities, empty if not summed"
)
DEPARTMENT_TASK.attribute("name", STRING, zh="任务名称", en="name of the task")
DEPARTMENT_TASK.attribute("total", STRING, zh="任务的金额", en="money of the task")
DEPARTMENT_TASK.attribute(
    "sum", STRING, zh="点名该任务的项目预算之和", en="sum of the budgets of the projects that name the task"
)
DEPARTMENT_TASK.attribute("terms", STRING, zh="各项目的预算", en="the budgets of these projects")
DEPARTMENT_TASK.attribute("projects", INT, zh="点名该任务的项目数", en="number of these projects")
DEPARTMENT_TASK.attribute(
    "difference", DOUBLE, zh="这些项目之和减任务金额（元）", en="the projects' sum less the task's money, in 元"
)
DEPARTMENT_TASK.attribute(
    "tolerance",
    DOUBLE,
    zh="按各数所写位数四舍五入可能造成的误差（元）",
    en="what rounding may do, by the digits that the amounts are written with, in 元",
)


SUBJECTS = (
    SubjectKind(DEPARTMENT_TARGET),
    SubjectKind(DEPARTMENT_TASK),
)

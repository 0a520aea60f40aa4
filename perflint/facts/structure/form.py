"""Facts about the form that a table is printed on: known to every subject."""

from typing import Protocol

from perflint.facts.knowledge import Scope
from perflint.facts.structure.box import prints_own_form
from perflint.facts.vocabulary import BOOL, INT, STRING, STRINGS, Vocabulary

FORM = Vocabulary(
    "form",
    "表式：这张表用的是哪种表格、哪个年度、哪套指标体系",
    "the form that the table is printed on, its year and its classes",
)


class Scoped(Protocol):
    """Anything that knows the scope of its table."""

    @property
    def scope(self) -> Scope:
        """The scope."""


@FORM.fact("letter", STRING, zh="表式代号（见 profiles）", en="letter of the form (see the profiles)")
def form_letter(subject: Scoped) -> str:
    return subject.scope.form


@FORM.fact("kind", STRING, zh="project（项目）或 department（部门整体）", en="project or department")
def form_kind(subject: Scoped) -> str:
    return subject.scope.kind


@FORM.fact("profile", STRING, zh="模板名称", en="name of the profile")
def form_profile(subject: Scoped) -> str:
    return subject.scope.profile


@FORM.fact("levels", BOOL, zh="该表式是否有一级、二级指标", en="whether the form has first- and second-level classes")
def form_levels(subject: Scoped) -> bool:
    return subject.scope.levels


@FORM.fact(
    "frame",
    STRING,
    zh="指标体系：mof-2015、mof-2021，无法判断时为空",
    en="classes in use: mof-2015, mof-2021, or empty",
)
def form_frame(subject: Scoped) -> str:
    return subject.scope.frame


@FORM.fact(
    "own_frame",
    BOOL,
    zh="表中的一级指标是否自成一套（决策、过程、履职效能一类）",
    en="whether the table has first levels of its own (决策, 过程, 履职效能)",
)
def form_own_frame(subject: Scoped) -> bool:
    return subject.scope.own_frame


@FORM.fact(
    "own_kinds",
    BOOL,
    zh="表中的二级指标是否自成一套（重点工作任务完成、财务管理一类），不能按通行的名称判断",
    en="whether the table has second levels of its own (重点工作任务完成, 财务管理), which the usual names say nothing of",
)
def form_own_kinds(subject: Scoped) -> bool:
    return subject.scope.own_kinds


@FORM.fact(
    "local",
    BOOL,
    zh="是否为地方自己的表式：它印有而表里没有的栏目就是缺少",
    en="whether a jurisdiction prints the form for itself: what it prints and the table lacks is then missing",
)
def form_local(subject: Scoped) -> bool:
    return prints_own_form(subject.scope)


@FORM.fact("year", INT, zh="预算年度，未填为 0", en="budget year, 0 where none is given")
def form_year(subject: Scoped) -> int:
    return subject.scope.year


@FORM.fact(
    "damaged", BOOL, zh="是否标明“提取质量: damaged”", en="whether the table says that its extraction is damaged"
)
def form_damaged(subject: Scoped) -> bool:
    return subject.scope.damaged


@FORM.fact("columns", STRINGS, zh="该表式印有、或表中用到的列", en="columns that the form prints or the table uses")
def form_columns(subject: Scoped) -> tuple[str, ...]:
    return tuple(sorted(subject.scope.columns))


@FORM.fact(
    "based",
    BOOL,
    zh="表中是否至少有一行填了依据，或总共只有一两行",
    en="whether some row of the table gives its basis, or there are two rows at most",
)
def based(subject: Scoped) -> bool:
    return subject.scope.based


@FORM.fact(
    "transfer",
    BOOL,
    zh="项目名称是否为上级补助、转移支付一类资金",
    en="whether the name of the project is that of money passed on by the centre or a province",
)
def transfer(subject: Scoped) -> bool:
    return subject.scope.transfer


@FORM.fact("stage", STRING, zh="编制阶段", en="stage of preparation")
def form_stage(subject: Scoped) -> str:
    return subject.scope.stage


@FORM.fact(
    "evaluation",
    BOOL,
    zh="是否自评、监控表（编制阶段如此，或填了得分、完成值、执行数）",
    en="whether it is a self-evaluation or monitoring table: by its stage, or by scores, results and money spent",
)
def form_evaluation(subject: Scoped) -> bool:
    return subject.scope.evaluation

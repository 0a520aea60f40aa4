"""Whose satisfaction a row asks for, and whether the rest of its table has to do with them."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.table_name import name_of
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.pattern import pattern

AUDIENCE = Vocabulary(
    "audience",
    "满意度问的是哪些人，全表别处是否与他们有关",
    "whose satisfaction a row asks for, and whether the rest of its table has to do with them",
)
# Who belongs to one trade only, with what that trade cannot be told without.
_TRADES = (
    (pattern(r"患者|病人|就诊|就医"), pattern(r"医|卫|病|诊|健|疾|疗|药|疫|护理|康复|血|残疾")),
    (pattern(r"学生|家长|师生|教职工|幼儿"), pattern(r"学|教|校|幼|园|师|生|培|青少年|儿童|未成年|少年|孩")),
    (pattern(r"学员|参训"), pattern(r"学|教|培|训|班|课|校|考")),
    (pattern(r"游客|旅游者"), pattern(r"旅|游|景|文|馆|园|公园|民宿|宣传|节|赛|展")),
    (pattern(r"读者|借阅"), pattern(r"书|读|阅|文|馆|报|刊|出版|媒体|新闻|档案")),
    (pattern(r"旅客|乘客"), pattern(r"车|客运|公交|铁路|航|机场|站|轨道|交通|路|港|船|渡")),
)
_SATISFIED = pattern(r"满意")
_SEVERAL = pattern(r"[及和与、或等]")
_CELLS = (
    "project.name",
    "project.purpose",
    "project.scope",
    "project.basis",
    "goals.annual",
    "goals.midterm.text",
    "duties",
)


class AudienceView(Struct, frozen=True):
    """The row, and the word of its name for those who are asked."""

    scope: Scope
    row: RowView
    index: int
    who: str
    served: bool

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one name
        """Return the place of the row's name."""
        return Spot("name", records="indicators", index=self.index)


def audience_views(view: TableView) -> Iterator[AudienceView]:
    """Yield the rows for the satisfaction of those of one trade, in tables that have a goal or purpose."""
    asked = [(index, row) for index, row in view.filled_rows if _SATISFIED.search(row.name)]
    told = "".join(view.text(cell) for cell in _CELLS)
    if not asked or not told:
        return
    told += name_of(view).agency + "".join(_others(view))
    for index, row in asked:
        for who, trade in _TRADES:
            if hit := who.search(row.name):
                yield AudienceView(view.scope, row, index, hit[0], trade.search(told) is not None)
                break


def _others(view: TableView) -> Iterator[str]:
    for row in view.rows:
        if not _SATISFIED.search(row.name):
            yield row.name + row.text("description") + row.text("value") + row.text("basis")
    for task in view.table.records.get("tasks", ()):
        yield task.text("name") + task.text("content")


@AUDIENCE.fact("name", STRING, zh="指标名称", en="name of the row")
def name(view: AudienceView) -> str:
    return view.row.text("name").strip()


@AUDIENCE.fact(
    "who",
    STRING,
    zh="名称里的人（患者、学生、学员、游客、读者、旅客）",
    en="the word of the name for them (患者, 学生, 学员, 游客, 读者, 旅客)",
)
def who_of(view: AudienceView) -> str:
    return view.who


@AUDIENCE.fact("several", BOOL, zh="名称是否不止问一种人", en="whether the name asks more than one group")
def several(view: AudienceView) -> bool:
    return _SEVERAL.search(view.row.name) is not None


AUDIENCE.attribute(
    "served",
    BOOL,
    zh="目标、用途、其他指标、单位名称里是否有与他们有关的字（如患者：医、卫、病）",
    en="whether goal, purpose, other rows or the agency have a character of their trade (for 患者: 医, 卫, 病)",
)

SUBJECTS = (SubjectKind(AUDIENCE, in_table=audience_views),)

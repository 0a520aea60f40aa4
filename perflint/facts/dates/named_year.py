"""The year that a project's name opens with (domain: plain logic)."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, INT, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

NAMED_YEAR = Vocabulary("named_year", "项目名称开头的年份", "the year that a project's name opens with")

_OPENING = pattern(r"^((?:19|20)\d\d)年(?:度)?(?![\d至到—–~-])")
# Work or money of another year that is rightly in this one.
_OF_OTHER_YEARS = pattern(
    r"结转|结余|尾[款欠]|余款|质保|跨年|跨期|学年|续建|延续|清算|结算|决算|审计|季度?|提前|预下达|遗留|拖?欠|补发|补缴|兑现|兑付|奖|补助|补贴|资助|债券|中央|上级|批次|第[一二三四五]批|专项资金|转移支付|上年|去年|考核|验收|评价|普查|冬|秋"
)
_TEXTS = (
    "project.name",
    "project.purpose",
    "project.basis",
    "project.scope",
    "project.attribute",
    "goals.annual",
    "remark",
)
_OTHER_CELLS = ("project.code", "project.period", "project.period.start", "project.period.end")
_CARRIED = "budget.carried_over"
_SOME = pattern(r"[1-9]")


class NamedYearView(Struct, frozen=True):
    """The year in a project's name, and whether the table says why it may be another one."""

    scope: Scope
    text: str
    year: int
    explained: bool

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # one year in one cell
        """Return the place of the year."""
        return Spot("project.name", 0, len(self.text))


def named_year_views(view: TableView) -> Iterator[NamedYearView]:
    """Yield the year that opens the name of a project."""
    name = view.text("project.name")
    found = _OPENING.search(name)
    if found and view.scope.kind == "project":
        yield NamedYearView(view.scope, found[0], int(found[1]), _is_explained(view, found[1]))


def _is_explained(view: TableView, year: str) -> bool:
    texts = "\n".join(fold(view.text(field)) for field in _TEXTS)
    return (
        _OF_OTHER_YEARS.search(texts) is not None
        or any(year in fold(view.text(field)) for field in _OTHER_CELLS)
        or _SOME.search(fold(view.text(_CARRIED))) is not None
    )


NAMED_YEAR.attribute("text", STRING, zh="年份，照录", en="the year as typed")
NAMED_YEAR.attribute("year", INT, zh="年份", en="the year")


@NAMED_YEAR.fact("table_year", INT, zh="本表年度，没有时为 0", en="year of the table, 0 if unknown")
def table_year(view: NamedYearView) -> int:
    return view.scope.year or 0


NAMED_YEAR.attribute(
    "explained",
    BOOL,
    zh="表里是否说明了为什么是别的年份：结转、尾款、跨年、学年、补助、延续项目等，或项目编码、起止时间里有这一年",
    en="whether the table says why it may be another year: carried over, last instalments, school years, grants; or that year in code or period",
)


SUBJECTS = (SubjectKind(NAMED_YEAR, in_table=named_year_views),)

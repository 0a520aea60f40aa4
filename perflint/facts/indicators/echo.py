"""Facts about two rows that ask for one thing in other words, or in two classes (STR043)."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from msgspec import Struct

from perflint.facts.direction import plain_name
from perflint.facts.indicators.generic import generic
from perflint.facts.indicators.topics import satisfaction_level
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import Kind, Part
from perflint.typography import fold

ECHO = Vocabulary(
    "echo",
    "同一张表里换了说法、换了类别又写一次的指标（一张表只比较前60行）",
    "an indicator that a table has again in other words or in another class (the first 60 rows are compared)",
)
PERIOD, SATISFACTION, FIGURE = "period", "satisfaction", "figure"
_PERIODS = pattern(r"(?:周期|期限|期间|时间|时段|工期|时限|年限|时期|期)$")
_SPOKEN = pattern(
    r"(?:^|[,，])(?P<who>[^,，]*?)(?:对(?P<what>[^,，]*?))?(?:的|总体|综合|整体)*满意(?:度|率|程度)(?:指标|水平|提升|提高)?$"
)
_WORDS = (
    ("比例", "率"), ("占比", "率"), ("比率", "率"), ("程度", "度"), ("数量", "数"), ("人员", "人"), ("按时", "及时"), ("按期", "及时"),
    ("准时", "及时"),
    ("竣工", "完工"), ("参训", "培训"), ("验收通过", "验收合格"), ("个数", "数"), ("总数", "数"),
    ("采购", "购置"), ("购买", "购置"), ("购入", "购置"), ("添置", "购置"), ("举办", "开展"), ("举行", "开展"), ("召开", "开展"), ("组织", "开展"),
    ("修建", "新建"), ("新增建设", "新建"), ("公共厕所", "公厕"), ("开展开展", "开展"),
)  # fmt: skip
_IDLE = pattern(r"的|项目|工作|任务|本年度|年度|全年|本年|情况|指标")
_APART = ("region", "duty.name", "duty.item", "duty.goal")  # rows that differ here are about different things
_MOST = 60  # rows that are compared
_GIVEN = pattern(r"^(?:受|参加|接受|获得|完成)")
_COUNTED = pattern(
    r"(?<![每均])(?:人次|人|户|台|套|座|个|次|场|件|份|批次|家|所|处|公里|盏|株|棵|头|条|项|篇|册|本|辆|栋|间|亩|期)?数$|(?<![每均])(?:人次|批次|场次|户次|台次|件次)$"
)
_TELLING_WORDS = 4  # characters of a name without its measure
_TELLING = 5  # characters of a name that say what it is about: 合格率 fits two things


class EchoView(Struct, frozen=True):
    """Two rows of one table that ask for one thing, and in what they do: period, satisfaction or figure."""

    view: TableView
    first: int
    second: int
    kind: str

    @property
    def scope(self) -> Scope:
        """The scope of the table."""
        return self.view.scope

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # the later row is marked
        """Return the place of the later row's name."""
        return Spot("name", records="indicators", index=self.second)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the earlier row."""
        return (Relation(Spot("name", records="indicators", index=self.first), "前面一行", "the row above"),)


def echo_views(view: TableView) -> Iterator[EchoView]:
    """Yield the rows that say once more what an earlier row says: one period, one group's satisfaction, one measure."""
    rows = [
        (index, row, tuple(fold(row.text(field)) for field in _APART))
        for index, row in view.filled_rows[:_MOST]
        if row.filled("name") and row.filled("value")
    ]
    for (first, one, about), (second, other, about_other) in combinations(rows, 2):
        if about == about_other and (kind := _kind(one, other)):
            yield EchoView(view, first, second, kind)


def _kind(one: RowView, other: RowView) -> str:
    if one.class_id == other.class_id:
        return FIGURE if _same_words(one, other) and _differ(one, other) else ""
    if _same_period(one, other):
        return PERIOD
    if satisfaction_level(one) and satisfaction_level(other):
        return SATISFACTION if _same_people(one, other) and _differ(one, other) else ""
    return FIGURE if _same_measure(one, other) and _differ(one, other) else ""


def _same_period(one: RowView, other: RowView) -> bool:
    if one.value.kind is not Kind.DATE_RANGE or fold(one.text("value")) != fold(other.text("value")):
        return False
    return all(_PERIODS.search(plain_name(row.text("name"))) for row in (one, other))


def _same_people(one: RowView, other: RowView) -> bool:
    """Return whether two rows ask one group for its satisfaction, with the same thing or with none."""
    first, second = _SPOKEN.search(one.name), _SPOKEN.search(other.name)
    if not first or not second or "satisfaction.target" not in {one.class_id, other.class_id}:
        return False
    what = {first["what"] or "", second["what"] or ""}
    return len(first["who"]) > 1 and first["who"] == second["who"] and (len(what) == 1 or "" in what)


def _same_measure(one: RowView, other: RowView) -> bool:
    if one.side == other.side == "benefit" or len(key := _key(one.name)) < _TELLING or key != _key(other.name):
        return _same_words(one, other) and one.side != other.side
    return _told_alike(one, other)


def _same_words(one: RowView, other: RowView) -> bool:
    """Return whether two names are the same words in another order (抽检食品批次, 食品抽检批次), not letter by letter."""
    key = _words_of(one.name)
    return (
        len(key) >= _TELLING_WORDS
        and one.name != other.name
        and key == _words_of(other.name)
        and _told_alike(one, other)
    )


def _told_alike(one: RowView, other: RowView) -> bool:
    told = {fold(row.text("description")) for row in (one, other)} - {""}
    return len(told) < len((one, other)) and not generic(one)


@lru_cache(maxsize=4096)
def _words_of(name: str) -> str:
    """Return the characters of a name in order, without idle words, what stands for being given, and how it is counted."""
    return "".join(sorted(_COUNTED.sub("", _GIVEN.sub("", _key(name)))))


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """Return a name without idle words, its synonyms made one."""
    for word, plain in _WORDS:
        name = name.replace(word, plain)
    return _IDLE.sub("", plain_name(name))


def _differ(one: RowView, other: RowView) -> bool:
    """Return whether two rows have one number each, of one unit, and not the same."""
    first, second = _figure(one), _figure(other)
    if first is None or second is None or first.unit != second.unit or first.per != second.per:
        return False
    return _bound(first) != _bound(second) and {first.op.direction, second.op.direction} != {1, -1}


def _figure(row: RowView) -> Part | None:
    value = row.value
    return value.first if value.kind is Kind.NUMERIC and len(value.parts) == 1 and value.first.unit else None


def _bound(part: Part) -> object:
    return part.low if part.low is not None else part.high


def _text(view: TableView, index: int, at: str) -> str:
    return view.rows[index].text(at).strip()


@ECHO.fact(
    "kind",
    STRING,
    zh="哪一种重复：period（同一起止时间）、satisfaction（同一群人的满意度，数字不同）、figure（同一指标，数字不同）",
    en="which kind: period (one period), satisfaction (of one group, in two figures), figure (one measure in two figures)",
)
def kind(echo: EchoView) -> str:
    return echo.kind


@ECHO.fact("first", STRING, zh="前一行的名称", en="name of the earlier row")
def first(echo: EchoView) -> str:
    return _text(echo.view, echo.first, "name")


@ECHO.fact("second", STRING, zh="后一行的名称", en="name of the later row")
def second(echo: EchoView) -> str:
    return _text(echo.view, echo.second, "name")


@ECHO.fact("first_value", STRING, zh="前一行的指标值", en="target value of the earlier row")
def first_value(echo: EchoView) -> str:
    return _text(echo.view, echo.first, "value")


@ECHO.fact("second_value", STRING, zh="后一行的指标值", en="target value of the later row")
def second_value(echo: EchoView) -> str:
    return _text(echo.view, echo.second, "value")


SUBJECTS = (SubjectKind(ECHO, in_table=echo_views, places=("second",)),)

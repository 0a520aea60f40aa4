"""Quantities of a table that a price is multiplied by (domain: BUD006)."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from perflint.facts.row import RowView
from perflint.facts.subject_matter import core
from perflint.facts.tableview import TableView
from perflint.pattern import pattern
from perflint.typography import fold

YEARLY = frozenset({"年", "年度", "学年"})
MONTHS = frozenset({"月", "个月"})
TERMS = frozenset({"学期"})  # a year has two, and a class at least one of them
_ALIKE = (
    frozenset({"人", "名", "位", "生", "学生", "职工"}),
    frozenset({"天", "日", "工作日"}),
    MONTHS,
    frozenset({"平方米", "平米", "㎡", "m2"}),
    frozenset({"公里", "千米", "km"}),
)
_PEOPLE = pattern(
    r"教师|教职工|教官|学生|新生|儿童|幼儿|婴幼儿|老年?人|残疾人|患者|居民|村民|农[民户]|牧民|职工|干部|民警|辅警|医[生护师]|护士|护理员|村医|保洁员|护林员|保安|志愿者"
    r"|专家|评委|运动员|教练员|裁判员?|学员|讲师|军人|消防员|协管员|网格员|管理人员|工作人员|监考人?员?|考生|游客|观众|人口"
)
_KINDS = pattern(
    r"[一二三四五六七特甲乙丙]级|[一二三四五甲乙丙A-Ea-e]类|[一二三四五甲乙丙]档|[高中初]级|重度|中度|轻度|建档立卡|脱贫|特困|低保|孤儿|残疾|寄宿|公办|民办|喷灌|滴灌|管灌"
    r"|农村|城市|城镇|博士|硕士|本科|专科|高中|中职|初中|小学|幼儿"
)
_CLASSES = pattern(
    r"国道|省道|县道|乡道|村道|高速|主干[道路线渠]|次干[道路]|支[路线渠]|干[线渠]|背街小巷|[一二三四甲乙丙]级(?=道路|公路|绿地|绿化|河道|水质|林地|保洁|养护)"
)
_ALL = pattern(r"全部|所有|各类|总(?:面积|里程|长度|数)|合计|总计")
_STANDARD = pattern(r"标准|补[助贴]|资助|奖[励补]|津贴|定额")
_EXTENTS = frozenset({"area", "length", "volume", "mass"})
_COUNTED = ("output.quantity", "output.time")
_MONTHS_SAID = pattern(r"(?<![\d.\-—~至])(\d{1,2})个月")
_FROM_TO = pattern(
    r"(?<![\d.])(?:(20\d\d)[年.])?(\d{1,2})(?:月(?:份|初|1日)?|(?=[-—–~～至到]))[-—–~～至到]{1,3}(?:(20\d\d)[年.])?(\d{1,2})月"
)
_YEAR, _LONGEST = 12, 36
QUARTERS = frozenset({"季", "季度"})
_TEXTS = ("goals.annual", "project.purpose", "project.scope", "project.name", "project.period", "title")
_CELLS = ("name", "description", "value")


class Count(Struct, frozen=True):
    """A quantity of the table: its row (None for months that a text gives), the number in the unit of the price, as typed."""

    index: int
    row: RowView | None
    number: Decimal
    printed: str


def is_alike(unit: str, base: str) -> bool:
    """Return whether a unit counts what a price is for each of: 平米 and 平方米, 人 and 名."""
    return unit == base or any(unit in family and base in family for family in _ALIKE)


def count_of(index: int, row: RowView, base: str) -> Count | None:
    """Return the plain quantity of a row if it counts what a price is for each of, else None."""
    if row.class_id not in _COUNTED or len(row.value.parts) != 1:
        return None
    part = row.value.first
    number = part.low if isinstance(part.low, Decimal) else part.high
    if not isinstance(number, Decimal) or part.per or not part.unit or row.rate:
        return None
    if is_alike(part.unit, base):
        return Count(index, row, number, part.printed)
    units = row.scope.knowledge.reader.units
    if part.dimension in _EXTENTS and units.comparable(part.unit, base):
        return Count(index, row, units.convert(number, part.unit, base), part.printed)
    return None


def of_others(one: str, other: str) -> bool:
    """Return whether two names speak of different people: 教师补贴 beside 覆盖学生."""
    mine, theirs = set(_PEOPLE.findall(one)), set(_PEOPLE.findall(other))
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def of_a_kind(standard: str, counted: str) -> bool:
    """Return whether a standard or a price is for one kind of what a name counts as a whole.

    三级公路补助标准 beside 农村公路里程, 县道养护成本 beside 全部农村公路里程.
    """
    kinds = set(_KINDS.findall(standard)) if _STANDARD.search(standard) else set()
    kinds |= set(_CLASSES.findall(standard))
    if any(kind not in counted for kind in kinds):
        return True
    return _ALL.search(counted) is not None and bool(set(core(standard)) - set(counted))


def heads_of(index: int, row: RowView, base: str) -> Count | None:
    """Return the people of a row for a price per visit (元/人次): each comes at least once."""
    return count_of(index, row, "人") if base == "人次" else None


def months_said(view: TableView, rows: Iterable[RowView], *, each: int = 1) -> Count | None:
    """Return the number of months that the texts of a table give, as 11个月 or 2020年1月—11月; None for none or several.

    `each`: how many months the price is for (3 for a quarter); None where they do not divide.
    """
    texts = [view.text(field) for field in _TEXTS] + [row.text(cell) for row in rows for cell in _CELLS]
    said = {months for text in texts for months in _months(fold(text))}
    if len(said) != 1:
        return None
    months, rest = divmod(said.pop(), each)
    return (
        None if rest or not months else Count(-1, None, Decimal(months), f"{months}个{'月' if each == 1 else '季度'}")
    )


@lru_cache(maxsize=4096)
def _months(text: str) -> frozenset[int]:
    """Return the numbers of months that a folded text names or spans, both ends counted."""
    found = {int(hit[1]) for hit in _MONTHS_SAID.finditer(text)}
    for hit in _FROM_TO.finditer(text):
        years = int(hit[3] or hit[1] or 0) - int(hit[1] or hit[3] or 0)
        months = years * 12 + int(hit[4]) - int(hit[2]) + 1
        if 1 <= int(hit[2]) <= _YEAR and 1 <= int(hit[4]) <= _YEAR and 0 < months <= _LONGEST:
            found.add(months)
    return frozenset(found)

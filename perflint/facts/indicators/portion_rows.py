"""Which rows count something that adds up, and which of them count the same thing."""

from decimal import Decimal

from perflint.facts.joined import joined
from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.quantity import Approx, Part
from perflint.typography import fold

_WHOLE = pattern(r"(?:全[省市县区州盟旗国]|合计|总计|小计|[全本]?[省市县区]合计|[全本][省市县区]总?计)")
_STANDING = pattern(
    r"率|均|人均|每|保有|存[栏量]|在[校册岗园编职]|现有|常年|同时|最高|最低|峰值|排名|比[例重]|标准|单价|周期|频次"
)
_KIND = pattern(
    r"(?:新能源|纯?电动|氢能|清洁能源|女性?|男性?|残疾|脱贫|贫困|困难|低保|特困|留守|老年|高龄|未成年|农村|城镇|城市|乡村|寄宿|少数民族|退役|在职|退休"
    r"|重点|重大|主要|大型|中型|小型|高[级层]|[初中]级|[省市县国]级|规模以上|规上|优秀|示范|外籍|本科|硕士|博士|研究生|公办|民办)(?:的)?"
)
_SHORTEST = 3  # characters of a name that is the whole of another one
_NOT_ADDED = frozenset(
    {"ratio", "percentage_point", "multiple", "duration", "working_day", "school_term", "score", "temperature", ""}
)


def amount_of(row: RowView) -> Decimal | None:
    """Return the one amount of a row that adds up over parts and years, in its own unit; None for rates, times, levels and several."""
    part = _plain(row)
    return part.low if part and isinstance(part.low, Decimal) else None


def _plain(row: RowView) -> Part | None:
    """Return the one exact amount of a row; none where more is worse, or what it counts stands all the year."""
    reading = joined(row)
    part = reading.first
    if len(reading.parts) != 1 or not part.unit or part.dimension in _NOT_ADDED or part.per:
        return None
    if part.op.direction < 0 or part.approx is not Approx.EXACT or _STANDING.search(row.name + fold(row.text("value"))):
        return None
    return part


def counted(row: RowView, whole: RowView) -> tuple[Decimal, Decimal] | None:
    """Return what a row and its whole come to, in the unit of the whole; None where they do not count in one unit."""
    part, other = _plain(row), _plain(whole)
    if part is None or other is None or not isinstance(part.low, Decimal) or not isinstance(other.low, Decimal):
        return None
    units = row.scope.knowledge.reader.units
    if part.unit != other.unit and not (part.dimension == other.dimension and units.comparable(part.unit, other.unit)):
        return None
    number = part.low if part.unit == other.unit else units.convert(part.low, part.unit, other.unit)
    return number, other.low


def same_measure(row: RowView, other: RowView) -> bool:
    """Return whether two rows are of one class, and have one name and description."""
    return (
        bool(row.name)
        and (row.name, row.class_id) == (other.name, other.class_id)
        and fold(row.text("description")) == fold(other.text("description"))
    )


def is_kind_of(row: RowView, whole: RowView) -> bool:
    """Return whether a row is named by the name of the row above it and a word for one kind of it (运营车辆, 新能源运营车辆)."""
    kind = row.name.removesuffix(whole.name)
    return len(whole.name) > _SHORTEST and kind != row.name and _KIND.fullmatch(kind) is not None


def is_whole_region(text: str) -> bool:
    """Return whether the cell of the region says that the row is the total (全省, 合计)."""
    return _WHOLE.fullmatch(fold(text)) is not None


def is_bad(row: RowView) -> bool:
    """Return whether less is better, so that a later target may be lower."""
    return row.direction == "negative"

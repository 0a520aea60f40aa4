"""Several numbers that answer one name for each of its kinds, cases or sides (轿车6辆、越野车2辆): a note, hardly several targets (VAL015)."""

from decimal import Decimal

from perflint.facts.row import RowView
from perflint.facts.values.asides import is_aside
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL
from perflint.pattern import pattern
from perflint.quantity import Op, Part
from perflint.typography import fold

_MEASURED = frozenset({"length", "area", "volume", "mass", "money", "temperature", "concentration", "sound_level"})
_OWN_MEASURE = pattern(
    r"(?:面积|长度|[率度数量额费价期]|时间|标准)$"
)  # 建筑面积, 优良率: a label that is an indicator itself
_LISTED = pattern(r"[;；、,，和及与/]")  # 培训及检查: the name itself has several
_KINDS = pattern(  # of one thing by its state, its rank or its season, not another thing
    r"^(?:新[建打增开办购]|续建|[改扩在]+建|改造|维修|维护|重点|一般|普通|骨干|核心|[一二三四]类|[春夏秋冬]季|.{1,3}节|中秋|元旦|国庆|八一)[\u4e00-\u9fff]{0,2}$"
)
_CAPPED = pattern(r"最高|最多|不超过|不高于|封顶|上限|且")
_ADDED = pattern(r"[\u4e00-\u9fff][+＋]\d")
_SUBSET = pattern(r"其中|^[被获经]|含|达到|入选")
_MOST_KINDS, _PAIR = 3, 2
_LONGEST_KIND = 6  # characters; what is longer is a task of its own
_AROUND_AN_EVENT = frozenset({"person", "duration", "person_times", "visits"})


@VALUE.fact(
    "parallel",
    BOOL,
    zh="一格中的几个数是否只是同一件事按种类、情形、部位分别写的数，或主数之外的限额、其中数",
    en="whether the numbers of a cell only give one thing by its kinds, cases or parts, or a cap or a subset beside the main one",
)
def parallel(row: RowView) -> bool:
    found = (part for part in row.value.parts if part.op not in (Op.TEXT, Op.UP, Op.DOWN))
    parts = tuple(part for part in found if not is_aside(row, part))
    if len(parts) < _PAIR:
        return False
    if len({part.unit for part in parts}) == 1 and _ADDED.search(row.value.text) and all(part.unit for part in parts):
        return True  # 3个固定站+2个流动点
    return _capped(row, parts) or _subset(parts) or _event(parts) or _by_kind(row, parts)


def _by_kind(row: RowView, parts: tuple[Part, ...]) -> bool:
    """Return whether every number has a label of its own that names a kind of what the name says, all measured alike."""
    labels = [fold(part.label).strip("：:≥≤><=为约") for part in parts]
    named = all(0 < len(label) <= _LONGEST_KIND for label in labels)
    if not named or len(set(labels)) < len(parts) or any(map(_OWN_MEASURE.search, labels)):
        return False
    if len({part.dimension for part in parts}) > 1 or any(part.per not in ((), parts[-1].per) for part in parts):
        return False  # the last may say for all of them per what: 小学1000元、初中1250元/生·年
    if parts[0].dimension in _MEASURED or all(part.unit and part.unit.isascii() for part in parts):
        return True
    one_unit = len({part.unit for part in parts}) == 1 and len(parts) <= _MOST_KINDS and not _LISTED.search(row.name)
    return one_unit and (all(map(_KINDS.match, labels)) or all(set(label) & set(row.name) for label in labels))


def _capped(row: RowView, parts: tuple[Part, ...]) -> bool:
    """Return whether a share and the most that is paid say one price (2%，最高80万元)."""
    between = row.value.text[parts[0].start : parts[-1].end]
    return (
        len(parts) == _PAIR
        and {part.dimension for part in parts} == {"money", "ratio"}
        and bool(_CAPPED.search(between))
    )


def _subset(parts: tuple[Part, ...]) -> bool:
    """Return whether the later numbers say how many of the first are more than that (24篇，被省级采用3篇)."""
    first, *later = parts
    return not first.label and all(
        part.unit == first.unit
        and _SUBSET.search(part.label) is not None
        and isinstance(part.low, Decimal)
        and isinstance(first.low, Decimal)
        and part.low <= first.low
        for part in later
    )


def _event(parts: tuple[Part, ...]) -> bool:
    """Return whether an event is told with its people and days (1次，200人，2天)."""
    first, *later = parts
    plain = not any(part.label for part in parts) and first.dimension == "times"
    return plain and all(part.dimension in _AROUND_AN_EVENT for part in later)

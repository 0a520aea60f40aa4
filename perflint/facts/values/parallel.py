"""Several numbers that answer one name for each of its kinds, cases or sides (轿车6辆、越野车2辆): a note, hardly several targets (VAL015)."""

from decimal import Decimal

from perflint.facts.row import RowView
from perflint.facts.values.asides import is_aside
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL
from perflint.pattern import pattern
from perflint.quantity import Op, Part
from perflint.typography import fold

_LEVELS = frozenset({"temperature", "concentration", "sound_level"})
_EXTENTS = frozenset({"length", "area", "volume", "mass"})
_MEASURED = _LEVELS | _EXTENTS | {"money"}
_OWN_MEASURE = pattern(
    r"(?:面积|长度|[率度数量额费价期]|时间|标准)$"
)  # 建筑面积, 优良率: a label that is an indicator itself
_LISTED = pattern(r"[;；、,，和及与/]")  # 培训及检查: the name itself has several
_KINDS = pattern(  # of one thing by its state, its rank or its season, not another thing
    r"^(?:新[建打增开办购]|续建|[改扩在]+建|改造|维修|维护|[特大中小]+型|重点|一般|普通|骨干|核心|[一二三四]类|[春夏秋冬]季|.{1,3}节|中秋|元旦|国庆|八一)[\u4e00-\u9fff]{0,2}$"
)
_CAPPED = pattern(r"最高|最多|不超过|不高于|封顶|上限|且|承担|负担|自付|配套|补[助贴]")
_IN_ALL = pattern(r"^[共总合]|最高|最多|不超过|封顶|上限")
_OF_PEOPLE = pattern(r"人[数员]|干部|教师|学生|[工职队学]员|队伍|名额|岗位|编制")
_BOTH = pattern(r"温湿度|温度[和及、与]湿度|洁净度")
_RATE = pattern(r"率$")
_ADDED = pattern(r"[\u4e00-\u9fff][+＋]\d")
_SUBSET = pattern(r"其中|^[被获经]|含|达到|入选")
_TIMES = frozenset({"duration", "working_day"})
_MADE_UP = pattern(r"成本|经费|资金|支出|预算|总")
_SIDE = 3  # characters: 面层, 二级路
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
    return _one_beside_times(parts) or _capped(row, parts) or _subset(parts) or _event(parts) or _by_kind(row, parts)


def _one_beside_times(parts: tuple[Part, ...]) -> bool:
    """Return whether at most one number is no length of time, and the times only say when or for how long (118座，24小时; 20万元/人，分5年)."""
    times = [part for part in parts if part.dimension in _TIMES and part.op not in (Op.GE, Op.GT)]
    beside = all(_length(part.label) <= _SIDE for part in times)
    return len(times) == len(parts) or (len(times) == len(parts) - 1 and beside)


def _length(label: str) -> int:
    return sum(not char.isascii() for char in fold(label))


def _by_kind(row: RowView, parts: tuple[Part, ...]) -> bool:
    """Return whether every number but perhaps the first has a label, and the labels are kinds, places or sides of one thing."""
    labels = [fold(part.label).strip("：:≥≤><=为约") for part in parts]
    if _sides(parts, labels, row.name):
        return True
    named = all(0 < len(label) <= _LONGEST_KIND for label in labels[1:]) and len(labels[0]) <= _LONGEST_KIND
    if not named or len(set(labels)) < len(parts):
        return False
    alike = len({part.dimension for part in parts}) == 1 and not any(map(_OWN_MEASURE.search, labels))
    return alike and (_measured_alike(row, parts, labels) or (bool(labels[0]) and _counted_alike(row, parts, labels)))


def _measured_alike(row: RowView, parts: tuple[Part, ...], labels: list[str]) -> bool:
    """Return whether all are one physical quantity or amounts; the last may say for all per what (小学1000元、初中1250元/生·年).

    Amounts that make up a cost and works of their own length or area (修建道路3公里，疏浚河道5公里) are several.
    """
    if any(part.per not in ((), parts[-1].per) for part in parts):
        return False
    if parts[0].dimension == "money" and not parts[-1].per and _MADE_UP.search(row.name):
        return False
    if parts[0].dimension in _EXTENTS and not all(
        _length(label) <= _SIDE or set(label) & set(row.name) for label in labels
    ):
        return False
    return parts[0].dimension in _MEASURED or all(part.unit and part.unit.isascii() for part in parts)


def _counted_alike(row: RowView, parts: tuple[Part, ...], labels: list[str]) -> bool:
    """Return whether a few numbers in one unit count kinds of what the name says (轿车6辆、越野车2辆)."""
    if len({(part.unit, part.per) for part in parts}) > 1 or len(parts) > _MOST_KINDS or _LISTED.search(row.name):
        return False
    short = all(_length(label) <= _SIDE for label in labels)
    if parts[0].dimension == "plant_animal" and short:
        return True  # 大黄鱼4200万尾、黑鲷2000万尾
    if parts[0].dimension == "person" and (short or _OF_PEOPLE.search(row.name)):
        return True
    if all(map(_KINDS.match, labels)) or any(label[-_PAIR:] in row.name for label in labels if len(label) >= _PAIR):
        return True
    return all(set(label) & set(row.name) for label in labels)


def _sides(parts: tuple[Part, ...], labels: list[str], name: str) -> bool:
    """Return whether physical sides of one thing are set, shares among them: 温度20±2℃，湿度≤60%."""
    physical = [part.dimension in _LEVELS or (not part.dimension and part.unit.isascii()) for part in parts]
    shared = all(one or part.dimension == "ratio" for one, part in zip(physical, parts, strict=True))
    named = all(labels) or (not any(labels) and _BOTH.search(name) is not None)  # 库房温湿度: 14—24℃、45%—60%
    return named and any(physical) and shared and not any(map(_RATE.search, labels))


def _capped(row: RowView, parts: tuple[Part, ...]) -> bool:
    """Return whether a share and the most that is paid, or a price and the whole, say one price (2%，最高80万元)."""
    if len(parts) == _PAIR and all(part.dimension == "money" for part in parts):
        price, whole = parts
        in_all = _IN_ALL.search(whole.label) or _IN_ALL.search(row.value.text[whole.start : whole.end])
        return bool(price.per) and not whole.per and in_all is not None
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

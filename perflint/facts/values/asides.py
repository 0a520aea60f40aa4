"""Which numbers of a value are no target: they only say something of the first (3栋共1.2万平方米, 10块（每块3平方米）)."""

import re

from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.quantity import Day, Op, Part

_GRADES = pattern(r"[一二三四五六ⅠⅡⅢⅣⅤI]+[、和及至][一二三四五六ⅠⅡⅢⅣⅤI]+[类级等]")
_POWER = pattern(r"[·⋅]?[A-Za-z]*[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+[·⋅]?")  # of a unit: mcd·m⁻²·lx⁻¹
_SIZE = pattern(r"每|容量|装机|功率|规格|型号|直径|口径|管径|宽|高|厚|长|惠及|受益|覆盖|涉及|其中|面积|库容|吨位|载重")
_ABLE = pattern(r"(?:能力|产能|规模|容量|功率|装机)(?:约|为|达|[≥≤])?$")
_SCALE = pattern(r"1:\d{3,6}")  # of a map
_TOTAL = pattern(r"(?:共|共计|合计|总计)$")  # 3栋共1.2万平方米
_SIZE_NAMED = pattern(
    r"(?:(?:总|建筑|占地|使用)*(?:面积|长度|里程|容积|库容|进尺)|[全总]长|合计|累计)(?:约|为|达)?$"
)  # 5栋，总建筑面积3.2万平方米
_SIDE = pattern(r"[、,，][平均]{0,2}(?:宽|高|深|厚|直径|胸径|冠幅|管径)度?[≥≤约为]?$")
_KEPT_FOR = pattern(r"(?:存储|保存|质保|保修|服务|租赁|为)期?(?:时间)?$|[租工为]期$")
_KIND = pattern(r"[一二三四五六七八九甲乙丙]类[\u4e00-\u9fff]{0,4}[≥≤><=为达\d]")
_HOTLINE = pattern(r"11[0249]|12\d{3}|9[56]\d{3,4}")  # 12345工单≥3000件: a number that is dialled
_BAND = pattern(r"[的\u4e00-\u9fff]{0,4}\d")  # what follows a band is counted in it
_AT_ONCE = pattern(r"一次(?=性|就?通过|验收|合格|成功|交验)")  # 一次验收合格率100%
_SHARE = 6  # characters before a share: 占总量60%
_EACH = pattern(r"每[^，,；;、。]{0,3}(?:不[少低超多高][于过]|至少|约|[≥≤<>])?$")  # 每站2人, 每期不少于150人
_AGES = frozenset({"岁", "周岁"})
_AGE_NAMED = pattern(r"龄|寿|岁")
_EXTENTS = frozenset({"area", "length", "volume", "mass"})


def is_aside(row: RowView, part: Part) -> bool:
    """Return whether a number is no target: a map's scale, the base of a price (元/人·半天), a grade among others (一、二类)."""
    if _SCALE.fullmatch(part.number) or _POWER.fullmatch(row.value.text[part.start : part.end].strip()):
        return True
    if is_hotline(row, part) or row.value.text[max(0, part.start - 1) : part.start] in {"·", "/"}:
        return True
    if _KIND.match(row.value.text, part.start) or _AT_ONCE.match(row.value.text, part.start):
        return True  # 一类苗≥95%, 一类18座
    if in_brackets(row.value.text, part) and _is_condition(row, part):
        return True
    return (part.unit in {"类", "级", "等"} and bool(_GRADES.search(row.value.text))) or _specifies(row, part)


def is_hotline(row: RowView, part: Part) -> bool:
    """Return whether a number is one that is dialled, told by a word of its own: 12345工单, 110接警."""
    dialled = not part.unit and _HOTLINE.fullmatch(part.number) is not None
    return dialled and len(row.value.parts) > 1 and row.value.text[part.end : part.end + 1].isalpha()


def _is_condition(row: RowView, part: Part) -> bool:
    """Return whether a number in brackets says who or which day is meant: 620万人次（65岁以上老人）, 1次（9月18日）."""
    if part.unit in _AGES:
        return not _AGE_NAMED.search(row.name)
    if part.op.direction and _BAND.match(row.value.text, part.end):
        return True  # 20个（其中10亿元以上2个）
    said = row.value.text[part.start : part.end]
    plain = isinstance(part.low, Day) and part.op is Op.NONE
    wordy = isinstance(part.high, Day) and not any(char.isdecimal() for char in said)  # 4260人（年末在册数）
    return (plain or wordy) and any(not in_brackets(row.value.text, other) for other in row.value.parts)


def _specifies(row: RowView, part: Part) -> bool:
    """Return whether a number in brackets says how big each thing is (2座（装机容量300kW）, 10块（每块3平方米）)."""
    text, first = row.value.text, row.value.first
    if _is_told_of_first(row, part):
        return True
    if part is first or part.dimension in {first.dimension, "money", "ratio"} or not in_brackets(text, part):
        return False
    return _SIZE.search(re.split(r"[（(]", text[: part.end])[-1]) is not None


def _is_told_of_first(row: RowView, part: Part) -> bool:
    """Return whether a number only says how large, how many in each, or for how long the first is (3栋共1.2万平方米)."""
    first, lead = row.value.first, _lead(row.value.text, part)
    if part is first or part.dimension == "money":
        return False
    if part.dimension == first.dimension:
        return part.dimension == "length" and _SIDE.search(lead) is not None  # 长3.2km、宽7m
    if first.dimension == "money":
        return part.dimension == "duration" and bool({"月", "天", "日", "年"} & set(first.per))  # 3200元/人/月，12个月
    return _says_share(row, part, lead) or _says_extent(first, part, lead)


def _says_share(row: RowView, part: Part, lead: str) -> bool:
    """Return whether a number in brackets says the share or the total of the first (小麦2000吨（占总量60%）)."""
    if not in_brackets(row.value.text, part):
        return False
    if part.dimension == "ratio" and "占" in lead[-_SHARE:]:
        return True
    return _TOTAL.search(lead) is not None or row.value.first.dimension == "ratio"


def _says_extent(first: Part, part: Part, lead: str) -> bool:
    """Return whether a number says for how long, how many in each or how large in all (300路，存储30天; 3期、每期50人、共150人)."""
    total = _TOTAL.search(lead) is not None
    if (part.dimension == "duration" and _KEPT_FOR.search(lead)) or _EACH.search(lead):
        return True
    if _ABLE.search(lead):
        return True  # 1座，供水能力5000m³/d
    sized = part.dimension in _EXTENTS and first.dimension not in _EXTENTS
    return (total and first.dimension == "times") or (sized and (total or _SIZE_NAMED.search(lead) is not None))


def _lead(text: str, part: Part) -> str:
    """Return what stands before the number of a part."""
    digit = re.search(r"\d", text[part.start :])
    return text[: part.start + digit.start()] if digit else ""


def in_brackets(text: str, part: Part) -> bool:
    """Return whether a number stands in brackets that the text opens before it."""
    return any(
        text.rfind(opening, 0, part.end) > text.rfind(closing, 0, part.start) for opening, closing in ("（）", "()")
    )

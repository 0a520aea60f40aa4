"""Which quantities of one cell are one target: a share due by a day, the tiers of a grade or standard, stages of one course."""

from decimal import Decimal

from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.quantity import Day, Part
from perflint.typography import fold

_TIER = pattern(
    r"^(?:[为得记计是属]|达到)*(?:优秀?|优良|良好?|中等?|合格|基本合格|不合格|及格|不及格|较?好|一般|较?差|高|低|[一二三四五六特甲乙丙丁][级等档类]|第[一二三四五][级等档类]"
    r"|[ⅠⅡⅢⅣⅤA-E]{1,4}[级类档]?|[国省市县]家?级)?(?:[为得记计:：]|标准|补助|奖励)*$"
)
_STANDARDS = pattern(r"标准|定额|档次|等级|分级|额度|限额|单[价个项笔户场次期批件套台班]|均价|[人户亩生次场]均")
# Parts of a whole by rank, place or stage of schooling: 国控4个、省控6个, 小学5.4万人、初中2.3万人.
_DIVISION = pattern(
    r"^(?:(?:中央|国家|国|省|自治区|市|州|县|区|乡镇?|镇|村|本)[级控属直管]?|城[市镇区乡]|农村|乡村|[东中西南北]部|[男女]性?"
    r"|幼儿园?|学前|小学|初中|高中|中职|高职|大专|本科|专科|研究生|硕士|博士)(?:财政|资金|教育|阶段|学?生|补助|配套)?$"
)
_OF_WHICH = pattern(r"其中|[（(，,]含|包括|包含")
_OPENED = pattern(r"[（(：:]")  # brackets as typed
_ALL = pattern(r"全部|全面")
_EVENTS = pattern(r"[；;\n]")
_STAGE = pattern(r"^\D{0,4}(?:20\d\d年)?\d{1,2}月[^\d]{0,4}(?P<what>[\u4e00-\u9fff]{3,})$")


def one_target(row: RowView, parts: tuple[Part, ...]) -> bool:
    """Return whether several quantities say one thing."""
    return (
        _share_by_day(parts, row.value.text)
        or _tiers(parts)
        or _standards(row, parts)
        or _divided(parts)
        or _itemised(row, parts)
    )


def stages(row: RowView) -> tuple[str, ...]:
    """Return the dated events of a cell, one a line or ；, where there are several; () otherwise."""
    pieces = [piece for piece in _EVENTS.split(row.value.text.strip()) if piece.strip()]
    found = [_STAGE.match(fold(piece).rstrip("。，,")) for piece in pieces]
    events = {hit["what"] for hit in found if hit}
    return tuple(pieces) if len(events) > 1 and all(found) else ()


def _is_day(part: Part) -> bool:
    return isinstance(part.high, Day) or isinstance(part.low, Day)


def _share_by_day(parts: tuple[Part, ...], text: str) -> bool:
    """Whether each percentage stands beside the day by which it is due (11月底完成100%)."""
    days = sum(map(_is_day, parts))
    shares = sum(part.unit == "%" for part in parts)
    wholly = len(_ALL.findall(text))  # 12月20日前全部竣工
    return days > 0 and days in (shares, shares + wholly) and days + shares == len(parts)


def _tiers(parts: tuple[Part, ...]) -> bool:
    """Whether every quantity is the border, the price or the points of a tier of one scale (≥90分为优，80分为良)."""
    labels = [fold(part.label) for part in parts]
    return len(parts) > 1 and any(labels) and all(map(_TIER.match, labels)) and len(set(labels)) > 1


def _standards(row: RowView, parts: tuple[Part, ...]) -> bool:
    """Whether a spending standard gives one price a case (小学650元/生，初中850元/生)."""
    priced = all(part.dimension == "money" and bool(part.per) == bool(parts[0].per) for part in parts)
    return bool(parts) and priced and _STANDARDS.search(row.name) is not None


def _divided(parts: tuple[Part, ...]) -> bool:
    """Whether one whole is given by its parts (国控4个、省控6个)."""
    labels = [fold(part.label).rstrip(":：为") for part in parts]
    alike = len({(part.unit, part.dimension, part.per, part.op) for part in parts}) == 1 and bool(parts[0].unit)
    return alike and len(set(labels)) == len(labels) and all(map(_DIVISION.match, labels))


def _itemised(row: RowView, parts: tuple[Part, ...]) -> bool:
    """Whether a total is followed by what it is made of, in brackets or after 其中 (48场（线上12场、线下36场）)."""
    total, *items = parts
    sizes = [item.low for item in items if isinstance(item.low, Decimal) and item.low == item.high]
    if not items or len(sizes) < len(items) or not isinstance(total.low, Decimal):
        return False
    if any((item.unit, item.dimension) != (total.unit, total.dimension) or item.per for item in items):
        return False
    lead = row.value.text[total.end : items[0].start]
    named = _OF_WHICH.search(lead) is not None
    return sum(sizes) <= total.low if named else bool(_OPENED.search(lead)) and sum(sizes) == total.low

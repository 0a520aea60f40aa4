"""Wholes whose parts, as a text lists them after 其中, come to more than they are (domain: BUD009)."""

from decimal import Decimal
from functools import lru_cache

from perflint.facts.money.statement import Statement
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, Op, ValueReader, find_amounts

_AMONG = pattern(r"(?<!尤)其中")
_END = pattern(r"[。！？!?\n\r]")
_STRONG = pattern(r"[；;]")
_BRACKET = pattern(r"[（(][^（）()]*[）)]")
_BETWEEN = pattern(r"[\s，,：:（(以之]*[上内]?[\s，,：:（(]*")
_MORE = pattern(r"另|此外|同时|合计|共计|总计|增长|提高|达到|完成|较|比")
_OTHER_TIME = pattern(
    r"上年|去年|往年|已|累计|截至|截止|以前|20\d\d(?=[年\-~—至])|[一二三四五六七八九十]+年|贷款|自筹|每"
)
_OVERLAP = pattern(
    r"女|男|少数民族|党员|青|老|残疾|脱贫|贫困|低保|留守|骨干|重点|新增|续|高级|中级|初级|[省市县国部]级|优|免费|含|兼"
)
_OPEN = pattern(r"等|其[余他它]|另|还|主要|含|约|余|多|近|至少|不低于|不少于|以上|超")
_SEXES = ("男", "女")
_SOURCE = pattern(r"中央|[省市县区镇乡]|财政|自筹|配套|资金|债券|上级|本级|拨款|贷款|社会|单位|企业|个人")
_NEARLY = Decimal("0.8")  # of the whole: less may leave out what is not worth a word
_LONGEST = 20_000


@lru_cache(maxsize=4096)
def wrong_parts(text: str, reader: ValueReader) -> tuple[Statement, ...]:
    """Return the amounts after which 其中 lists parts, of the same unit, that come to more."""
    if "其中" not in text or len(text) > _LONGEST:
        return ()
    amounts = list(find_amounts(text, reader))
    found = (_judged(text, hit.start(), hit.end(), amounts) for hit in _AMONG.finditer(text))
    return tuple(each for each in found if each)


def _judged(text: str, start: int, end: int, amounts: list[Amount]) -> Statement | None:
    before = [amount for amount in amounts if amount.end <= start]
    if not before or not _BETWEEN.fullmatch(text, before[-1].end, start) or not _is_plain(before[-1]):
        return None
    whole, stop = before[-1], _stop(text, start, end)
    parts = [amount for amount in amounts if amount.start >= end and amount.end <= stop and amount.unit == whole.unit]
    listed = text[end:stop]
    inside = [(end + hit.start(), end + hit.end()) for hit in _BRACKET.finditer(listed)]
    parts = [part for part in parts if not any(first <= part.start < last for first, last in inside)]
    if not parts or not all(map(_is_plain, parts)) or _OTHER_TIME.search(listed):
        return None
    come_to = sum((part.low for part in parts), Decimal(0))
    whole_list = _are_all(text[end:stop], [text[part.start : part.end] for part in parts], come_to, whole)
    short = whole_list and come_to < whole.low
    if not whole_list and whole.dimension != "money" and _OVERLAP.search(listed):
        return None
    if not short and come_to <= whole.low + _slack((whole, *parts)):
        return None
    said, items = text[whole.start : whole.end].strip(), tuple(part.printed for part in parts)
    return Statement(said, whole.start, whole.end, items, come_to, whole.unit, parts=True, short=short)


def _are_all(listed: str, parts: list[str], come_to: Decimal, whole: Amount) -> bool:
    """Return whether parts must be the whole: men and women, or three and more (two after a colon) that nearly are it, with nothing left open."""
    rest = listed
    for part in parts:
        rest = rest.replace(part, "|", 1)
    labels = [label.strip(" ，,、;；:：和及与（）()") for label in rest.split("|")]
    if labels.pop() or _OPEN.search(listed) or not all(labels):
        return False
    if whole.dimension == "money" and (len(labels) <= len(_SEXES) or any(map(_SOURCE.search, labels))):
        return False
    if len(labels) == len(_SEXES) and all(any(sex in label for label in labels) for sex in _SEXES):
        return True
    least = 1 if listed[:1] in {"：", ":"} else len(_SEXES)  # a colon announces all of them
    return len(labels) > least and not _OVERLAP.search(listed) and come_to >= whole.low * _NEARLY


def _stop(text: str, start: int, end: int) -> int:
    """Return where the list of parts ends: with the sentence, or its bracket; a strong pause only goes on after a colon."""
    stop = min((hit.start() for hit in _END.finditer(text, end)), default=len(text))
    if text[max(0, start - 1) : start] in {"（", "("}:
        return min((at for mark in "）)" if (at := text.find(mark, end)) >= 0), default=stop)
    colon = text[end : end + 1] in {"：", ":"}
    strong = [hit.start() for hit in _STRONG.finditer(text, end, stop)]
    if strong and (not colon or _MORE.search(text, end, stop)):
        stop = strong[0]
    more = _MORE.search(text, end, stop)
    return more.start() if more else stop


def _is_plain(amount: Amount) -> bool:
    exact = amount.approx is Approx.EXACT and amount.low == amount.high and amount.op in {Op.NONE, Op.EQ}
    return exact and not amount.per and amount.unit not in {"%", "‰", ""}


def _slack(amounts: tuple[Amount, ...]) -> Decimal:
    decimals = (len(amount.number.partition(".")[2]) for amount in amounts)
    rounding = (
        Decimal(5).scaleb(-1 - min(places, 20)) * amount.part.scale if places else Decimal(0)
        for places, amount in zip(decimals, amounts, strict=True)
    )
    return sum(rounding, Decimal(100) if amounts[0].dimension == "money" else Decimal(0))

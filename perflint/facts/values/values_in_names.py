"""The amounts, percentages and counts that stand in a name: 燃油费0.5万元, 查办案件12件, 围墙300米."""

from bisect import bisect_left
from functools import lru_cache

from perflint.facts.values.named_amounts import amounts_of, is_size
from perflint.facts.vocabulary import Mark
from perflint.pattern import pattern

_BRACKETED = pattern(r"[（(\[【][^（）()\[\]【】]*[)）\]】]")
_FILL = "＃"
_DIGIT = pattern(r"\d")
_NUMBER = r"\d{1,12}(?:[.,]\d+)?"
_COUNTER = (
    r"(?:(?:万|余|多)?(?:人次|台次|件次|车次|户次|批次|场次|台件|台套|平方米|公里|公顷|立方米|[台套件个人名户家批项座处所间栋幢条份篇场辆只张块本册支株棵头"
    r"亩吨起例宗对盏次]))"
)
_EDGE = r"(?<![\d.\-~～—－:：、/第每前近后A-Za-z])"
DOING = (
    "新建|建设|建成|完成|购置|采购|购买|培训|改造|修建|新增|开展|组织|举办|发放|补助|安装|维修|查办|办理|创建|引进|培育|扶持|建立|种植|铺设|更换"
    "|救助|慰问|资助|抽检|抽查"
)
_VALUES = (
    pattern(rf"{_EDGE}{_NUMBER}\s?[百千]?[万亿]?元(?:/[^/\d＃]{{1,5}})?(?:以上|以内|左右)?{_FILL}*$"),
    pattern(rf"(?<=[费金款入出本资助贴])({_NUMBER}\s?[万亿]){_FILL}*$"),
    pattern(r"(?<=[费用额出本入])(?!(?:19|20)\d\d$)\d{1,7}(?:\.\d+)?$"),
    pattern(rf"{_EDGE}{_NUMBER}\s?[%％](?:以上|以下|以内|左右)?{_FILL}*$"),
    pattern(rf"(?<=[率度比])(?:达到|达|为|≥|≤|不低于|大于|小于|超过|控制在|提高到){_NUMBER}\s?[%％](?!以上的|的)"),
    pattern(rf"(?<!跑){_EDGE}{_NUMBER}{_COUNTER}{_FILL}*$"),
    pattern(rf"(?<=(?:{DOING})){_NUMBER}{_COUNTER}(?!以上|以下|以内|及以上|[内制级化式一百月年])"),
)


@lru_cache(maxsize=4096)
def values_in(name: str) -> tuple[Mark, ...]:
    """Return the amounts, percentages and counts that stand in an indicator's name.

    Only at its end, after a rate, or after a verb: 5A级景区, 65岁以上老年人, 500万元以上项目 and 春雷行动2022 are names.
    """
    if not _DIGIT.search(name):
        return ()
    text = _BRACKETED.sub(lambda hit: _FILL * len(hit[0]), name.rstrip())
    found: list[tuple[int, int]] = []
    for form in _VALUES:
        for hit in form.finditer(text):
            amount = hit[0].rstrip(_FILL)
            if not is_size(text, hit.start(), amount):
                _keep_apart(found, hit.start(), hit.start() + len(amount))
    for mark in amounts_of(text):
        _keep_apart(found, mark.start, mark.end)
    return tuple(Mark(name[start:end], start, end) for start, end in found)


def _keep_apart(found: list[tuple[int, int]], start: int, end: int) -> None:
    """Add a span to those found, in order and apart, unless it overlaps one: only neighbours can."""
    at = bisect_left(found, (start, end))
    if not (at and found[at - 1][1] > start) and not (at < len(found) and found[at][0] < end):
        found.insert(at, (start, end))

"""How much of a thing an indicator's name tells: 围墙300米, 5000吨稻谷储备到位率, 免费开放310天 (WRD002).

An amount is a number with a unit of measure that says how much there is. What says which one is meant is none: a size
(宽6米, 35吨锅炉, 10千伏), a limit (500平方米以上), a service area (15公里范围), a race (男子1500米).
"""

from functools import lru_cache

from perflint.facts.vocabulary import Mark
from perflint.pattern import pattern
from perflint.quantity import Value

_NUMBER = r"(?<![\d.\-~～—－:：/第每前近后超满逾A-Za-z×xX])\d{1,12}(?:[.,]\d+)*"
_AREA = r"平方米|平米|平方公里|平方千米|㎡|m2|公顷|亩"
_LENGTH = r"延长米|延米|公里|千米|米|km|KM"
_BULK = r"吨|公斤|千克|立方米"
_MEASURED = rf"(?:[百千万]?(?P<area>{_AREA})|[百千万]?(?P<length>{_LENGTH})|[百千万]?(?P<bulk>{_BULK}))"
_COUNTED = r"(?:[百千万]?余?(?:人次|台套|[台套名户辆盏株头只座栋幢所家件批]))"
_AT_END = pattern(rf"{_NUMBER}\s?{_MEASURED}(?=＃*$)")
_LEADING = pattern(
    rf"(?:^|[、，,；;和及与])(?P<amount>{_NUMBER}\s?(?:{_MEASURED}|(?P<thing>{_COUNTED})))(?=的?[\u4e00-\u9fff]{{2}})"
)
_KIND = pattern(rf"(?:{_MEASURED})$")
_BOUND = pattern(
    r"(?<=[\u4e00-\u9fff)）])\s?(?P<sign>[≥≤≧≦><＞＜=＝]{1,2}|不低于|不少于|不超过|不高于|不多于)\s?"
    r"\d{1,12}(?:\.\d+)?(?:[%％]|[万亿]?[\u4e00-\u9fff]{0,3})(?=＃*$)"
)
# What a number before a measure of its own says: how wide, how far, which race, which size of vehicle.
_SIZES = {
    "length": pattern(r"(?:[宽高厚深径距程远跨隔拔外内半]度?|半径|身长|[跑泳走行]|接力|男子|女子|越野|马拉松|徒步|骑行|自由式|田径|站|号|[＋+])$"),
    "bulk": pattern(r"(?:[车机吊炉罐池库井船舶秤磅容量力仓轴]|载重|限重|起重|日处理|库容|吨位)$"),
    "area": pattern(r"(?:人均|户均|生均|每人|每户|规模|单块|连片|集中)$"),
}  # fmt: skip
_NOT_AFTER = pattern(
    r"(?:的)?(?:以|及以|内|外|级|制|型|式|化|规模|半径|范围|服务|生活|便民|标准|高(?!标准|效|质量)|宽|深|厚|线|跑|接力|左右|圈|比|长跑|步枪|手枪|射程|短跑|赛|泳|游泳|锅炉|燃煤|船|车|货|位|产能|岸|红|深|处理|制砖"
    r"|每|天|年|一|中|大|小|多|之|超|间|头|区|人|户|受理|路|公|长[城期廊征]|专[科利]|座|件)"
)
_COMPLETED = pattern(
    r"(?:到位|完成|竣工|完工|开工|建成|采购|购置|储备|种植|栽植|验收|建设|修建|铺设|改造|安装|发放|交付|投用|落实|清运|收购|入库)(?:率|及时率|合格率|时间|时限)?$"
)
_SAME = pattern(r"(?P<number>\d{1,12}(?:\.\d+)?)\s?(?P<unit>个?[\u4e00-\u9fff]{1,3})$")
_OTHERS = ("人次", "名", "户", "家")
_ROUND = frozenset({"24小时", "12个月"})  # always: no amount of this row


@lru_cache(maxsize=4096)
def amounts_of(name: str) -> tuple[Mark, ...]:
    """Return the measured amounts of a name whose brackets are filled with ＃: at its end, or before what they measure."""
    found = [_mark(hit.start(), hit[0]) for hit in _AT_END.finditer(name) if not is_size(name, hit.start(), hit[0])]
    found += [
        _mark(hit.start("amount"), hit["amount"])
        for hit in _LEADING.finditer(name)
        if (hit["thing"] or is_completed(name)) and not _NOT_AFTER.match(name, hit.end())
    ]
    found += [_mark(hit.start(), hit[0]) for hit in _BOUND.finditer(name)]
    return tuple(found)


def _mark(start: int, text: str) -> Mark:
    return Mark(text, start, start + len(text))


def is_size(name: str, start: int, amount: str) -> bool:
    """Return whether an amount says how wide, how far or how strong something is, or which race is meant."""
    hit = _KIND.search(amount)
    return bool(hit and hit.lastgroup and _SIZES[hit.lastgroup].search(name[:start]))


def repeated_amount(name: str, value: Value) -> Mark | None:
    """Return the amount at the end of a name that the target value repeats, None if there is none: 免费开放310天 with 310天."""
    hit = _SAME.search(name)
    if hit is None or hit[0] in _ROUND or name[: hit.start()].endswith(("第", "前", "后", "每", "近")):
        return None
    told = any(
        part.number == hit["number"] and hit["unit"] in (part.unit, part.printed[-len(hit["unit"]) :])
        for part in value.parts
    )
    return _mark(hit.start(), hit[0]) if told and hit.start() else None


def may_tell_which(name: str, mark: Mark) -> bool:
    """Return whether an amount stands before people, households or bodies, where it may tell which ones are meant.

    300名学员培训合格率, 50家企业检查覆盖率; not 20台电脑采购完成率, 5000吨稻谷储备到位率, 围墙300米.
    """
    if mark.end >= len(name.strip()) or name[mark.end] in "（([＃":
        return False
    return mark.text.endswith(_OTHERS) or not is_completed(name)


def is_completed(name: str) -> bool:
    """Return whether a name ends in the carrying out of what it names: 到位率, 完成率, 建设."""
    return _COMPLETED.search(name) is not None

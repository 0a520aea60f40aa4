"""What a form prints around an indicator's name, and the bare name that is left when it is peeled off."""

from functools import lru_cache
from typing import NamedTuple

from perflint.pattern import pattern

MASK, EXAMPLE, PROMPT, DOTS = "mask", "example", "prompt", "dots"
STAR, NUMBER, PART, MANDATORY, POINTS = "star", "number", "part", "mandatory", "points"
RESIDUE = frozenset({MASK, EXAMPLE, PROMPT, DOTS})
"""The kinds that say that a template was not filled in; the others are only printed with the name."""

_BLANK = r"[ \t\r\n\u00a0\u3000]"
_MARK = r"\*＊×_＿○◯□…"
_COMPARATOR = r"(?:[≥≤≧≦><＞＜=＝]+|(?:不低于|不少于|不高于|不超过|大于|小于|低于|超过|达到)(?:等于)?)"
_NO_DIGIT = r"[^()（）\[\]【】\d０-９]"
_OPEN, _CLOSE = r"[（(\[【]", r"[）)\]】]"
_CHINESE_NUMBER = "一二三四五六七八九十"
_ASKED = r"(?:必填|必选|选填|可选|选做|必做|硬性指标|约束性指标|若有|如有|没有可不填|无则不填)"
_LEADS = (
    (STAR, pattern(r"[★☆▲△●◆◇■※☑√✓•·]+|[*＊](?=[\u4e00-\u9fff])")),
    (PART, pattern(r"其中[:：，,]")),
    (
        NUMBER,
        pattern(
            rf"(?:三级|二级|绩效|定量|定性|具体|产出|效益|年度)?(?:指标|目标){_BLANK}*"
            rf"(?:[\d０-９]{{1,2}}(?:[-－.．][\d０-９]{{1,2}})*|[{_CHINESE_NUMBER}]{{1,3}}|[①-⑳]|[A-Za-z])"
            rf"(?:{_BLANK}*(?:[:：、．,，]|[.](?!\d))|(?={_BLANK}*(?:…|$))|{_BLANK}+)"
        ),
    ),
    (
        NUMBER,
        pattern(
            rf"{_OPEN}(?:[\d０-９]{{1,2}}|[{_CHINESE_NUMBER}]{{1,3}}){_CLOSE}[、.．:：]?|[①-⑳][、.．:：]?|[⑴-⒇]"
            rf"|[\d０-９]{{1,2}}(?:[-－.．][\d０-９]{{1,2}}){{0,2}}{_BLANK}*(?:[、．](?![\d０-９])|[.](?!\d)|[)）])"
            rf"|[{_CHINESE_NUMBER}]{{1,3}}、(?![{_CHINESE_NUMBER}])"
        ),
    ),
    (MANDATORY, pattern(rf"{_OPEN}{_ASKED}[^（）()\[\]【】]{{0,8}}{_CLOSE}")),
    (
        EXAMPLE,
        pattern(
            rf"{_OPEN}(?:样例|示例|示范|范例|举例|例子|例|参考|模板){_CLOSE}[:：]?|(?:示例|样例|范例|例如|例)[:：]"
        ),
    ),
    (POINTS, pattern(r"(?:分值|权重)[:：]?[\d０-９]{1,3}分?")),
)
_TAILS = (
    (
        MASK,
        pattern(
            rf"{_OPEN}{_BLANK}*(?:{_NO_DIGIT}{{0,12}}(?:[{_MARK}]{{2,}}|[XxＸｘ]{{2,}}|[*＊○□…×])|{_COMPARATOR})"
            rf"{_NO_DIGIT}{{0,16}}{_CLOSE}[。；;，,]?$"
        ),
    ),
    (MASK, pattern(rf"(?<=\S)[≥≤≧≦><＞＜=＝]+{_BLANK}*[{_MARK}XxＸｘ]*{_BLANK}*(?:%|％|[\u4e00-\u9fff/]{{0,6}})$")),
    (MANDATORY, pattern(rf"{_OPEN}{_ASKED}[^（）()\[\]【】]{{0,8}}{_CLOSE}$|[*＊]$")),
    (POINTS, pattern(rf"{_OPEN}[\d０-９]{{1,3}}(?:\.\d)?分{_CLOSE}$")),
    (EXAMPLE, pattern(rf"{_OPEN}(?:样例|示例|示范|范例|举例|例子){_CLOSE}$")),
    (DOTS, pattern(r"(?:…|\.{3,}|。{2,}|．{3,})+$")),
)
# The whole of what is left: a request to fill the cell in, or a form's own name of the place.
_PROMPT = pattern(
    rf"{_OPEN}?(?:注[:：])?(?:(?:请|此处|在此|可|由.{{1,8}}|根据.{{1,14}}|按照?.{{1,14}}|结合.{{1,14}})*"
    r"(?:自行|据实|如实|具体|逐项|分别)?(?:填写|填报|填列|输入|设置|设定|增加|添加|增减|补充|选择|选填|细化)(?:.{0,6}(?:指标|内容|名称|数字|行|目标|数值|说明)|)"
    r"|必填|选填|可选|样例|示例|待定|待补充|待填|同上"
    rf"|(?:定量|定性|共性|个性|三级|二级|绩效|具体)?指标(?:(?:名称|内容)…?|(?:[{_CHINESE_NUMBER}\d０-９A-ZＮN]|…)+))[。.…]*{_CLOSE}?"
)
_REQUEST = pattern(
    r"请|此处|在此|自行|据实|如实|根据|结合|^[（(【\[]|可(?:增加|添加)|^(?:填写|填报|输入|选填|必填)|指标|样例|示例|可选|待|同上"
)
_UNIT = pattern(
    r"(?:[\*＊×_＿○◯□…XxＸｘ≥≤≧≦><＞＜=＝]|[于少多过到])\s*([%％‰\u4e00-\u9fff][^（）()\[\]【】*＊×]{0,7}?)[）)\]】]?[。；;，,]?$"
)
_DOTS = pattern(r"[.。…．·、,，;；:：\-—_＿*＊×\s]*(?:…|\.{2,}|。{2,}|\*{2,}|×{2,}|_{2,}|＿{2,})[.。…．·、\s]*|[*＊]")
_HINTS = frozenset(
    "★☆▲△●◆◇■※☑√✓•·*＊#＃其指目标①②③④⑤⑥⑦⑧⑨⑩（([【…≥≤≧≦><＞＜=＝×XxＸｘ_＿○□。.、．填例分选必同待不大小低超达:：)）可自请根结"
)


class Piece(NamedTuple):
    """Characters [start, end) of a name that a form printed, and what they are."""

    kind: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def pieces(name: str) -> tuple[Piece, ...]:
    """Return what a form printed around a name, from left to right; () for most names."""
    if not _HINTS.intersection(name):
        return ()
    found: list[Piece] = []
    start, end = _edges(name, 0, len(name))
    while (lead := _lead(name, start, end)) is not None:
        found.append(lead)
        start, _ = _edges(name, lead.end, end)
    while (tail := _tail(name, start, end)) is not None:
        found.append(tail)
        _, end = _edges(name, start, tail.start)
    if start < end and (kind := _whole(name[start:end])):
        found.append(Piece(kind, start, end))
    return tuple(sorted(found, key=lambda piece: piece.start))


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """Return a name with blanks in the place of what the form printed, so that every character keeps its offset."""
    printed = pieces(name)
    if not printed:
        return name
    for piece in printed:
        name = name[: piece.start] + " " * (piece.end - piece.start) + name[piece.end :]
    return name.rstrip()


def unit_of(mask: str) -> str:
    """Return the unit in a mask, "" for none: 万元 of （≥**万元）."""
    found = _UNIT.search(mask)
    return found[1] if found else ""


def _edges(name: str, start: int, end: int) -> tuple[int, int]:
    text = name[start:end]
    return start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))


def _lead(name: str, start: int, end: int) -> Piece | None:
    for kind, form in _LEADS:
        hit = form.match(name, start, end)
        if hit and hit.end() > start:
            return Piece(kind, start, hit.end())
    return None


def _tail(name: str, start: int, end: int) -> Piece | None:
    for kind, form in _TAILS:
        hit = form.search(name[:end], start)
        if hit and hit.end() > hit.start():
            return Piece(kind, hit.start(), end)
    return None


def _whole(text: str) -> str:
    """Return what a name is that holds nothing but a form's own words, "" for a name."""
    if _DOTS.fullmatch(text):
        return DOTS
    return PROMPT if _PROMPT.fullmatch(text) and _REQUEST.search(text) else ""

"""Facts about units that the name of an indicator says: in brackets, or by the counter that it ends with (…人次, …个数)."""

import re
from functools import lru_cache

from perflint.facts.direction import plain_name
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.values.values_in_names import values_in
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import ValueReader
from perflint.typography import fold

_BRACKETS = pattern(r"[(\[【〔]([^()\[\]【】〔〕]{1,12})[)\]】〕]")
_HEAD = pattern(r"^(?:(?:计量|度量)?单位[:：]?)?[≥≤>=<＞＜大小于等不少低高超过约*×xX_…\d.\s]*")
# A counter: 水带(盘), 债务(笔).
_ONE_CHARACTER = pattern(r"[\u4e00-\u9fff](?<![上中下前后左右甲乙丙丁一二三四五六七八九十新旧市县区省国全半无有是否])")
_BOUND_BEHIND = pattern(r"(?:及其?)?以[上下内]$")
_SLASH = pattern(r"/([\u4e00-\u9fff㎡%]{1,4})$")
_TAILS = ("数", "数量", "")
_TIMES = frozenset("年月日周天")  # 1月 is read as a date
_NUMBER_OF = pattern(
    r"(?<![指系倍分参常函])数量?$|(?:阅读|点击|浏览|访问|播放|点播|下载|转发|关注|借阅|接听|受理|办理|来访)量$"
)  # 企业数, 每万人拥有数: what is counted is plain, its counter is not


@lru_cache(maxsize=4096)
def _is_unit(text: str, reader: ValueReader) -> bool:
    """Return whether a text is a unit of the lexicon and nothing else (人, 元/株), counts time (月), or is one character (盘)."""
    if text in _TIMES or _ONE_CHARACTER.fullmatch(text):
        return True
    if text[:1].isdigit():  # 建设节点(8个): a number, no unit
        return False
    part = reader.read(f"1{text}").first
    plain = not part.label or text == f"个{part.label}"  # 个村
    return bool(part.dimension) and plain and part.printed in {f"1{text}", "1个" if part.label else ""}


@VALUE.fact(
    "unit_named",
    STRING,
    zh="名称在括号里或“/”后写的单位（受益人口(人)、补贴标准/元），没有为空",
    en="the unit that the name has in brackets or behind a stroke (受益人口(人), 补贴标准/元), empty if none",
)
def unit_named(row: RowView) -> str:
    name = fold(row.text("name"))
    reader = row.scope.knowledge.reader
    inners = [_BOUND_BEHIND.sub("", inner) for inner in _BRACKETS.findall(name)]
    told = [text for inner in inners for text in (inner, _HEAD.sub("", inner))] + _SLASH.findall(
        name
    )  # 小时 begins like 小于
    return next((unit for unit in told if unit and _is_unit(unit, reader)), "")


@lru_cache(maxsize=4096)
def _counter(name: str, counters: tuple[str, ...]) -> str:
    """Return the counter that a name ends with, alone or before 数 (抽检批次, 培训人次, 建设个数), "" if none."""
    for counter in sorted(counters, key=len, reverse=True):
        tails = _TAILS if len(counter) > 1 else _TAILS[:-1]
        if any(name.endswith(f"{counter}{tail}") for tail in tails):
            return counter
    return ""


@VALUE.fact(
    "wanted_unit",
    STRING,
    zh="名称末尾的量词（…人次、…个数），没有为空；不猜单位",
    en="counter that the name ends with (…人次, …个数), empty if none; never a guess",
)
def wanted_unit(row: RowView) -> str:
    return _counter(plain_name(row.text("name")), row.scope.knowledge.lexicon.words("counters"))


def _counts_alike(row: RowView) -> bool:
    """Return whether the name holds the value's own number with a unit behind it: 变压器3台 and 3."""
    number = row.value.first.number
    return bool(number) and any(
        re.fullmatch(rf"\D*{re.escape(number)}[\u4e00-\u9fff㎡]{{1,3}}", mark.text)
        for mark in values_in(row.text("name"))
    )


@VALUE.fact(
    "unit_understood",
    BOOL,
    zh="名称是否已说明按什么计数（以量词或“数”“数量”收尾，或名称里已有这个数和单位）",
    en="whether the name says in what it counts (ends with a counter or with 数, or holds the number with its unit)",
)
def unit_understood(row: RowView) -> bool:
    name = plain_name(row.text("name"))
    return wanted_unit(row) != "" or _counts_alike(row) or bool(_NUMBER_OF.search(name))

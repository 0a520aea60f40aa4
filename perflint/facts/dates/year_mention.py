"""Years and plan periods in a text that do not fit the table's year: placeholders, old years, ended plans (domain: §3.9)."""

import re
from functools import lru_cache
from typing import NamedTuple

from perflint.pattern import pattern

PLACEHOLDER, STALE, LAST_YEAR, ENDED_PLAN, OTHER_PLAN = "placeholder", "stale", "last-year", "ended-plan", "other-plan"
_BLANK = pattern(r"20(?:[*＊]{1,2}|[×xXＸｘ]{2}|_{1,4})\s*(?:\+\s*[Nn])?\s*年(?:度)?")
_YEAR = pattern(r"(?<![\d〔【\[(（﹝.-])((?:19|20)\d{2})(?:年度|年(?![末底初]?(?:前|以前|以来)))(?!版)")
_PLANNED = pattern(r"(?:做好|完成|开展|计划|组织|推进|实施|落实)[^，。；;、,（）()\d]{0,6}$")
_PAST = (
    "结转", "跨年", "尾款", "质保", "遗留", "欠", "决算", "审计", "结算", "清算", "汇算", "兑现", "以来", "基数", "已",
    "竣工", "建成", "文件", "考核", "绩效奖", "绩效评价", "补发", "续建", "批复", "立项", "中央资金", "专项资金", "底数", "普查",
    "标准", "数据", "为基", "债券", "学年", "项目", "入学", "毕业", "退休", "去世", "下达", "印发", "出台", "颁布", "修订", "发布", "公布",
    "建档", "脱贫", "基础上",
    "验收", "资助", "补助", "补贴", "兑付", "奖补", "拨付", "支付", "返还", "认定", "获评", "评价", "总结", "工资", "值为", "完成值", "实际",
    "开工", "启动", "确定", "签订", "招录", "招聘", "购置的", "秋季", "春季", "冬季", "夏季",
)  # fmt: skip
# A goal that begins with a year speaks of it throughout: 2024年，…, 1.2022年度完成….
_OPENING = pattern(
    r"^[\s（(]*(?:[\d一二三四五六七八九十]{1,2}[、.．)）])?\s*(?:年度目标[:：]?)?\s*((?:19|20)\d{2})年(?:度)?"
)
_BACKGROUND = pattern(r"已|了|实际|基础上|以来|共有|现有|截至|底数|审计|决算|结转|清算|尾款|评价")
PAID = ("资助", "补助", "补贴", "奖", "兑付", "兑现", "拨付", "支付", "返还", "清算", "结转")
_COMPARED = pattern(r"(?:比|较|同|自|从|于|截至|截止|到|至|以|超过?|高于|低于|不低于|与)\s*$")
_LED = pattern(r"(?:比|较|同|自|从|截至|截止|至|以|超过?|高于|低于|不低于|与)\s*$")
# Which ones are meant: 2020年以前建成的小区, 2024年9月入学的新生, 2024年10月前排查出的隐患.
_WHICH = pattern(r"(?:以前|之前|以后|\d{1,2}月(?:\d{1,2}日|底|末)?(?:以?之?前)?)[^，,。；;\d]{1,12}的")
_BY = r"\d{1,2}月(?:\d{1,2}日|底|末)?之?前"
_DONE_BY = r"(?:全面|全部|确保|力争|基本)?(?:完成|建成|竣工|实现|投入|启用|交付|开通)"
_AT_THE_END = rf"\d{{1,2}}月[底末][，,]?{_DONE_BY}"
_DUE = pattern(rf"{_BY}|{_AT_THE_END}")  # behind a year: when something is to be done
_TO_BE_DONE = pattern(rf"{_BY}{_DONE_BY}|{_AT_THE_END}")
_OWN = pattern(r"(?:19|20)\d{2}年度?[^，。；;、,\s年]{1,8}(?:量|数|次数|批次|人数|户数|面积|金额|任务)")
_PLAN = pattern(r"[“\"]?(十[一二三四五六七]五)[”\"]?(期间|时期|期末|末|以来|规划|计划)?")
_DONE = pattern(r"了|已|取得|累计|以来|末|较|比|超|回顾|荣获|完成率|总结|评估")
# “十一五”期间投资兴建的场馆: what came of a plan that is over, told of something that stands there.
_CAME_OF_IT = pattern(
    r"^[^，,。；;\n]{0,16}(?:投资|兴建|修建|建成|建设|新建|改建|扩建|启用|投用|开工|立项|成立|设立|引进|购置|实施|形成|遗留|竣工)"
    r"[^，,。；;\n]{0,6}的"
)
_PREPARED = ("编制", "谋划", "研究", "前期", "规划", "课题", "衔接", "开局")
_TITLE = pattern(r"《[^《》]*》")
_NUMERALS = "一二三四五六七"
_FIRST_PLAN = 2001  # 十五; 十一五 began in 2006
_PLAN_YEARS = 5
_WINDOW = 120  # characters of a sentence that are looked at on either side


class YearMention(NamedTuple):
    """A year or plan period in a text: what is wrong with it, its words, and their offsets."""

    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def placeholders(text: str) -> tuple[YearMention, ...]:
    """Return the years that were never filled in: 20**年, 20××年."""
    if "20" not in text:
        return ()
    return tuple(YearMention(PLACEHOLDER, hit[0], hit.start(), hit.end()) for hit in _BLANK.finditer(text))


@lru_cache(maxsize=4096)
def stale_years(text: str, year: int, *, of_row: bool, goal: bool = False) -> tuple[YearMention, ...]:
    """Return the years before `year` that stand for work of the table's own year; `of_row`: in a name or description."""
    if "年" not in text or not year:
        return ()
    plain = _TITLE.sub(lambda hit: "　" * len(hit[0]), text)
    found = []
    for hit in _YEAR.finditer(plain):
        kind = _judged(plain, hit, year, of_row=of_row, goal=goal)
        if kind:
            found.append(YearMention(kind, hit[0], hit.start(), hit.end()))
    return tuple(found)


@lru_cache(maxsize=4096)
def opening_year(text: str, year: int) -> YearMention | None:
    """Return the year before `year` that a goal begins with, None where it tells what was done then, or names its own year too."""
    hit = _OPENING.match(text)
    if not hit or not year or int(hit[1]) >= year or str(year) in text:
        return None
    if _WHICH.match(text, hit.end()) or _BACKGROUND.search(re.split(r"[。；;\n]", text[hit.end() :])[0]):
        return None
    kind = LAST_YEAR if int(hit[1]) == year - 1 else STALE
    return YearMention(kind, text[hit.start(1) : hit.end()], hit.start(1), hit.end())


def _judged(text: str, hit: re.Match[str], year: int, *, of_row: bool, goal: bool) -> str:
    named = int(hit[1])
    around = re.split(r"[。；;\n]", text[max(0, hit.start() - 20) : hit.start()])[-1]
    after = re.split(r"[。；;，,\n]", text[hit.end() : hit.end() + 20])[0]
    due = goal and _DUE.match(text, hit.end()) is not None
    compared = (_LED if due else _COMPARED).search(around)
    if named >= year or compared or _WHICH.match(text, hit.end()):
        return ""
    planned = due and _TO_BE_DONE.match(text, hit.end()) is not None and not _BACKGROUND.search(around + after)
    if not planned and any(word in around + after for word in _PAST):
        return ""
    if due and str(year) not in text:
        return LAST_YEAR if named == year - 1 else STALE
    if named == year - 1:
        return LAST_YEAR if of_row and _OWN.fullmatch(text.strip()) else ""
    return STALE if _PLANNED.search(around) or (of_row and hit.start() == 0) else ""


@lru_cache(maxsize=4096)
def plan_periods(text: str, year: int, *, document: bool) -> tuple[YearMention, ...]:
    """Return the plan periods that are not the one of `year`; `document`: the text names the plan that is followed."""
    if "五" not in text or "十" not in text or not year:
        return ()
    plain = text if document else _TITLE.sub(lambda hit: "　" * len(hit[0]), text)
    found = []
    for hit in _PLAN.finditer(plain):
        kind = _of_plan(plain, hit, year, document=document)
        if kind:
            found.append(YearMention(kind, hit[0], hit.start(), hit.end()))
    return tuple(found)


def _of_plan(text: str, hit: re.Match[str], year: int, *, document: bool) -> str:
    first = _FIRST_PLAN + _PLAN_YEARS * (_NUMERALS.index(hit[1][1]) + 1)
    before = re.split(r"[。；\n]", text[max(0, hit.start() - _WINDOW) : hit.start()])[-1]
    sentence = before + re.split(r"[。；\n]", text[hit.start() : hit.end() + _WINDOW])[0]
    if first + _PLAN_YEARS <= year:
        if document:
            return OTHER_PLAN
        told = _DONE.search(sentence) or _CAME_OF_IT.search(text[hit.end() : hit.end() + _WINDOW])
        return ENDED_PLAN if hit[2] in {"期间", "时期"} and not told else ""
    if first > year and not any(word in sentence for word in _PREPARED):
        return OTHER_PLAN
    return ""

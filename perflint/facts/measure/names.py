"""Facts about names that measure nothing: aims of policy, tasks, deadlines, judgements and questions in place of an indicator."""

import re
from functools import lru_cache

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.indicators.naming import has_head
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.facts.wordlist import first_word
from perflint.pattern import alternatives, pattern
from perflint.quantity import Kind

_ADVERBS = r"(?:持续|有效|有力|进一步|不断|积极|切实|全面|大力|更好地?|深入|按时|按期|及时|按质|保质|保量|按要求|高质量|如期|认真|扎实)*"
_DATED = pattern(
    r"(?:\d{1,2}月(?:\d{1,2}日|底|末|初|[上中下]旬)?|\d{4}年(?=[底末前之])(?:底|末)?|(?<![\u4e00-\u9fff])年底|上半年|下半年|[一二三四]季度)(?:前|之前|以前|内|末)?"
    r"(?:全部|全面|基本)?(?:完成|支付|拨付|发放|开工|竣工|验收|建成|交付|投入使用)"
)
_JUDGED = pattern(
    r"^(?:效果|成效|作用|影响|效益|成果|质量|反响|变化|社会效益|经济效益|生态效益)(?:十分|非常|较为|比较|很|更加|较)?"
    r"(?:显著|明显|良好|突出|较好|好|深远|持久|优良|优异)$"
)
_TASK_END = r"(?:工作|任务|事项|业务)$"
_DOING = pattern(f"^{_ADVERBS}(?:完成|做好|抓好|办好).+{_TASK_END}")
_TOGETHER = r"(?<!合)并(?![网购轨列重发入联行存举线])"
_MILESTONE = pattern(r"^(?:顺利|全部|按期|按时)?通过.{0,12}(?:评审|验收|审核|审查|鉴定|认证|评估|备案|审批|考核|检查)$")
_WORDED = frozenset({Kind.QUALITATIVE, Kind.PERIOD})


@lru_cache(maxsize=4)
def _purpose(purposes: tuple[str, ...], aims: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(f"^{_ADVERBS}(?:{alternatives(purposes)}).{{0,16}}(?:{alternatives(aims)})$")


@lru_cache(maxsize=4)
def _two_tasks(first: tuple[str, ...], second: tuple[str, ...]) -> re.Pattern[str]:
    start = f"^{_ADVERBS}(?:{alternatives(first)})"
    return pattern(rf"{start}[^,，;；、]+(?:{_TOGETHER}|[,，;；]).{{0,4}}(?:{alternatives(second)})")


@INDICATOR.fact(
    "aims",
    BOOL,
    zh="名称是否只是一个愿望（促进…发展、维护…稳定），量不出百分之几",
    en="whether the name is an aim of policy (促进…发展, 维护…稳定), of which there is no percentage",
)
def aims(row: RowView) -> bool:
    words = row.scope.knowledge.lexicon.words
    name = plain_name(row.text("name")).rstrip("。;；")
    soft = _purpose(words("measures.purposes"), words("measures.aims"))
    sharp = _purpose(words("measures.assurances"), words("measures.sharp_aims"))
    if first_word(name, words("measures.physical")):
        return False
    hoped = row.side == "benefit" and name.endswith(words("measures.aim_phrases"))
    return hoped or bool(soft.match(name) or sharp.match(name))


@INDICATOR.fact(
    "name_instead",
    STRING,
    zh="名称写的不是指标而是：question（是否…）；不以率、数、时间收尾的 dated（期限和完成）、judgement（效果显著）、task（两件任务）；没有为空",
    en="what the name is instead: question (是否…); without a measure at its end dated (…完成), judgement (效果显著), task (two tasks); else empty",
)
def name_instead(row: RowView) -> str:
    name = plain_name(row.text("name")).rstrip("。;；")
    if "是否" in name:
        return "question"
    if has_head(name):
        return ""
    if _DATED.search(name):
        return "dated"
    if _JUDGED.search(name):
        return "judgement"
    return "task" if _is_task(row, name) else ""


def _is_task(row: RowView, name: str) -> bool:
    words = row.scope.knowledge.lexicon.words
    if _two_tasks(words("measures.tasks"), words("measures.second_tasks")).match(name):
        return True
    return row.value.kind in _WORDED and _DOING.match(name) is not None


@INDICATOR.fact(
    "milestone",
    BOOL,
    zh="名称是否为一个可以核对的节点（通过验收、评审）",
    en="whether the name is a milestone that can be checked (通过验收, 通过评审)",
)
def milestone(row: RowView) -> bool:
    return bool(_MILESTONE.match(plain_name(row.text("name"))))

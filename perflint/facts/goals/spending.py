"""Whether an annual goal speaks of nothing but spending the money: 按时足额支付…经费60万元，预算执行率达到100%."""

from functools import lru_cache

from perflint.facts.goals.goal import GOAL, GoalView
from perflint.facts.vocabulary import BOOL
from perflint.facts.wording.clauses import clauses, without_idle_numbers
from perflint.pattern import pattern
from perflint.typography import fold

_SPENDING = pattern(
    r"(?:支付|拨付|拨款|付款|支出|下达|使用|结算|报账|列支|划拨|兑付|落实)[^，。；]{0,30}?(?:经费|资金|款|费用|预算)"
    r"|(?:经费|资金|款项|费用|预算)[^，。；]{0,20}?(?:支付|拨付|拨款|支出|下达|使用|执行|到位|结算|划拨|兑付)"
    r"|(?:执行|支付|支出|拨付|到位|使用|结余)(?:率|进度)"
)
# What such a clause holds besides: how, when and how much.
_HOW = pattern(
    r"支付|拨付|拨款|付款|支出|下达|使用|结算|报账|列支|划拨|兑付|落实|执行|到位|结余|资金|经费|款项|费用|预算|财政|专项|项目|年度"
    r"|按[时期月季]|按照?|及时|足额|全额|全部|准时|完成|确保|保障|保证|实现|做到|达到|以上|以下|不低于|不少于|不超过|之?前|底|末"
    r"|专款专用|规范|安全|高效|合理|有效|合规|合法|序时|进度|要求|规定|合同|约定|标准|程序|情况|工作|本年|今年|全年|当年|严格|各项|相关|上级|中央|省级|市级|县级"
    r"|[率款费率的将把对并和与及等为在内已均需共计总合年月日季度号第万亿元%％零一二三四五六七八九十百\d.,，、:：()（）《》“”\s]"
)
_PAYING = pattern(
    r"尾款|欠款|偿[还债]|债|还本|付息|质保金|保证金|工资|薪|补[贴助偿]|奖|津贴|抚恤|救助|优抚|低保|资助|兑[付现]|慰问|保险|社保|公积金|养老金|供养|生活费|报酬|劳务|赔偿|退[税费还]|应付"
)
_LEFT = 2  # characters of another matter that may be chance


@lru_cache(maxsize=2048)
def is_only_spending(text: str, project: str) -> bool:
    """Return whether every clause of a goal is about spending, its money named after the project at most.

    Not where paying is what the project is for: wages, subsidies, debts, final payments.
    """
    if _PAYING.search(project) or _PAYING.search(text):
        return False
    found = [clause for part in clauses(without_idle_numbers(text)) if (clause := fold(part.text.replace("＃", "")))]
    if not any(_SPENDING.search(clause) for clause in found):
        return False
    named = frozenset(fold(project))
    return all(
        len([char for char in _HOW.sub("", clause) if char not in named]) <= _LEFT
        and (_SPENDING.search(clause) or not _HOW.sub("", clause))
        for clause in found
    )


@GOAL.fact(
    "only_spending",
    BOOL,
    zh="是否只写了资金怎样支付、执行（工资、补贴、还债等以支付为内容的项目除外）",
    en="whether it speaks of nothing but paying and spending; not where paying is the project, as with wages, subsidies, debts",
)
def only_spending(goal: GoalView) -> bool:
    return is_only_spending(goal.text, goal.project)

"""Whether a clause with a time and the name of a row about time speak of the same work (domain: DAT050)."""

from perflint.pattern import pattern
from perflint.quantity import DateMention
from perflint.typography import fold

_DONE = r"(?:完成|建成|竣工|完工|投入使用|投用|交付|拨付|支付|发放|兑[现付]|落实到位|到位)(?!比例|率|[^，,。；;]{0,6}(?:的前提|后[，,]))"
_DUE = pattern(
    rf"^(?:之?前)?[，,]?(?:全面|全部|力争|确保|按期|按时|如期|高质量|保质保量|要|须|应)*(?:{_DONE}|[将把][^，,。；;]{{1,15}}?{_DONE})"
)
_BREAK = pattern(r"[，,。；;：:！!\n（(）)]")
_STEP = pattern(
    r"[%％]|标段|[东西南北][区段城线片]|主体|第?[一二三四首两]期(?!末|间)|[一二三四首两]批|部分|试点|示范|样板|阶段|前期|初步|基本|初稿|以上的|进度|序时|投资"
)
_STAGES = pattern(
    r"验收|拨付|支付|发放|兑[现付]|招标|采购|启动|开工|设计|勘察|编制|评审|总结|交付|结算|决算|审计|印发|申报|审批|立项|培训|移交|安装|调试"
)
_PAID = frozenset({"拨付", "支付", "发放", "兑现", "兑付"})
_FORMAL = pattern(
    r"完成|完工|竣工|建成|投用|投产|投入使用|及时|按时|按期|截止|最终|时间|时限|期限|日期|节点|工期|进度|情况|工作|任务|项目|工程|全部|整体|总体|年度|率"
)
_WHOLE = pattern(r"全部|所有|各项|项目|工程|任务")
_EVERY = pattern(r"全部|所有|各项")
_IDLE = pattern(
    r"完成|建成|竣工|完工|投用|投产|全部|所有|各项|项目|工程|建设|任务|目标|工作|年度|本|之?前|全面|力争|确保|到位|投入使用|交付|[于在将把并及的,，]"
)
_COUNT = pattern(r"[\d.]+[万亿]?[\u4e00-\u9fff]{1,3}")


def clause_of(text: str, mention: DateMention) -> str:
    """Return the clause in which something is to be done by a time, empty where the time is for something else."""
    if not _DUE.search(text[mention.end :]):
        return ""
    start = max((hit.end() for hit in _BREAK.finditer(text, 0, mention.start)), default=0)
    stop = _BREAK.search(text, mention.end + 1)
    clause = fold(text[start : mention.start] + text[mention.end : stop.start() if stop else len(text)])
    return "" if _STEP.search(clause) else clause


def is_same_work(clause: str, name: str, text: str, *, alone: bool) -> bool:
    """Return whether a clause and a row's name speak of one work; `alone`: the goal has one time and the table one such row."""
    if not clause or _stages(clause) != _stages(name) or _STEP.search(name):
        return False
    plain = _FORMAL.sub("", name)
    if plain and set(plain) <= set(clause):
        return _ends_with(clause, plain)
    if plain:  # 一季度完成拨付, and the only row is 补贴拨付时间
        bare = bool(_stages(name)) and not _IDLE.sub("", _STAGES.sub("", clause))
        return alone and bare and set(plain) <= set(fold(text))
    whole = _WHOLE.search(clause) is not None
    return alone and whole and (_EVERY.search(clause) is not None or not _IDLE.sub("", clause))


def _ends_with(clause: str, plain: str) -> bool:
    """Return whether nothing but counts and general words follows the work in a clause: 设备采购, not 设备采购合同签订."""
    last = max(clause.rfind(char) for char in plain)
    return not _IDLE.sub("", _COUNT.sub("", clause[last + 1 :]))


def _stages(text: str) -> frozenset[str]:
    return frozenset("拨付" if word in _PAID else word for word in _STAGES.findall(text))

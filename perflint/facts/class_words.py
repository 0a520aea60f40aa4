"""What a printed label means by the words that it is made of: 预期产出, 完成时效, 社会公众满意程度 (domain: §2.1, TAX001, TAX003).

A class is known by its own words with those that forms put around them; a label with any other piece is not known.
"""

from functools import lru_cache

from perflint.pattern import pattern

_WORK = r"(?:预期|预计|项目|绩效|工作|任务|服务|工程|建设|产出|完成|实际|年度|的)*"
_KIND = r"(?:绩效|情况|结果|达标|要求|类)?"
_EFFECT = r"(?:性?(?:效益|效果|成效|效应|影响力?|贡献|类))*"
_CONTENT = rf"(?:(?!不)[\u4e00-\u9fff、()/]){{0,14}}满意(?:度|率|程度)?{_KIND}"
_LABELS = {
    1: {
        "output": rf"(?:预期|项目|部门|绩效|工作|任务|年度)*产出{_KIND}",
        "satisfaction": _CONTENT,
        "cost": r"(?:项目|投入|预算|资金|控制|类|、)*成本(?:控制|类|费用)*",
        "benefit": r"(?:预期|项目|部门|绩效|社会|经济|生态|环境|、|和|与)*(?:效益|效果|成效|影响力?)(?:结果|情况|类)?",
    },
    2: {
        "output.quantity": rf"{_WORK}(?:数量|总数|工作量|任务量|产出量|规模){_KIND}",
        "output.quality": rf"{_WORK}质量{_KIND}",
        "output.time": rf"{_WORK}(?:时效|时限|时间|及时性?|工期|进度){_KIND}",
        "cost.economic": r"(?:经济|直接|财务)成本(?:类|控制)?",
        "cost.social": r"社会(?:影响|环境)?成本(?:类|控制)?",
        "cost.eco": r"(?:生态|环境)+成本(?:类|控制)?",
        "cost": rf"{_WORK}(?:投入|预算|资金|控制|财政|人力|人员|运行|管理|直接|间接|数量|质量|时效|单位)*成本(?:控制|节约|费用|类)*",
        "benefit.economic": rf"(?:预期|项目)?经济(?!性$){_EFFECT}",
        "benefit.social": rf"(?:预期|项目)?社会{_EFFECT}",
        "benefit.eco": rf"(?:预期|项目)?(?:生态|环境|环保|绿色)+{_EFFECT}",
        "benefit.sustain": rf"(?:预期|项目)?(?:可持续|持续|长效|长远|长期)(?:性|发展|管理)*{_EFFECT}",
        "satisfaction.target": _CONTENT,
    },
}
_CLASSES = {level: tuple((id_, pattern(text)) for id_, text in found.items()) for level, found in _LABELS.items()}
_FRAME = pattern(
    r"(?:项目|部门|整体|绩效|资金|预算|财务|业务)*(?:投入(?:[和与及]?管理)?|过程|决策|立项|管理|落实|执行率?|配置|履职|财务)(?:情况|效能|效率|效果|过程|类)?"
    r"|产出(?:[和与及]|、)(?:效[果益率能]|结果)"
    r"|制度(?:建设)?|重点工作.{0,6}|运行成本|管理效率|社会效应|可持续(?:性|发展能力)|(?:能力|机构|组织|队伍)建设|预算(?:编制|使用|配置)(?:情况|效益|效率)?|(?:长效|综合|采购)管理|个性|[加扣]分项?"
)


@lru_cache(maxsize=4096)
def class_by_words(label: str, level: int) -> str:
    """Return the id of the class that a bare label is made of on its level, "" if it has other words."""
    return next((id_ for id_, words in _CLASSES[level] if words.fullmatch(label)), "")


@lru_cache(maxsize=1024)
def is_of_a_frame(label: str) -> bool:
    """Return whether a bare first-level label is one that forms of evaluation and of some provinces print: 投入, 过程, 履职效能."""
    return _FRAME.fullmatch(label) is not None

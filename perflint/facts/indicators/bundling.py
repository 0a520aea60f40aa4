"""Facts about names that hold several indicators: 免疫率、屠宰率及检疫率, 采购数量和质量 (WRD045)."""

from functools import lru_cache

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import STRINGS
from perflint.pattern import pattern

_AND = (
    r"(?:、|,|，|;|；|/|以及|及其"
    r"|(?<![普涉危触以])及(?![时格其])|(?<![饱共调缓中])和(?![谐平睦])|(?<![参赋给授])与|(?<![合归兼吞])并(?![网购轨列联]))"
)
_RATE = r"(?:率|比例|占比|满意度|知晓度)"
_COUNT = r"(?:数量|次数|人数|人次|户数|个数|场次|批次|面积|里程|长度|产量)"
_PLAIN = r"(?:数量|质量|时效|进度|成本|工期|安全|效益)"
_TIMELY = r"(?:及时性|准确性|规范性|完整性|合规性|有效性|真实性|安全性|合理性|科学性)"
_SPLIT = pattern(_AND)
_KINDS = tuple(
    pattern(rf"[^、,，;；/]*{kind}(?:{_AND}[^、,，;；/]*{kind})+")
    for kind in (_RATE, _COUNT, _TIMELY, rf"(?:{_RATE}|{_COUNT}|{_TIMELY})")
)
_TWO_PLAIN = pattern(rf".*?(?P<parts>{_PLAIN}(?:{_AND}{_PLAIN})+)(?:指标)?")
_NO_RATE = ("频率", "效率", "功率", "概率", "汇率", "税率", "费率", "利率", "心率")
# A ratio or a difference of two measures is one indicator.
_RATIO = pattern(r"之比|比值|之差|差额|差距|的比|匹配|对比|一致|相符|乘积|总和|合计")
_MOST = 4


@lru_cache(maxsize=4096)
def bundled(name: str) -> tuple[str, ...]:
    """Return the indicators that a name holds, () where it holds one."""
    if not _SPLIT.search(name) or _RATIO.search(name):
        return ()
    if two := _TWO_PLAIN.fullmatch(name):
        return tuple(part for part in _SPLIT.split(two["parts"]) if part)
    if not any(kind.fullmatch(name) for kind in _KINDS):
        return ()
    parts = tuple(part for part in _SPLIT.split(name) if part)
    heads = [part for part in parts if _is_measure(part)]
    return parts if len(heads) > 1 and _is_measure(parts[-1]) else ()


_MEASURE = pattern(rf".+{_RATE}|.*(?:{_COUNT}|{_TIMELY})|满意度")


def _is_measure(part: str) -> bool:
    return _MEASURE.fullmatch(part) is not None and not part.endswith(_NO_RATE)


@INDICATOR.fact(
    "bundled",
    STRINGS,
    zh="捆在一个名称里的几个指标（最多四个），只有一个时为空",
    en="the indicators bundled in one name, four at most; empty where it holds one",
)
def bundled_names(row: RowView) -> tuple[str, ...]:
    return bundled(plain_name(row.text("name")))[:_MOST]

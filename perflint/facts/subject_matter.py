"""What a name or a clause is about: its pairs of neighbouring characters, without the words that only say how it is counted."""

from functools import lru_cache

from perflint.pattern import pattern
from perflint.typography import fold

# How something is counted, paid or reached: words that two names of different things share.
_FORMAL = pattern(
    r"数量|数额|总数|人数|人次数?|户数|个数|次数|批次|场次|件数|台数|套数|册数|面积|里程|长度|规模|频次|时间|金额|总额"
    r"|单位成本|成本|单价|价格|费用|经费|资金|支出|标准|均价|定额|补助|补贴|购置|采购|购买|完成|实际|达到|实现|情况|指标|任务|工作|项目"
    r"|全年|年度|平均|费用?$|[人户亩生次床村校]均|每个?|单[个座台件次场]"
)
_HAN = pattern(r"[\u4e00-\u9fffA-Za-z]+")


@lru_cache(maxsize=4096)
def matter(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters that say what a text is about."""
    plain = _FORMAL.sub(" ", fold(text))
    return frozenset(run[at : at + 2] for run in _HAN.findall(plain) for at in range(len(run) - 1))


@lru_cache(maxsize=4096)
def core(text: str) -> str:
    """Return a name without the words that say how it is counted or paid, and without figures and signs."""
    return "".join(_HAN.findall(_FORMAL.sub(" ", fold(text))))


def shared(one: str, other: str) -> int:
    """Return how many pairs of characters two texts have in common."""
    return len(matter(one) & matter(other))

"""Facts about names that say nothing of the object: the name of a class, 及时性, 任务完成率, 项目完成率 (TAX020).

A name is generic by construction when nothing is left of it but words for any work (任务, 工作, 目标), for doing it
(完成, 落实) and for a measure (率, 数量, 质量, 时间), with or without 年度, 各项 and the like.
"""

from functools import lru_cache

from perflint.data import Lexicon
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.taxonomy import Taxonomy
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, INT
from perflint.pattern import pattern
from perflint.typography import fold

_SUFFIX = "指标"
_UNIT = pattern(r"\((?:%|‰|[^()]{1,2})\)$")
_LONGEST = 14
_GROUPS = ("服务对象", "社会公众满意度")  # aliases of 满意度, but as names they say who
_COUNTED, _TELLING = 200, 8  # Chinese characters of a value that say what it is about
_HAN = pattern(r"[\u4e00-\u9fff]")
_WORK = (
    "任务|工作|目标|计划|事项|业务|指标|活动内容|工作任务|工作内容|工作目标|工作计划|目标任务|任务目标|年度任务|项目任务|项目目标|项目工作|"
    "建设任务|项目内容"
)
_ANY = "年度|本年度|当年|全年|年初|各项|各类|相关|有关|主要|重点|重点项|整体|总体|既定|预定|预期|计划内|规定|部门|单位|本单位"
_DONE = "完成|开展|落实|执行|实施|推进|实现|达成|办结|完成任务|保障|按时完成|及时完成|按期完成|按计划完成|如期完成"
_MEASURE = (
    "率|数|数量|个数|次数|总数|量|质量|时间|时限|期限|时效|进度|情况|程度|度|效果|成效|效率|水平|比例|比率|标准|成本|及时率|及时性|"
    "合格率|达标率|准确率|优良率|有效性|规范性|完整性|合规性|准确性|数量指标|质量指标"
)
_BY_CONSTRUCTION = pattern(rf"(?:{_ANY})*(?:{_WORK}){{1,2}}(?:的)?(?:{_DONE})?(?:的)?(?:{_MEASURE})?")
# Doing, and how: 完成质量, 实施效果, 项目完成情况. What was done is named nowhere.
_ACT = "完成|实施|执行|落实|推进|开展|办结|达成|工作|项目|工程|任务|服务|保障"
_HOW = "质量|数量|效果|成效|情况|程度|进度|时间|时限|期限|时效|及时性|规范性|效率|水平|质量标准|工作质量"
_DOING = pattern(rf"(?:{_ANY}|项目|工作|工程|任务)*(?:{_ACT})(?:的)?(?:{_HOW})")
_PLAINLY = pattern(r".*(?:完成|执行|落实|达成)(?:质量|数量|成效)")
_MADE_USUAL = pattern(r".*(?:完成率|完成时间|完成时限|完成及时率|完成情况)")
_USUAL = frozenset(
    {"服务对象满意度", "受益对象满意度", "完成时限", "按时完成", "项目完成率", "项目完成时限", "项目总成本"}
)


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """Return a folded name without a unit in brackets at its end and without 指标."""
    bare = _UNIT.sub("", name)
    return bare.removesuffix(_SUFFIX) if len(bare) > len(_SUFFIX) else bare


@lru_cache(maxsize=4)
def _stock(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(_plain(fold(word)) for word in lexicon.words("words.generic_names"))


def _is_generic(row: RowView) -> bool:
    """Return whether the name is short, as all of these are, and a word of the list or the name of a class."""
    return len(row.name) <= _LONGEST and _fits_any(row.name, row.scope.knowledge.taxonomy)


@lru_cache(maxsize=4096)
def _fits_any(name: str, taxonomy: Taxonomy) -> bool:
    if name in _GROUPS:
        return False
    plain, labels = _plain(name), taxonomy.labels
    return (
        plain in _stock(taxonomy.lexicon) or (2, plain) in labels or _is_side(taxonomy, plain) or _is_made_of_any(plain)
    )


def _is_side(taxonomy: Taxonomy, plain: str) -> bool:
    """Return whether a name is only 产出, 效益 or 成本; 满意度 has its own entry."""
    return (1, plain) in taxonomy.labels and "满意" not in plain


def _is_made_of_any(plain: str) -> bool:
    """Return whether a name is made of words that fit any work: 任务完成率, 年度重点工作完成时间, 目标质量, 完成质量."""
    return bool(_BY_CONSTRUCTION.fullmatch(plain) or _DOING.fullmatch(plain))


@INDICATOR.fact(
    "stock_name",
    BOOL,
    zh="名称是否放在哪个项目都成立：指标分类名、“及时性”“覆盖率”一类，或全由任务、完成、率、质量一类的词组成",
    en="whether the name fits any project: that of a class, a word such as 及时性, or made of words for any work alone (任务完成率)",
)
def stock_name(row: RowView) -> bool:
    return bool(row.name) and _is_generic(row)


@INDICATOR.fact(
    "told_before_name",
    INT,
    zh="描述里名称之前有多少字，描述不含名称为 -1",
    en="how many characters of the description stand before the name in it, -1 where it does not hold the name",
)
def told_before_name(row: RowView) -> int:
    return fold(row.text("description")).find(_plain(row.name))


@VALUE.fact("han", INT, zh="指标值的汉字数（只数前二百字）", en="Chinese characters in the value, of its first 200")
def han(row: RowView) -> int:
    return len(_HAN.findall(fold(row.text("value"))[:_COUNTED]))


def generic(row: RowView) -> bool:
    """Return whether a name fits any project and neither the description nor a telling value give its object."""
    return stock_name(row) and told_before_name(row) <= 0 and han(row) < _TELLING


@INDICATOR.fact(
    "generic_usual",
    BOOL,
    zh="这个名称是否通行（服务对象满意度、项目完成时限一类）",
    en="whether the name is a usual one (服务对象满意度, 项目完成时限)",
)
def generic_usual(row: RowView) -> bool:
    plain = _plain(row.name)
    if _DOING.fullmatch(plain):
        return _PLAINLY.fullmatch(plain) is None
    return plain in _USUAL or (_is_made_of_any(plain) and _MADE_USUAL.fullmatch(plain) is not None)


@INDICATOR.fact(
    "described_otherwise",
    BOOL,
    zh="描述是否填写且不只是重复名称",
    en="whether there is a description that does not only repeat the name",
)
def described_otherwise(row: RowView) -> bool:
    told = fold(row.text("description"))
    return bool(told) and told != row.name

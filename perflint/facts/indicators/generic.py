"""Facts about names that say nothing of the object: the name of a class, 及时性, 覆盖率, 项目完成率 (TAX020)."""

from functools import lru_cache

from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL
from perflint.pattern import pattern
from perflint.typography import fold

_SUFFIX = "指标"
_UNIT = pattern(r"\((?:%|‰|[^()]{1,2})\)$")
_LONGEST = 14
_GROUPS = ("服务对象", "社会公众满意度")  # aliases of 满意度, but as names they say who
_TELLING = 8  # Chinese characters of a value that say what it is about
_HAN = pattern(r"[\u4e00-\u9fff]")
_USUAL = frozenset({"服务对象满意度", "完成时限", "按时完成", "项目完成率", "项目完成时限", "项目总成本"})


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """Return a folded name without a unit in brackets at its end and without 指标."""
    bare = _UNIT.sub("", name)
    return bare.removesuffix(_SUFFIX) if len(bare) > len(_SUFFIX) else bare


@lru_cache(maxsize=4)
def _stock(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_plain(fold(word)) for word in words)


def _is_generic(row: RowView) -> bool:
    """Return whether the name is short, as all of these are, and a word of the list or the name of a class."""
    if len(row.name) > _LONGEST or row.name in _GROUPS:
        return False
    knowledge = row.scope.knowledge
    plain, labels = _plain(row.name), knowledge.taxonomy.labels
    return plain in _stock(knowledge.lexicon.words("words.generic_names")) or (2, plain) in labels


@INDICATOR.fact(
    "generic",
    BOOL,
    zh="名称是否只是指标分类名或“及时性”“覆盖率”一类，描述、指标值也没有说明对象",
    en="whether the name is a class name or a word such as 及时性, and neither description nor value give the object",
)
def generic(row: RowView) -> bool:
    return bool(row.name) and _is_generic(row) and not _gives_object(row)


def _gives_object(row: RowView) -> bool:
    """Return whether the description holds the name with words before it, or the value is a phrase of its own."""
    value = fold(row.text("value"))
    return fold(row.text("description")).find(_plain(row.name)) > 0 or len(_HAN.findall(value[:200])) >= _TELLING


@INDICATOR.fact(
    "generic_usual",
    BOOL,
    zh="这个名称是否通行（服务对象满意度、项目完成时限一类）",
    en="whether the name is a usual one (服务对象满意度, 项目完成时限)",
)
def generic_usual(row: RowView) -> bool:
    return _plain(row.name) in _USUAL


@INDICATOR.fact(
    "described_otherwise",
    BOOL,
    zh="描述是否填写且不只是重复名称",
    en="whether there is a description that does not only repeat the name",
)
def described_otherwise(row: RowView) -> bool:
    told = fold(row.text("description"))
    return bool(told) and told != row.name

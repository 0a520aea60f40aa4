"""Facts about rates that cannot pass 100 % (domain: §5.4)."""

from functools import lru_cache

from perflint.data import Lexicon
from perflint.facts.direction import POSITIVE, plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL

_BOUNDED, _UNBOUNDED, _OVER = "percent.bounded", "percent.unbounded", "percent.over_fulfilment"


def _range_of(row: RowView) -> str:
    """Return the name of the list that decides whether the row's rate is bounded, "" if none does."""
    return _range_named(plain_name(row.text("name")), row.scope.knowledge.lexicon)


@lru_cache(maxsize=4096)
def _range_named(name: str, lexicon: Lexicon) -> str:
    if any(word in name for word in lexicon.words(_UNBOUNDED)):
        return _UNBOUNDED
    heads = (
        (len(word), source) for source in (_BOUNDED, _OVER) for word in lexicon.words(source) if name.endswith(word)
    )
    return max(heads, default=(0, ""))[1]


@INDICATOR.fact("bounded", BOOL, zh="是否为不可能超过100%的比率", en="whether it is a rate that cannot pass 100 %")
def bounded(row: RowView) -> bool:
    return _range_of(row) == _BOUNDED


@INDICATOR.fact(
    "over_fulfilment",
    BOOL,
    zh="是否为实务中可以超额完成的比率（完成率、执行率）",
    en="whether it is a rate that is over-fulfilled in practice",
)
def over_fulfilment(row: RowView) -> bool:
    return _range_of(row) == _OVER


@INDICATOR.fact(
    "tops_at_hundred",
    BOOL,
    zh="是否为一般不会超过100%的比率：名单上的，或从名称构成看是做到、达到的比率（周转、增产等除外）",
    en="whether it is a rate that hardly passes 100 %: a listed one, or by its parts a rate of what is done or met (not of turnover or yield)",
)
def tops_at_hundred(row: RowView) -> bool:
    listed = _range_of(row)
    if listed:
        return listed == _BOUNDED
    name = plain_name(row.text("name"))
    if any(word in name for word in row.scope.knowledge.lexicon.words("percent.exceeding")):
        return False
    lean = row.scope.knowledge.directions.composition.lean(name)
    return lean is not None and lean.certain and lean.direction == POSITIVE

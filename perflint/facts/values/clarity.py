"""Facts about values that are not clear: placeholders, approximations, several targets in one cell, vague phrases."""

from perflint.facts.derived import once
from perflint.facts.masks import is_unfilled
from perflint.facts.row import RowView
from perflint.facts.values.vague import scaled
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL
from perflint.facts.wordlist import first_word
from perflint.pattern import pattern
from perflint.quantity import Kind
from perflint.typography import fold

_MASK = pattern(
    r"\*{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|×{2,}|_{2,}|□+|[?？]{2,}|^[≥≤><=]*[Xx×](?=(?![光线射染])[\u4e00-\u9fff]{1,3}$)"
)
_YEAR_MASK = pattern(r"20(?:\*{2}|×{2}|_{2}|XX|xx)")
_NOTHING = frozenset({"无", "没有", "零", "无发生", "未发生"})
_FINAL = "。；;，,."
_SIMILAR = 0.8
_PHRASE = 4  # characters: a shorter word stands in many names
_LONG = 60  # characters: longer texts are not compared


@VALUE.fact(
    "placeholder",
    BOOL,
    zh="是否为占位符（待定、XX、/ 等）或含有掩码",
    en="whether the cell is a placeholder or holds a mask such as **",
)
@once
def placeholder(row: RowView) -> bool:
    text = fold(row.text("value"))
    if _YEAR_MASK.search(text) or (text.rstrip("。") in _NOTHING and _denies(row)):
        return False
    return row.value.kind is Kind.PLACEHOLDER or bool(_MASK.search(text)) or is_unfilled(text)


def _denies(row: RowView) -> bool:
    """Return whether 无 answers the name: an event that must not happen (安全责任事故), or a question (有无违规)."""
    if row.class_id in {"cost.social", "cost.eco"}:
        return True  # 无 is what TAX045 asks for
    words = row.scope.knowledge.lexicon.words
    return (
        first_word(
            row.name,
            row.scope.knowledge.directions.words("negative_events")
            + words("value_words.zero_event_nouns")
            + words("clarity.questions"),
        )
        != ""
    )


@VALUE.fact(
    "criterion_given",
    BOOL,
    zh="评分标准、计算方法或描述中是否写明了衡量标准（依据不算）",
    en="whether scoring, formula or description give a criterion (a basis is none)",
)
def criterion_given(row: RowView) -> bool:
    return scaled(row)


@VALUE.fact(
    "repeats_name",
    BOOL,
    zh="指标值是否只是重复名称或描述",
    en="whether the value only repeats the name or the description",
)
def repeats_name(row: RowView) -> bool:
    text = fold(row.text("value")).rstrip("。；;，,.")
    if not text or row.value.kind is not Kind.QUALITATIVE:
        return False
    return any(_alike(text, fold(row.text(cell))) for cell in ("name", "description") if row.filled(cell))


@VALUE.fact("is_name", BOOL, zh="指标值是否一字不差就是名称", en="whether the value is the very name of the indicator")
def is_name(row: RowView) -> bool:
    name = row.name.rstrip(_FINAL)
    return len(name) >= _PHRASE and fold(row.text("value")).rstrip(_FINAL) == name


def _alike(text: str, other: str) -> bool:
    from difflib import SequenceMatcher  # noqa: PLC0415  # what few need, few pay for

    return (text in other and len(text) >= _PHRASE) or (
        len(other) < 2 * _LONG and SequenceMatcher(None, text, other).ratio() >= _SIMILAR
    )

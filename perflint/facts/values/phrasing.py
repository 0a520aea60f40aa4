"""Facts about how a target is phrased: tentative, open at its end, repeating its own name, ending in a full stop."""

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Kind, Part
from perflint.typography import fold

_MARKS = "。；;，,.、．，"  # marks as typed
_INNER = pattern(r"[。；;，,：:]")
_LONG = 60  # characters: a longer cell is prose
_LEVELS = pattern(
    r"计划(?:完成|执行|目标|任务|投资|数|内|外|书|生育|总)|[按照据]计划|计划[0-9.]*%|拟(?:定|订|合|人|态|音)"
)
_OPEN = pattern(r"(?:等等|[^同平对相何均优甲乙高中初头上下特劣次差级A-E]等|…+|\.{3,})[。；;，,.\s]*$")  # marks as typed
_MAYBE_OPEN = pattern("[等….若多批不]")
_RANKED = pattern(r"(?:提[升高]|[达升]到|达)?[≥≤><=~]*\d+(?:\.\d+)?等(?:以上|以下|及以上)?")  # farmland is graded in 等
_RANKS = ("等级", "等别", "质量等", "耕地质量", "地力")
_OPEN_WORDS = pattern(r"若干|^多[项次场个家期批种]$|多项$|一批$|不等$|不等[，,；;。)）]|不确定")  # marks as typed
_TWO = 2


def tentative_words(row: RowView) -> tuple[str, ...]:
    """Return the modal words that stand before a number, () where 计划 and its like are no modal."""
    words = tuple(part.modal for part in row.value.parts if part.modal and part.number)
    return () if not words or _LEVELS.search(fold(row.value.text)) else words


def decided(row: RowView) -> str:
    """Return the value without its modal words."""
    text = row.value.text
    for word in tentative_words(row):
        text = text.replace(word, "", 1)
    return text.strip()


@VALUE.fact(
    "open_ended",
    BOOL,
    zh="是否以“等”“…”收尾，或含有“若干”“不等”“不确定”",
    en="whether a part ends in 等 or …, or has 若干, 不等, 不确定",
)
def open_ended(row: RowView) -> bool:
    value = row.value
    if _RANKED.fullmatch(fold(value.text).rstrip("。")) and row.name.endswith(_RANKS):
        return False
    if value.kind in (Kind.PLACEHOLDER, Kind.EMPTY) or len(value.text) > _LONG or not _MAYBE_OPEN.search(value.text):
        return False
    pieces = (value.text, *(value.text[part.start : part.end] for part in value.parts if "open" in part.flags))
    return any(_OPEN.search(fold(piece)) or _OPEN_WORDS.search(fold(piece)) for piece in pieces)


@VALUE.fact(
    "answers_yes",
    BOOL,
    zh="是否为“是”“有”“不发生”一类的回答",
    en="whether the value is a bare yes or no (是, 有, 不发生)",
)
def answers_yes(row: RowView) -> bool:
    text = fold(row.value.text).rstrip(_MARKS)
    absent = text in row.scope.knowledge.lexicon.words("value_words.zero_event_prefix")
    return len(text) < _TWO or absent or "yes" in row.value.first.flags


@VALUE.fact(
    "without_label",
    STRING,
    zh="去掉数前面的说明后的指标值；有几个数、去掉后读数会变时照原样",
    en="the value without the words before its number; as typed where it has several numbers or would be read otherwise",
)
def without_label(row: RowView) -> str:
    value, part = row.value, row.value.first
    typed = value.text.strip()
    if len(value.parts) != 1 or not part.number[:1].isdigit() or not part.label or value.text.count(part.label) != 1:
        return typed
    rest = value.text.replace(part.label, "").strip().lstrip(":：为")  # marks as typed
    return rest if rest and _same(part, row.scope.knowledge.reader.read(rest).first) else typed


def _same(one: Part, other: Part) -> bool:
    if one.modal != other.modal or one.approx is not other.approx:
        return False
    return (one.low, one.high, one.unit, one.per) == (other.low, other.high, other.unit, other.per)


@VALUE.fact(
    "trailing_mark",
    STRING,
    zh="末尾的标点，没有为空（省略号不算）",
    en="punctuation at the end, empty if none; dots of omission are none",
)
def trailing_mark(row: RowView) -> str:
    text = row.value.text.rstrip()
    bare = text.rstrip(_MARKS)
    return text[len(bare) :] if bare and not text.endswith(("...", "……")) else ""


@VALUE.fact("inner_mark", BOOL, zh="中间是否有标点", en="whether there is punctuation before the end")
def inner_mark(row: RowView) -> bool:
    return _INNER.search(unpunctuated(row)) is not None


@VALUE.fact("unpunctuated", STRING, zh="去掉末尾标点后的指标值", en="the value without punctuation at its end")
def unpunctuated(row: RowView) -> str:
    return row.value.text.strip().rstrip(_MARKS)

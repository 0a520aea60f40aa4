"""Facts about values that are not clear: placeholders, approximations, several targets in one cell, vague phrases."""

import re
from difflib import SequenceMatcher

from perflint.facts.row import RowView
from perflint.facts.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING, STRINGS
from perflint.quantity import Approx, Kind, Op, Part
from perflint.typography import fold

_MASK = re.compile(r"\*{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|×{2,}|_{2,}|□+")
_YEAR_MASK = re.compile(r"20(?:\*{2}|×{2}|_{2}|XX|xx)")
_CHANGES = ("提高", "提升", "增强", "改善", "优化", "促进", "促使", "保障", "加强", "推动", "维护", "维持", "推进", "完善", "健全", "营造", "好转", "满足")  # fmt: skip
_STOCK = frozenset(
    {"符合相关规定", "符合有关规定", "符合规定", "符合要求", "符合相关要求", "是", "达到要求", "按要求完成"}
)
_CRITERION = re.compile(
    r"\d|标准|规程|规范|合格|优秀|良好|优良|等级|分级|不发生|未发生|不出现|无[^法]|≥|≤|一级|二级|三级"
)
_SIMILAR = 0.8
_LONG = 60
_TIMES = frozenset({"duration", "working_day"})


@VALUE.fact(
    "placeholder",
    BOOL,
    zh="是否为占位符（待定、XX、/ 等）或含有掩码",
    en="whether the cell is a placeholder or holds a mask such as **",
)
def placeholder(row: RowView) -> bool:
    text = fold(row.text("value"))
    if _YEAR_MASK.search(text):
        return False
    return row.value.kind is Kind.PLACEHOLDER or bool(_MASK.search(text))


@VALUE.fact(
    "approximate",
    BOOL,
    zh="数字是否为约数（余、多、约、左右、近）",
    en="whether a number is approximate (余, 多, 约, 左右, 近)",
)
def approximate(row: RowView) -> bool:
    return any(part.approx is not Approx.EXACT and part.op is not Op.TEXT and part.number for part in row.value.parts)


@VALUE.fact(
    "firm",
    STRING,
    zh="把约数改为界限的写法，无法确定时为空",
    en="the approximate value written as a bound, empty if unclear",
)
def firm(row: RowView) -> str:
    part = row.value.first
    if len(row.value.parts) != 1 or part.label or not part.number or part.op is Op.BETWEEN:
        return ""
    less = row.side == "cost" or row.direction == "negative"
    bare = re.sub(r"余|多|左右|上下|大约|约|近|接近|将近", "", part.printed)
    return ("≤" if less else "≥") + bare


def _quantities(row: RowView) -> tuple[Part, ...]:
    return tuple(part for part in row.value.parts if part.op is not Op.TEXT)


@VALUE.fact("several", BOOL, zh="一格中是否有多个不同的目标", en="whether the cell holds several different targets")
def several(row: RowView) -> bool:
    parts = _quantities(row)
    if row.value.kind is not Kind.COMPOUND or len({(part.label, part.unit) for part in parts}) < len(("two", "parts")):
        return False
    return side_condition(row) or not _limits_by_place(parts)


def _limits_by_place(parts: tuple[Part, ...]) -> bool:
    """Return whether all parts are time limits, for different places or cases (城区30分钟内，乡镇1小时内): one target."""
    return all(part.dimension in _TIMES and part.op.direction < 0 for part in parts)


@VALUE.fact(
    "side_condition",
    BOOL,
    zh="后面的数量是否只是括号里的例外或补充",
    en="whether what follows the first quantity is an exception in brackets",
)
def side_condition(row: RowView) -> bool:
    parts = _quantities(row)[1:]
    first = row.value.first
    bracketed = (
        row.value.text.rfind("（", 0, part.end) >= 0 or row.value.text.rfind("(", 0, part.end) >= 0 for part in parts
    )
    return bool(parts) and all(part.dimension == first.dimension for part in parts) and all(bracketed)


@VALUE.fact("pieces", STRINGS, zh="一格中的各个目标，照录", en="the targets of the cell, as typed")
def pieces(row: RowView) -> tuple[str, ...]:
    return tuple(part.text.strip() for part in row.value.parts if part.text.strip())


@VALUE.fact(
    "vague",
    BOOL,
    zh="是否为空泛的定性表述（程度词，或只有“提高”“保障”一类动词）",
    en="whether the value is a vague phrase or a bare verb phrase",
)
def vague(row: RowView) -> bool:
    text = fold(row.text("value")).rstrip("。；;，,.")
    if row.value.kind is not Kind.QUALITATIVE or len(text) > _LONG or "criterion" in row.value.first.flags:
        return False
    degree = any(word in text for word in row.scope.knowledge.lexicon.words("vague.degree"))
    return degree or text in _STOCK or text.startswith(_CHANGES) or text.endswith(_CHANGES)


@VALUE.fact(
    "criterion_given",
    BOOL,
    zh="描述、评分标准或依据中是否有衡量标准",
    en="whether description, scoring or basis give a criterion",
)
def criterion_given(row: RowView) -> bool:
    cells = ("description", "scoring", "basis", "formula")
    own = fold(row.text("value"))
    return bool(_CRITERION.search(own)) or any(_CRITERION.search(fold(row.text(cell))) for cell in cells)


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


def _alike(text: str, other: str) -> bool:
    return text in other or (len(other) < 2 * _LONG and SequenceMatcher(None, text, other).ratio() >= _SIMILAR)

"""Facts about the comparators of a target value: how many there are, whether they agree, the value turned round."""

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, INT, STRING
from perflint.quantity import Kind, Op, Part
from perflint.typography import fold

_SYMBOLS = ("≥", "≤", "=", ">", "<")
_TURNED = {Op.GE: "≤", Op.GT: "<", Op.LE: "≥", Op.LT: ">"}
_SIGN = {Op.GE: "≥", Op.GT: ">", Op.LE: "≤", Op.LT: "<", Op.EQ: "="}
_LISTS = ("comparator_ge", "comparator_le", "comparator_gt", "comparator_lt", "comparator_eq")
_PHRASES = ("控制在", "控制到", "限于", "压缩到")


def _twice(row: RowView) -> tuple[Part, ...]:
    """Return the parts that have two comparators; those of a double bound (5个以上10个以下) do not count."""
    return tuple(part for part in row.value.parts if len(part.ops) > 1 and part.op is not Op.BETWEEN)


def _contradict(part: Part) -> bool:
    signs = {op.direction for op in part.ops}
    return {1, -1} <= signs


def _stacked(part: Part) -> bool:
    bounds = {op for op in part.ops if op is not Op.EQ}
    return len(bounds) > 1 and not _contradict(part)


def _counted(part: Part) -> int:
    """Return how many comparators a number has; 控制在…以内 is one, and so is 为…以上."""
    if Op.EQ in part.ops and len(set(part.ops)) > 1:
        return len(part.ops) if "symbol" in part.op_from else 1
    phrase = "suffix" in part.op_from and "symbol" not in part.op_from and any(word in part.text for word in _PHRASES)
    return 1 if phrase else len(part.ops)


@VALUE.fact(
    "contradictory", BOOL, zh="两个比较词方向是否相反", en="whether two comparators point in opposite directions"
)
def contradictory(row: RowView) -> bool:
    return any(_contradict(part) for part in _twice(row))


@VALUE.fact("stacked", BOOL, zh="两个比较词是否同向但宽严不同", en="whether two comparators differ in strictness")
def stacked(row: RowView) -> bool:
    return any(_stacked(part) for part in _twice(row))


@VALUE.fact(
    "comparators",
    INT,
    zh="一个数至多有几个比较词；“控制在…以内”算一个，“为…以上”也算一个，区间的两头不算",
    en="how many comparators one number has at most; 控制在…以内 and 为…以上 are one, the ends of a range none",
)
def comparators(row: RowView) -> int:
    return max(map(_counted, row.value.parts), default=0)


def _words(row: RowView, side: str) -> tuple[str, ...]:
    """Return the comparator words that stand before (`prefix`) or after (`suffix`) a number, longest first."""
    section = row.scope.knowledge.lexicon.section("value_words")
    return tuple(sorted((word for name in _LISTS for word in section[name].get(side, ())), key=len, reverse=True))


@VALUE.fact(
    "single_comparator",
    STRING,
    zh="去掉重复比较词后的指标值，无法确定时为空",
    en="the cell with one comparator only, empty if that is not clear",
)
def single_comparator(row: RowView) -> str:
    text, parts = row.value.text, _twice(row)
    if len(parts) != 1 or row.filled("op") or not parts[0].printed or text.count(parts[0].printed) != 1:
        return ""
    before, after = text.split(parts[0].printed)
    return _without_suffix(row, before, parts[0].printed, after) or _without_word(row, before, parts[0].printed + after)


def _without_suffix(row: RowView, before: str, printed: str, after: str) -> str:
    suffix = next((word for word in _words(row, "suffix") if after.lstrip().startswith(word)), "")
    return before + printed + after.lstrip().removeprefix(suffix) if suffix else ""


def _without_word(row: RowView, before: str, rest: str) -> str:
    symbol = before.rstrip()[-1:]
    if symbol not in _SYMBOLS:
        return ""
    head = before.rstrip()[:-1].rstrip()
    word = next((word for word in _words(row, "prefix") if head.endswith(word)), "")
    return head.removesuffix(word) + symbol + rest if word else ""


@VALUE.fact(
    "plain", BOOL, zh="是否只有一个比较词和一个数量", en="whether the cell is one comparator and one quantity, no more"
)
def plain(row: RowView) -> bool:
    part = row.value.first
    if len(row.value.parts) != 1 or row.value.kind is not Kind.NUMERIC or row.filled("op") or len(part.ops) != 1:
        return False
    rest = fold(row.value.text).replace(fold(part.printed), "", 1)
    return bool(part.printed) and (rest in _words(row, "prefix") or rest in _words(row, "suffix"))


@VALUE.fact(
    "turned",
    STRING,
    zh="比较方向反过来的指标值，无法确定时为空",
    en="the value with its comparator turned round, empty if that is not clear",
)
def turned(row: RowView) -> str:
    sign = _TURNED.get(row.value.op, "")
    idle = sign == "≥" and row.value.high == 0  # nothing can miss ≥0
    return sign + row.value.first.printed if sign and plain(row) and not idle else ""


@VALUE.fact(
    "sign", STRING, zh="比较符号的标准写法（≥ ≤ > < =），没有为空", en="comparator in standard spelling, empty if none"
)
def sign(row: RowView) -> str:
    return _SIGN.get(row.value.op, "")


@VALUE.fact(
    "shown", STRING, zh="指标值，分列表式连同符号和单位", en="the value; in split forms with its comparator and unit"
)
def shown(row: RowView) -> str:
    text = row.value.text.strip()
    return _SIGN.get(row.value.op, "") + text + row.text("unit").strip() if row.filled("op") else text

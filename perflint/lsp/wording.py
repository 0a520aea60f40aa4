"""A target value's reading in words."""

from decimal import Decimal

from perflint.quantity import Approx, Day, Kind, Op, Part, Value

_KINDS = {
    Kind.NUMERIC: ("数值", "a number"), Kind.RANGE: ("区间", "a range"), Kind.DURATION: ("时长", "a duration"),
    Kind.DEADLINE: ("完成时限", "a deadline"), Kind.PERIOD: ("时段", "a period"),
    Kind.DATE_RANGE: ("起止日期", "a range of dates"), Kind.FREQUENCY: ("频次", "a frequency"),
    Kind.RANK: ("名次", "a rank"), Kind.GRADE: ("等级", "a grade"), Kind.ZERO_EVENT: ("不发生", "no event"),
    Kind.RELATIVE: ("相对上期的变化", "a change against an earlier period"),
    Kind.COMPOUND: ("多个指标值", "several values"), Kind.QUALITATIVE: ("定性", "qualitative"),
    Kind.PLACEHOLDER: ("占位文字，没有指标值", "a placeholder, no value"), Kind.EMPTY: ("空白", "blank"),
    Kind.UNKNOWN: ("没有读懂", "not understood"),
}  # fmt: skip
_SIGNS = {Op.EQ: "=", Op.GE: "≥", Op.GT: ">", Op.LE: "≤", Op.LT: "<", Op.UP: "↑", Op.DOWN: "↓"}
_APPROX = {
    Approx.ABOUT: ("约", "about"), Approx.OVER: ("多", "somewhat over"), Approx.NEARLY: ("近", "nearly"),
    Approx.VAGUE: ("约数", "vague"),
}  # fmt: skip
_SHOWN = 200


def describe_value(value: Value, lang: str) -> str:
    """Return how a value is read as Markdown: what kind it is, then a line for each of its parts."""
    said = ("How the target value is read", ": ") if lang == "en" else ("指标值的读法", "：")
    lines = [f"**{said[0]}**{said[1]}{_pick(_KINDS[value.kind], lang)}"]
    lines += [f"- {text}" for part in value.parts if (text := _part(part, lang))]
    if value.residue.strip():
        rest = "not read" if lang == "en" else "没有读进去的文字"
        lines.append(f"- {rest}{said[1]}`{_plain(value.residue)}`")
    return "\n".join(lines)


def _part(part: Part, lang: str) -> str:
    """Return a part: comparator, number with its scale resolved, unit, base, and the text that it was read from."""
    amount = " ".join(piece for piece in (_SIGNS.get(part.op, ""), _ends(part), _unit(part)) if piece)
    about = f" ({_pick(_APPROX[part.approx], lang)})" if part.approx in _APPROX else ""
    if not amount:
        return f"`{_plain(part.text)}`" if part.text.strip() else ""
    return f"`{_plain(part.text)}` → {amount}{about}"


def _ends(part: Part) -> str:
    low, high = _end(part.low), _end(part.high)
    return low if low == high else f"{low} – {high}" if low and high else low or high


def _end(end: Decimal | Day | None) -> str:
    if end is None:
        return ""
    return str(end) if isinstance(end, Day) else f"{end:f}"[:_SHOWN]


def _unit(part: Part) -> str:
    return "/".join(piece for piece in (part.unit, *part.per) if piece)


def _plain(text: str) -> str:
    """Return a text that can stand in a code span on one line."""
    return " ".join(text.replace("`", "'").split())[:_SHOWN]


def _pick(pair: tuple[str, str], lang: str) -> str:
    return pair[1] if lang == "en" else pair[0]

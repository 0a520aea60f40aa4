"""What a table says was guessed when it was read (`x-guessed`): what rests on a guess is no error by itself."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from perflint.judge.rule import Rule, Severity
from perflint.judge.violation import Violation
from perflint.model import Table
from perflint.pattern import pattern
from perflint.source import Node, NodeKind

KEY = "x-guessed"
_LIKELY = 0.5
# Subjects and facts that are about a field whose name they do not carry.
_ABOUT = {
    "goals.annual": frozenset(
        [
            "goal",
            "aim",
            "promise",
            "counterpart",
            "goal_due",
            "none_allowed",
            "standard",
            "multiplied",
            "listed_parts",
            "less_in_all",
        ]
    ),
    "year": {"deadline"},
    "indicators.weight": {"weights", "share", "label_points"},
    "indicators.value": {"figure", "cost", "unit_cost", "deadline", "length", "beneficiary", "history"},
    "indicators.level1": {"level", "labels", "frame"},
    "indicators.level2": {"level", "labels", "frame"},
    "spending_plan": {"plan"},
    "budget.total": {"budget", "cost", "unit_cost", "money"},
    "budget.fiscal": {"budget", "money"},
}
# Guesses about the shape of the whole table: what is missing or stands in the wrong place rests on them.
_SHAPE = frozenset({"profile", "kind", "indicators", "indicators.name", "indicators.level1", "indicators.level2"})
_SAID = {
    "zh": "（这一栏是导入时推断的，请先核对。）",
    "en": " (This cell was guessed when the document was read; compare it first.)",
}
_WORD = pattern(r"[a-z_][a-z0-9_]*")


def guesses_of(table: Table) -> Mapping[str, float]:
    """Return the fields of a table that were guessed, each with its lowest confidence (0 to 1)."""
    found: dict[str, float] = {}
    listed = next((value for key, value in table.root.pairs if key.text == KEY), None)
    for entry in listed.items if listed is not None else ():
        if entry.kind is NodeKind.MAPPING:
            said = {key.text: value for key, value in entry.pairs}
            name, sure = _text(said.get("field")), _share(_text(said.get("confidence")))
            if name:
                found[name] = min(sure, found.get(name, sure))
    return found


def _text(node: Node | None) -> str:
    return node.text.strip() if node is not None else ""


def _share(text: str) -> float:
    """Return a confidence as typed (`70%`, `0.7`), 0 where it is none."""
    try:
        return float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return 0.0


def at_most(violation: Violation, row: int, guesses: Mapping[str, float], lang: str) -> Violation:
    """Return a violation, as a warning at most where it rests on a guess, and as an info where that is less than likely."""
    resting = [sure for name, sure in guesses.items() if _rests(violation, row, name)]
    if not resting:
        return violation
    ceiling = Severity.WARNING if min(resting) >= _LIKELY else Severity.INFO
    if ceiling.rank <= violation.severity.rank:
        return violation
    return violation._replace(severity=ceiling, message=violation.message + _SAID["en" if lang == "en" else "zh"])


def _rests(violation: Violation, row: int, name: str) -> bool:
    """Return whether a violation rests on a field: it is marked, it is asked for, or it gives the table its shape."""
    if name in _SHAPE and violation.rule.damaged is not None:
        return True
    marked = {_full(spot.records, spot.field, row >= 0 or spot.index is not None) for spot in violation.spots}
    if any(
        one == name or one.startswith(f"{name}.") or (one != "indicators" and name.startswith(f"{one}."))
        for one in marked
    ):
        return True
    return bool(_words(violation.rule) & ({name.rpartition(".")[2]} | _ABOUT.get(name, set())))


def _full(records: str, field: str, in_row: bool) -> str:  # noqa: FBT001  # said once, above
    return f"{records or 'indicators'}.{field}" if in_row else field


@lru_cache(maxsize=1024)
def _rule_words(rule_id: str, text: str) -> frozenset[str]:
    del rule_id
    return frozenset(_WORD.findall(text))


def _words(rule: Rule) -> frozenset[str]:
    """Return the names that the conditions of a rule are made of, with its subject and its category."""
    texts: Sequence[str] = [text for key, text, kind in rule.expressions if kind == "bool" and text]
    return _rule_words(rule.id, " ".join([*texts, rule.given, rule.category]))

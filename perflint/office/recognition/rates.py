"""The execution of the budget printed among the indicators of an evaluated table (预算执行率 in all of its classes)."""

from perflint.office.recognition.draft import Branch, Draft, Leaf
from perflint.typography import fold

_NAMES = frozenset({"预算执行率", "资金执行率", "执行率", "预算资金执行率", "预算执行情况"})
_STAGES = {"weight": "weight", "score": "score", "actual": "rate", "value": "x-指标值"}
_CLASSES = ("level1", "level2")


def take_execution(draft: Draft) -> None:
    """Take a row that is no indicator but the execution of the budget out of the indicators, into `execution`."""
    for row in [one for one in draft.rows if _is_execution(one)]:
        execution = draft.tree.setdefault("execution", {})
        if not isinstance(execution, dict) or any(stage in execution for stage in ("weight", "score")):
            return
        draft.rows.remove(row)
        for key, value in row.items():
            if isinstance(value, Leaf) and value.text and key not in {*_CLASSES, "name"}:
                execution.setdefault(_STAGES.get(key, key if key.startswith("x-") else f"x-{key}"), value)


def _is_execution(row: Branch) -> bool:
    """Return whether a row has the execution as its class and as its name."""
    said = [
        fold(value.text).partition("(")[0] for key in _CLASSES if isinstance(value := row.get(key), Leaf) and value.text
    ]
    name = row.get("name")
    named = fold(name.text).partition("(")[0] if isinstance(name, Leaf) else ""
    return bool(said) and all(text in _NAMES for text in said) and (named in _NAMES or not named)

"""The key `fix:` of a rule file: what it may hold, and what is said where it holds something else."""

from typing import Any

from perflint.judge.nearest import nearest
from perflint.judge.rule import Repair, Safety
from perflint.model import catalogue

KEYS = ("safety", "replace", "with", "insert", "safe_when", "only_when")
_NEEDED = "`fix` needs `safety: safe | unsafe | display` and `with: expression`"


def read_repair(entry: Any, given: str) -> Repair | str:  # noqa: ANN401  # data as read
    """Return the repair that a rule's `fix:` describes, or what is wrong with it; `given` is the rule's subject."""
    if not isinstance(entry, dict) or entry.get("safety") not in set(Safety) or not entry.get("with"):
        return _NEEDED
    listed = isinstance(entry["with"], list)
    if listed is not isinstance(entry.get("replace"), list):
        return (
            "`replace` and `with` are both one text, or both lists of the same length: [level1, level2] with one "
            "expression for each cell"
        )
    places = entry["replace"] if listed else [entry.get("replace", given)]
    texts = entry["with"] if listed else [entry["with"]]
    fault = _lists_fault(places, texts) or _insert_fault(entry)
    if not fault and (listed or "insert" in entry):
        fault = _field_fault(places if listed else [entry["insert"]])
    if fault:
        return fault
    stripped = tuple(text.strip() for text in texts)
    return Repair(
        Safety(entry["safety"]), tuple(places), stripped, entry.get("safe_when"), entry.get("only_when"),
        entry.get("insert", ""),
    )  # fmt: skip


def _lists_fault(places: list[Any], texts: list[Any]) -> str:
    if not all(isinstance(item, str) and item.strip() for item in (*places, *texts)):
        return "`replace` holds names of cells and `with` expressions, all of them texts"
    if len(places) != len(texts):
        return f"`replace` names {len(places)} cells and `with` has {len(texts)} expressions: one for each is needed"
    return f"`replace` names a cell twice: {', '.join(places)}" if len(set(places)) < len(places) else ""


def _field_fault(places: list[str]) -> str:
    """Return what is wrong with the names of cells: each ends in the name of a field of the format."""
    known = {field.name for fields in catalogue().sections.values() for field in fields}
    wrong = next((place for place in places if place.rpartition(".")[2] not in known), "")
    return f"there is no cell `{wrong}`{nearest(wrong, known)}" if wrong else ""


def _insert_fault(entry: dict[str, Any]) -> str:
    if "insert" not in entry:
        return ""
    if entry["safety"] != Safety.DISPLAY:
        return "`insert` shows a commented line and is never applied: write `safety: display`"
    if "replace" in entry or not isinstance(entry["insert"], str):
        return "`insert` names the one field that is missing, and stands without `replace`"
    return ""

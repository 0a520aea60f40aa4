"""The key `fix:` of a rule file: what it may hold, and what is said where it holds something else."""

from typing import Any

from perflint.judge.rule import Bilingual, Repair, Safety
from perflint.judge.rule_error import joined, meant
from perflint.model import catalogue

KEYS = ("safety", "replace", "with", "insert", "safe_when", "only_when")
_NEEDED = Bilingual(
    "`fix` 要有 `safety: safe | unsafe | display` 和 `with: 表达式`",
    "`fix` needs `safety: safe | unsafe | display` and `with: expression`",
)


def read_repair(entry: Any, given: str) -> Repair | Bilingual:  # noqa: ANN401  # data as read
    """Return the repair that a rule's `fix:` describes, or what is wrong with it; `given` is the rule's subject."""
    if not isinstance(entry, dict) or entry.get("safety") not in list(Safety) or not entry.get("with"):
        return _NEEDED
    listed = isinstance(entry["with"], list)
    if listed is not isinstance(entry.get("replace"), list):
        return Bilingual(
            "`replace` 和 `with` 要么各是一段文字，要么是一样长的列表：[level1, level2]，每格一个表达式",
            "`replace` and `with` are both one text, or both lists of the same length: [level1, level2] with one "
            "expression for each cell",
        )
    places = entry["replace"] if listed else [entry.get("replace", given)]
    texts = entry["with"] if listed else [entry["with"]]
    fault = _texts_fault(entry) or _lists_fault(places, texts) or _insert_fault(entry)
    if fault is None and (listed or "insert" in entry):
        fault = _field_fault(places if listed else [entry["insert"]])
    if fault is not None:
        return fault
    stripped = tuple(text.strip() for text in texts)
    return Repair(
        Safety(entry["safety"]), tuple(places), stripped, entry.get("safe_when"), entry.get("only_when"),
        entry.get("insert", ""),
    )  # fmt: skip


def _texts_fault(entry: dict[str, Any]) -> Bilingual | None:
    wrong = next((key for key in ("safe_when", "only_when") if key in entry and not isinstance(entry[key], str)), "")
    return Bilingual(f"`{wrong}` 要写成一个表达式", f"`{wrong}` needs one expression") if wrong else None


def _lists_fault(places: list[Any], texts: list[Any]) -> Bilingual | None:
    if not all(isinstance(item, str) and item.strip() for item in (*places, *texts)):
        return Bilingual(
            "`replace` 里是单元格的名称，`with` 里是表达式，都要是文字",
            "`replace` holds names of cells and `with` expressions, all of them texts",
        )
    if len(places) != len(texts):
        return Bilingual(
            f"`replace` 有 {len(places)} 格，`with` 有 {len(texts)} 个表达式，要一格一个",
            f"`replace` names {len(places)} cells and `with` has {len(texts)} expressions: one for each is needed",
        )
    if len(set(places)) < len(places):
        named = ", ".join(places)
        return Bilingual(f"`replace` 里同一格写了两次：{named}", f"`replace` names a cell twice: {named}")
    return None


def _field_fault(places: list[str]) -> Bilingual | None:
    """Return what is wrong with the names of cells: each ends in the name of a field of the format."""
    known = {field.name for fields in catalogue().sections.values() for field in fields}
    wrong = next((place for place in places if place.rpartition(".")[2] not in known), "")
    if not wrong:
        return None
    return joined(Bilingual(f"没有“{wrong}”这一格", f"there is no cell `{wrong}`"), meant(wrong, known))


def _insert_fault(entry: dict[str, Any]) -> Bilingual | None:
    if "insert" not in entry:
        return None
    if entry["safety"] != Safety.DISPLAY:
        return Bilingual(
            "`insert` 只显示一行注释，不会写进文件：请写 `safety: display`",
            "`insert` shows a commented line and is never applied: write `safety: display`",
        )
    if "replace" in entry or not isinstance(entry["insert"], str):
        return Bilingual(
            "`insert` 写缺少的那一个栏目，不能同时写 `replace`",
            "`insert` names the one field that is missing, and stands without `replace`",
        )
    return None

"""What packs may still name as an earlier version did, and what they are told to write instead."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from perflint.data.assets import rules_root
from perflint.judge.rule import Bilingual
from perflint.judge.rule_error import meant
from perflint.source import read_source, to_data


def new_name(word: str, known: Iterable[str]) -> Bilingual:
    """Return what is said of an unknown subject or fact: its new name, else the nearest one, "" if there is neither."""
    renamed = _renamed()
    subject, dot, fact = word.partition(".")
    moved = renamed["subjects"].get(subject)
    new = renamed["facts"].get(word) or (f"{moved}{dot}{fact}" if moved else "")
    return Bilingual(f"；现在叫“{new}”", f"; it is `{new}` now") if new else meant(word, known)


@lru_cache(maxsize=1)
def _renamed() -> dict[str, dict[str, str]]:
    path = rules_root() / "renamed.yaml"
    data: Any = to_data(read_source(path.read_bytes(), str(path)).roots[0])
    return {"subjects": data["subjects"], "facts": data["facts"]}

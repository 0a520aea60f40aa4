"""What can be written in a cell: classes, units, profiles, and the words of closed lists."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from perflint.facts import load_knowledge
from perflint.facts.taxonomy import Taxonomy
from perflint.model import load_profiles
from perflint.pattern import pattern
from perflint.quantity import Unit
from perflint.workspace.checking import Checker

# A number at the end of what is typed, and the beginning of a unit behind it.
_AMOUNT = pattern(r"[0-9０-９.]\s*[万亿]?\s*([^\s0-9０-９.，,。；;万亿]{0,6})$")
# What a field takes, as the catalogue of fields describes it.
_CLOSED: Mapping[str, tuple[str, ...]] = {
    "kind": ("项目", "部门整体", "project", "department"),
    "stage": ("申报", "审核", "批复", "调整", "公开"),
    "currency_unit": ("万元", "元", "千元", "亿元"),
    "attribute": ("新增", "延续"),
    "term": ("一次性", "经常性"),
    "policy_type": ("产业发展", "民生保障", "基础设施"),
    "op": ("≥", "≤", ">", "<", "=", "定性"),
    "value_type": ("定量", "定性"),
    "direction": ("正向", "反向", "适中"),
    "horizon": ("年度", "中长期"),
}


class Choice(NamedTuple):
    """A text that can be written, what is said beside it, and how many characters before the cursor it replaces."""

    text: str
    detail: str
    replaces: int


def choices(name: str, typed: str, level1: str, checker: Checker, lang: str) -> Iterator[Choice]:
    """Yield what can stand in a field; `level1` is the first-level class of its row, "" where it is not known."""
    packs = checker.config.packs
    knowledge = load_knowledge(packs)
    if name in {"level1", "level2"}:
        yield from _plain(_levels(knowledge.taxonomy, name, level1), typed)
    elif name == "profile":
        named = {key: one.en if lang == "en" else one.zh for key, one in load_profiles(packs).items()}
        yield from _plain(sorted(named.items()), typed)
    elif name == "unit":
        yield from _plain(_units(knowledge.reader.units.spelled.values()), typed)
    elif name == "value":
        amount = _AMOUNT.search(typed[-40:])
        if amount:
            yield from _plain(_units(knowledge.reader.units.spelled.values()), amount[1])
    else:
        yield from _plain(((text, "") for text in _CLOSED.get(name, ())), typed)


def _plain(texts: Iterable[tuple[str, str]], typed: str) -> Iterator[Choice]:
    for text, detail in texts:
        yield Choice(text, detail, len(typed))


def _levels(taxonomy: Taxonomy, name: str, level1: str) -> Iterator[tuple[str, str]]:
    """Yield the classes of a level; of the second one those under the first one of the row, where that is known."""
    first = taxonomy.find(level1, 1) if level1 else None
    for known in taxonomy.classes.values():
        under = taxonomy.classes[known.parent].name if known.parent in taxonomy.classes else ""
        if name == "level1" and known.level == 1:
            yield known.name, ""
        elif name == "level2" and known.level != 1 and (first is None or known.parent == first.id):
            yield known.name, under
        elif name == "level2" and known.id == "cost" and first is not None and first.id == "output":
            yield known.name, first.name


def _units(units: Iterable[Unit]) -> Iterator[tuple[str, str]]:
    for unit in units:
        yield unit.form, "" if unit.form == unit.canonical else f"→ {unit.canonical}"

"""Facts about numbers in a running text without a counter, and units in a spelling to be avoided."""

from perflint.facts.vocabulary import MARKS, STRING, Mark
from perflint.facts.wording.counting import counterless, odd_units, respelled
from perflint.facts.wording.wording import WORDING
from perflint.facts.wording.wordview import NAMES, WordingView


@WORDING.fact(
    "counterless", MARKS, zh="缺量词的数字，如“新增8企业”", en="numbers without the counter that their noun wants"
)
def without_counter(view: WordingView) -> tuple[Mark, ...]:
    return counterless(view.prose.text)


def _odd_units(view: WordingView) -> tuple[Mark, ...]:
    text = view.prose.text
    if view.prose.field == "unit":
        unit = text.strip()
        return (Mark(unit, text.index(unit), text.index(unit) + len(unit)),)
    return odd_units(text, view.words.unit_pattern) if view.prose.field not in NAMES else ()


@WORDING.fact("odd_units", MARKS, zh="不规范的单位写法", en="units in a spelling to be avoided")
def units(view: WordingView) -> tuple[Mark, ...]:
    return _odd_units(view)


@WORDING.fact("plain_units", STRING, zh="这些单位的规范写法", en="the plain spelling of these units")
def plain_units(view: WordingView) -> str:
    return "、".join(dict.fromkeys(view.words.units[mark.text] for mark in _odd_units(view)))


@WORDING.fact("respelled", STRING, zh="改正单位后的全文", en="the whole text with these units in plain spelling")
def respelled_text(view: WordingView) -> str:
    return respelled(view.prose.text, _odd_units(view), view.words.units)

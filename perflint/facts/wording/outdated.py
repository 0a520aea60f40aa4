"""Facts about terms and agencies in a running text that are out of use."""

from perflint.facts.vocabulary import MARKS, STRING, Mark
from perflint.facts.wording.obsolete import Outdated, find_outdated
from perflint.facts.wording.wording import WORDING
from perflint.facts.wording.wordview import SOURCES, WordingView


def _outdated(view: WordingView) -> tuple[Outdated, ...]:
    words = view.words
    source = view.prose.field in SOURCES
    return find_outdated(view.prose.text, view.scope.year, words.outdated, words.terms, source=source)


@WORDING.fact("outdated", MARKS, zh="已经停用的名称、机构", en="terms and agencies that are out of use")
def outdated(view: WordingView) -> tuple[Mark, ...]:
    return tuple(each.mark for each in _outdated(view))


@WORDING.fact(
    "outdated_zh", STRING, zh="这些名称，各附现在的名称", en="these terms with what took their place, in Chinese"
)
def outdated_zh(view: WordingView) -> str:
    said = (f"“{each.mark.text}”" + (f"（现为“{each.now}”）" if each.now else "") for each in _outdated(view))
    return "、".join(dict.fromkeys(said))


@WORDING.fact("outdated_en", STRING, zh="同上（英文）", en="these terms with what took their place")
def outdated_en(view: WordingView) -> str:
    said = (f"“{each.mark.text}”" + (f" (now “{each.now}”)" if each.now else "") for each in _outdated(view))
    return ", ".join(dict.fromkeys(said))

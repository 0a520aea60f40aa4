"""Facts about what a running text has twice: words, and the numbers of a numbering."""

from perflint.facts.vocabulary import MARKS, STRING, Mark
from perflint.facts.wording.doubling import Double, doubles, written_once
from perflint.facts.wording.numbering import Break, numbering_breaks
from perflint.facts.wording.wording import WORDING
from perflint.facts.wording.wordview import NAMES, WHOLE, WordingView, repeats_apart


def _doubles(view: WordingView) -> tuple[Double, ...]:
    return tuple(sorted((*doubles(view.prose.text), *repeats_apart(view)), key=lambda double: double.mark.start))


def _breaks(view: WordingView) -> tuple[Break, ...]:
    if view.prose.field in NAMES:
        return ()
    return numbering_breaks(view.prose.text, whole=view.prose.field in WHOLE)


@WORDING.fact("numbering_breaks", MARKS, zh="序号出错之处", en="the numbers at which a numbering breaks")
def breaks(view: WordingView) -> tuple[Mark, ...]:
    return tuple(each.mark for each in _breaks(view))


@WORDING.fact(
    "numbering_kind",
    STRING,
    zh="第一处是重复（repeated）、漏号（missing）、写法不同（style）还是只有一条（single），没有为空",
    en="what is wrong at the first: repeated, missing, style or single; empty if nothing is",
)
def numbering_kind(view: WordingView) -> str:
    found = _breaks(view)
    return found[0].kind if found else ""


@WORDING.fact("numbering_first", STRING, zh="第一处序号", en="the first of these numbers")
def numbering_first(view: WordingView) -> str:
    found = _breaks(view)
    return found[0].mark.text if found else ""


@WORDING.fact("doubles", MARKS, zh="重复的词", en="words written twice")
def doubled(view: WordingView) -> tuple[Mark, ...]:
    return tuple(double.mark for double in _doubles(view))


@WORDING.fact("doubles_once", STRING, zh="这些词只写一次的样子", en="these words written once")
def doubles_once(view: WordingView) -> str:
    return "、".join(dict.fromkeys(double.once for double in _doubles(view)))


@WORDING.fact("undoubled", STRING, zh="去掉重复后的全文", en="the whole text without these repeats")
def undoubled(view: WordingView) -> str:
    return written_once(view.prose.text, _doubles(view))

"""Words of degree that nobody can measure, in goals and descriptions."""

import re

from perflint.facts.vocabulary import Mark
from perflint.facts.wording.clauses import clauses, without_idle_numbers
from perflint.pattern import pattern

_DIGIT = pattern(r"\d")
_MEASURED = pattern(
    r"率|度|性|天数|时间|时长|小时|次数|数量|情况|的[^，。；]{0,20}?(?:比例|比重|占|率|数|量|程度|情况)"
)
_ASKING = ("是否", "反映", "考核", "衡量", "考察", "评价", "比例", "占比")


def vague_words(text: str, words: re.Pattern[str], spared: frozenset[str]) -> tuple[Mark, ...]:
    """Return the vague words of a text whose clause has no number.

    `words` matches vague words and those that only look so (`spared`). Left alone: a word that names what is measured
    (正常运转率, 符合要求的占比) and a clause that says what an indicator shows (反映…是否合理).
    """
    if not words.search(text):
        return ()
    plain = without_idle_numbers(text)
    found: list[Mark] = []
    for clause in clauses(text):
        if _DIGIT.search(plain, clause.start, clause.start + len(clause.text)):
            continue
        if any(word in clause.text for word in _ASKING):
            continue
        found.extend(
            Mark(hit[0], clause.start + hit.start(), clause.start + hit.end())
            for hit in words.finditer(clause.text)
            if hit[0] not in spared and not _MEASURED.match(clause.text, hit.end())
        )
    return tuple(found)

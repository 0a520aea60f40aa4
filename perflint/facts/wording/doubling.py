"""Words that were written twice: 特种设备特种设备检定, 社会公用社会计量标准, 其中市市级."""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from perflint.facts.marks import mark_of, rewritten
from perflint.facts.vocabulary import Mark
from perflint.pattern import pattern

_TWICE = pattern(r"([\u4e00-\u9fff]{3,10})\1")
_VERB_TWICE = pattern(
    r"(加强|开展|完成|进行|推进|提高|提升|保障|促进|组织|实施|落实|做好|确保|推动|加快|以及|通过|根据|按照|对于|关于|同时|采购|购置|购买|发放|改造|修缮|举办|新建|扩建|聘请|支付|拨付|慰问|巡查|印制|制作|召开|租赁)\1(?![率度])"
)
_APART = pattern(r"([\u4e00-\u9fff]{2,4})([\u4e00-\u9fff]{1,2})\1(?=[\u4e00-\u9fff]{2})")
_DISTRICT = pattern(r"(?:^|(?<=[，。；、：（(\s])|(?<=其中)|(?<=对|由|向|与|和|及|的|将|按|以))([省市县区镇乡])\1级")
_TAIL = 2  # characters after the repeated word that belong to the term


class Double(NamedTuple):
    """A word written twice: both with what stands between, and what should stand there."""

    mark: Mark
    once: str


@lru_cache(maxsize=64)
def _has_repeat(text: str) -> bool:
    """Return whether two neighbouring characters stand together again anywhere: the cheap look first."""
    return len(set(pairwise(text))) < len(text) - 1


def doubles(text: str) -> tuple[Double, ...]:
    """Return the words that stand twice at once: three or more characters, some verbs, and 市市级 without a city before it."""
    found: list[Double] = []
    if _has_repeat(text):
        found.extend(
            Double(mark_of(hit), hit[1])
            for pattern in (_TWICE, _VERB_TWICE)
            for hit in pattern.finditer(text)
            if len(set(hit[1])) > 1
        )
    if "级" in text:
        found.extend(Double(mark_of(hit), f"{hit[1]}级") for hit in _DISTRICT.finditer(text))
    return tuple(sorted(found, key=lambda double: double.mark.start))


@lru_cache(maxsize=4096)
def doubles_to_check(text: str) -> tuple[Double, ...]:
    """Return the words that come again after one or two characters, each with the term as it would be without the repeat."""
    if not _has_repeat(text):
        return ()
    return tuple(
        Double(mark_of(hit), hit[1] + hit[2] + text[hit.end() : hit.end() + _TAIL]) for hit in _APART.finditer(text)
    )


def doubles_apart(text: str, others: str) -> tuple[Double, ...]:
    """Return the words that come again after one or two characters where `others` has the term with the word only once."""
    return tuple(
        Double(double.mark, double.once[:-_TAIL]) for double in doubles_to_check(text) if double.once in others
    )


def written_once(text: str, found: tuple[Double, ...]) -> str:
    """Return the text with each of these words written once."""
    return rewritten(text, ((double.mark.start, double.mark.end, double.once) for double in found))

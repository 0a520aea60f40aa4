"""Ranks and grades: 第一, 前3名, 良好以上, 二级."""

import re
from decimal import Decimal

from perflint.pattern import pattern
from perflint.quantity.baselines import leading_comparator
from perflint.quantity.numerals import read_han
from perflint.quantity.value import Op, Part
from perflint.quantity.words import ValueWords

_RANK = pattern(
    r"(?P<top>前|第)(?P<n>[0-9]{1,4}|[一二三四五六七八九十]{1,3})(?P<unit>名|位|%)?(?P<suffix>及?以[内上]|之内|内)?(?![次批个期季年方者类章条级])"
)
_LEVEL = pattern(
    r"(?P<level>(?:[0-9]|[一二三四五六特甲乙丙]|I{1,3}|IV|V)[级等](?:[甲乙丙]等)?|(?:I{1,3}|IV|V)类|[一二三四五]类(?=水|及|以|标准)|[1-5]?A{1,5}级?|[1-5]星级?|[一二三四五]星级?|[A-D]级)"
)
_TESTED = pattern(r"(?P<what>[^不未]{1,8}?)(?:全部|均|达到|为)*(?P<grade>合格|达标|优秀)")
_LEVEL_VERBS = pattern(
    r"^(?:国家|省级?|市级?|行业|达到|达(?!标)|地表水|水质|优于|不低于|保持在?|为|评为|均为|均|全部|考核|验收|评价|等级|结果)*"
)


def rank(text: str) -> Part | None:
    """The part of 第一, 前3名, 全省第2名; None if there is no rank."""
    found = _RANK.search(text)
    if found is None or re.search(r"[0-9]", text[: found.start()] + text[found.end() :]):
        return None
    number = Decimal(found["n"]) if found["n"].isascii() else read_han(found["n"])
    if number is None or (not found["unit"] and found.end() != len(text)):
        return None
    at_least = found["top"] == "前" or bool(found["suffix"]) or "不低于" in text[: found.start()]
    op = Op.LE if at_least else Op.EQ
    low = number if op is Op.EQ else None
    return Part(
        op=op, op_from=("implicit",), low=low, high=number, unit=found["unit"] or "名", number=found["n"], text=text
    )


def named_level(text: str) -> bool:
    """Whether a level with a digit or numeral stands in the text: 4A级, 二级."""
    return bool(_LEVEL.search(text))


def grade(text: str, words: ValueWords) -> Part | None:
    """The part of 良好以上, 二级及以上, Ⅲ类; its `text` is the grade. None if the text is more than a grade."""
    if tested := _TESTED.fullmatch(text):
        return Part(tested["what"], number=tested["grade"], text=text)
    lead = _LEVEL_VERBS.match(text)
    start = lead.end() if lead else 0
    op, flag = (Op.GE, "word") if "不低于" in text[:start] else (Op.NONE, "")
    if "优于" in text[:start]:
        op, flag = Op.GT, "word"
    if not start and (sign := leading_comparator(text, words)) and sign.how == "symbol":
        start, op, flag = len(sign.text), sign.op, "symbol"
    if text in words.vague_degree:
        return None
    for name in sorted(words.lists["grades"], key=len, reverse=True):
        if text.startswith(name, start) and not name.endswith("以上"):
            return _graded(text, name, start + len(name), words, (op, flag))
    found = _LEVEL.match(text, start)
    return _graded(text, found["level"], found.end(), words, (op, flag)) if found else None


def _graded(text: str, name: str, end: int, words: ValueWords, before: tuple[Op, str]) -> Part | None:
    rest = re.sub(r"^\(含\)", "", text[end:])
    rest = re.sub(r"^(?:等级|等次|标准|水平|档次|水质|资质)+", "", rest)
    op, flag = before
    word = words.starting_at(rest, 0)
    if word is not None and word.role == "op":
        op, flag, rest = word.op, "suffix", rest[len(word.text) :]
        rest = re.sub(r"^(?:等级|等次|标准|水平|档次|水质|资质|的)+", "", rest)
    if rest:
        return None
    return Part(op=op, op_from=(flag,) if flag else (), number=name, flags=(flag,) if flag else (), text=name)

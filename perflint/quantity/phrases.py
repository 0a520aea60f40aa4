"""Cells without a quantity: placeholders, events that must not happen, ranks, grades, changes, plain words."""

import re
from decimal import Decimal

from msgspec import Struct

from perflint.pattern import pattern
from perflint.quantity.numerals import read_han
from perflint.quantity.value import Kind, Op, Part
from perflint.quantity.words import ValueWords, Word

_PLACEHOLDER = pattern(r"[-—–_/\\.…*×xX?？、]+|[oO○〇]{2,}")
_STARRED = pattern(r"\*{2,}|[xX×]{2,}")
_RANK = pattern(
    r"(?P<top>前|第)(?P<n>[0-9]{1,4}|[一二三四五六七八九十]{1,3})(?P<unit>名|位|%)?(?P<suffix>及?以[内上]|之内|内)?(?![次批个期季年方者类章条级])"
)
_LEVEL = pattern(
    r"(?P<level>(?:[0-9]|[一二三四五六特甲乙丙]|I{1,3}|IV|V)[级等](?:[甲乙丙]等)?|(?:I{1,3}|IV|V)类|[一二三四五]类(?=水|及|以|标准)|[1-5]?A{1,5}级?|[1-5]星级?|[一二三四五]星级?|[A-D]级)"
)
_CODE = pattern(r"《|(?:GB|JJ[GF]|TSG|DB|NY|HJ|SL|YY)[/T0-9]|国家标准|行业标准|技术规范|检定规程|规范要求|标准要求")
_BUDGET = pattern(
    r"(?:不超|不超过|不突破|未超|未超过|控制在|≤|小于等于)(?:年初|年度|部门|批复|批准|下达|项目)?(?:预算|概算|财政)"
)
_IMPLIED = pattern(
    r"(?:按|每个?|分|逐(?!年))(半年|季度|季|月度|月|旬|周|日|天|学期|年度|年)(?!龄|限|均|初|末|底|份|常|程|期)(?!.*(?:计划|进度|要求|规定|任务|目标|预算))"
)
_PERIOD_NAMES = {"季": "季度", "月度": "月", "年度": "年"}


class Reading(Struct, frozen=True):
    """What one piece of a cell says."""

    kind: Kind
    parts: tuple[Part, ...]
    residue: str = ""


_YES = frozenset({"是", "否", "有", "已完成", "完成"})
_TESTED = pattern(r"(?P<what>[^不未]{1,8}?)(?:全部|均|达到|为)*(?P<grade>合格|达标|优秀)")
_LEVEL_VERBS = pattern(
    r"^(?:国家|省级?|市级?|行业|达到|达(?!标)|地表水|水质|优于|不低于|保持在?|为|评为|均为|均|全部|考核|验收|评价|等级|结果)*"
)


def placeholder(text: str, words: ValueWords) -> bool:
    """Whether the whole plain text stands for a value that is still to come."""
    if text in words.lists["placeholder"] or _PLACEHOLDER.fullmatch(text):
        return True
    return bool(_STARRED.search(text)) and not re.search(r"\d%|\d[^\d*x×X]*$", text)


_NEVER_HAPPENS = pattern(r"(?P<what>[\u4e00-\u9fa5]{2,12})(?:零发生|零报告|未发生|为零)")


def zero_event(text: str, words: ValueWords) -> Part | None:
    """The part of 无…, 不发生…, 零…: label without the verb, eq 0; None if no such event is named."""
    if (after := _NEVER_HAPPENS.fullmatch(text)) and any(noun in text for noun in words.lists["zero_event_nouns"]):
        zero = Decimal(0)
        return Part(after["what"], Op.EQ, ("implicit",), (Op.EQ,), zero, zero, number="0", text=text)
    best: tuple[int, str] | None = None
    for prefix in words.lists["zero_event_prefix"]:
        at = text.find(prefix)
        if (
            at < 0
            or (len(prefix) == 1 and at > _start_of(text))
            or text.startswith(words.lists["zero_event_exclude"], at)
        ):
            continue
        if best is None or len(prefix) > len(best[1]) or (len(prefix) == len(best[1]) and at < best[0]):
            best = (at, prefix)
    if best is None:
        return None
    label = text[best[0] + len(best[1]) :]
    one = re.match(r"(?:任何|一|1)(?P<unit>起|例|次|件|人|宗)", label)
    unit = one["unit"] if one else ""
    label = re.sub(r"(?:的?发生|出现)$", "", label[one.end() :] if one else label)
    if not any(noun in label for noun in words.lists["zero_event_nouns"]) or re.search(r"[0-9]", label):
        return None
    return Part(label, Op.EQ, ("implicit",), (Op.EQ,), Decimal(0), Decimal(0), unit=unit, number="0", text=text)


def _start_of(text: str) -> int:
    lead = re.match(r"(?:确保|保证|保障|实现|达到|全年|年度|做到|基本|力争|整体|总体)*", text)
    return lead.end() if lead else 0


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


def implied(text: str) -> Part | None:
    """The part of 按月安排, 按季度: once in the period; None if no period is named."""
    found = _IMPLIED.match(text)
    if found is None:
        return None
    name = _PERIOD_NAMES.get(found[1], found[1])
    one = Decimal(1)
    return Part(low=one, high=one, per=(name,), flags=("implied",), text=text)


def change(text: str, words: ValueWords) -> Part | None:
    """The part of a change against a baseline without a number (较上年提高); None if it is none."""
    if level := _compared(text, words):
        return level
    flag = baseline(text, words)
    if not flag:
        return None
    op = direction(text, words)
    return Part(op=op, flags=(flag,), text=text) if op is not Op.NONE else None


_NO_CHANGE = pattern(r"(?P<what>[\u4e00-\u9fa5“”]{2,8}?)?(?:实现|保持)?(?:零|0)增长")


def no_change(text: str) -> Part | None:
    """The part of 零增长, 0增长: a change of 0 %; None if the text says something else."""
    found = _NO_CHANGE.fullmatch(text)
    zero = Decimal(0)
    return (
        Part(found["what"] or "", Op.EQ, ("implicit",), (Op.EQ,), zero, zero, unit="%", number="0", text=text)
        if found
        else None
    )


def _compared(text: str, words: ValueWords) -> Part | None:
    """The part of a level against last year's: 不低于上年, ≥上年, 与上年持平."""
    word = leading_comparator(text, words)
    rest = text[len(word.text) :] if word else text
    if not rest.startswith(words.lists["baselines_last_year"]) and not ("持平" in text and baseline(text, words)):
        return None
    op, how = (word.op, word.how) if word else (Op.EQ, "word")
    return (
        Part(op=op, op_from=(how,), ops=(op,), flags=("baseline=last-year",), text=text)
        if word or "持平" in text
        else None
    )


def leading_comparator(text: str, words: ValueWords) -> Word | None:
    """The comparator with which the text begins, if any."""
    for length in range(min(len(text), words.before_longest), 0, -1):
        word = words.before.get(text[:length])
        if word and word.role == "op":
            return word
    return None


def direction(text: str, words: ValueWords) -> Op:
    """`up` or `down` by the last word of change in the text, none if there is none."""
    ups = max((text.rfind(word) for word in (*words.lists["change_up"], *words.lists["change_words"])), default=-1)
    downs = max((text.rfind(word) for word in words.lists["change_down"]), default=-1)
    if ups < 0 and downs < 0:
        return Op.NONE
    return Op.UP if ups > downs else Op.DOWN


_AGAINST = pattern(r"(?:较|比|相比|与)(?:于)?(?P<y>(?:19|20)[0-9]{2})年?")


def baseline(text: str, words: ValueWords) -> str:
    """The flag of the baseline that a text names: baseline=2020, baseline=last-year; "" without one."""
    year = _AGAINST.search(text)
    if year:
        return f"baseline={year['y']}"
    if any(word in text for word in words.lists["baselines_last_year"]) and re.search("较|比|同|年均|于|与", text):
        return "baseline=last-year"
    return ""


def plain_words(text: str, words: ValueWords) -> Part:
    """The part of a text without any measure, with what kind of vagueness it has."""
    flags: tuple[str, ...] = ()
    if text in _YES:
        flags = ("yes",)
    elif _BUDGET.match(text):
        flags = ("le=budget",)
    elif _CODE.search(text):
        flags = ("criterion",)
    elif any(_says(text, word) for word in words.vague_degree) or text in {"应保尽保", "应收尽收"}:
        flags = ("vague",)
    elif any(word in text for word in words.vague_time):
        flags = ("vague-time",)
    if text.endswith(words.lists["open_ended"]) and not text.endswith(words.lists["open_ended_exclude"]):
        flags += ("open",)
    label = text.removesuffix("不确定") if text.endswith("不确定") else ""
    return Part(label, Op.TEXT, flags=flags, text=text)


def _says(text: str, word: str) -> bool:
    return text == word or (text.endswith(word) and not word.endswith("运转"))

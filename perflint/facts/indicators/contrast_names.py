"""By their names: which row is the acceptance of another's work, the better grade of its rate, the part of it that passed, the same thing."""

import re
from functools import lru_cache

from perflint.facts.direction import plain_name
from perflint.pattern import pattern

ACCEPTED, GOOD, PART, PRICE = "accepted", "good", "part", "price"
_ACCEPTANCE = pattern(r"(?:竣工|完工|交工|完成)?验收(?:完成)?")
_COMPLETION = pattern(r"竣工|完工|建成|交工")
_OF_TIME = pattern(r"(?:时间|日期|时限|期限|年月)")
_FILLING = pattern(r"项目|工程|全部|全面|整体|完成|[的()]")
_GRADE = pattern(r"优良|优秀|良好|优等|优质")
_PASS = pattern(r"合格|及格|达标")
_PASSED = pattern(r"(?:考核|验收|考试|鉴定|检测|检验|测评|审核)?(?:合格|达标|优秀|优良|通过)(?:的)?")
_OF_ONE = pattern(r"其中|[、和及与或]")
_LEAST = 3  # characters that a name of one thing has
_OF_PRICE = pattern(
    r"[上下]限|最[高低]|平均|新|旧|[一二三四五六]|[A-Z0-9]|[甲乙丙丁]|[大中小高低]|[省市县乡镇村]级|补贴|人工|材料|设备"
)


@lru_cache(maxsize=2048)
def _without(name: str, words: re.Pattern[str]) -> str:
    """Return what is left of a name of the time of something without the words for the stage, "-" if it is none."""
    plain = plain_name(name)
    if not words.search(plain) or not _OF_TIME.search(plain):
        return "-"
    return _FILLING.sub("", _OF_TIME.sub("", words.sub("", plain)))


def completed(name: str, other: str) -> bool:
    """Return whether a row is the acceptance of the work whose completion is the other row."""
    if "验收" not in name or "验收" in other or not _COMPLETION.search(other):
        return False
    return _without(name, _ACCEPTANCE) == _without(other, _COMPLETION) != "-"


def good_of(name: str, other: str) -> bool:
    """Return whether a rate is of a better grade of what the other one passes: 优良率 beside 合格率."""
    grade, passed = _GRADE.search(name), _PASS.search(other)
    if grade is None or passed is None or _GRADE.search(other) or _PASS.search(name):
        return False
    return _GRADE.sub("", name) == _PASS.sub("", other)


def part_of(name: str, other: str) -> bool:
    """Return whether a row counts those that passed of what the other one counts: 培训合格人数 beside 培训人数."""
    if not _PASSED.search(name) or _PASSED.search(other) or "不合格" in name or "未达标" in name:
        return False
    rest = _PASSED.sub("", name)
    return len(rest) > _LEAST and (rest == other or (len(rest) > _LEAST + 1 and other.endswith(rest)))


def one_thing(name: str, other: str, project: str) -> bool:
    """Return whether two names are of one thing: one is the other with words in it that the whole project is about."""
    short, long = sorted((name, other), key=len)
    if short == long or len(short) < _LEAST or not project or _OF_ONE.search(project + long):
        return False
    extra = _extra(short, long)
    return len(extra) > 1 and extra in project and not _OF_PRICE.search(extra)


def _extra(short: str, long: str) -> str:
    """Return the one piece that a longer name has more than a shorter one, "" where there is no such piece."""
    start = next((at for at, (one, two) in enumerate(zip(short, long, strict=False)) if one != two), len(short))
    rest = len(short) - start
    tail = long[len(long) - rest :] if rest else ""
    return long[start : len(long) - rest] if tail == short[start:] else ""

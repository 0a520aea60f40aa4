"""By their names: which row is the acceptance of another's work, the better grade of its rate, the part of it that passed, the same thing."""

import re
from collections.abc import Callable, Iterable, Mapping
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
_LONGEST = 60  # of an end of a name
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


Keys = tuple[Callable[[str], str | None], Callable[[str], Iterable[str]]]
"""What a row is looked for by, and what the row that it follows from is found by: names are compared by these, not in pairs."""


def _accepted(name: str) -> str | None:
    rest = _without(name, _ACCEPTANCE) if "验收" in name else "-"
    return rest if rest != "-" else None


def _completed(name: str) -> Iterable[str]:
    rest = _without(name, _COMPLETION) if "验收" not in name and _COMPLETION.search(name) else "-"
    return (rest,) if rest != "-" else ()


def _of_good(name: str) -> str | None:
    return _GRADE.sub("", name) if _GRADE.search(name) and not _PASS.search(name) else None


def _of_pass(name: str) -> Iterable[str]:
    return (_PASS.sub("", name),) if _PASS.search(name) and not _GRADE.search(name) else ()


def _that_passed(name: str) -> str | None:
    if not _PASSED.search(name) or "不合格" in name or "未达标" in name:
        return None
    rest = _PASSED.sub("", name)
    return rest if len(rest) > _LEAST else None


def _of_all(name: str) -> Iterable[str]:
    """Yield a name of what is counted, and its ends that say enough."""
    if not _PASSED.search(name):
        yield name
        yield from (name[at:] for at in range(max(1, len(name) - _LONGEST), len(name) - _LEAST - 1))


KEYS: Mapping[str, Keys] = {
    ACCEPTED: (_accepted, _completed),  # the acceptance of the work whose completion is the other row
    GOOD: (_of_good, _of_pass),  # 优良率 beside 合格率
    PART: (_that_passed, _of_all),  # 培训合格人数 beside 培训人数
}


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

"""Facts about an annual goal that is to be reached years later: 2027年底前…, 三年内… (domain: DAT041)."""

from functools import lru_cache

from perflint.facts.goals.goal import GOAL, GoalView
from perflint.facts.vocabulary import BOOL, MARKS, Mark
from perflint.pattern import pattern
from perflint.typography import fold

_MASKED = pattern(r"《[^《》]*》|“[^“”]*”|[（(][^（()）]*[）)]")
_DUE = pattern(
    r"(?<!\d)(?:到|至|在|于)?(20\d\d)年(?:\d{1,2}月)?(?:份|[底末])?(?:(?:以|之)?前|[底末])(?!.{0,12}(?:打好|打下|奠定|做好准备))"
    r"|(?:到|至)(20\d\d)年[，,]"
)
_NUMBER = r"(?:[二两三四五六七八九十]|[2-9])"
_SPAN = pattern(
    rf"(?:(?:用|利用|力争|争取|计划|拟|预计|通过|经过|未来|今后|力争用)\s*{_NUMBER}\s*(?:个)?年(?:左右)?(?:的)?(?:时间|内|期间)?|(?<![第近前后每个过\d—–~-]){_NUMBER}年(?:时间)?内)"
    r"(?!行动|计划|规划|滚动|一轮|一次|期|级|以上|制)"
)
_OPENING = 4  # characters: 力争, 到, 计划在
_OWN = ("今年", "本年", "当年", "年内", "全年", "年度内", "每年", "逐年")
_NUMBERING = pattern(
    r"^[\s（(]*[\d一二三四五六七八九十]{0,2}[、.．)）:：\s]*(?:总体目标|项目目标|绩效目标|目标)?(?:[一二三四五六1-9]?[:：])?"
)


@lru_cache(maxsize=1024)
def later_marks(text: str, year: int) -> tuple[Mark, ...]:
    """Return the first words of a goal that put it off beyond `year`, () where it says anywhere what the year itself brings."""
    plain = _MASKED.sub(lambda hit: "　" * len(hit[0]), text)
    if not year or str(year) in plain or any(word in _SPAN.sub("", plain) for word in _OWN):
        return ()
    for hit in _DUE.finditer(plain):
        if int(hit[1] or hit[2]) > year and plain[max(0, hit.start() - 1) : hit.start()] not in {"为", "对"}:
            return (Mark(text[hit.start() : hit.end()].rstrip("，,"), hit.start(), hit.end()),)
    found = _SPAN.search(plain)
    return (Mark(text[found.start() : found.end()], found.start(), found.end()),) if found else ()


@GOAL.fact(
    "later",
    MARKS,
    zh="推到以后年度的时间，没有为空",
    en="the words that put the goal off to a later year, none if there are none",
)
def later(goal: GoalView) -> tuple[Mark, ...]:
    return later_marks(goal.text, goal.scope.year)


@GOAL.fact("opens_later", BOOL, zh="这个时间是否就在目标的开头", en="whether these words open the goal")
def opens_later(goal: GoalView) -> bool:
    marks = later(goal)
    begins = _NUMBERING.match(goal.text)
    return bool(marks) and len(fold(goal.text[begins.end() if begins else 0 : marks[0].start])) <= _OPENING

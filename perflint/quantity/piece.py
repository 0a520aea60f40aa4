"""One piece of a cell: which quantities, dates or words it holds."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from perflint.pattern import pattern
from perflint.quantity import baselines, events, grades, phrases
from perflint.quantity.changes import relative
from perflint.quantity.dated import Dated
from perflint.quantity.deadlines import feast, find_dated, whole_date
from perflint.quantity.masking import cover, mask, without_standards
from perflint.quantity.measured import read_measured
from perflint.quantity.parts import dated_part
from perflint.quantity.quantities import scan
from perflint.quantity.reading import Reading
from perflint.quantity.setting import Setting
from perflint.quantity.value import Kind, Op, Part

if TYPE_CHECKING:
    from collections.abc import Callable

_MAY_DATE = pattern(r"[年月度前内]|\d[-./]\d")
_WINDOW = pattern(r"全天候|不间断|值班|值守|在线|开放|7天?[×*xX]24|服务|应急")
_ONE_QUARTER = pattern(r"一个?季度[0-9一二两三四五六七八九十]")
_NOT_ONE = pattern(r"(?:不|未|杜绝|没有|无)(?:再)?(?:发生|出现)?(?:任何)?一(?:起|例|次|件|人|宗)")
_BEFORE_PERIOD = 6


def read_piece(at: Setting) -> Reading:
    """The reading of one piece of a cell."""
    told = _told(at)
    if told is not None:
        return told
    text = without_standards(at.text)
    dated = find_dated(text) if _MAY_DATE.search(text) else None
    if dated and _ONE_QUARTER.match(text):
        dated = None
    masked = cover(text, dated.start, dated.end) if dated else text
    found = tuple(scan(mask(masked, at.words.lists["chinese_numeral_exclude"]), at.words, at.units))
    if found and _is_counted(text):
        origin = at.start
        if dated and dated.start == 0 and not text.startswith("全年"):
            at = replace(at, start=at.start + dated.end)
            found = tuple(scan(mask(at.text, at.words.lists["chinese_numeral_exclude"]), at.words, at.units))
        return _measured(read_measured(found, at), at, dated, origin)
    if dated and _is_date(dated, text):
        return Reading(dated.kind, (dated_part(dated, at.clear, at.start),))
    return read_words(at)


def _told(at: Setting) -> Reading | None:
    """The reading of a piece that is as a whole a rank, a grade, no change, or a date in digits; else None."""
    text = at.text
    if ranked := grades.rank(text):
        return Reading(Kind.RANK, (_placed(ranked, at),))
    if still := baselines.no_change(text):
        return Reading(Kind.RELATIVE, (_placed(still, at),))
    if grades.named_level(text) and (level := grades.grade(text, at.words)):
        return Reading(Kind.GRADE, (_placed(level, at),))
    day = feast(text) or (None if at.hint.money else whole_date(text))
    return Reading(day.kind, (dated_part(day, at.clear, at.start),)) if day else None


def _is_counted(text: str) -> bool:
    """Whether the numbers of the text count; in 不发生一起事故 they do not."""
    return not _NOT_ONE.search(text)


def _measured(reading: Reading, at: Setting, dated: Dated | None, origin: int) -> Reading:
    first = reading.parts[0]
    if changed := relative(reading, at.text, at.words):
        return changed
    if reading.kind is Kind.DURATION and first.unit == "小时" and first.low == 24 and _WINDOW.search(at.text):  # noqa: PLR2004
        part = replace(first, op=Op.EQ, flags=(*first.flags, "window"), label="")
        return Reading(Kind.DURATION, (part, *reading.parts[1:]))
    if reading.kind is Kind.ZERO_EVENT:
        return Reading(Kind.ZERO_EVENT, (replace(first, op=Op.EQ),), reading.residue)
    if dated and dated.kind is Kind.DEADLINE and not dated.within and reading.kind is not Kind.UNKNOWN:
        label = first.label.removesuffix("完成").strip("，,、")
        parts = (dated_part(dated, at.clear, origin), replace(first, label=label), *reading.parts[1:])
        return Reading(Kind.COMPOUND, parts, reading.residue)
    return reading


def _is_date(dated: Dated, text: str) -> bool:
    """Whether the piece is about the date: a period must be nearly all of it."""
    if dated.kind in {Kind.DEADLINE, Kind.DATE_RANGE}:
        return True
    rest = text[dated.end :]
    return dated.start <= _BEFORE_PERIOD and (
        not rest or rest in {"内", "期间", "执行", "实施", "有效", "完成", "开工", "启动"}
    )


def read_words(at: Setting) -> Reading:
    """The reading of a piece without a quantity."""
    text, words = at.text, at.words
    looks: tuple[tuple[Kind, Callable[[], Part | None]], ...] = (
        (Kind.ZERO_EVENT, lambda: events.zero_event(text, words)),
        (Kind.FREQUENCY, lambda: phrases.implied(text)),
        (Kind.RELATIVE, lambda: baselines.change(text, words)),
        (Kind.GRADE, lambda: grades.grade(text, words)),
    )
    for kind, look in looks:
        if part := look():
            return Reading(kind, (_placed(part, at),))
    return Reading(Kind.QUALITATIVE, (_placed(phrases.plain_words(text, words), at),))


def _placed(part: Part, at: Setting) -> Part:
    start, end = at.clear.span(at.start, at.end)
    return replace(part, start=start, end=end)

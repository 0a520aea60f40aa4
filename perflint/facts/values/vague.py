"""Facts about target values in words: what can be checked about them, and which are vague (domain: VAL017)."""

from perflint.data import LinearModel
from perflint.facts.derived import once
from perflint.facts.row import RowView
from perflint.facts.values.checkable import Reading, composition, is_beside_published, read_words
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.facts.wordlist import alternation
from perflint.pattern import pattern
from perflint.quantity import Kind
from perflint.typography import fold

_MARKS = "。；;，,.、！!"
_JUDGED = frozenset({Kind.QUALITATIVE, Kind.GRADE, Kind.UNKNOWN, Kind.COMPOUND})
_SIGN = pattern(r"^[≥≤><=》]+")
_EVERY = pattern(r"^应.{1,2}尽.{1,2}$")
_SCALE = pattern(
    r"[≥≤><]\s*\d|不[超低少高大小]过?于?\s*\d|\d+(?:\.\d+)?\s*[%起件次家户人个天万元分]?以[上下内]|\d%|达到\s*\d|优.{0,20}良|好.{0,20}[差坏]"
    r"|高.{0,12}低|A.{0,8}B|合格.{0,12}不合格"
)
_SCALE_TYPED = pattern(
    r"优秀?[/、,，;；]?(?:良好?|好).*[差格中低]|好[/、,，]?(?:中|较好|一般).*差|高[/、,，]?中[/、,，]?低"
)
_COLOURED = pattern(r"等级|风险|预警|评级|档")
_COLOUR = pattern(r"[绿蓝黄橙红][色码档区]?(?:等级)?")  # 债务风险等级: 绿色
_WHERE = pattern(r"(?:区域|范围|地区|地点|辖区)$")
_KEPT = pattern(r"(?:保存|保管|留存|存档)(?:期限?|年限|时间)$")
_FOREVER = frozenset({"长期", "永久", "终身"})
_PLACE = pattern(r"(?:全[国省市县区镇乡村州]|辖区|本[省市县区州]|[市县区]域)(?:范围|辖区|境)?内?")
# That a system of rules is there is seen in its documents, however the value puts it (健全, 建立).
_RULES = pattern(r"(?:制度|机制|体系)(?:建设|完善|健全|建立)?(?:性|情况|程度)?$")
_SET_UP = pattern(r"已?(?:建立健全|建立|健全)")
_LIKELY = 0.5  # words that nothing is known of: a small model decides (benchmarks/judgement)
_SURE = 0.8
_OPEN_SIGN = pattern(r"[?xX×]")  # X期, ??人: not filled in
_ANSWER = 4  # characters: a longer text says more than yes


@VALUE.fact(
    "vagueness",
    STRING,
    zh="空泛的种类：degree、effect、deferral、amount、grade、answer、coverage、complete、unknown、doubtful（不一定空泛），能核对的为空",
    en="kind of vagueness: degree, effect, deferral, amount, grade, answer, coverage, complete, unknown, "
    "doubtful (perhaps clear); empty if it can be checked",
)
def vagueness(row: RowView) -> str:
    typed = fold(row.text("value")).rstrip(_MARKS)
    text = _SIGN.sub("", typed)
    if text != typed and is_beside_published(typed):  # ≥全国平均水平
        return ""
    if not text or row.value.kind not in _JUDGED or any(char.isdigit() for char in _plain_digits(text)):
        return ""
    told = _told_by_row(row, text)
    if told is not None:
        return told
    reading = read_words(text, composition(row.scope.knowledge.lexicon))
    if reading.clear or reading.vague:
        return reading.vague
    score = LinearModel.load("vague").score(text)
    return (
        "unknown"
        if score >= _SURE or (score >= _LIKELY and _OPEN_SIGN.search(text))
        else "doubtful"
        if score >= _LIKELY
        else ""
    )


def _plain_digits(text: str) -> str:
    return text if text.isascii() else pattern(r"(?:19|20)\d\d年度?").sub("", text)


@VALUE.fact(
    "vague",
    BOOL,
    zh="是否没有能核对的内容：没有数字、日期、事件、标准、等级或状态",
    en="whether nothing can be checked: no number, date, event, norm, grade or state",
)
def vague(row: RowView) -> bool:
    return vagueness(row) != ""


@VALUE.fact(
    "timeless",
    BOOL,
    zh="是否只有程度或“按…”一类的词，没有时间",
    en="whether there are only words of degree or a reference (按…), and no time",
)
def is_timeless(row: RowView) -> bool:
    return timeless(row)


def timeless(row: RowView) -> bool:
    """Return whether a value has words of degree or a reference and no time; counts and tasks are another fault."""
    return vagueness(row) not in ("", "amount", "complete")


@VALUE.fact(
    "asked_for_time",
    BOOL,
    zh="是否时效指标，或名称要求期限、时限（由 DAT006 检查）",
    en="whether class or name ask for a time (DAT006 judges these)",
)
def asked_for_time(row: RowView) -> bool:
    return row.class_id == "output.time" or row.name.endswith(("期限", "时限"))


def _told_by_row(row: RowView, text: str) -> str | None:
    """Return the vagueness that the rest of the row decides (grades, answers, 应…尽…, 完成); None if it does not."""
    for decide in (_answer, _rules, _grade, _coverage, _complete, _no_influence, _place):
        found = decide(row, text)
        if found is not None:
            return found
    return None


def _words(row: RowView, name: str) -> tuple[str, ...]:
    return row.scope.knowledge.lexicon.words(f"clarity.{name}")


def _has(row: RowView, text: str, name: str) -> bool:
    return bool(alternation(_words(row, name)).search(text))


def _answer(row: RowView, text: str) -> str | None:
    """An answer is clear where the name asks a question of fact; nobody can answer a question of effect."""
    asks = _has(row, row.name, "questions")
    repeated = (len(text) <= _ANSWER and text in row.name) or text.startswith("有")
    if text not in _words(row, "answers") and not (asks and repeated):
        return None
    if text == "无":
        return None if not asks else ""
    if not asks:
        return "answer"
    return "answer" if _has(row, row.name, "questions_of_effect") and row.side in ("benefit", "satisfaction") else ""


def _rules(row: RowView, text: str) -> str | None:
    """That rules or a mechanism are there is doubtful as a target: whoever has the documents can tell."""
    return "doubtful" if _RULES.search(row.name) and _SET_UP.fullmatch(text) else None


def _grade(row: RowView, text: str) -> str | None:
    """A grade is clear where its scale is: by the name, the scoring, the column of the unit, or the word itself."""
    if _SCALE_TYPED.fullmatch(text) or (_COLOUR.fullmatch(text) and _COLOURED.search(row.name)):
        return ""
    soft = _words(row, "grades_soft")
    text = pattern(r"(?<=.)[(][^()]*[)]$").sub("", text)
    bare = pattern(r"(?:以上|及以上|等次|等级|等|水平|档次)+$").sub("", text)
    if bare in _words(row, "grades_hard"):
        return "grade" if bare == text and _untested(row) and not scaled(row) else ""
    if bare not in soft:
        return None
    if row.side == "satisfaction":
        return "" if scaled(row) else "grade"
    if scaled(row) or bare != text or _has(row, row.name, "graded_names"):
        return ""
    return "grade"


def _place(row: RowView, text: str) -> str | None:
    """A place answers a name that asks where (服务区域: 全市范围), and 长期 one that asks how long something is kept."""
    if _KEPT.search(row.name) and text in _FOREVER:
        return ""
    return "" if _WHERE.search(row.name) and _PLACE.fullmatch(text) else None


def _untested(row: RowView) -> bool:
    """Return whether the name says how well something is done that nobody tests (服务质量, 培训效果)."""
    if _has(row, row.name, "tested_names"):
        return False
    deeds = _words(row, "untested_deeds")
    ends = (end for end in _words(row, "untested_measures") if row.name.endswith(end))
    return any(row.name.removesuffix(end).endswith(deeds) for end in ends)


@once
def scaled(row: RowView) -> bool:
    """Return whether scoring, formula, description or the unit's column give the scale that a word stands on."""
    filled = filter(row.filled, ("scoring", "formula", "description", "unit", "op"))
    return any(_SCALE.search(fold(row.text(cell))) for cell in filled)


def _coverage(row: RowView, text: str) -> str | None:
    """应…尽… says 100 % beside a rate; beside a count it says nothing."""
    if not _EVERY.match(text):
        return None
    return "" if _has(row, row.name, "rates_in_names") else "coverage"


def _complete(row: RowView, text: str) -> str | None:
    """完成 is a state where the name says of what, and repeats the name where that says it already."""
    if text not in _words(row, "complete"):
        return None
    if row.name.endswith(_words(row, "told_of")) or _has(row, row.name, "questions"):
        return ""
    concrete = _has(row, row.name, "events_in_names") and "完成" not in row.name
    return "" if concrete and row.class_id != "output.quantity" else "complete"


def _no_influence(row: RowView, text: str) -> str | None:
    """无影响 is no benefit."""
    return "effect" if row.side == "benefit" and pattern(r"无.{0,4}影响").fullmatch(text) else None


__all__ = ["Reading", "scaled", "vague", "vagueness"]

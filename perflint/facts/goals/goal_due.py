"""Facts about a time by which the goal wants something done, beside the row that lets it be later (domain: DAT050)."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct

from perflint.facts.goals.told import GOAL, part_of, told_texts
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.prose import Prose
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import DateMention, Day, Kind, find_dates
from perflint.typography import fold

GOAL_DUE = Vocabulary(
    "goal_due", "年度目标里的完成时间，对照同一件事的时限指标", "a time of the goal beside the row for the same work"
)
_DONE = r"(?:完成|建成|竣工|完工|投入使用|投用|交付|拨付|支付|发放|兑[现付]|落实到位|到位)(?!比例|率|[^，,。；;]{0,6}(?:的前提|后[，,]))"
_DUE = pattern(
    rf"^(?:之?前)?[，,]?(?:全面|全部|力争|确保|按期|按时|如期|高质量|保质保量|要|须|应)*(?:{_DONE}|[将把][^，,。；;]{{1,15}}?{_DONE})"
)
_BREAK = pattern(r"[，,。；;：:！!\n（(）)]")
_STEP = pattern(
    r"[%％]|标段|[东西南北][区段城线片]|主体|第?[一二三四首两]期(?!末|间)|[一二三四首两]批|部分|试点|示范|样板|阶段|前期|初步|基本|初稿|以上的|进度|序时|投资"
)
_STAGES = pattern(
    r"验收|拨付|支付|发放|兑[现付]|招标|采购|启动|开工|设计|勘察|编制|评审|总结|交付|结算|决算|审计|印发|申报|审批|立项|培训|移交|安装|调试"
)
_PAID = frozenset({"拨付", "支付", "发放", "兑现", "兑付"})
_FORMAL = pattern(
    r"完成|完工|竣工|建成|投用|投产|投入使用|及时|按时|按期|截止|最终|时间|时限|期限|日期|节点|工期|进度|情况|工作|任务|项目|工程|全部|整体|总体|年度|率"
)
_WHOLE = pattern(r"全部|所有|各项|项目|工程|任务")
_EVERY = pattern(r"全部|所有|各项")
_IDLE = pattern(
    r"完成|建成|竣工|完工|投用|投产|全部|所有|各项|项目|工程|建设|任务|目标|工作|年度|本|之?前|全面|力争|确保|到位|投入使用|交付|[于在将把并及的,，]"
)
_COUNT = pattern(r"[\d.]+[万亿]?[\u4e00-\u9fff]{1,3}")
_TIMED = pattern(r"(?:时间|时限|期限|日期|节点)$")


class GoalDueView(Struct, frozen=True):
    """A time of the goal and the row for the same work, both as dates of the table's year."""

    view: TableView
    prose: Prose
    mention: DateMention
    row: RowView
    index: int
    asked: date
    allowed: date

    @property
    def scope(self) -> Scope:
        """What the table's cells have in common."""
        return self.view.scope

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one value
        """Return the place of the row's value."""
        return Spot("value", records="indicators", index=self.index)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the place of the time in the goal."""
        return (Relation(part_of(self.prose, self.mention.start, self.mention.end), "所写的时间", "the time as told"),)


def goal_due_views(view: TableView) -> Iterator[GoalDueView]:
    """Yield the times of a text by which work is to be done that a row about time names too, each row once."""
    judged: set[int] = set()
    for prose in told_texts(view):
        found = tuple(_due_in(view, prose))
        yield from (due for due in found if due.index not in judged)
        judged |= {due.index for due in found}


def _due_in(view: TableView, prose: Prose) -> Iterator[GoalDueView]:
    text, year = prose.text, view.scope.year
    mentions = _mentions(text) if year and text else ()
    rows = [(index, row, last) for index, row in view.filled_rows if mentions for last in [_last(row, year)] if last]
    alone = len(rows) == 1 and len(mentions) == 1
    for mention in mentions:
        asked = mention.high.resolve(year) if mention.high else None
        clause = _clause(text, mention)
        for index, row, allowed in rows:
            if asked and asked.year == allowed.year == year and _is_same_work(clause, row.name, text, alone=alone):
                yield GoalDueView(view, prose, mention, row, index, asked, allowed)


@lru_cache(maxsize=1024)
def _mentions(text: str) -> tuple[DateMention, ...]:
    return tuple(each for each in find_dates(text) if each.high and each.high.month)


def _last(row: RowView, year: int) -> date | None:
    """Return the last day that a row about time allows, None for spans, durations and several dates."""
    value = row.value
    timed = row.class_id == "output.time" or _TIMED.search(row.name)
    if not timed or row.midterm or len(value.parts) != 1 or value.kind not in {Kind.DEADLINE, Kind.PERIOD}:
        return None
    high = value.first.high
    return high.resolve(year) if isinstance(high, Day) else None


def _clause(text: str, mention: DateMention) -> str:
    """Return the clause in which something is to be done by a time, empty where the time is for something else."""
    if not _DUE.search(text[mention.end :]):
        return ""
    start = max((hit.end() for hit in _BREAK.finditer(text, 0, mention.start)), default=0)
    stop = _BREAK.search(text, mention.end + 1)
    clause = fold(text[start : mention.start] + text[mention.end : stop.start() if stop else len(text)])
    return "" if _STEP.search(clause) else clause


def _is_same_work(clause: str, name: str, text: str, *, alone: bool) -> bool:
    """Return whether a clause and a row's name speak of one work; `alone`: the goal has one time and the table one such row."""
    if not clause or _stages(clause) != _stages(name) or _STEP.search(name):
        return False
    plain = _FORMAL.sub("", name)
    if plain and set(plain) <= set(clause):
        return _ends_with(clause, plain)
    if plain:  # 一季度完成拨付, and the only row is 补贴拨付时间
        bare = bool(_stages(name)) and not _IDLE.sub("", _STAGES.sub("", clause))
        return alone and bare and set(plain) <= set(fold(text))
    whole = _WHOLE.search(clause) is not None
    return alone and whole and (_EVERY.search(clause) is not None or not _IDLE.sub("", clause))


def _ends_with(clause: str, plain: str) -> bool:
    """Return whether nothing but counts and general words follows the work in a clause: 设备采购, not 设备采购合同签订."""
    last = max(clause.rfind(char) for char in plain)
    return not _IDLE.sub("", _COUNT.sub("", clause[last + 1 :]))


def _stages(text: str) -> frozenset[str]:
    return frozenset("拨付" if word in _PAID else word for word in _STAGES.findall(text))


@GOAL_DUE.fact(
    "in_goal",
    BOOL,
    zh="是否写在年度目标里（否则在用途、使用范围或任务里）",
    en="whether it stands in the annual goal, else in purpose, scope or a task",
)
def in_goal(due: GoalDueView) -> bool:
    return due.prose.field == GOAL


@GOAL_DUE.fact("text", STRING, zh="目标里的时间，照录", en="the time as the goal has it")
def text(due: GoalDueView) -> str:
    return due.mention.text


@GOAL_DUE.fact("name", STRING, zh="时限指标的名称", en="name of the row about time")
def name(due: GoalDueView) -> str:
    return due.row.text("name").strip()


@GOAL_DUE.fact("value", STRING, zh="时限指标的指标值", en="target value of that row")
def value(due: GoalDueView) -> str:
    return due.row.text("value").strip()


@GOAL_DUE.fact("later", BOOL, zh="指标的时间是否比目标的晚", en="whether the row allows a later day than the goal")
def later(due: GoalDueView) -> bool:
    return due.allowed > due.asked


SUBJECTS = (SubjectKind(GOAL_DUE, in_table=goal_due_views),)

"""Facts about events that a goal wants none of, beside rows that count them (domain: XTB051)."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from perflint.facts.goals.held_row import HeldRow
from perflint.facts.goals.told import told_texts
from perflint.facts.joined import joined
from perflint.facts.kind import SubjectKind
from perflint.facts.spot import Relation
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import Part
from perflint.typography import fold

NONE_ALLOWED = Vocabulary(
    "none_allowed",
    "年度目标说不许发生、而指标允许发生的事",
    "an event that the annual goal wants none of and a row allows some of",
)
_HAN = r"[\u4e00-\u9fffA-Za-z]{2,16}?"
_NONE = pattern(
    rf"(?:杜绝|不发生|未发生|不出现|避免发生|防止发生|无(?=[\u4e00-\u9fff]{{2,16}}发生))(?:任何|一切|各类)?(?P<after>{_HAN})(?:的?发生|的?出现)?(?=[，,。；;、\s]|$)"
    rf"|(?P<before>{_HAN})(?:零发生|零容忍|为零|(?:起数|次数|件数)?(?:控制)?为0)(?=[，,。；;、\s]|$)"
)
_LEAD = pattern(r"^(?:确保|保证|实现|力争|坚决|有效|切实|全年|本?年内|年度|全[区县市省镇乡校]|努力)+")
_TAIL = pattern(r"(?:的?发生)?(?:数量?|起数|次数|件数|例数|总数)?$")
_EVENT = pattern(
    r"事[故件]|案件?|上访|信访|火[灾情]|疫情|伤亡|死亡|欺凌|违[规法纪]|投诉|差错|失[误窃火]|泄[露漏密]|中毒|踩踏|溺水|拖欠|纠纷|事端|舆情|灾害|逃[脱跑]"
)
_OTHER = pattern(
    r"演练|处[置理]|查处|调[处解查]|办[理结]|整改|整治|排查|化解|响应|预案|宣传|培训|下降|率|减少|破[获案]|检查|救[援助]"
)


class NoneAllowedView(HeldRow, frozen=True):
    """An event that the goal rules out, where it stands, and the row that counts it."""

    said: str

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the place in the goal."""
        return (Relation(self.told_at, "所写的要求", "what is told"),)


def none_allowed_views(view: TableView) -> Iterator[NoneAllowedView]:
    """Yield the rows that count exactly the event that the goal wants none of."""
    ruled_out = [(prose, *each) for prose in told_texts(view) for each in _ruled_out(prose.text)]
    for index, row in view.filled_rows if ruled_out else ():
        event = _event(row.name)
        if event and not row.midterm and _is_counted(joined(row).first):
            for prose, said, start, end in ruled_out:
                if sorted(said) == sorted(event):
                    yield NoneAllowedView(view, prose, row, index, start, end, prose.text[start:end])
                    break


@lru_cache(maxsize=1024)
def _ruled_out(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the events that a text wants none of, each with the place of the words that say so."""
    found = []
    for hit in _NONE.finditer(text):
        event = _event(_LEAD.sub("", fold(hit["after"] or hit["before"])))
        if event:
            found.append((event, hit.start(), hit.end()))
    return tuple(found)


@lru_cache(maxsize=4096)
def _event(name: str) -> str:
    """Return the event that a name counts, empty where it counts something done about it (演练, 查处, a rate)."""
    plain = _TAIL.sub("", name.removeprefix("发生"))
    return plain if _EVENT.search(plain) and not _OTHER.search(name) else ""


def _is_counted(part: Part) -> bool:
    return isinstance(part.high, Decimal) and part.dimension not in {"ratio", "money"} and part.op.direction <= 0


@NONE_ALLOWED.fact(
    "in_goal",
    BOOL,
    zh="是否写在年度目标里（否则在用途、使用范围或任务里）",
    en="whether it stands in the annual goal, else in purpose, scope or a task",
)
def in_goal(none: NoneAllowedView) -> bool:
    return none.in_goal


@NONE_ALLOWED.fact("said", STRING, zh="年度目标的原话", en="what the goal says")
def said(none: NoneAllowedView) -> str:
    return none.said


@NONE_ALLOWED.fact("name", STRING, zh="指标名称", en="name of the indicator")
def name(none: NoneAllowedView) -> str:
    return none.row.text("name").strip()


@NONE_ALLOWED.fact("value", STRING, zh="指标值，照录", en="target value as typed")
def value(none: NoneAllowedView) -> str:
    return none.row.text("value").strip()


@NONE_ALLOWED.fact("allowed", DOUBLE, zh="指标最多允许几起", en="how many the row allows at most")
def allowed(none: NoneAllowedView) -> float:
    part = joined(none.row).first
    most = float(part.high) if isinstance(part.high, Decimal) else 0.0
    return most if part.high_included else most - 1


SUBJECTS = (SubjectKind(NONE_ALLOWED, in_table=none_allowed_views),)

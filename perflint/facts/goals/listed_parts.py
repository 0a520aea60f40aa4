"""Facts about a number of the goal whose parts the same sentence lists: 350户，其中一般户210户、低保户80户、特困户50户 (domain: XTB053)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from perflint.facts.goals.clause import number_start, sentence
from perflint.facts.goals.multiple import LARGEST
from perflint.facts.goals.told import GOAL, part_of, told_texts
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.prose import Prose
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import Amount, Approx, UnitTable, ValueReader, find_amounts
from perflint.typography import fold

LISTED_PARTS = Vocabulary(
    "listed_parts", "年度目标里列出各部分的一个总数", "a number of the goal whose parts are listed behind it"
)
_OPENS = pattern(
    r"^[^，,。；;、：:\d（(]{0,12}(?:[，,；;]?\s*其中[:：,，]?(?:包括|有|含)?|[:：]|[（(](?:其中)?[:：]?(?:包括|含)?)"
)
_CLOSED = pattern(r"[）)]")
_CROSSING = pattern(
    r"女|残疾|脱贫|低保|特困|贫困|困难|监测|少数民族|建档立卡|留守|老年|老人|未成年|党员|农民工|退役|[应往]届|重点|大型|骨干|新增|[省市国]级"
)
_ITEM = pattern(r"[)）]?(?P<sign>[，,、；;和及与])(?P<label>[^，,、；;。：:]{1,20})")
_NO_LABEL = pattern(r"每|均|新增|报废|淘汰|更新|采购|完成|另|同时|并")
_REST = pattern(r"一般|普通|其他|其它|其余|剩余|非")
_FAMILIES = ("春夏秋冬", "上下", "东西南北中", "男女", "小初高中幼", "省市县乡村", "一二三四")
_LEAST_SHARE = Decimal("0.9")  # of the whole: a list that names nearly all of it means all of it
_NO_SUM = frozenset({"money", "ratio", "percentage_point", "multiple", "duration", "working_day", "score", ""})
_LABEL = 12


class ListedPartsView(Struct, frozen=True):
    """A number and the parts listed behind it, in its unit."""

    view: TableView
    prose: Prose
    whole: Amount
    parts: tuple[Amount, ...]
    total: Decimal

    @property
    def scope(self) -> Scope:
        """What the table's cells have in common."""
        return self.view.scope

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a number stands in the goal
        """Return the place of the number."""
        return part_of(self.prose, self.whole.start, self.whole.end)

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one list
        """Return the place of the list."""
        return (Relation(part_of(self.prose, self.parts[0].start, self.parts[-1].end), "各部分", "the parts"),)


def listed_parts_views(view: TableView) -> Iterator[ListedPartsView]:
    """Yield the numbers of the goal behind which parts are listed that surely do not overlap and leave nothing out."""
    said: set[str] = set()
    for prose in told_texts(view):
        for whole, parts, total in _lists(prose.text, view.scope.knowledge.reader):
            words = prose.text[whole.start : parts[-1].end]
            if words not in said:
                yield ListedPartsView(view, prose, whole, parts, total)
            said.add(words)


@lru_cache(maxsize=1024)
def _lists(text: str, reader: ValueReader) -> tuple[tuple[Amount, tuple[Amount, ...], Decimal], ...]:
    amounts = find_amounts(text, reader)
    found = []
    for at, whole in enumerate(amounts):
        opens = _OPENS.search(text[whole.end :])
        if not opens or not _adds_up(whole):
            continue
        end = sentence(text, whole)[1] if "其中" in opens[0] or opens[0].endswith((":", "：")) else len(text)
        closed = (
            _CLOSED.search(text, whole.end + opens.end())
            if opens[0].rstrip(":：包括含其中").endswith(("（", "("))
            else None
        )
        inside = [each for each in amounts[at + 1 :] if each.start < (closed.start() if closed else end)]
        parts = tuple(inside)
        total = _total(whole, parts, reader.units)
        if total is not None and _is_partition(_labels(text, whole, parts), total / whole.low):
            found.append((whole, parts, total))
    return tuple(found)


def _adds_up(amount: Amount) -> bool:
    exact = amount.approx is Approx.EXACT and amount.low == amount.high and 0 < amount.low < LARGEST and not amount.per
    return exact and amount.dimension not in _NO_SUM


def _total(whole: Amount, parts: Sequence[Amount], units: UnitTable) -> Decimal | None:
    """Return what the parts come to in the unit of the whole; None where one of them counts something else."""
    if len(parts) <= 1 or not all(_adds_up(part) and units.comparable(part.unit, whole.unit) for part in parts):
        return None
    if whole.dimension not in {"area", "length"} and any(part.unit != whole.unit for part in parts):
        return None
    return sum((units.convert(part.low, part.unit, whole.unit) for part in parts), Decimal(0))


def _labels(text: str, whole: Amount, parts: Sequence[Amount]) -> tuple[tuple[str, str], ...]:
    """Return what stands before each part: a sign and a label; () where something else stands between two parts."""
    ends = (whole.end, *(part.end for part in parts[:-1]))
    between = [fold(text[end : number_start(text, part)]) for end, part in zip(ends, parts, strict=True)]
    found = [_ITEM.fullmatch(words) for words in between[1:]]
    first = _OPENS.search(between[0])
    if first is None or not all(found):
        return ()
    labels = [between[0][first.end() :], *(item["label"] for item in found if item)]
    return tuple(zip(("、", *(item["sign"] for item in found if item)), labels, strict=True))


def _is_partition(items: Sequence[tuple[str, str]], share: Decimal) -> bool:
    """Return whether labels surely divide one whole: their pattern says so, and they come to nearly all of it or more."""
    labels = [label for _, label in items]
    if not labels or share <= _LEAST_SHARE or len(set(labels)) < len(labels):
        return False
    if any(_NO_LABEL.search(label) or not 0 < len(label) <= _LABEL for label in labels):
        return False
    if any(_REST.search(label) for label in labels) or _are_of_a_family(labels):
        return True
    if any(_CROSSING.search(label) for label in labels):
        return False
    listed = all(sign in "、和及与" for sign, _ in items)
    return len({label[0] for label in labels}) == 1 or (listed and len({label[-1] for label in labels}) == 1)


def _are_of_a_family(labels: Sequence[str]) -> bool:
    """Return whether every label is one of a family, each another one (春季, 夏季, 秋季)."""
    for family in _FAMILIES:
        members = [{char for char in label if char in family} for label in labels]
        if all(members) and len(frozenset().union(*members)) >= len(labels):
            return True
    return False


@LISTED_PARTS.fact(
    "in_goal",
    BOOL,
    zh="是否写在年度目标里（否则在用途、使用范围或任务里）",
    en="whether it stands in the annual goal, else in purpose, scope or a task",
)
def in_goal(listed: ListedPartsView) -> bool:
    return listed.prose.field == GOAL


@LISTED_PARTS.fact("text", STRING, zh="总数，照录", en="the number as typed")
def text(listed: ListedPartsView) -> str:
    return listed.prose.text[listed.whole.start : listed.whole.end].strip()


@LISTED_PARTS.fact("parts", STRING, zh="各部分，照录", en="the parts as typed")
def parts_text(listed: ListedPartsView) -> str:
    return " ＋ ".join(part.printed for part in listed.parts)


@LISTED_PARTS.fact("sum", STRING, zh="各部分之和，带总数的单位", en="what the parts come to, in the unit of the number")
def sum_text(listed: ListedPartsView) -> str:
    whole = listed.whole
    scale = whole.part.scale or Decimal(1)
    unit = fold(whole.printed).removeprefix(fold(whole.number))
    return f"{(listed.total / scale).normalize():f}{unit}"


@LISTED_PARTS.fact(
    "gap",
    DOUBLE,
    zh="各部分之和与总数之差，占总数的比例",
    en="the difference between the sum and the number, as a share of it",
)
def gap(listed: ListedPartsView) -> float:
    return float(abs(listed.total - listed.whole.low) / listed.whole.low)


SUBJECTS = (SubjectKind(LISTED_PARTS, in_table=listed_parts_views),)

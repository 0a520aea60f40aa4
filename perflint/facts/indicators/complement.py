"""Two rows whose shares divide one whole: men and women, 60 and more and less than 60 (domain: XTB054)."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from perflint.facts.joined import joined
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import DOUBLE, STRING, Vocabulary
from perflint.pattern import pattern

COMPLEMENT = Vocabulary(
    "complement", "一条占比指标，对照与它互补的另一条", "a share beside the share of all the others of one whole"
)
_SHARE = pattern(r"(?P<whose>.*?)(?:所?占(?:比重?|比例|比率)?|比例|比重)$")
_PAIRS = (
    ("男性", "女性"), ("男", "女"), ("线上", "线下"), ("城镇", "农村"), ("城市", "农村"), ("集中", "分散"), ("公办", "民办"), ("室内", "室外"),
    ("财政", "自筹"), ("中央", "地方"), ("本地", "外地"), ("省内", "省外"), ("市内", "市外"), ("县内", "县外"),
    ("专职", "兼职"), ("正式", "临时"),
)  # fmt: skip
_BOUND = pattern(r"(?P<figure>\d+(?:岁|周岁|分|万元|元|平方米|人|年|亩|公里))(?:及|含)?(?P<side>以[上下])")
_ALL = 100
_WHO = pattern(r"人员|人数|人口|人群|老年人|职工|居民|参[训加][者人]?|学员|者|人|的")


class ComplementView(Struct, frozen=True):
    """Two shares that come to the whole, by the rows that have them."""

    view: TableView
    rows: tuple[RowView, RowView]
    indexes: tuple[int, int]

    @property
    def scope(self) -> Scope:
        """What the table's cells have in common."""
        return self.view.scope

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one value
        """Return the place of the second share."""
        return Spot("value", records="indicators", index=self.indexes[1])

    def relations(self, at: str) -> tuple[Relation, ...]:  # noqa: ARG002  # one other place
        """Return the place of the first share."""
        return (Relation(Spot("value", records="indicators", index=self.indexes[0]), "另一部分", "the other part"),)


def complement_views(view: TableView) -> Iterator[ComplementView]:
    """Yield the pairs of shares that divide one whole."""
    known: dict[tuple[str, str, str], tuple[int, RowView]] = {}
    for index, row in view.filled_rows:
        split = sides(row.name) if joined(row).first.unit == "%" else None
        if split and not row.midterm and _share(row) is not None:
            key, side, other = split
            if found := known.get((row.class_id, key, other)):
                yield ComplementView(view, (found[1], row), (found[0], index))
            known[row.class_id, key, side] = (index, row)


@lru_cache(maxsize=4096)
def sides(name: str) -> tuple[str, str, str] | None:
    """Return what a share is of, which part of it, and which is the other one; None for other names."""
    whose = _SHARE.fullmatch(name)
    if whose is None:
        return None
    plain = whose["whose"]
    if bound := _BOUND.search(plain):
        other = "以下" if bound["side"] == "以上" else "以上"
        if _WHO.sub("", plain[bound.end() :]):
            return None
        return bound["figure"] + _WHO.sub("", plain[: bound.start()]), bound["side"], other
    for pair in _PAIRS:
        for side, other in (pair, pair[::-1]):
            lead, found, rest = plain.partition(side)
            if found and not _WHO.sub("", rest):  # 女性体检占比 is a rate of women, no share of all
                return _WHO.sub("", lead), side, other
    return None


def _share(row: RowView) -> Decimal | None:
    """Return the least share that a row asks for, None for an upper bound or several numbers."""
    value = joined(row)
    low = value.first.low
    if len(value.parts) != 1 or value.first.op.direction < 0 or not isinstance(low, Decimal) or low > _ALL:
        return None
    return low


@COMPLEMENT.fact("name", STRING, zh="这条指标的名称", en="name of the row")
def name(pair: ComplementView) -> str:
    return pair.rows[1].text("name").strip()


@COMPLEMENT.fact("value", STRING, zh="它的指标值", en="its target value")
def value(pair: ComplementView) -> str:
    return pair.rows[1].text("value").strip()


@COMPLEMENT.fact("other_name", STRING, zh="另一条的名称", en="name of the other row")
def other_name(pair: ComplementView) -> str:
    return pair.rows[0].text("name").strip()


@COMPLEMENT.fact("other_value", STRING, zh="另一条的指标值", en="target value of the other row")
def other_value(pair: ComplementView) -> str:
    return pair.rows[0].text("value").strip()


@COMPLEMENT.fact("sum", DOUBLE, zh="两个占比至少合计多少（%）", en="what the two shares come to at the least, in %")
def sum_of(pair: ComplementView) -> float:
    return float(sum((share for row in pair.rows if (share := _share(row)) is not None), Decimal(0)))


SUBJECTS = (SubjectKind(COMPLEMENT, in_table=complement_views),)

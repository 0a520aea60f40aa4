"""Facts about the weight that a first-level class has, beside the usual split (domain: §2.5)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.structure.weights import WeightsView, weights_views
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import DOUBLE, STRING, Vocabulary
from perflint.typography import fold

SHARE = Vocabulary("share", "一类指标的权重合计与通行的分配", "the weights of one class beside the usual split")

_NAMES = {"cost": "成本", "output": "产出", "benefit": "效益", "satisfaction": "满意度"}
_HUBEI_TOTAL = 80
_TOTAL, _WITH_EXECUTION = 90, 100
_EXECUTION = "预算执行率"


class ShareView(Struct, frozen=True):
    """The weight of one class, and the usual one."""

    scope: Scope
    side: str
    total: Decimal
    usual: int
    index: int
    listed: tuple[str, ...] = ()
    """Each weight of the class as typed."""

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a sum has no cell: the first weight of the class
        """Return the place of the first weight of the class."""
        return Spot("weight", records="indicators", index=self.index)

    def summands(self, at: str) -> tuple[str, ...]:  # noqa: ARG002  # one sum
        """Return the texts of the weights of the class."""
        return self.listed


def share_views(view: TableView) -> Iterator[ShareView]:
    """Yield each class of a table whose annual weights are complete and make a total for which there is a usual split."""
    halves = [half for half in weights_views(view) if not view.rows[half.index].midterm]
    if not halves or halves[0].missing or halves[0].unread:
        return
    sums: dict[str, Decimal] = {}
    first: dict[str, int] = {}
    listed: dict[str, list[str]] = {}
    for index, row in view.filled_rows:
        if row.filled("weight") and _EXECUTION not in row.name:
            sums[row.side] = sums.get(row.side, Decimal(0)) + _number(row.text("weight"))
            first.setdefault(row.side, index)
            listed.setdefault(row.side, []).append(row.text("weight"))
    if "" in sums:
        return
    for side, usual in _usual(halves[0], sums).items():
        if side in sums:
            yield ShareView(view.scope, side, sums[side], usual, first[side], tuple(listed[side]))


def _number(text: str) -> Decimal:
    return Decimal(fold(text).rstrip("%分"))


def _usual(half: WeightsView, sums: Mapping[str, Decimal]) -> dict[str, int]:
    """Return the usual weight of each class, {} where the total is one that may be split freely."""
    if half.total == _HUBEI_TOTAL:
        return {"output": 40, "benefit": 30 if "satisfaction" in sums else 40, "satisfaction": 10}
    if half.total != (_WITH_EXECUTION if half.execution else _TOTAL):
        return {}
    usual = {"output": 50, "benefit": 30, "satisfaction": 10}
    if "cost" in sums:
        usual = {"cost": 20, "output": 40, "benefit": 20, "satisfaction": 10}
    if "satisfaction" not in sums:
        usual["benefit"] += usual.pop("satisfaction")
    return usual


@SHARE.fact("name", STRING, zh="一级指标名称", en="name of the first-level class")
def name(share: ShareView) -> str:
    return _NAMES[share.side]


@SHARE.fact("sum", DOUBLE, zh="该类权重合计", en="sum of the weights of the class")
def total(share: ShareView) -> float:
    return float(share.total)


@SHARE.fact("usual", DOUBLE, zh="通行的权重", en="the usual weight of the class")
def usual_weight(share: ShareView) -> float:
    return float(share.usual)


@SHARE.fact("gap", DOUBLE, zh="与通行权重相差多少", en="how far the sum is from the usual weight")
def gap(share: ShareView) -> float:
    return float(abs(share.total - share.usual))


SUBJECTS = (SubjectKind(SHARE, in_table=share_views),)

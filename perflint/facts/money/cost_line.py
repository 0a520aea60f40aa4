"""The rows of a table whose values are money that the budget pays, and whether they can be summed (domain: BUD003)."""

from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from perflint.facts.money.amounts import Amount
from perflint.facts.row import RowView
from perflint.facts.tableview import TableView
from perflint.quantity import Kind, Op, Part
from perflint.typography import fold

_MONEY, _RATIO = "money", "ratio"
OTHER_COST = ("cost.social", "cost.eco")
_UNIT_NAMES = ("单价", "人均", "每", "户均", "平均", "补助标准", "补贴标准", "支出标准", "成本标准", "单位成本", "/")
_UNIT_VALUES = ("每", "人均", "标准")
_COST_WORDS = ("费", "支出", "成本")
_NO_COST = ("收费", "缴费", "免费", "消费", "欠费", "挽回")
_SLIPPED = ("output.quantity", "output.quality", "output.time")
_YEARLY = frozenset({(), ("年",), ("年度",)})


class CostLine(Struct, frozen=True):
    """A row whose value is an amount of money that the budget pays."""

    index: int
    amount: Amount
    name: str


class CostLines(Struct, frozen=True):
    """The cost of a table: what is counted; whether it can be summed at all; whether every cost row is an amount."""

    counted: tuple[CostLine, ...]
    summable: bool
    complete: bool
    misplaced: bool


@lru_cache(maxsize=8)  # several subjects of one table ask
def cost_lines(view: TableView) -> CostLines:
    """Return the cost rows that can be summed; mid-term rows and rows that detail another are left out."""
    counted: list[CostLine] = []
    summable = complete = True
    misplaced = False
    include = bool(view.scope.settings["cost.include_misplaced"])
    for index, row in view.filled_rows:
        slipped = row.side != "cost"
        if row.class_id in OTHER_COST or row.is_part:
            continue
        if slipped and not (include and _is_slipped(row)):
            continue
        amount = _amount(row)
        if not slipped:
            summable = summable and not _is_open(row)
            complete = complete and amount is not None
        if amount is not None and not _is_open(row):
            counted.append(CostLine(index, amount, row.text("name").strip()))
            misplaced = misplaced or slipped
    return CostLines(tuple(counted), summable, complete, misplaced)


def _is_open(row: RowView) -> bool:
    """Return whether a cost row is a rate, a unit cost, or something relative, so that no sum can be made."""
    value = row.value
    if value.kind is Kind.RELATIVE or any(part.op in {Op.UP, Op.DOWN} for part in value.parts):
        return True
    if any(part.dimension == _RATIO or part.unit in {"%", "‰"} for part in value.parts):
        return True
    text = fold(row.text("value"))
    if (
        row.name.endswith("标准")
        or any(word in row.name for word in _UNIT_NAMES)
        or any(word in text for word in _UNIT_VALUES)
    ):
        return True
    return any(part.per not in _YEARLY for part in value.parts if part.dimension == _MONEY)


def _is_slipped(row: RowView) -> bool:
    """Return whether a row outside the cost class is named like a cost and holds nothing but money."""
    if row.class_id not in _SLIPPED or not row.value.parts:
        return False
    lexicon = row.scope.knowledge.lexicon
    outputs = (*lexicon.words("words.paid_outputs"), *lexicon.words("words.income_words"), *_NO_COST)
    if any(word in row.name for word in outputs) or not any(word in row.name for word in _COST_WORDS):
        return False
    return all(part.dimension == _MONEY for part in row.value.parts)


def _amount(row: RowView) -> Amount | None:
    """Return the money of a row: the sum of its amounts, a bound counting as the value."""
    yuan = [amount for part in row.value.parts if (amount := _yuan(part)) is not None]
    if not yuan:
        return None
    slack = sum((_slack(part) for part in row.value.parts if _yuan(part) is not None), Decimal(0))
    return Amount(sum(yuan, Decimal(0)), slack, row.text("value").strip(), "value")


def _yuan(part: Part) -> Decimal | None:
    if part.dimension != _MONEY:
        return None
    end = part.high if isinstance(part.high, Decimal) else part.low
    return end if isinstance(end, Decimal) else None


def _slack(part: Part) -> Decimal:
    return Decimal(5).scaleb(-1 - min(len(part.number.partition(".")[2]), 20)) * part.scale

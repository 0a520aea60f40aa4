"""The rows of a table whose values are money that the budget pays, and whether they can be summed (domain: BUD003)."""

from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from perflint.data import Lexicon
from perflint.facts.joined import joined
from perflint.facts.money.all_years import names_other_money, names_whole, tells_all_years
from perflint.facts.money.amounts import Amount
from perflint.facts.money.worked import names_worked_money
from perflint.facts.row import RowView
from perflint.facts.tableview import TableView
from perflint.pattern import pattern
from perflint.quantity import Kind, Op, Part
from perflint.typography import fold

_MONEY, _RATIO = "money", "ratio"
OTHER_COST = ("cost.social", "cost.eco")
_UNIT_NAMES = ("单价", "均价", "每", "平均", "/", "最高补", "最高奖", "最高资助", "封顶")
# A mean for each of something (年生均, 户均, 次均), or one of them (单个水站, 单次演出), by how such words are made.
_EACH_NAMES = pattern(
    r"(?:平方米|公里|人次|床日|[人户亩生次床吨村校班县乡镇店家车台件年月日天批例份头只场案期站点段届园组册馆项宗起趟辆盏株棵栋套间座处所门节课篇部])均(?!衡|匀|等|质|可|已|为|由|须|应|能)"
    r"|(?<![简菜订清账名传保表工派罚凭回提])单(?:[枚颗粒羽尾支管袋箱瓶个座台件次场套条辆份例张亩户村人头株批艘处栋幢间盏路期届所家校班井眼只根样宗篇门部日天吨案起册项节课组段]|点(?!登)|片(?!机)|平方米|公里|千米|立方米"
    r"|机(?!版|构|关|动)|位(?:面积|里程|长度|容积|产品|工程量|建设|运行|处理)?(?:成本|造价|投资|投入|费用))"
    r"|^(?:平方米|立方米|公里|千米|公顷|亩|吨|千瓦时)[\u4e00-\u9fff]{0,8}(?<![桩牌数])(?:成本|费用?|造价|投资|补助|补贴)$"
    r"|(?<!高)标准(?!化|厂房|地块|农田|件|间|体系|库|制|研|宣|编|房|答卷)"
)
_UNIT_VALUES = ("每", "人均", "标准", "均价")
_COST_WORDS = ("费", "支出", "成本")
_NO_COST = ("收费", "缴费", "免费", "消费", "欠费", "挽回")
_SLIPPED = ("output.quantity", "output.quality", "output.time")
# What is paid to people, each of them: of such a name a few hundred 元 are no total.
_PAID_OUT = pattern(r"(?:补助|补贴|津贴|工资|报酬|奖励|奖补|慰问金|救助金|助学金|抚恤金|劳务费|讲课费|伙食费)$")
_TEN_THOUSAND = 10_000
_YEARLY = frozenset({(), ("年",), ("年度",)})


class CostLine(Struct, frozen=True):
    """A row whose value is an amount of money that the budget pays.

    `all_years`: for a project that runs beyond the year; `whole`: by its name perhaps more than the budget of a year pays.
    """

    index: int
    amount: Amount
    name: str
    all_years: bool = False
    whole: bool = False


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
        if row.class_id in OTHER_COST or row.is_part or names_other_money(row.name) or names_worked_money(row.name):
            continue
        if slipped and not (include and _is_slipped(row)):
            continue
        amount, is_open = _amount(row), _is_open(row)
        if not slipped:
            summable = summable and not is_open
            complete = complete and amount is not None
        if amount is not None and not is_open:
            counted.append(
                CostLine(index, amount, row.text("name").strip(), tells_all_years(view, row), names_whole(row))
            )
            misplaced = misplaced or slipped
    return CostLines(tuple(counted), summable, complete, misplaced)


def _is_open(row: RowView) -> bool:
    """Return whether a cost row is a rate, a unit cost, or something relative, so that no sum can be made."""
    value = joined(row)
    if value.kind is Kind.RELATIVE or any(part.op in {Op.UP, Op.DOWN} for part in value.parts):
        return True
    if any(part.dimension == _RATIO or part.unit in {"%", "‰"} for part in value.parts):
        return True
    text = fold(row.text("value"))
    if is_each(row.name) or any(word in text for word in _UNIT_VALUES):
        return True
    if _PAID_OUT.search(row.name) and value.parts and all(_is_small(part) for part in value.parts):
        return True
    return any(part.per not in _YEARLY for part in value.parts if part.dimension == _MONEY)


def _is_small(part: Part) -> bool:
    """Return whether an amount is written in 元 and below 10,000: what one of those who get it gets (生活补贴2600元)."""
    yuan = _yuan(part)
    return yuan is not None and part.scale == 1 and part.unit == "元" and yuan < _TEN_THOUSAND


@lru_cache(maxsize=4096)
def is_each(name: str) -> bool:
    """Return whether a name says that its cost is for each of something, or a standard."""
    return any(word in name for word in _UNIT_NAMES) or _EACH_NAMES.search(name) is not None


def _is_slipped(row: RowView) -> bool:
    """Return whether a row outside the cost class is named like a cost and holds nothing but money."""
    parts = joined(row).parts if row.class_id in _SLIPPED else ()
    if not parts:
        return False
    if not _is_named_as_cost(row.name, row.scope.knowledge.lexicon):
        return False
    return all(part.dimension == _MONEY for part in parts)


@lru_cache(maxsize=4096)
def _is_named_as_cost(name: str, lexicon: Lexicon) -> bool:
    if not any(word in name for word in _COST_WORDS):
        return False
    outputs = (*lexicon.words("words.paid_outputs"), *lexicon.words("words.income_words"), *_NO_COST)
    return not any(word in name for word in outputs)


def _amount(row: RowView) -> Amount | None:
    """Return the money of a row: the sum of its amounts, a bound counting as the value."""
    value = joined(row)
    yuan = [amount for part in value.parts if (amount := _yuan(part)) is not None]
    if not yuan:
        return None
    slack = sum((_slack(part) for part in value.parts if _yuan(part) is not None), Decimal(0))
    return Amount(sum(yuan, Decimal(0)), slack, value.text.strip(), "value")


def _yuan(part: Part) -> Decimal | None:
    if part.dimension != _MONEY:
        return None
    end = part.high if isinstance(part.high, Decimal) else part.low
    return end if isinstance(end, Decimal) else None


def _slack(part: Part) -> Decimal:
    return Decimal(5).scaleb(-1 - min(len(part.number.partition(".")[2]), 20)) * part.scale

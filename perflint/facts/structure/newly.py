"""What shows that a project which is called new was there before: results of earlier years of its own work or money."""

from perflint.facts.money.amounts import read_amount
from perflint.facts.structure.table import TABLE
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import STRING
from perflint.pattern import pattern

_DIGIT = pattern(r"[1-9]")
_OF_OTHERS = pattern(r"统计|年鉴|全国|全省|全市|行业|同类|其他")
_WORK = "output.quantity"


@TABLE.fact(
    "result_before",
    STRING,
    zh="第一个有上年值的数量指标，来源是统计、行业的不算，没有为空",
    en="the first quantity with last year's value, none from statistics or of the trade; else empty",
)
def result_before(view: TableView) -> str:
    for row in view.rows:
        last = row.text("history.last_year").strip()
        own = row.class_id == _WORK and not _OF_OTHERS.search(row.text("history.source") + row.text("description"))
        if own and _DIGIT.search(last):
            return f"{row.text('name').strip()}（上年值{last}）"
    return ""


@TABLE.fact(
    "spent_before",
    STRING,
    zh="成本构成里第一个有上年执行数的项，没有为空",
    en="the first part of the cost with spending of the year before, else empty",
)
def spent_before(view: TableView) -> str:
    for record in view.table.records.get("budget.breakdown", ()):
        spent = read_amount(record.text("actual_1"), view.scope.currency)
        if spent and spent.yuan > 0:
            return f"{record.text('item').strip()}（上年执行数{record.text('actual_1').strip()}）"
    return ""

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
    "done_before",
    STRING,
    zh="以前年度已有的本项目数字：数量指标的上年值（来源是统计、行业的不算），或成本构成的上年执行数；没有为空",
    en="a figure of earlier years of this project's own: last year's value of a quantity (none from statistics or the trade) or last year's "
    "spending on a part of the cost; else empty",
)
def done_before(view: TableView) -> str:
    for row in view.rows:
        last = row.text("history.last_year").strip()
        own = row.class_id == _WORK and not _OF_OTHERS.search(row.text("history.source") + row.text("description"))
        if own and _DIGIT.search(last):
            return f"{row.text('name').strip()}（上年值{last}）"
    for record in view.table.records.get("budget.breakdown", ()):
        spent = read_amount(record.text("actual_1"), view.scope.currency)
        if spent and spent.yuan > 0:
            return f"{record.text('item').strip()}（上年执行数{record.text('actual_1').strip()}）"
    return ""

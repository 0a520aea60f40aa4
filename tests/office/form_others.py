"""Split columns (indicator, sign, number, unit, weight), cost breakdown of Hubei, and one value for each town."""

from collections.abc import Sequence

from perflint.model import Record, Table
from tests.office.leaf import C, Lines, Part, box, runs

_SPLIT = (("三级指标", "name"), ("指标性质", "op"), ("指标值", "value"), ("度量单位", "unit"), ("权重", "weight"),
          ("指标方向性", "direction"))  # fmt: skip


def split(table: Table) -> list[Part]:
    """Return a table whose targets stand in three columns; the direction column only where the table has one."""
    columns = [pair for pair in _SPLIT if any(row.text(pair[1]) for row in table.rows)]
    last = len(columns) + 3
    head = (("项目编码", table.text("project.code")), ("立项依据", table.text("project.basis")))
    rows = [
        [C("项目名称", 2), C(table.text("project.name"), last - 2)],
        *([C(label, 2), C(text, last - 2)] for label, text in head if text),
        [C("预算单位", 2), C(f"{table.text('agency.code')}-{table.text('agency.name')}", last - 2)],
        *_money(table, last),
        [C("年度目标", 2), C(table.text("goals.annual"), last - 2)],
        [C("绩效指标", 1, len(table.rows) + 1), C("一级指标"), C("二级指标"), *(C(label) for label, _ in columns)],
        *([*_levels(row, spans), *(C(row.text(key)) for _, key in columns)] for row, spans in _leveled(table.rows)),
    ]  # fmt: skip
    unit = f"金额单位：{table.text('currency_unit')}"
    return [f"{table.text('year')}年部门预算项目绩效目标申报表", unit, Lines(rows)]


def costed(table: Table) -> list[Part]:
    """Return a table of Hubei: head, cost breakdown, both goals, indicators with the two years before."""
    items = table.records["budget.breakdown"]
    period = f"{table.text('project.period.start')}至{table.text('project.period.end')}"
    attribute = box(table.text("project.attribute"), "新增", "延续", suffix="项目")
    rows = [
        [C("项目名称"), C(table.text("project.name"), 3), C("项目类别"), C(table.text("project.category"), 3)],
        [C("主管部门"), C(table.text("supervisor"), 3), C("预算单位"),
         C(f"{table.text('agency.code')} {table.text('agency.name')}", 3)],
        [C("项目负责人"), C(table.text("responsible"), 3), C("项目属性"), C(attribute, 3)],
        [C("起止时间"), C(period, 7)],
        [C("立项依据"), C(table.text("project.basis"), 7)],
        [C("项目概况"), C(table.text("project.purpose"), 7)],
        [C("年度资金总额"), C(table.text("budget.total"), 3), C("其中：财政拨款"), C(table.text("budget.fiscal"), 3)],
        [C("项目预算成本构成", 1, len(items) + 2), C("项", 2, 2), C("金额", 1, 2), C("测算依据", 2, 2), C("前两年执行数", 2)],
        [C("上年"), C("前年")],
        *([C(item.text("item"), 2), C(item.text("amount")), C(item.text("basis"), 2), C(item.text("actual_1")),
           C(item.text("actual_2"))] for item in items),
        [C("长期目标"), C(table.text("goals.midterm.text"), 7)],
        [C("年度目标"), C(table.text("goals.annual"), 7)],
        [C("年度绩效指标", 1, len(table.rows) + 2), C("一级指标", 1, 2), C("二级指标", 1, 2), C("三级指标", 1, 2), C("指标值", 3),
         C("指标值确定依据", 1, 2)],
        [C("前年"), C("上年"), C("当年预期实现值")],
        *([*_levels(row, spans), C(row.text("name")), C(row.text("history.year_before_last")),
           C(row.text("history.last_year")), C(row.text("value")), C(row.text("basis"))]
          for row, spans in _leveled(table.rows)),
    ]  # fmt: skip
    title = table.text("title") or f"{table.text('year')}年预算项目支出绩效目标表"
    return [title, f"单位：{table.text('currency_unit')}", Lines(rows)]


def towns(table: Table) -> list[Part]:
    """Return a table with one row an indicator and one value column a town."""
    names = list(dict.fromkeys(row.text("region") for row in table.rows))
    firsts = table.rows[:: len(names)]
    values = [
        [row.text("value") for row in table.rows[at : at + len(names)]] for at in range(0, len(table.rows), len(names))
    ]
    last = len(names) + 4
    rows = [
        [C("项目名称", 2), C(table.text("project.name"), last - 2)],
        [C("预算单位", 2), C(f"{table.text('agency.code')}{table.text('agency.name')}", last - 2)],
        *_money(table, last),
        [C("绩效目标", 2), C(table.text("goals.annual"), last - 2)],
        [C("绩效指标", 1, len(firsts) + 2), C("一级指标", 1, 2), C("二级指标", 1, 2), C("三级指标", 1, 2), C("指标值", len(names))],
        [C(name) for name in names],
        *([*_levels(row, spans), C(row.text("name")), *(C(text) for text in texts)]
          for (row, spans), texts in zip(_leveled(firsts), values, strict=True)),
    ]  # fmt: skip
    return [table.text("title"), f"单位：{table.text('currency_unit')}", Lines(rows)]


def _money(table: Table, last: int) -> list[list[C]]:
    amounts = [("年度资金总额", "budget.total"), ("其中：财政拨款", "budget.fiscal"), ("其他资金", "budget.other")]
    lines = [[C(label, 1), C(table.text(key), last - 2)] for label, key in amounts if key in table.cells]
    return [[C("项目资金", 1, len(lines)), *lines[0]], *lines[1:]]


def _leveled(rows: Sequence[Record]) -> list[tuple[Record, tuple[int, int]]]:
    first = runs([row.text("level1") for row in rows])
    second = runs([f"{row.text('level1')}/{row.text('level2')}" for row in rows])
    return list(zip(rows, zip(first, second, strict=True), strict=True))


def _levels(row: Record, spans: tuple[int, int]) -> list[C]:
    return [C(row.text(field), 1, span) for field, span in zip(("level1", "level2"), spans, strict=True) if span]

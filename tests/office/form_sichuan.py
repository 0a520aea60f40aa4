"""The forms of Sichuan: approval in the 88号 style and policy funds (mid-term left, annual right), department by tasks."""

from collections.abc import Sequence

from perflint.model import Record, Table
from tests.office.leaf import C, Lines, Part, box, runs

_SOURCES = (("total", "合计"), ("general", "1. 一般公共预算收入"), ("gov_fund", "2. 政府性基金预算收入"),
            ("soe_capital", "3. 国有资本经营预算收入"), ("social_insurance", "4. 社会保险基金收入"),
            ("other", "5. 其他收入"))  # fmt: skip
_BASES = ("法律法规", "市委市政府决定", "上级文件要求", "市委市政府领导指示", "其他")
_LEFT = ("一级指标", "二级指标", "三级指标", "指标值（含数字及文字描述）")


def approval(table: Table) -> list[Part]:
    """Return an approved project table; eight columns, the money of the year and of the mid-term beside each other."""
    ticked = (
        {cell.text for cell in table.cells["project.basis_types"].texts}
        if "project.basis_types" in table.cells
        else set()
    )
    rows = [
        [C("项目名称"), C(table.text("project.name"), 7)],
        [C("预算单位"), C(table.text("agency.name") + table.text("agency.code"), 3), C("实施单位及责任人", 2),
         C(table.text("implementer"), 2)],
        [C("项目属性"), C(box(table.text("project.attribute"), "新增", "延续", suffix="项目"), 3), C("项目期限", 2),
         C(box(table.text("project.term"), "一次性", "经常性"), 2)],
        [C("立项依据"), C(" ".join(f"{'☑' if name in ticked else '☐'} {name}" for name in _BASES), 7)],
        [C("项目资金", 1, 4), C(f"中长期资金总额： {_money(table, 'budget.midterm.total')}", 2),
         C(f"年度资金总额： {_money(table, 'budget.total')}", 3),
         C(f"年度资金中：政府采购 {_money(table, 'budget.procurement')}"
           f"（政府购买服务 {_money(table, 'budget.purchased_services')}）", 2, 4)],
        *_halves(table, (2, 3)),
        [C(f"延续项目以前年度预算安排： {_money(table, 'budget.prior')}", 5)],
        *_sources(table, "项目资金来源"),
        *_goals(table),
        *_two_sided(table),
    ]  # fmt: skip
    return [table.text("title"), Lines(rows)]


def policy(table: Table) -> list[Part]:
    """Return the table of a policy fund, with its block 项目概况."""
    about = (
        ("立项依据", "basis"),
        ("使用范围", "scope"),
        ("中长期规划（名称、文号，仅指常年项目）", "plan_document"),
        ("资金管理办法（名称、文号）", "fund_rule"),
        ("绩效分配方式", "allocation"),
        ("申请（补助）条件", "eligibility"),
    )
    rows = [
        [C("项目名称"), C(table.text("project.name"), 7)],
        [C("预算单位"), C(table.text("agency.name"), 3), C("实施单位及责任人", 2), C(table.text("implementer"), 2)],
        [C("项目属性"), C(box(table.text("project.attribute"), "新增", "延续", suffix="项目"), 3), C("项目类型", 2),
         C(box(table.text("project.policy_type"), "产业发展", "民生保障", "基础设施"), 2)],
        [C("项目资金", 1, 3), C(f"中长期资金总额： {_money(table, 'budget.midterm.total')}", 3),
         C(f"年度资金总额： {_money(table, 'budget.total')}", 4)],
        *_halves(table, (3, 4)),
        *([*([C("项目概况", 1, len(about))] if first else []), C(label), C(table.text(f"project.{key}"), 6)]
          for first, (label, key) in zip((True, *[False] * 5), about, strict=True)),
        [C("项目起止年限"), C(f"{table.text('project.period.start')}—{table.text('project.period.end')}", 7)],
        *_sources(table, "财政资金来源（万元）"),
        *_goals(table),
        *_two_sided(table),
    ]  # fmt: skip
    return [table.text("title"), Lines(rows)]


def department(table: Table) -> list[Part]:
    """Return the table of a whole department: tasks with their money, goal, indicators."""
    tasks = table.records["tasks"]
    total = "tasks_total"
    rows = [
        [C("部门（单位）名称", 2), C(table.text("agency.name"), 5)],
        [C("年度主要任务", 1, len(tasks) + 3), C("任务名称", 1, 2), C("主要内容", 2, 2), C("预算金额（万元）", 3)],
        [C("合计"), C("财政拨款"), C("其他资金")],
        *([C(task.text("name")), C(task.text("content"), 2), C(task.text("total")), C(task.text("fiscal")),
           C(task.text("other"))] for task in tasks),
        [C("合计", 3), C(table.text(f"{total}.total")), C(table.text(f"{total}.fiscal")), C(table.text(f"{total}.other"))],
        [C("年度总体目标"), C(table.text("goals.annual"), 6)],
        [C("年度绩效指标", 1, len(table.rows) + 1), C("一级指标"), C("二级指标"), C("三级指标", 2),
         C("指标值（包含数字及文字描述）", 2)],
        *([*_level(row, "level1", upper), *_level(row, "level2", lower), C(row.text("name"), 2), C(row.text("value"), 2)]
          for row, upper, lower in _leveled(table.rows)),
    ]  # fmt: skip
    return [table.text("annex"), table.text("title"), Lines(rows, header=1)]


def _money(table: Table, field: str) -> str:
    """Return an amount as the form prints it: a blank one leaves its printed unit standing."""
    return table.text(field) or "   万元"


def _halves(table: Table, widths: tuple[int, int]) -> list[list[C]]:
    return [
        [C(f"{label} {_money(table, f'budget.midterm.{key}')}", widths[0]),
         C(f"{label} {_money(table, f'budget.{key}')}", widths[1])]
        for label, key in (("其中：财政拨款", "fiscal"), ("其他资金", "other"))
    ]  # fmt: skip


def _sources(table: Table, label: str) -> list[list[C]]:
    last = len(_SOURCES) - 1
    return [
        [C(label, 1, 2), *(C(name, 2 if at == last else 1) for at, (_, name) in enumerate(_SOURCES))],
        [C(table.text(f"budget.sources.{key}"), 2 if at == last else 1) for at, (key, _) in enumerate(_SOURCES)],
    ]


def _goals(table: Table) -> list[list[C]]:
    years = f"{table.text('goals.midterm.from')}—{table.text('goals.midterm.to')}"
    return [
        [C("总体目标", 1, 2), C(f"中长期目标（{years}）", 3), C("年度目标", 4)],
        [C(table.text("goals.midterm.text"), 3), C(table.text("goals.annual"), 4)],
    ]


def _two_sided(table: Table) -> list[list[C]]:
    """Return the indicators: the annual ones right, those of the mid-term left, on the rows of the same second level."""
    annual = [row for row in table.rows if row.text("horizon") != "中长期"]
    waiting = [row for row in table.rows if row.text("horizon") == "中长期"]
    lines = []
    for row, upper, lower in _leveled(annual):
        same = next((one for one in waiting if one.text("level2") == row.text("level2")), None)
        if same:
            waiting.remove(same)
        left = [C(same.text("name")), C(same.text("value"))] if same else [C(""), C("")]
        lines.append([*_level(row, "level1", upper), *_level(row, "level2", lower), *left,
                      *_level(row, "level2", lower), C(row.text("name")), C(row.text("value"))])  # fmt: skip
    assert not waiting, "each mid-term indicator has an annual one of its class"
    header = [C("绩效指标", 1, len(annual) + 1), *(C(name) for name in (*_LEFT, *_LEFT[1:]))]
    return [header, *lines]


def _leveled(rows: Sequence[Record]) -> list[tuple[Record, int, int]]:
    first = runs([row.text("level1") for row in rows])
    second = runs([f"{row.text('level1')}/{row.text('level2')}" for row in rows])
    return list(zip(rows, first, second, strict=True))


def _level(row: Record, field: str, span: int) -> list[C]:
    return [C(row.text(field), 1, span)] if span else []

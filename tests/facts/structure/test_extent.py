"""How much a table holds, beside the limits of the settings; its codes and its years."""

import pytest

from perflint.facts import TableView
from perflint.facts.indicators.overlap import overlap_views, same
from perflint.facts.structure.code import code_fits, code_year
from perflint.facts.structure.extent import many_costs, many_rows, plan_periods, plan_text
from perflint.facts.structure.line import line_views
from perflint.facts.structure.line_weight import points, weight_read
from perflint.facts.structure.scalar import scalar_views
from perflint.facts.structure.table import TABLE
from tests.facts.tables import view_of


def rows_of(*rows: str) -> TableView:
    """Return the view of a table of rows `first level|second level|name|value`."""
    names = ("level1", "level2", "name", "value")
    lines = [
        ", ".join(f"{name}: {cell}" for name, cell in zip(names, row.split("|"), strict=True) if cell) for row in rows
    ]
    return view_of("indicators:\n" + "\n".join(f"  - {{{line}}}" for line in lines))


def said(view: TableView, *names: str) -> list[object]:
    """Return facts of a table by their short names."""
    return [TABLE.facts[f"table.{name}"].derive(view) for name in names]


@pytest.mark.parametrize(("number", "many"), [(0, False), (4, False), (26, True)])
def test_limits_of_rows(number: int, many: bool) -> None:  # noqa: FBT001  # a table of values
    view = (
        rows_of(*[f"产出指标|数量指标|第{i}项检查|{i}次" for i in range(number)]) if number else view_of("goals: 无\n")
    )
    assert said(view, "rows", "row_count", "valued_rows") == [number] * 3
    assert many_rows(view) is many


def test_rows_are_counted_by_what_they_hold() -> None:
    rows = "\n".join(
        f"  - {{{cells}}}"
        for cells in (
            "name: 抽检批次, value: 3批次, weight: 10", "name: 报告数", "level2: 质量指标, weight: ''",
            "horizon: 中长期, name: 抽检批次, value: 9批次",
        )
    )  # fmt: skip
    view = view_of(f"indicators:\n{rows}\n")
    assert said(view, "rows", "row_count", "valued_rows", "midterm_rows") == [4, 2, 1, 1]
    assert said(view, "weight_cells", "weighted_rows") == [2, 1]


def test_costs_that_make_the_budget_are_not_too_many() -> None:
    costs = "\n".join(f"  - {{level1: 产出指标, level2: 成本指标, name: 第{i}项费用, value: 1万元}}" for i in range(19))
    assert not many_costs(view_of(f"budget: {{total: 19}}\nindicators:\n{costs}\n"))
    assert many_costs(view_of(f"budget: {{total: 20}}\nindicators:\n{costs}\n"))
    assert not many_costs(view_of(f"indicators:\n{costs}\n"))


@pytest.mark.parametrize(
    ("text", "periods", "beside"),
    [
        ("spending_plan: {6月底: 50%}\n", 1, ""),
        ("spending_plan: 50%\n", 0, "50%"),
        ("spending_plan: [50%, 100%]\n", 0, "[50%, 100%]"),
        ('spending_plan: ""\n', 0, ""),
        ("", 0, ""),
    ],
)
def test_what_stands_as_plan(text: str, periods: int, beside: str) -> None:
    view = view_of(text + "goals: 完成\n")
    assert (plan_periods(view), plan_text(view)) == (periods, beside)


@pytest.mark.parametrize(
    ("code", "patterns", "year"),
    [
        ("13032423P00442810053A", [0], 2023),
        ("１３０３２４２３P00442810053A", [0], 2023),
        ("228002B20DX0001", [1], 2020),
        ("51011723T000007943391", [0], 2023),
        ("13032423P0044281005", [], 0),
        ("228002B20DX001", [], 0),
        ('""', [], 0),
    ],
)
def test_code(code: str, patterns: list[int], year: int) -> None:
    view = view_of(f"year: 2022\nproject: {{code: {code}}}\n", "hebei")
    known = view.scope.settings["code.patterns"]
    assert isinstance(known, tuple)
    assert code_fits(view) == tuple(known[place] for place in patterns)
    assert code_year(view) == year


@pytest.mark.parametrize(
    ("attribute", "prior", "ticks", "read", "yuan"),
    [
        ("延续", '""', ("延续",), False, 0.0),
        ("延续项目", "0", ("延续",), True, 0.0),
        ("延续", "43 万元", ("延续",), True, 430_000.0),
        ("延续", "见附件", ("延续",), False, 0.0),
        ("[新增, 延续]", '""', ("新增", "延续"), False, 0.0),
        ('""', "3万元", (), True, 30_000.0),
    ],
)
def test_earlier_budgets(attribute: str, prior: str, ticks: tuple[str, ...], read: bool, yuan: float) -> None:  # noqa: FBT001
    view = view_of(f"project: {{attribute: {attribute}}}\nbudget: {{prior: {prior}}}\n")
    assert said(view, "attributes_ticked", "prior_printed", "prior_read", "prior_yuan") == [ticks, True, read, yuan]


def test_the_cell_of_earlier_budgets_is_written_or_printed() -> None:
    text = "project: {attribute: 延续}\nbudget: {total: 3}\n"
    assert [said(view_of(text, profile), "prior_printed") for profile in ("general", "sichuan")] == [[False], [True]]


@pytest.mark.parametrize(
    ("goals", "goal", "years"),
    [
        ("{midterm: {text: 建成平台}, annual: ''}", "建成平台", [0, 0]),
        ("{midterm: 建成平台, annual: '1.'}", "建成平台", [0, 0]),
        ("{midterm: {from: 2022年, to: 2024年, text: ''}, annual: 建一期}", "", [2022, 2024]),
        ("{midterm: {from: 20**年, to: 20**年, text: ''}, annual: 建一期}", "", [0, 0]),
        ("建一期", "", [0, 0]),
    ],
)
def test_midterm_goal(goals: str, goal: str, years: list[int]) -> None:
    view = view_of(f"project: {{term: 经常性}}\ngoals: {goals}\n")
    assert said(view, "midterm_goal", "midterm_from", "midterm_to") == [goal, *years]
    assert said(view, "terms_ticked", "midterm_money", "midterm_yuan") == [("经常性",), "", 0.0]


@pytest.mark.parametrize(("total", "yuan"), [("60", 600_000.0), ("0", 0.0), ("待定", 0.0)])
def test_midterm_money(total: str, yuan: float) -> None:
    assert said(view_of(f"budget: {{midterm: {{total: {total}}}}}\n"), "midterm_money", "midterm_yuan") == [total, yuan]


@pytest.mark.parametrize(
    ("weight", "number"),
    [("10", 10), ("10分", 10), ("12.5", 12.5), ("10%", 10), ("0", 0), ("-5", -5), ("101", 101), ("十", None), ("/", None)],
)  # fmt: skip
def test_weights_are_read_as_numbers(weight: str, number: float | None) -> None:
    view = view_of(f"indicators:\n  - {{name: 抽检批次, value: 3批次, weight: '{weight}'}}\n")
    (line,) = line_views(view)
    assert (weight_read(line), points(line)) == (number is not None, number or 0.0)


@pytest.mark.parametrize(
    ("output", "benefit", "found"),
    [
        ("数量指标|完成强检计量器具数量台件|41万台件", "为社会强制鉴定计量器具数|41万台件", [True]),
        ("数量指标|补贴人员数量|2953人", "惠及协管员|2953人", [True]),
        ("数量指标|补助对象|24000人", "惠及家庭困难人员|24000人", [True]),
        ("数量指标|培训党员|1000人", "服务群众|1000人", []),
        ("数量指标|资助学生人数|120人", "受益学生人数|120人", [True]),
        ("质量指标|食品抽检合格率|≥98%", "全县食品抽检合格率|≥98%", [True]),
        ("数量指标|抽检批次|13000批次", "健全食品安全监测体系|抽检数不低于5.5份/千人", [False]),
        ("数量指标|检查次数|12次", "检查户数|500户", [False]),
        ("质量指标|覆盖率|100%", "群众覆盖率|100%", []),
        ("质量指标|培训合格率|≥95%", "政策知晓率|≥95%", []),
        ("质量指标|食品安全覆盖率|≥95%", "食品安全知晓率|≥95%", []),
        ("数量指标|培训人次|100人次", "新增就业|100人次", []),
        ("质量指标|重大事故数|0起", "群众上访数|0起", []),
        ("数量指标|养护里程|120公里", "服务时间|120天", []),
        ("数量指标|运行天数|365天", "服务天数|365天", []),
        ("数量指标|发放补贴|194.88万元", "增加群众收入|194.88万元", []),
        ("时效指标|完成时间|2023年12月底前", "完成时间|2023年12月底前", []),
    ],
)
def test_overlap(output: str, benefit: str, found: list[bool]) -> None:
    view = rows_of(f"产出指标|{output}", f"效益指标|社会效益指标|{benefit}")
    assert [same(overlap) for overlap in overlap_views(view)] == found
    assert [overlap.work == "" for overlap in overlap_views(view)] == found


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("010", ["number"]), ("5.00", ["number"]), ("1e5", ["number"]), ("2022-12-31", ["date"]), ("yes", ["word"]), ("~", []),
        ("10", []), ("95.5", []), ("是", []), ("100%", []), ("'010'", []), ("2022年", []), ("1-2%", []),
    ],
)  # fmt: skip
def test_scalar(cell: str, kind: list[str]) -> None:
    view = view_of(f"indicators:\n  - name: 抽检批次\n    value: {cell}\n")
    assert [scalar.kind for scalar in scalar_views(view)] == kind

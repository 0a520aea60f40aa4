"""How much a table holds, beside the limits of the settings; its codes and its years."""

import pytest

from perflint.facts import TableView
from perflint.facts.indicators.overlap import overlap_views
from perflint.facts.structure.code import code_late, code_odd, code_year
from perflint.facts.structure.extent import few_rows, many_costs, many_rows, plan_given
from perflint.facts.structure.horizon import goal_shifted, midterm_unsaid, prior_conflict
from perflint.facts.structure.line import line_views, weight_problem
from perflint.facts.structure.scalar import scalar_views
from tests.facts.tables import view_of


def rows_of(*rows: str) -> TableView:
    """Return the view of a table of rows `first level|second level|name|value`."""
    names = ("level1", "level2", "name", "value")
    lines = [
        ", ".join(f"{name}: {cell}" for name, cell in zip(names, row.split("|"), strict=True) if cell) for row in rows
    ]
    return view_of("indicators:\n" + "\n".join(f"  - {{{line}}}" for line in lines))


@pytest.mark.parametrize(
    ("number", "few", "many"), [(0, False, False), (3, True, False), (4, False, False), (26, False, True)]
)
def test_limits_of_rows(number: int, few: bool, many: bool) -> None:  # noqa: FBT001  # a table of values
    view = (
        rows_of(*[f"产出指标|数量指标|第{i}项检查|{i}次" for i in range(number)]) if number else view_of("goals: 无\n")
    )
    assert (few_rows(view), many_rows(view)) == (few, many)


def test_costs_that_make_the_budget_are_not_too_many() -> None:
    costs = "\n".join(f"  - {{level1: 产出指标, level2: 成本指标, name: 第{i}项费用, value: 1万元}}" for i in range(19))
    assert not many_costs(view_of(f"budget: {{total: 19}}\nindicators:\n{costs}\n"))
    assert many_costs(view_of(f"budget: {{total: 20}}\nindicators:\n{costs}\n"))
    assert not many_costs(view_of(f"indicators:\n{costs}\n"))


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("spending_plan: {6月底: 50%}\n", True),
        ("spending_plan: 50%\n", True),
        ('spending_plan: ""\n', False),
        ("", False),
    ],
)
def test_plan_given(text: str, given: bool) -> None:  # noqa: FBT001  # a table of values
    assert plan_given(view_of(text + "goals: 完成\n")) is given


@pytest.mark.parametrize(
    ("code", "odd", "year"),
    [
        ("13032423P00442810053A", False, 2023),
        ("１３０３２４２３P00442810053A", False, 2023),
        ("228002B20DX0001", False, 2020),
        ("51011723T000007943391", False, 2023),
        ("13032423P0044281005", True, 0),
        ("228002B20DX001", True, 0),
        ('""', False, 0),
    ],
)
def test_code(code: str, odd: bool, year: int) -> None:  # noqa: FBT001  # a table of values
    view = view_of(f"year: 2022\nproject: {{code: {code}}}\n", "hebei")
    assert (code_odd(view), code_year(view), code_late(view)) == (odd, year, year > 2022)


@pytest.mark.parametrize(
    ("attribute", "prior", "conflict"),
    [
        ("延续", '""', "continued"),
        ("延续项目", "0", "continued"),
        ("延续", "43 万元", ""),
        ("延续", "见附件", ""),
        ("新增", "15 万", "new"),
        ("新增", "0万元", ""),
        ("新增", '""', ""),
        ("[新增, 延续]", '""', ""),
        ('""', "3万元", ""),
    ],
)
def test_prior_conflict(attribute: str, prior: str, conflict: str) -> None:
    assert prior_conflict(view_of(f"project: {{attribute: {attribute}}}\nbudget: {{prior: {prior}}}\n")) == conflict


def test_prior_conflict_needs_the_cell() -> None:
    text = "project: {attribute: 延续}\nbudget: {total: 3}\n"
    assert (prior_conflict(view_of(text)), prior_conflict(view_of(text, "sichuan"))) == ("", "continued")


@pytest.mark.parametrize(
    ("goals", "midterm", "shifted", "unsaid"),
    [
        ("{midterm: {text: 建成平台}, annual: ''}", "''", True, ""),
        ("{midterm: 建成平台, annual: '1.'}", "''", True, ""),
        ("{midterm: 建成平台, annual: ''}", "60", False, ""),
        ("{midterm: 建成平台, annual: 建一期}", "''", False, ""),
        ("{midterm: {text: ''}, annual: 建一期}", "60", False, "money"),
        ("{midterm: {from: 2022年, to: 2024年, text: ''}, annual: 建一期}", "''", False, "half"),
        ("{midterm: {from: 20**年, to: 20**年, text: ''}, annual: 建一期}", "''", False, ""),
        ("建一期", "0", False, ""),
    ],
)
def test_horizon(goals: str, midterm: str, shifted: bool, unsaid: str) -> None:  # noqa: FBT001  # a table of values
    view = view_of(f"project: {{term: 经常性}}\nbudget: {{midterm: {{total: {midterm}}}}}\ngoals: {goals}\n")
    assert (goal_shifted(view), midterm_unsaid(view)) == (shifted, unsaid)


@pytest.mark.parametrize(
    ("weight", "problem"),
    [("10", ""), ("10分", ""), ("12.5", ""), ("10%", ""), ("0", "low"), ("-5", "low"), ("101", "high"), ("十", "text"), ("/", "text")],
)  # fmt: skip
def test_weight_problem(weight: str, problem: str) -> None:
    view = view_of(f"indicators:\n  - {{name: 抽检批次, value: 3批次, weight: '{weight}'}}\n")
    assert [weight_problem(line) for line in line_views(view)] == [problem]


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
    assert [overlap.same for overlap in overlap_views(view)] == found


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

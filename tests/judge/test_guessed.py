"""What rests on a guess of the import is no error by itself: one table, its cells guessed one after the other."""

import pytest

from perflint.judge.inspection import Inspection
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config

_TABLE = """\
表类型: 项目
模板: mof-2021
年度: 2024
预算单位: 某市水务局
项目: {名称: 泵站运行}
预算: {预算数: 30万元, 财政资金: 20万元, 其他资金: 5万元}
绩效目标: 维护泵站12座，设备完好率98%，群众满意度90%。
绩效指标:
  - {一级指标: 产出指标, 二级指标: 质量指标, 三级指标: 设备完好率, 指标值: ≤98%}
  - {一级指标: 效益指标, 二级指标: 社会效益指标, 三级指标: 受益村数, 指标值: ≥9个}
"""
_RESTING = {  # rule → a field that it rests on, and one that it does not
    "DIR001": ("indicators.value", "project.name"),
    "BUD001": ("budget.total", "goals.annual"),
    "STR008": ("profile", "project.name"),
}


def _severities(more: str = "", lang: str = "zh", lock: tuple[str, ...] = ()) -> dict[str, tuple[str, str]]:
    found = Checker(Config(lock=lock), Options(lang=lang)).check((_TABLE + more).encode(), "表.yaml")
    assert isinstance(found, Inspection)
    return {one.code: (one.severity.value, one.message) for one in found.findings}


def _guess(field: str, confidence: str) -> str:
    return f"x-guessed:\n  - {{field: {field}, label: 某栏, confidence: {confidence}}}\n"


@pytest.mark.parametrize("code", _RESTING)
def test_an_error_on_a_guessed_cell_is_a_warning_that_says_so(code: str) -> None:
    field, other = _RESTING[code]
    assert _severities()[code][0] == "error"
    assert _severities(_guess(other, "60%"))[code] == _severities()[code]
    severity, message = _severities(_guess(field, "60%"))[code]
    assert severity == "warning"
    assert message.endswith("（这一栏是导入时推断的，请先核对。）")


@pytest.mark.parametrize(
    ("confidence", "severity"), [("90%", "warning"), ("0.5", "warning"), ("49%", "info"), ("大概", "info")]
)
def test_the_less_likely_a_guess_the_lower_what_rests_on_it(confidence: str, severity: str) -> None:
    assert _severities(_guess("indicators.value", confidence))["DIR001"][0] == severity


def test_no_guess_leaves_an_error_that_rests_on_nothing_else() -> None:
    every = "".join(
        f"  - {{field: {field}, label: 某栏, confidence: 70%}}\n"
        for field in ("indicators.value", "indicators.name", "budget.total", "year", "profile", "kind", "goals.annual")
    )
    left = {code for code, (severity, _) in _severities("x-guessed:\n" + every).items() if severity == "error"}
    assert left == set()


def test_the_note_speaks_the_language_of_the_report() -> None:
    found = _severities(_guess("indicators.value", "60%"), lang="en")
    assert "guessed when the document was read" in found["DIR001"][1]


@pytest.mark.parametrize(
    "broken", ["x-guessed: 某栏\n", "x-guessed: [某栏]\n", "x-guessed: [{field: ''}]\n", "x-guessed: {a: b}\n"]
)
def test_what_is_no_list_of_guesses_changes_nothing(broken: str) -> None:
    assert _severities(broken)["DIR001"][0] == "error"


def test_no_text_of_a_table_lowers_a_rule_that_is_locked() -> None:
    found = _severities(_guess("indicators.value", "60%"), lock=("DIR",))
    assert found["DIR001"][0] == "error"

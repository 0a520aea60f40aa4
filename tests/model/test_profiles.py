"""The shipped profiles: a short table that is complete for its form passes, one required cell less is found."""

import re
from pathlib import Path

import pytest

from perflint.data import rules_root
from perflint.judge.inspection import Inspection
from perflint.model import load_profiles
from perflint.model.profile_checks import check_rules, check_settings, rule_words
from perflint.model.profile_file import ProfileFile
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config

HEAD = "year: 2023\nagency: 某市某局\n"
ROWS = [
    ("产出指标", "数量指标", "抽检批次", "≥130批次"),
    ("产出指标", "质量指标", "抽检合格率", "≥95%"),
    ("产出指标", "时效指标", "抽检完成时间", "2023年11月底前"),
    ("产出指标", "成本指标", "抽检检验费", "≤5万元"),
    ("效益指标", "社会效益指标", "食品安全事故起数", "0起"),
    ("满意度指标", "服务对象满意度指标", "公众满意度", "≥90%"),
]
NEWER = {"成本指标": ("成本指标", "经济成本指标")}
OP, UNIT = re.compile(r"^[≥≤]"), re.compile(r"批次|%|万元|起")


def rows(extra: str = "", *, newer: bool = False, split: bool = False) -> str:
    """The indicator rows, each with further cells; in the frame of 2021, or with the target split over three columns."""
    lines = []
    for level1, level2, name, value in ROWS:
        first, second = NEWER.get(level2, (level1, level2)) if newer else (level1, level2)
        lines.append(f"- {{level1: {first}, level2: {second}, name: {name}, {_target(value, split=split)}{extra}}}\n")
    return "indicators:\n" + "".join(lines)


def _target(value: str, *, split: bool) -> str:
    unit = UNIT.search(value)
    if not split or "年" in value:
        return f"value: {value}" + (", op: 定性, unit: /" if split else "")
    op = OP.search(value)
    number = UNIT.sub("", OP.sub("", value))
    return f'op: "{op[0] if op else "="}", value: "{number}", unit: "{unit[0] if unit else "/"}"'


PLAN = "spending_plan: {3月底: 25%, 6月底: 50%, 10月底: 75%, 12月底: 100%}\n"
GOAL = "goals: 全年完成食品监督抽检130批次，抽检合格率不低于95%。\n"
MONEY = "budget: {total: 5.00万元, fiscal: 5.00万元, sources: {total: 5.00万元, general: 5.00万元}}\n"
BOXES = "attribute: 新增, term: 经常性, basis_types: [法律法规]"
POLICY = (
    "attribute: 延续, policy_type: 民生保障, basis: 《某市食品抽检办法》, scope: 全市, period: {start: 2023, end: 2023}"
)
DUTY = (
    ", duty: {no: 1, name: 承担食品检验, item: 开展食品抽检, goal: 完成食品抽检}, activity: 开展食品抽检, "
    "description: 全年完成的数, standard: {planned: /, current: 130批次, source: 抽检计划}, "
    "history: {average_3y: 130批次, last_year: 130批次, source: 内部统计}"
)
# One complete table a form, by its letter; `{newer}` rows are asked for by the frame of 2021.
TABLES = {
    "G": "kind: project\nproject: {name: 食品抽检经费}\n" + MONEY + GOAL + rows(),
    "H": "kind: project\nproject: {code: 13032423P004428100565, name: 食品抽检经费, purpose: 用于食品抽检。}\n"
    + MONEY + PLAN + GOAL + rows(", description: 全年完成的数, basis: 2023年食品抽检计划"),
    "A": f"kind: project\nproject: {{name: 食品抽检经费, {BOXES}}}\n" + MONEY + GOAL + rows(),
    "P": f"kind: project\nproject: {{name: 食品抽检经费, {POLICY}}}\n" + MONEY + GOAL + rows(),
    "S": "kind: project\nproject: {name: 食品抽检经费}\n" + MONEY + GOAL + rows(", weight: @", split=True),
    "O": f"kind: project\nproject: {{name: 食品抽检经费, {POLICY.replace('policy_type', 'category')}}}\n"
    "budget: {total: 5.00万元, breakdown: [{item: 检验费, amount: 5.00万元}]}\n"
    + GOAL + rows(", basis: 2023年食品抽检计划, history: {average_3y: 130批次, last_year: 130批次}"),
    "D1": "kind: department\nindicators:\n- {name: 食品抽检批次, value: 130批次" + DUTY + "}\n",
    "D2": "kind: department\ntasks: [{name: 食品抽检, content: 抽检130批次, total: 5.00万元, fiscal: 5.00万元}]\n"
    "tasks_total: {total: 5.00万元, fiscal: 5.00万元}\n" + GOAL + rows(),
    "D3": "kind: department\n" + GOAL
    + rows(", value_type: 定量, description: 全年完成的数, basis: 2023年食品抽检计划, weight: @", split=True),
    "DN": "kind: department\n" + GOAL + "indicators:\n- {name: 抽检批次, value: 130批次}\n",
    "D": "kind: department\n" + GOAL + rows(),
}  # fmt: skip


def in_frame(text: str, profile: str) -> str:
    """The table with cost as a first level where the profile wants that."""
    return text.replace("level1: 产出指标, level2: 成本指标", "level1: 成本指标, level2: 经济成本指标") if (
        load_profiles()[profile].taxonomy == "mof-2021") else text  # fmt: skip


def weighted(text: str, profile: str) -> str:
    """The table with weights that make the sum which the profile asks for."""
    first = {"zhejiang": 50, "hubei": 30}.get(profile, 40)
    return text.replace("weight: @", f"weight: {first}", 1).replace("weight: @", "weight: 10")


def complete(profile: str, letter: str) -> str:
    return weighted(in_frame(TABLES[letter], profile), profile)


def codes(text: str, profile: str, select: str = "STR,SRC001,SRC021,HIS004,HIS005,HIS014") -> list[str]:
    options = Options(profile=profile, select=tuple(select.split(",")))
    found = Checker(Config(), options).check((HEAD + text).encode(), "表.yaml")
    assert isinstance(found, Inspection)
    return sorted({finding.code for finding in found.findings})


def shipped_files() -> list[Path]:
    return sorted((rules_root() / "profiles").glob("*.yaml"))


PRINTED = [
    (name, choice.form.letter)
    for name, profile in sorted(load_profiles().items())
    for kind in ("project", "department")
    for choice in profile.choices[kind]
]


@pytest.mark.parametrize(("profile", "letter"), PRINTED)
def test_a_complete_table_has_nothing_missing(profile: str, letter: str) -> None:
    assert codes(complete(profile, letter), profile) == []


# What is taken out of the complete table of a form, and the rule that speaks of it.
MISSING = [
    ("hebei", "H", "code: 13032423P004428100565, ", "STR004"),
    ("hebei", "H", "name: 食品抽检经费, ", "STR004"),
    ("hebei", "H", ", purpose: 用于食品抽检。", "STR004"),
    ("hebei", "H", MONEY, "STR028"),
    ("hebei", "H", PLAN, "STR027"),
    ("hebei", "H", GOAL, "STR005"),
    ("hebei", "H", ", description: 全年完成的数", "STR017"),
    ("hebei", "H", ", basis: 2023年食品抽检计划", "SRC001"),
    ("hebei", "DN", GOAL, "STR005"),
    ("sichuan", "A", "attribute: 新增, ", "STR018"),
    ("sichuan", "A", "term: 经常性, ", "STR018"),
    ("sichuan", "A", ", basis_types: [法律法规]", "STR018"),
    ("sichuan", "A", ", fiscal: 5.00万元", "STR004"),
    ("sichuan", "A", ", sources: {total: 5.00万元, general: 5.00万元}", "STR004"),
    ("sichuan", "A", "total: 5.00万元, fiscal", "STR028"),
    ("sichuan", "A", GOAL, "STR005"),
    ("sichuan", "P", ", policy_type: 民生保障", "STR018"),
    ("sichuan", "P", ", basis: 《某市食品抽检办法》", "SRC021"),
    ("sichuan", "P", ", period: {start: 2023, end: 2023}", "STR004"),
    ("sichuan", "P", ", sources: {total: 5.00万元, general: 5.00万元}", "STR004"),
    ("sichuan", "S", ", weight: 10", "STR024"),
    ("sichuan", "S", MONEY, "STR028"),
    ("sichuan", "D2", "tasks: [{name: 食品抽检, content: 抽检130批次, total: 5.00万元, fiscal: 5.00万元}]\n", "STR004"),
    ("sichuan", "D2", GOAL, "STR005"),
    ("shandong-duty", "D1", "description: 全年完成的数, ", "STR017"),
    ("shandong-duty", "D1", "planned: /, ", "HIS005"),
    ("shandong-duty", "D1", "average_3y: 130批次, last_year: 130批次, ", "HIS004"),
    ("shandong-duty", "D1", ", source: 内部统计", "HIS014"),
    ("shandong-duty", "G", "project: {name: 食品抽检经费}\n", "STR004"),
    ("hunan", "O", ", period: {start: 2023, end: 2023}", "STR004"),
    ("hunan", "O", GOAL, "STR005"),
    ("hunan", "D3", GOAL, "STR005"),
    ("hubei", "O", ", basis: 2023年食品抽检计划", "SRC001"),
    ("hubei", "D3", ", weight: 10", "STR024"),
    ("zhejiang", "G", MONEY, "STR028"),
    ("department-eval", "D", GOAL, "STR005"),
    *(
        (name, "G", GOAL, "STR005")
        for name in sorted(load_profiles())
        if name not in {"hebei", "sichuan", "hunan", "hubei", "mof-2015", "mof-2021"}
    ),
    *((name, "A", MONEY, "STR028") for name in ("mof-2015", "mof-2021")),
]


@pytest.mark.parametrize(("profile", "letter", "cell", "code"), MISSING)
def test_one_required_cell_less_is_found(profile: str, letter: str, cell: str, code: str) -> None:
    text = complete(profile, letter)
    assert cell in text
    kept = "fiscal" if cell.endswith("fiscal") else ""
    assert code in codes(text.replace(cell, kept, 1), profile)


@pytest.mark.parametrize(
    ("profile", "letter", "cell"),
    [
        ("general", "G", ", fiscal: 5.00万元, sources: {total: 5.00万元, general: 5.00万元}"),
        ("mof-2015", "A", f", {BOXES}"),
        ("mof-2015", "O", "attribute: 延续, "),
        ("mof-2015", "O", ", period: {start: 2023, end: 2023}"),
        ("mof-2021", "A", f", {BOXES}"),
        ("hebei", "H", ", fiscal: 5.00万元"),
        ("hunan", "O", ", basis: 2023年食品抽检计划"),
    ],
)
def test_a_cell_that_only_one_province_prints_is_not_missing_elsewhere(profile: str, letter: str, cell: str) -> None:
    text = complete(profile, letter)
    assert cell in text
    assert codes(text.replace(cell, ""), profile) == []


@pytest.mark.parametrize(
    ("profile", "total", "found"),
    [("general", 90, []), ("general", 100, []), ("zhejiang", 90, ["STR024"]), ("zhejiang", 100, []),
     ("hubei", 90, ["STR024"]), ("hubei", 80, []), ("anhui", 100, [])],
)  # fmt: skip
def test_weights_sum_up_to_what_the_profile_says(profile: str, total: int, found: list[str]) -> None:
    text = TABLES["D3"].replace("weight: @", f"weight: {total - 50}", 1).replace("weight: @", "weight: 10")
    assert codes(text, profile, "STR024") == found


def test_the_classes_that_a_form_prints_itself_are_no_finding() -> None:
    printed = TABLES["G"].replace("时效指标", "进度指标").replace("效益指标, level2: 社会", "效果指标, level2: 社会")
    assert codes(printed, "beijing", "TAX001,TAX002") == []
    assert codes(printed, "general", "TAX001,TAX002") == ["TAX002"]
    frame = "kind: department\n" + GOAL + "indicators:\n- {level1: 管理效率, name: 预算执行率, value: 100%}\n"
    assert codes(frame, "department-eval", "STR,TAX") == []
    assert "TAX001" in codes(frame, "general", "STR,TAX")


def test_what_shipped_profiles_name_exists() -> None:
    known = rule_words(())
    for path in shipped_files():
        file = ProfileFile(path)
        check_settings(file)
        check_rules(file, known)
        assert path.stem == file.name

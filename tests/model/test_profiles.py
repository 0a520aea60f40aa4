"""The shipped profiles: a short table that is complete for its form passes, one required cell less is found."""

import re

import pytest

from perflint.files.checking import Checker, Options
from perflint.files.config import Config
from perflint.judge.inspection import Inspection
from perflint.model import load_profiles

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
    "attribute: 新增, policy_type: 民生保障, basis: 《某市食品抽检办法》, scope: 全市, period: {start: 2023, end: 2023}"
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
    "S": "kind: project\nproject: {name: 食品抽检经费}\n" + MONEY + GOAL + rows(", weight: 15", split=True),
    "O": f"kind: project\nproject: {{name: 食品抽检经费, {POLICY.replace('policy_type', 'category')}}}\n"
    "budget: {total: 5.00万元, breakdown: [{item: 检验费, amount: 5.00万元}]}\n"
    + GOAL + rows(", basis: 2023年食品抽检计划, history: {average_3y: 130批次, last_year: 130批次}"),
    "D1": "kind: department\nindicators:\n- {name: 食品抽检批次, value: 130批次" + DUTY + "}\n",
    "D2": "kind: department\ntasks: [{name: 食品抽检, content: 抽检130批次, total: 5.00万元, fiscal: 5.00万元}]\n"
    "tasks_total: {total: 5.00万元, fiscal: 5.00万元}\n" + GOAL + rows(),
    "D3": "kind: department\n" + GOAL
    + rows(", value_type: 定量, description: 全年完成的数, basis: 计划", split=True),
    "DN": "kind: department\n" + GOAL + "indicators:\n- {duty: {no: 1, name: 检验}, name: 抽检批次, value: 130批次}\n",
    "D": "kind: department\n" + GOAL + rows(),
}  # fmt: skip


def in_frame(text: str, profile: str) -> str:
    """The table with cost as a first level where the profile wants that."""
    return text.replace("level1: 产出指标, level2: 成本指标", "level1: 成本指标, level2: 经济成本指标") if (
        load_profiles()[profile].taxonomy == "mof-2021") else text  # fmt: skip


def weighted(text: str, profile: str) -> str:
    """The table with weights that make the sum which the profile asks for."""
    total = {"zhejiang": 100, "hubei": 80}.get(profile, 90)
    return text.replace("weight: 15", "weight: 15", 5) if total == 90 else re.sub(r", weight: 15", "", text)


def codes(text: str, profile: str, select: str = "STR,SRC001,SRC021,HIS004,HIS005,HIS014") -> list[str]:
    options = Options(profile=profile, select=tuple(select.split(",")))
    found = Checker(Config(), options).check((HEAD + text).encode(), "表.yaml")
    assert isinstance(found, Inspection)
    return sorted({finding.code for finding in found.findings})


PRINTED = [
    (name, choice.form.letter)
    for name, profile in sorted(load_profiles().items())
    for kind in ("project", "department")
    for choice in profile.choices[kind]
]


@pytest.mark.parametrize(("profile", "letter"), PRINTED)
def test_a_complete_table_has_nothing_missing(profile: str, letter: str) -> None:
    assert codes(weighted(in_frame(TABLES[letter], profile), profile), profile) == []

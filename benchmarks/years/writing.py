"""A project's year as YAML: the table that was approved, and the self-evaluation that came after it."""

from collections.abc import Iterator
from decimal import Decimal

from benchmarks.years.cells import (
    amount_of,
    basis_of,
    meaning_of,
    name_of,
    number_of,
    rows_of,
    sign_of,
    target_of,
    unit_of,
    weight_of,
)
from benchmarks.years.project import WAN, Year

_LEVELS = {
    "main": ("产出指标", "数量指标"),
    "second": ("产出指标", "数量指标"),
    "rate": ("产出指标", "质量指标"),
    "limit": ("产出指标", "时效指标"),
    "deadline": ("产出指标", "时效指标"),
    "cost": ("产出指标", "成本指标"),
    "coverage": ("效益指标", "社会效益指标"),
    "unwanted": ("效益指标", "社会效益指标"),
    "satisfied": ("满意度指标", "服务对象满意度指标"),
}
_EVALUATION = "自评"
_CHINESE = {
    "kind": "表类型", "year": "年度", "stage": "编制阶段", "agency": "预算单位", "currency_unit": "金额单位",
    "project": "项目", "code": "项目编码", "name": "项目名称", "attribute": "项目属性", "purpose": "资金用途",
    "budget": "预算", "total": "预算数", "fiscal": "财政资金", "prior": "以前年度预算安排", "remark": "备注",
    "spending_plan": "资金支出计划", "goals": "绩效目标", "indicators": "绩效指标", "level1": "一级指标",
    "level2": "二级指标", "indicator": "三级指标", "description": "绩效指标描述", "op": "计算符号",
    "value": "指标值", "unit": "计量单位", "weight": "权重", "basis": "指标值确定依据", "last_year": "上年值",
    "average_3y": "前三年均值", "actual": "实际完成值", "score": "得分", "execution": "预算执行",
    "planned": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数", "rate": "执行率",
    "total_score": "总分", "deviation": "偏差原因",
}  # fmt: skip


class _Spelling:
    def __init__(self, *, english: bool) -> None:
        self.english = english

    def __getitem__(self, key: str) -> str:
        if not self.english:
            return _CHINESE[key]
        return "name" if key == "indicator" else key


def write_table(year: Year) -> str:
    """Return the table of a year as it was approved."""
    key = _Spelling(english=year.project.english)
    return "\n".join((*_head(year, key, year.stage), _plan(year, key), f"{key['goals']}: {_goal(year)}",
                      f"{key['indicators']}:", *(_row(year, key, row) for row in rows_of(year)))) + "\n"  # fmt: skip


def write_evaluation(year: Year, results: dict[str, int]) -> str:
    """Return the self-evaluation of a year: the same rows with results and full scores."""
    key = _Spelling(english=year.project.english)
    money = f"{_money(year, year.total)}"
    execution = (
        f"{key['execution']}: {{{key['planned']}: {money}, {key['adjusted']}: {money}, {key['executed']}: {money}, "
        f"{key['weight']}: 10, {key['rate']}: 100%, {key['score']}: 10}}"
    )
    rows = (_evaluated(year, key, row, results) for row in rows_of(year))
    lines = (*_head(year, key, _EVALUATION), execution, f"{key['total_score']}: 100", f"{key['indicators']}:", *rows)
    return "\n".join(lines) + "\n"


def _head(year: Year, key: _Spelling, stage: str) -> Iterator[str]:
    yield f"{key['kind']}: {'project' if key.english else '项目'}"
    yield f"{key['year']}: {year.year}"
    if stage:
        yield f"{key['stage']}: {stage}"
    yield f"{key['agency']}: {year.agency[0]} {year.agency[1]}"
    yield f"{key['currency_unit']}: {'元' if year.in_yuan else '万元'}"
    evaluated = stage == _EVALUATION
    code = f"{key['code']}: {year.code}, " if year.code and not evaluated else ""
    attribute = f", {key['attribute']}: {year.attribute}" if year.attribute and not evaluated else ""
    purpose = "" if evaluated else f", {key['purpose']}: {_purpose(year)}"
    yield f"{key['project']}: {{{code}{key['name']}: {year.name}{attribute}{purpose}}}"
    prior = "" if year.prior is None or evaluated else f", {key['prior']}: {_money(year, year.prior)}"
    money = _money(year, year.total)
    yield f"{key['budget']}: {{{key['total']}: {money}, {key['fiscal']}: {money}{prior}}}"
    if year.remark and not evaluated:
        yield f"{key['remark']}: {year.remark}"


def _purpose(year: Year) -> str:
    topic = year.project.topic
    return (
        year.purpose or f"用于{topic.main.replace('数量', '')}、{topic.second.replace('数量', '')}等{topic.name}支出。"
    )


def _money(year: Year, yuan: int) -> str:
    return f"{yuan}.00" if year.in_yuan else f"{Decimal(yuan) / WAN:.2f}"


def _plan(year: Year, key: _Spelling) -> str:
    start = 18 + year.project.number * 7 % 19
    return f"{key['spending_plan']}: {{3月底: {start}%, 6月底: {start + 33}%, 9月底: {start + 58}%, 12月底: 100%}}"


def _goal(year: Year) -> str:
    when = "全年" if year.goal_year < 0 else f"{year.goal_year or year.year}年"
    topic = year.project.topic
    counted = [
        f"{name_of(year, row)}达到{amount_of(year, row)}" for row in ("main", "second") if row not in year.dropped
    ]
    rated = [
        f"{name_of(year, row)}不低于{year.targets[row]}%" for row in ("rate", "satisfied") if row not in year.dropped
    ]
    return f"{when}开展{topic.name}工作，{'，'.join(counted + rated)}。"


def _row(year: Year, key: _Spelling, row: str) -> str:
    cells = {key["level1"]: _LEVELS[row][0], key["level2"]: _LEVELS[row][1], key["indicator"]: name_of(year, row)}
    cells[key["description"]] = meaning_of(year, row)
    if year.split and row != "deadline" and row not in year.texts:
        sign = sign_of(year, row) or '"="'
        number = number_of(year, row, year.targets[row])
        cells |= {key["op"]: sign, key["value"]: number, key["unit"]: f'"{unit_of(year, row)}"'}
    else:
        cells[key["value"]] = target_of(year, row)
    if year.project.weighted:
        cells[key["weight"]] = str(weight_of(year, row))
    cells[key["basis"]] = basis_of(year, row)
    printed = {
        name: amount_of(year, row, numbers[row])
        for name, numbers in (("average_3y", year.average), ("last_year", year.last_year))
        if row in numbers
    }
    if printed and key.english:
        cells["history"] = "{" + ", ".join(f"{name}: {text}" for name, text in printed.items()) + "}"
    else:
        cells |= {key[name]: text for name, text in printed.items()}
    if row in year.remarks:
        cells[key["remark"]] = year.remarks[row]
    return _mapping(cells)


def _evaluated(year: Year, key: _Spelling, row: str, results: dict[str, int]) -> str:
    lowered = year.lowered.get(row)
    target = target_of(year, row) if lowered is None else sign_of(year, row) + amount_of(year, row, lowered)
    actual = f"{year.year}年{results[row]}月" if row == "deadline" else amount_of(year, row, results[row])
    actual = year.texts.get(f"{row} actual", actual)
    weight = str(weight_of(year, row))
    return _mapping({
        key["level1"]: _LEVELS[row][0], key["level2"]: _LEVELS[row][1], key["indicator"]: name_of(year, row),
        key["value"]: target, key["weight"]: weight, key["actual"]: actual, key["score"]: weight,
    })  # fmt: skip


def _mapping(cells: dict[str, str]) -> str:
    return "  - {" + ", ".join(f"{name}: {text}" for name, text in cells.items()) + "}"

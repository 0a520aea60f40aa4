"""A project's year as YAML: the table that was approved, and the self-evaluation that came after it."""

from collections.abc import Iterator
from decimal import Decimal

from benchmarks.years.project import BETTER, Year

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
_WEIGHTS = {
    "main": 15, "second": 8, "rate": 10, "limit": 5, "deadline": 4, "cost": 8, "coverage": 15, "unwanted": 15,
    "satisfied": 10,
}  # fmt: skip
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
                      f"{key['indicators']}:", *(_row(year, key, row) for row in _rows(year)))) + "\n"  # fmt: skip


def write_evaluation(year: Year, results: dict[str, int]) -> str:
    """Return the self-evaluation of a year: the same rows with results and full scores."""
    key = _Spelling(english=year.project.english)
    money = f"{_money(year, year.total)}"
    execution = (
        f"{key['execution']}: {{{key['planned']}: {money}, {key['adjusted']}: {money}, {key['executed']}: {money}, "
        f"{key['weight']}: 10, {key['rate']}: 100%, {key['score']}: 10}}"
    )
    rows = (_evaluated(year, key, row, results) for row in _rows(year))
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
    return year.purpose or f"用于{topic.main.replace('数量', '')}、{topic.second.replace('数量', '')}等{topic.name}支出。"


def _money(year: Year, yuan: int) -> str:
    return f"{yuan}.00" if year.in_yuan else f"{Decimal(yuan) / 10000:.2f}"


def _plan(year: Year, key: _Spelling) -> str:
    start = 18 + year.project.number * 7 % 19
    return f"{key['spending_plan']}: {{3月底: {start}%, 6月底: {start + 33}%, 9月底: {start + 58}%, 12月底: 100%}}"


def _goal(year: Year) -> str:
    when = "全年" if year.goal_year < 0 else f"{year.goal_year or year.year}年"
    topic = year.project.topic
    counted = [f"{_name(year, row)}达到{_amount(year, row)}" for row in ("main", "second") if row not in year.dropped]
    rated = [f"{_name(year, row)}不低于{year.targets[row]}%" for row in ("rate", "satisfied") if row not in year.dropped]
    return f"{when}开展{topic.name}工作，{'，'.join(counted + rated)}。"


def _rows(year: Year) -> list[str]:
    return [row for row in BETTER if row not in year.dropped]


def _name(year: Year, row: str) -> str:
    topic = year.project.topic
    usual = f"{topic.asked}满意度" if row == "satisfied" else str(getattr(topic, row))
    return year.names.get(row, usual)


def _unit(year: Year, row: str) -> str:
    topic = year.project.topic
    if row in {"rate", "coverage", "satisfied"}:
        return "%"
    usual = f"元/{topic.main_unit}" if row == "cost" else str(getattr(topic, f"{row}_unit"))
    return year.scales[row][0] if row in year.scales else usual


def _number(year: Year, row: str, number: int) -> str:
    factor = year.scales[row][1] if row in year.scales else 1
    return f"{Decimal(number) / factor:f}" if factor > 1 else str(number)


def _amount(year: Year, row: str, number: int | None = None) -> str:
    return _number(year, row, year.targets[row] if number is None else number) + _unit(year, row)


def _sign(year: Year, row: str) -> str:
    if row in {"main", "second"}:
        return year.project.sign
    return "≥" if BETTER[row] > 0 else "≤"


def _target(year: Year, row: str) -> str:
    if row in year.texts:
        return year.texts[row]
    if row == "deadline":
        return f"{year.deadline_year or year.year}年{year.targets[row]}月底前"
    return _sign(year, row) + _amount(year, row)


def _row(year: Year, key: _Spelling, row: str) -> str:
    cells = {key["level1"]: _LEVELS[row][0], key["level2"]: _LEVELS[row][1], key["indicator"]: _name(year, row)}
    cells[key["description"]] = _meaning(year, row)
    if year.split and row != "deadline" and row not in year.texts:
        sign = _sign(year, row) or '"="'
        number = _number(year, row, year.targets[row])
        cells |= {key["op"]: sign, key["value"]: number, key["unit"]: f'"{_unit(year, row)}"'}
    else:
        cells[key["value"]] = _target(year, row)
    if year.project.weighted:
        cells[key["weight"]] = str(_weight(year, row))
    cells[key["basis"]] = _basis(year, row)
    printed = {
        name: _amount(year, row, numbers[row])
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


def _weight(year: Year, row: str) -> int:
    gone = sum(_WEIGHTS[one] for one in year.dropped)
    return _WEIGHTS[row] + (gone if row == "coverage" else 0)


def _evaluated(year: Year, key: _Spelling, row: str, results: dict[str, int]) -> str:
    lowered = year.lowered.get(row)
    target = _target(year, row) if lowered is None else _sign(year, row) + _amount(year, row, lowered)
    actual = f"{year.year}年{results[row]}月" if row == "deadline" else _amount(year, row, results[row])
    actual = year.texts.get(f"{row} actual", actual)
    weight = str(_weight(year, row))
    return _mapping({
        key["level1"]: _LEVELS[row][0], key["level2"]: _LEVELS[row][1], key["indicator"]: _name(year, row),
        key["value"]: target, key["weight"]: weight, key["actual"]: actual, key["score"]: weight,
    })  # fmt: skip


def _mapping(cells: dict[str, str]) -> str:
    return "  - {" + ", ".join(f"{name}: {text}" for name, text in cells.items()) + "}"


def _meaning(year: Year, row: str) -> str:
    topic = year.project.topic
    usual = {
        "main": f"本年{topic.name}完成的{topic.main}",
        "second": f"本年{topic.name}涉及的{topic.second}",
        "rate": topic.rate_meaning,
        "limit": f"从受理到办完的{'天数' if topic.limit_unit == '天' else '时长'}",
        "deadline": f"全部{topic.name}任务完成的时间",
        "cost": f"{topic.main}的平均支出",
        "coverage": "已覆盖对象占应覆盖对象的比例",
        "unwanted": f"经认定的{topic.unwanted}数量",
        "satisfied": f"问卷调查中满意的{topic.asked}占比",
    }
    return year.meanings.get(row, usual[row])


def _basis(year: Year, row: str) -> str:
    topic = year.project.topic
    return {
        "rate": f"{year.year - 1}年{topic.name}考核通报",
        "unwanted": f"{year.year - 1}年{topic.unwanted}统计",
        "satisfied": f"{year.year - 1}年满意度调查结果",
        "cost": f"{year.year}年{topic.name}合同单价",
    }.get(row, f"{year.year}年{topic.name}工作计划")

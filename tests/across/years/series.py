"""A project over four years as it should be, and what can be done to it: the list was written before the rules."""

import copy
import json
from collections.abc import Callable, Mapping
from typing import Any

Table = dict[str, Any]
Series = dict[int, Table]
Change = Callable[[Series], None]
YEARS = (2021, 2022, 2023, 2024)


def _row(level1: str, level2: str, name: str, value: str, **more: str) -> dict[str, str]:
    return {"level1": level1, "level2": level2, "name": name, "value": value, **more}


def table(year: int, at: int) -> Table:
    """Return the table of one year: targets rise a little, the budget stands, the basis moves on with the year."""
    return {
        "kind": "project", "year": str(year), "agency": "示例县水务局", "currency_unit": "万元",
        "project": {"code": f"130000{year % 100}P004400200031", "name": f"{year}年农村饮水管护", "purpose": "用于水厂日常管护和管网维修。"},
        "budget": {"total": "300.00"},
        "goals": {"annual": f"全年巡检水厂{40 + at}座，维修管网{120 + 2 * at}公里，供水保证率不低于{92 + at}%。"},
        "indicators": [
            _row("产出指标", "数量指标", "巡检水厂数量", f"{40 + at}座", weight="20", description="列入管护的水厂座数"),
            _row("产出指标", "数量指标", "维修管网长度", f"{120 + 2 * at}公里", weight="10", description="维修的管网长度"),
            _row("产出指标", "质量指标", "水质抽检合格率", f"≥{95 + at}%", weight="10", basis=f"{year - 1}年水质检测结果{95 + at}%"),
            _row("产出指标", "时效指标", "故障修复时限", "≤48小时", weight="10", description="接报到修复的时间"),
            _row("产出指标", "成本指标", "每公里维修费", "≤9000元/公里", weight="10", description="管网维修的平均费用"),
            _row("效益指标", "社会效益指标", "供水保证率", f"≥{92 + at}%", weight="20", description="正常供水的天数比例"),
            _row("满意度指标", "服务对象满意度指标", "用水户满意度", f"≥{88 + at}%", weight="10", description="问卷满意的比例"),
        ],
    }  # fmt: skip


def clean() -> Series:
    """Return the four years as they should be."""
    return {year: table(year, at) for at, year in enumerate(YEARS)}


def evaluated(year: int, at: int) -> Table:
    """Return the self-evaluation of a year, each target just met."""
    found = table(year, at)
    found["stage"] = "自评"
    results = [
        f"{40 + at}座",
        f"{120 + 2 * at}公里",
        f"{95 + at}%",
        "46小时",
        "8900元/公里",
        f"{92 + at}%",
        f"{88 + at}%",
    ]
    for row, result in zip(found["indicators"], results, strict=True):
        row |= {"actual": result, "score": row["weight"]}
    return found


def text(series: Mapping[Any, Table]) -> str:
    """Return tables as the documents of one file, each on one line."""
    return "---\n".join(json.dumps(one, ensure_ascii=False) + "\n" for one in series.values())


def _set(year: int, row: int, **cells: str | dict[str, str]) -> Change:
    return lambda series: series[year]["indicators"][row].update(cells)


def _budget(year: int, total: str, unit: str = "万元") -> Change:
    def change(series: Series) -> None:
        series[year]["budget"]["total"] = total
        series[year]["currency_unit"] = unit

    return change


def _drop(year: int, row: int) -> Change:
    return lambda series: series[year]["indicators"].pop(row)


def _top(year: int, **cells: str) -> Change:
    return lambda series: series[year].update(cells)


def _project(year: int, **cells: str) -> Change:
    return lambda series: series[year]["project"].update(cells)


def _all(*changes: Change) -> Change:
    def change(series: Series) -> None:
        for one in changes:
            one(series)

    return change


def _copied(*years: int) -> Change:
    def change(series: Series) -> None:
        for year in years:
            before = series[year - 1]
            series[year] = copy.deepcopy(before) | {
                "year": str(year), "project": before["project"] | {"name": f"{year}年农村饮水管护"},
            }  # fmt: skip

    return change


def _left_out(year: int) -> Change:
    def change(series: Series) -> None:
        del series[year]

    return change


FAULTS: dict[str, tuple[str, Change]] = {
    "a rate lowered below last year": ("HIS050", _set(2024, 5, value="≥80%")),
    "a quantity cut with the same budget": ("HIS056", _set(2024, 0, value="25座")),
    "a quantity cut more than the budget": ("HIS050", _all(_set(2024, 0, value="15座"), _set(2024, 1, value="100公里"), _budget(2024, "250"))),
    "last year's value that the records contradict": ("HIS051", _set(2024, 0, history={"last_year": "70座", "source": "年报"})),
    "a mean that the records contradict": ("HIS051", _set(2024, 0, history={"average_3y": "60座", "source": "年报"})),
    "a target far above the mean": ("HIS052", _set(2024, 0, value="70座")),
    "copied for two years": ("HIS053", _copied(2023, 2024)),
    "figures of an older year": ("HIS054", _set(2024, 2, basis="2022年水质检测结果97%")),
    "last year's plan as basis": ("HIS054", _all(_set(2023, 0, basis="2023年管护计划"), _set(2024, 0, basis="2023年管护计划"))),
    "the budget doubled, the work not": ("HIS055", _all(_set(2024, 0, value="42座"), _set(2024, 1, value="124公里"), _budget(2024, "600"))),
    "a unit cost that rose": ("HIS057", _set(2024, 4, value="≤14000元/公里")),
    "the money for one of the main quantity rose": ("HIS063", _budget(2024, "520")),
    "the main quantity dropped": ("HIS058", _drop(2024, 0)),
    "an indicator of weight dropped": ("HIS058", _drop(2024, 5)),
    "counted in another unit": ("HIS059", _set(2024, 0, value="43人次")),
    "another definition": ("HIS059", _set(2024, 6, description="上级主管部门年终考核评分折算百分比")),
    "new, though it was there": ("HIS060", _project(2024, attribute="新增")),
    "another budget of last year": ("HIS061", lambda series: series[2024]["budget"].update(prior="180")),
}  # fmt: skip

RIGHT: dict[str, Change] = {
    "nothing done": lambda _series: None,
    "a reason in the row": _set(2024, 0, value="25座", remark="划出15座水厂，任务减少"),
    "a budget that fell likewise": _all(_set(2024, 0, value="26座"), _set(2024, 1, value="75公里"), _budget(2024, "180")),
    "within the tolerance": _set(2024, 0, value="41座"),
    "a better negative rate": _all(_set(2023, 3, value="≤48小时"), _set(2024, 3, value="≤24小时")),
    "the same money in 元": _budget(2024, "3000000", "元"),
    "the same length in 米": _set(2024, 1, value="126000米"),
    "a rate as a fraction": _set(2024, 5, value="0.95"),
    "a new name of the project": _project(2024, name="农村饮水管护（续）"),
    "a new code": _project(2024, code="13000024P009900200077"),
    "an indicator in other words": _set(2024, 0, name="水厂巡检数量"),
    "an indicator exchanged for a new one of its class": _set(2024, 1, name="更换水表数量", value="900块"),
    "one more indicator": lambda series: series[2024]["indicators"].append(_row("产出指标", "数量指标", "培训管水员人数", "30人", weight="0")),
    "a budget that rose with the work": _all(
        _set(2024, 0, value="60座"), _set(2024, 1, value="180公里"), _budget(2024, "430")
    ),
    "a budget that rose for a reason": _all(_budget(2024, "600"), _top(2024, remark="新增两个乡镇管网，经费增加")),
    "a range": _set(2024, 0, value="30-50座"),
    "a word for a value": _set(2024, 3, value="及时"),
    "the right last year's value": _set(2024, 0, history={"last_year": "42座", "source": "年报"}),
    "the right mean": _set(2024, 0, history={"average_3y": "41座", "source": "年报"}),
    "the right budget of last year": lambda series: series[2024]["budget"].update(prior="300"),
    "the sum of earlier years": lambda series: series[2024]["budget"].update(prior="900"),
    "continued, as it is": _project(2024, attribute="延续"),
    "a law of an older year": _all(*(_set(year, 0, basis="《农村供水条例》（2019年修订）") for year in YEARS)),
    "a plan of several years": _all(*(_set(year, 0, basis="“十四五”农村供水规划（2021年印发）") for year in YEARS)),
    "copied once, with the basis brought up to date": _all(_copied(2024), _set(2024, 2, basis="2023年水质检测结果97%")),
    "a year left out": _left_out(2023),
    "another agency": _top(2024, agency="示例县水利局"),
    "a second phase": _project(2024, name="农村饮水管护二期", attribute="新增", code="13000024P009900200088"),
}  # fmt: skip


def with_change(change: Change) -> Series:
    """Return the four years after a change."""
    series = clean()
    change(series)
    return series

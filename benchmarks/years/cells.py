"""The cells of a row: its name, its target in the unit of the year, its points and its basis."""

from decimal import Decimal

from benchmarks.years.project import BETTER, Year

_WEIGHTS = {
    "main": 15, "second": 8, "rate": 10, "limit": 5, "deadline": 4, "cost": 8, "coverage": 15, "unwanted": 15,
    "satisfied": 10,
}  # fmt: skip


def rows_of(year: Year) -> list[str]:
    """Return the rows that stand in the table."""
    return [row for row in BETTER if row not in year.dropped]


def name_of(year: Year, row: str) -> str:
    """Return the name of a row."""
    topic = year.project.topic
    usual = f"{topic.asked}满意度" if row == "satisfied" else str(getattr(topic, row))
    return year.names.get(row, usual)


def unit_of(year: Year, row: str) -> str:
    """Return the unit of a row."""
    topic = year.project.topic
    if row in {"rate", "coverage", "satisfied"}:
        return "%"
    usual = f"元/{topic.main_unit}" if row == "cost" else str(getattr(topic, f"{row}_unit"))
    return year.scales[row][0] if row in year.scales else usual


def number_of(year: Year, row: str, number: int) -> str:
    """Return a number in the unit of its row."""
    factor = year.scales[row][1] if row in year.scales else 1
    return f"{Decimal(number) / factor:f}" if factor > 1 else str(number)


def amount_of(year: Year, row: str, number: int | None = None) -> str:
    """Return the target, or another number, with the unit."""
    return number_of(year, row, year.targets[row] if number is None else number) + unit_of(year, row)


def sign_of(year: Year, row: str) -> str:
    """Return the comparator of a row."""
    if row in {"main", "second"}:
        return year.project.sign
    return "≥" if BETTER[row] > 0 else "≤"


def target_of(year: Year, row: str) -> str:
    """Return the target as one cell prints it."""
    if row in year.texts:
        return year.texts[row]
    if row == "deadline":
        return f"{year.deadline_year or year.year}年{year.targets[row]}月底前"
    return sign_of(year, row) + amount_of(year, row)


def weight_of(year: Year, row: str) -> int:
    """Return the points of a row; those of dropped rows go to the benefit."""
    gone = sum(_WEIGHTS[one] for one in year.dropped)
    return _WEIGHTS[row] + (gone if row == "coverage" else 0)


def meaning_of(year: Year, row: str) -> str:
    """Return what a row is said to mean."""
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


def basis_of(year: Year, row: str) -> str:
    """Return where a target is said to come from."""
    topic = year.project.topic
    return {
        "rate": f"{year.year - 1}年{topic.name}考核通报",
        "unwanted": f"{year.year - 1}年{topic.unwanted}统计",
        "satisfied": f"{year.year - 1}年满意度调查结果",
        "cost": f"{year.year}年{topic.name}合同单价",
    }.get(row, f"{year.year}年{topic.name}工作计划")

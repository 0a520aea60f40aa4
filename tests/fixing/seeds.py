"""A sound table, and defects to sow into it: what is written into which cell, and what mending makes of it."""

from typing import NamedTuple

from tests.fixing.styles import Content, Row


def _row(*cells: str) -> Row:
    return dict(zip(("level1", "level2", "name", "description", "value", "basis"), cells, strict=True))


SOUND = Content(
    {
        "kind": "项目", "year": "2024", "agency": "414001 卢龙县市场监督管理局",
        "goals": "完成食品抽检200批次，抽检合格率达到95%，群众满意度达到90%。",
    },
    {"3月底": "25%", "6月底": "50%", "9月底": "75%", "12月底": "100%"},
    (
        _row("产出指标", "数量指标", "抽检批次", "年度抽检的食品批次", "≥200批次", "2024年食品抽检计划"),
        _row("产出指标", "质量指标", "运转保障率", "保障机关运转", "100%", "2024年工作计划"),
        _row("产出指标", "质量指标", "检验报告准确率", "报告无差错的比例", "≥95%", "2024年工作计划"),
        _row("产出指标", "时效指标", "抽检完成时间", "完成全部抽检", "2024年11月底前", "2024年食品抽检计划"),
        _row("产出指标", "成本指标", "抽检经费", "抽检支出", "≤20万元", "2024年预算批复"),
        _row("效益指标", "社会效益指标", "食品安全知晓率", "知晓食品安全知识的居民比例", "≥85%", "2024年工作计划"),
        _row("效益指标", "可持续影响指标", "抽检机制健全率", "建立长效机制", "≥90%", "2024年工作计划"),
        _row("满意度指标", "服务对象满意度指标", "群众满意度", "受访群众满意的比例", "≥90%", "2023年度满意度调查结果88%"),
    ),
)  # fmt: skip


class Seed(NamedTuple):
    """A defect: the row (-1: head, -2: plan), the cells written, and what they hold after mending (unsafe fixes too)."""

    code: str
    row: int
    cells: tuple[tuple[str, str], ...]
    mended: tuple[tuple[str, str], ...]
    safe: bool = False


def _one(code: str, row: int, name: str, bad: str, good: str, *, safe: bool = False) -> Seed:
    return Seed(code, row, ((name, bad),), ((name, good),), safe)


SEEDS = (
    _one("VAL021", 2, "value", "≥９５%", "≥95%", safe=True),
    _one("VAL022", 5, "value", ">=85%", "≥85%", safe=True),
    _one("VAL023", 7, "value", "≥90%。", "≥90%", safe=True),
    _one("VAL004", 4, "value", "≤20万", "≤20万元", safe=True),
    _one("DIR001", 1, "value", "≤100%", "100%"),
    _one("DIR006", 1, "value", "≥100%", "100%", safe=True),
    _one("DIR007", 4, "value", "≥20万元", "≤20万元"),
    _one("SRC003", 0, "basis", "《抽检计划》（卢市监[2024]3号）", "《抽检计划》（卢市监〔2024〕3号）", safe=True),
    _one("WRD009", 0, "description", "年度抽检,监督的食品批次", "年度抽检，监督的食品批次", safe=True),
    _one("WRD010", 2, "description", "报告无 差错的比例", "报告无差错的比例", safe=True),
    _one("TAX006", 2, "level2", "数量指标", "质量指标"),
    _one("TAX002", 6, "level1", "效果指标", "效益指标", safe=True),
    Seed("TAX019", 7, (("level1", "效益指标"), ("level2", "社会效益指标")), (("level1", "满意度指标"), ("level2", "服务对象满意度指标"))),
    Seed("PLN001", -2, (("3月底", "25%"), ("6月底", "25%"), ("9月底", "25%"), ("12月底", "25%")),
         (("3月底", "25%"), ("6月底", "50%"), ("9月底", "75%"), ("12月底", "100%"))),
    Seed("", -1, (("goals", "完成抽检 200批次,抽检合格率达到９５%"),), (("goals", "完成抽检 200批次，抽检合格率达到95%"),), safe=True),
)  # fmt: skip


def sow(content: Content, seeds: tuple[Seed, ...], *, mended: bool = False, safe_only: bool = False) -> Content:
    """Return a table with defects sown, or with what mending makes of them (of the safe ones, the others sown)."""
    head, plan, rows = dict(content.head), dict(content.plan), [dict(row) for row in content.rows]
    for seed in seeds:
        target = head if seed.row == -1 else plan if seed.row == -2 else rows[seed.row]
        target.update(seed.mended if mended and (seed.safe or not safe_only) else seed.cells)
    return Content(head, plan, tuple(rows))

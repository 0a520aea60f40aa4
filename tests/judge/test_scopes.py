"""A table is judged alike whatever table was judged before it: what is remembered of rows never stands for other rows."""

from perflint.judge.inspection import Inspection
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config

_ROW = "  - {{level1: 产出指标, level2: {}, name: 培训人数, value: {}, basis: 《2024年培训计划》}}"


def table(*rows: tuple[str, str]) -> bytes:
    written = "\n".join(_ROW.format(*row) for row in rows)
    return f"kind: project\nyear: 2024\nproject: {{name: 教师培训}}\nindicators:\n{written}\n".encode()


def codes(checker: Checker, data: bytes) -> list[str]:
    found = checker.check(data, "table.yaml")
    assert isinstance(found, Inspection)
    return [finding.code for finding in found.findings]


def test_second_levels_of_a_form_are_its_own_whatever_was_judged_before() -> None:
    few = table(("数量指标", "120人次"), ("质量指标", "显著"), ("培训类", "提升"))
    most = table(("培训类", "120人次"), ("师资类", "优化"), ("质量指标", "明显改善"))
    checker = Checker(Config(), Options())
    before = codes(checker, few)
    assert codes(checker, most) == codes(Checker(Config(), Options()), most)
    assert codes(checker, few) == before

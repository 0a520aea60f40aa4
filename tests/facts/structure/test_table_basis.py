"""The bases of a whole table: which one most rows have, and whether the project is a transfer from above."""

import pytest

from perflint.facts.structure.table_basis import common_basis, common_basis_share, has_bases, transfer
from perflint.facts.tableview import TableView
from tests.facts.tables import view_of


def based_on(*bases: str, project: str = "食品抽检经费") -> TableView:
    """Return a table with a row for each basis."""
    rows = "\n".join(f"  - {{name: 检查{i}, value: {i}次, basis: '{basis}'}}" for i, basis in enumerate(bases))
    return view_of(f"project: {{name: {project}}}\nindicators:\n{rows}\n")


@pytest.mark.parametrize(
    ("bases", "found"),
    [
        (["工作计划"] * 5, ("工作计划", 5, 5)),
        (["工作计划", "工作 计划", "年度安排", "工作计划", "三定方案"], ("工作计划", 3, 5)),
        (["工作计划"] * 4, ("", 0, 4)),
        (["工作计划"] * 4 + [""], ("", 0, 4)),
    ],
)
def test_common_basis(bases: list[str], found: tuple[str, int, int]) -> None:
    assert common_basis(based_on(*bases)) == found


def test_share_and_presence() -> None:
    view = based_on("工作计划", "工作计划", "工作计划", "年度安排", "三定方案")
    assert (has_bases(view), common_basis_share(view)) == (True, 60.0)
    assert (has_bases(based_on("工作计划")), common_basis_share(based_on(""))) == (False, 0.0)


@pytest.mark.parametrize(
    ("project", "basis", "found"),
    [
        ("2023年中央转移支付食品监管补助资金", "工作计划", True),
        ("冀财社〔2022〕12号食品抽检", "冀财社〔2022〕12号文件", True),
        ("食品抽检经费", "工作计划", False),
    ],
)
def test_transfer(project: str, basis: str, found: bool) -> None:  # noqa: FBT001  # a table of values
    assert transfer(based_on(*[basis] * 5, project=project)) is found

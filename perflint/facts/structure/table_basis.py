"""Facts about the bases of a whole table: one for nearly all rows, and the policy basis of a project."""

from collections import Counter
from typing import NamedTuple

from perflint.facts.structure.table import TABLE
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, DOUBLE, INT, STRING
from perflint.typography import essence, fold

_FEWEST_ROWS = 5  # below that, one basis for all is no pattern
_TRANSFER = ("下达", "转移支付", "补助资金", "补助经费", "专项补助", "上级补助", "中央资金", "省级资金")


class CommonBasis(NamedTuple):
    """The most frequent basis of a table: as typed, in how many rows, of how many with a basis."""

    text: str
    rows: int
    of: int


def common_basis(view: TableView) -> CommonBasis:
    """Return the basis that most rows with a value have; rows 0 in a table with too few."""
    cells = [row.text("basis").strip() for _, row in view.filled_rows if row.filled("basis")]
    if len(cells) < _FEWEST_ROWS:
        return CommonBasis("", 0, len(cells))
    first, rows = Counter(map(essence, cells)).most_common(1)[0]
    return CommonBasis(next(cell for cell in cells if essence(cell) == first), rows, len(cells))


@TABLE.fact(
    "has_bases",
    BOOL,
    zh="指标行是否写了依据（不足五行的不算）",
    en="whether its rows give bases, in five rows at least",
)
def has_bases(view: TableView) -> bool:
    return "basis" in view.scope.columns and common_basis(view).rows > 0


@TABLE.fact("common_basis", STRING, zh="用得最多的依据", en="the basis that most rows have")
def common_basis_text(view: TableView) -> str:
    return common_basis(view).text


@TABLE.fact("common_basis_rows", INT, zh="用它的行数", en="how many rows have it")
def common_basis_rows(view: TableView) -> int:
    return common_basis(view).rows


@TABLE.fact(
    "common_basis_share", DOUBLE, zh="用它的行占多少（百分数）", en="their share of all rows with a basis, in percent"
)
def common_basis_share(view: TableView) -> float:
    found = common_basis(view)
    return 100 * found.rows / found.of if found.of else 0.0


@TABLE.fact(
    "transfer",
    BOOL,
    zh="是否上级转移支付项目（一份下达文件就是全部依据）",
    en="whether the project is a transfer from above, whose notice is the basis of everything",
)
def transfer(view: TableView) -> bool:
    name = fold(view.text("project.name"))
    return any(word in name for word in _TRANSFER) or fold(common_basis(view).text).removesuffix("文件") in name

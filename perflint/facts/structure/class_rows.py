"""How many rows a table has of each class and kind of value."""

from functools import partial

from perflint.facts.structure.table import TABLE
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import INT, STRINGS
from perflint.quantity import Kind

_CLASSES = (
    ("quantity", "output.quantity", "数量指标", "quantity"),
    ("quality", "output.quality", "质量指标", "quality"),
    ("benefit", "benefit", "效益指标", "benefit"),
    ("satisfaction", "satisfaction", "满意度指标", "satisfaction"),
)
_WORDS = frozenset({Kind.QUALITATIVE, Kind.GRADE})


def _of_class(view: TableView, class_id: str) -> int:
    return sum(1 for _, row in view.filled_rows if row.class_id == class_id or row.class_id.startswith(f"{class_id}."))


for _name, _id, _zh, _en in _CLASSES:
    TABLE.fact(f"{_name}_rows", INT, zh=f"填了指标值的{_zh}行数", en=f"number of annual {_en} targets with a value")(
        partial(_of_class, class_id=_id)
    )


@TABLE.fact(
    "classes",
    STRINGS,
    zh="填了指标值的各行的类别，逐行（如 output.quantity），不明为空",
    en="the class of each annual row with a value, such as output.quantity, empty if unknown",
)
def classes(view: TableView) -> tuple[str, ...]:
    return tuple(row.class_id for _, row in view.filled_rows)


@TABLE.fact(
    "qualitative_rows",
    INT,
    zh="指标值是文字而不是数的行数（定性、等级）",
    en="number of annual rows whose value is words or a grade and no number",
)
def qualitative_rows(view: TableView) -> int:
    return sum(1 for _, row in view.filled_rows if row.value.kind in _WORDS)


@TABLE.fact("based_rows", INT, zh="写了依据的年度指标行数", en="number of annual rows with a value that have a basis")
def based_rows(view: TableView) -> int:
    return sum(1 for _, row in view.filled_rows if row.filled("basis"))


@TABLE.fact(
    "described_rows", INT, zh="写了指标描述的年度指标行数", en="number of annual rows with a value that are described"
)
def described_rows(view: TableView) -> int:
    return sum(1 for _, row in view.filled_rows if row.filled("description"))

"""Facts about a text cell that other YAML tools would read as a number, a date or yes and no (domain: §1.5)."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import STRING, Vocabulary
from perflint.model import Cell
from perflint.pattern import pattern
from perflint.source import NodeKind

SCALAR = Vocabulary(
    "scalar",
    "没有加引号、会被其他软件读成数字、日期或是非的文字（只在发现时出现）",
    "an unquoted text that other tools read as a number, a date, or yes and no (only where there is one)",
)

_CODES = ("project.code", "agency.code")
_TEXTS = ("value", "basis")
# YAML 1.1 (yaml.org/type) and the core schema of YAML 1.2.
_NUMBER = pattern(
    r"[-+]?(?:0b[01_]+|0o[0-7]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9]+(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)"
)
_DATE = pattern(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*)?")
_WORD = pattern(r"y|Y|n|N|(?:yes|no|true|false|on|off|null)|(?:Yes|No|True|False|On|Off|Null)|"
                   r"(?:YES|NO|TRUE|FALSE|ON|OFF|NULL)|~")  # fmt: skip
_VALUE_SIGN = "="  # YAML 1.1 gives it a type of its own (yaml.org/type/value), at which strict readers stop
_SAME = pattern(r"0|[1-9][0-9]*(?:\.[0-9]*[1-9])?")


class ScalarView(Struct, frozen=True):
    """One such cell: its place, its text, what it would become."""

    scope: Scope
    place: Spot
    text: str
    kind: str

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a cell has one place
        """Return the place of the cell."""
        return self.place


def scalar_views(view: TableView) -> Iterator[ScalarView]:
    """Yield the texts of codes, values and bases that other tools would change."""
    for field in _CODES:
        cell = view.table.cells.get(field)
        if cell and (kind := _kind(cell)):
            yield ScalarView(view.scope, Spot(field), cell.text, kind)
    for record in view.table.rows:
        op = record.cells.get("op")
        if op and op.node.kind is NodeKind.SCALAR and not op.node.style and op.text.strip() == _VALUE_SIGN:
            yield ScalarView(view.scope, Spot("op", records="indicators", index=record[0]), op.text, "sign")
        for field in _TEXTS:
            cell = record.cells.get(field)
            # A bare number as value keeps its digits; that it lacks a unit is another rule's matter (VAL003).
            if cell and (kind := _kind(cell)) and not (field == "value" and _SAME.fullmatch(cell.text)):
                yield ScalarView(view.scope, Spot(field, records="indicators", index=record[0]), cell.text, kind)


def _kind(cell: Cell) -> str:
    """Return what an unquoted cell would become: number, date or word; "" where it stays text."""
    node = cell.node
    if node.kind is not NodeKind.SCALAR or node.style or not cell.text:
        return ""
    return _kind_of(cell.text)


@lru_cache(maxsize=4096)
def _kind_of(text: str) -> str:
    forms = (("number", _NUMBER), ("date", _DATE), ("word", _WORD))
    return next((kind for kind, form in forms if form.fullmatch(text)), "")


@SCALAR.fact("text", STRING, zh="单元格，照录", en="the cell as typed")
def text(scalar: ScalarView) -> str:
    return scalar.text


@SCALAR.fact(
    "kind",
    STRING,
    zh="会变成什么：number、date、word；sign 为“=”，有些软件读到它就停下",
    en="what it would become: number, date or word; sign is =, at which some readers stop",
)
def kind(scalar: ScalarView) -> str:
    return scalar.kind


@SCALAR.fact("quoted", STRING, zh="加上引号的写法", en="the cell in quotes")
def quoted(scalar: ScalarView) -> str:
    return f'"{scalar.text}"'


SUBJECTS = (SubjectKind(SCALAR, in_table=scalar_views),)

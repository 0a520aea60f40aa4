"""A product that a text works out wrongly: 8期，每期60人，共培训400人."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.prose import Prose
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import STRING, Vocabulary
from perflint.pattern import pattern
from perflint.typography import fold

PRODUCT = Vocabulary(
    "times",
    "文字里“几个、每个几、共几”的算式",
    "so many, each of so many, so many in all, as a text has it",
)
_TIMES = pattern(
    r"(?P<count>\d{1,5})个?(?P<base>期|所|个|场|批|班|村|次|户|台|套|组|队)[^。；;\d每]{0,16}[,，、（(]?每个?(?P=base)[^。；;\d，,每]{0,8}?(?P<each>\d{1,6}(?:\.\d{1,2})?)(?P<unit>[\u4e00-\u9fff]{1,2}?)"
    r"[)）]?[,，、][^。；;\d]{0,10}?(?:共|合计|总计|累计)[^。；;\d，,]{0,14}?(?P<total>\d{1,9}(?:\.\d{1,2})?)(?P=unit)(?!次)"
)
_ABOUT = pattern(r"不超过|不少于|至少|以上|以内|左右|约|余|平均|最多|不低于|[≥≤~～—-]|其中|已|上年|往年")


class Product(NamedTuple):
    """The product as a text has it, and what it comes to."""

    text: str
    due: str
    total: str


class ProductView(Struct, frozen=True):
    """One product with its cell."""

    scope: Scope
    product: Product
    place: Spot

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a text stands in one cell
        """Return the place of the cell."""
        return self.place


@lru_cache(maxsize=4096)
def products_in(text: str) -> tuple[Product, ...]:
    """Return the products of a text whose three figures are exact."""
    if "每" not in text or not ("共" in text or "计" in text):
        return ()
    return tuple(_product(hit) for hit in _TIMES.finditer(fold(text)) if not _ABOUT.search(hit[0]))


def _product(hit: re.Match[str]) -> Product:
    due = (Decimal(hit["count"]) * Decimal(hit["each"])).normalize()
    said = f"{hit['count']}{hit['base']}×{hit['each']}{hit['unit']}"
    return Product(said, f"{due:f}{hit['unit']}", f"{Decimal(hit['total']).normalize():f}{hit['unit']}")


def _views(scope: Scope, cells: Iterable[Prose]) -> Iterator[ProductView]:
    for cell in cells:
        for product in products_in(cell.text):
            yield ProductView(scope, product, cell.place)


def row_products(row: RowView) -> Iterator[ProductView]:
    """Yield the products in the prose of a row."""
    return _views(row.scope, row.prose)


def table_products(view: TableView) -> Iterator[ProductView]:
    """Yield the products in the prose of a table outside its rows."""
    return _views(view.scope, view.prose_and("goals.actual"))


@PRODUCT.fact("text", STRING, zh="前两个数，如 8期×60人", en="the first two figures, such as 8期×60人")
def text(view: ProductView) -> str:
    return view.product.text


@PRODUCT.fact("due", STRING, zh="两数之积", en="what they come to")
def due(view: ProductView) -> str:
    return view.product.due


@PRODUCT.fact("total", STRING, zh="文字里的总数", en="what the text gives in all")
def total(view: ProductView) -> str:
    return view.product.total


SUBJECTS = (SubjectKind(PRODUCT, in_cell=row_products, in_table=table_products),)

"""The price of one of something that a row gives: in its value (500元/人), by its name (户均补助), or in a unit in its name."""

from decimal import Decimal
from typing import NamedTuple

from perflint.facts.joined import joined
from perflint.facts.row import RowView
from perflint.pattern import pattern
from perflint.quantity import Part
from perflint.typography import fold

_SPLIT = pattern(r"[·./*、,，×xX]|每")
_PER = pattern(r"元(?:/|每)([^\d，。；;（()）]{1,10})")
_IN_NAME = pattern(r"[（(](?:单位[::])?(万元|元)/([^\d（()）]{1,8})[)）]")
_MEAN = pattern(r"(平方米|公里|千米|立方米|公顷|人次|户次|学生|[人户亩生次床吨村校班])均(?!衡|匀|等|质|可|已|为)")
_EACH = pattern(
    r"每(平方米|公里|千米|立方米|公顷|人次|批次|[人户亩生次床吨村校班名位个台套辆份册件场期座处米株棵头只盏间栋口])"
)
_SCALES = {"元": Decimal(1), "万元": Decimal(10_000)}


class Price(NamedTuple):
    """What one of something costs, in 元: what it is for each of, and the price as typed."""

    yuan: Decimal
    bases: tuple[str, ...]
    printed: str


def price_of(row: RowView) -> Price | None:
    """Return the price that a row with one amount gives, None where it is not for each of something."""
    part = joined(row).first
    number = part.high if isinstance(part.high, Decimal) else part.low
    if not isinstance(number, Decimal):
        return None
    if part.dimension == "money":
        bases = _bases(part, fold(row.text("value") + row.text("unit"))) or _named_bases(row.name)
        return Price(number, bases, part.printed) if bases else None
    named = _IN_NAME.search(row.name) if not part.unit else None
    if named is None:
        return None
    return Price(number * _SCALES[named[1]], _cut(named[2]), f"{part.number}{named[1]}/{named[2]}")


def _bases(part: Part, text: str) -> tuple[str, ...]:
    """Return what an amount is for each of, as its unit says: the text is read too, for bases joined by 、."""
    found = _PER.search(text)
    if found and len(cut := _cut(found[1])) > len(part.per):
        return cut
    return tuple(base for per in part.per for base in _cut(per))


def _cut(text: str) -> tuple[str, ...]:
    return tuple(base for base in _SPLIT.split(text.rstrip("。;；")) if base)


def _named_bases(name: str) -> tuple[str, ...]:
    found = _MEAN.search(name) or _EACH.search(name)
    return (found[1],) if found else ()

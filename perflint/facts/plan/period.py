"""One period of a spending plan as typed: which month it ends in, and the number that it holds."""

from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from perflint.pattern import pattern
from perflint.typography import fold, is_blank

_MONTHS = 12
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_NAMED = {"上半年": 6, "下半年": 12, "全年": 12, "年底": 12, "年末": 12, "年终": 12, "年中": 6}
_YEAR = pattern(r"^\d{4}年(?:度)?")
_LEAD = pattern(r"^(?:截至|截止到|截止|到|至)")
_TAIL = pattern(r"(?:份|底前|末前|底|末|前|止)+$")
_MONTH = pattern(r"(?:\d{1,2}月?(?:份)?[-~—–～至到])?(\d{1,2})月(?:\d{1,2}日)?")
_QUARTER = pattern(r"(?:第?[一二三四1-4](?:季度)?[-~—–～至到、])?(?:第|前)?([一二三四1-4])季度?|[Qq]([1-4])")
_NUMBER = pattern(r"([-+]?\d{1,10}(?:\.\d{1,14})?)(%|亿元|万元|千元|元|亿|万)?")


class Entry(Struct, frozen=True):
    """A period with its last month (None if the name is not known) and its number as typed (None if there is none).

    `sign` is the percent sign or the money unit that follows the number; `decimals` counts the decimals typed.
    """

    name: str
    text: str
    month: int | None
    number: Decimal | None
    sign: str
    decimals: int

    @property
    def blank(self) -> bool:
        """Whether the cell is empty."""
        return is_blank(self.text)


@lru_cache(maxsize=4096)
def read_entry(name: str, text: str) -> Entry:
    """Return a period read from its printed name and its cell."""
    found = _NUMBER.fullmatch(fold(text).replace(",", ""))
    if not found:
        return Entry(name, text, last_month(name), None, "", 0)
    return Entry(name, text, last_month(name), Decimal(found[1]), found[2] or "", len(found[1].partition(".")[2]))


@lru_cache(maxsize=1024)
def last_month(name: str) -> int | None:
    """Return the last month of a period (第二季度 is 6, 10月底 is 10), None if the name is not known."""
    plain = _LEAD.sub("", _YEAR.sub("", fold(name)))
    if plain in _NAMED:
        return _NAMED[plain]
    plain = _TAIL.sub("", plain)
    if plain in _NAMED:
        return _NAMED[plain]
    if found := _MONTH.fullmatch(plain):
        month = int(found[1])
        return month if 1 <= month <= _MONTHS else None
    if found := _QUARTER.fullmatch(plain):
        return 3 * _QUARTERS[found[1] or found[2]]
    return None


def write_number(number: Decimal, decimals: int, like: Entry) -> str:
    """Return a percentage in the style of a cell: with at least its decimals, and its percent sign if it has one."""
    exact = number.quantize(Decimal(1).scaleb(-min(decimals, 28)))
    sign = "%" if "%" in like.text else "％" if "％" in like.text else ""
    return f"{exact:f}{sign}"

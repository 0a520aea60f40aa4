"""Whether the rows of a table show a number of its goal: the same quantity, whatever its unit is called (domain: XTB010)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from perflint.facts.joined import joined
from perflint.facts.row import RowView
from perflint.facts.values.unit_named import unit_named
from perflint.quantity import Amount, Part, UnitTable, find_amounts
from perflint.typography import fold

RATE, MONEY, TIME, EXTENT, PEOPLE, COUNT = "rate", "money", "time", "extent", "people", "count"
_CLASSES = {
    "ratio": RATE, "percentage_point": RATE, "money": MONEY, "duration": TIME, "working_day": TIME,
    "area": EXTENT, "length": EXTENT, "volume": EXTENT, "mass": EXTENT, "person": PEOPLE, "person_time": PEOPLE,
}  # fmt: skip
_PEOPLE = frozenset({"人", "人次", "名", "位", "人份"})
_TIMES = {
    "月": 12, "个月": 12, "季": 4, "季度": 4, "周": 52, "星期": 52, "天": 365, "日": 365, "半年": 2, "年": 1, "年度": 1,
}  # fmt: skip
_SCALES = {"亿": Decimal(100_000_000), "万": Decimal(10_000)}
_NEAR = 100  # one part in
_EXACT = frozenset({"area", "ratio"})  # a number in one of their units is none in another: 3‰ and 3%, 100亩 and 100公顷
_TEXTS = ("name", "description", "value", "scoring", "remark", "formula")


def class_of(unit: str, dimension: str) -> str:
    """Return what a number counts: rate, money, time, extent, people or count."""
    return PEOPLE if unit in _PEOPLE else _CLASSES.get(dimension, COUNT)


def ends(part: Part) -> Iterator[Decimal]:
    """Yield the numbers of a part in its own unit, those of a part for each month and the like also for the year."""
    numbers = {end for end in (part.low, part.high) if isinstance(end, Decimal)}
    yield from numbers
    if len(part.per) == 1 and part.per[0] in _TIMES:
        yield from (number * _TIMES[part.per[0]] for number in numbers)


def is_alike(amount: Amount, part: Part) -> bool:
    """Return whether a part counts what a number of the goal does; a part without a unit may."""
    if part.per and part.per[0] not in _TIMES:
        return False  # 1.1次/册 is no number of 册 or 次
    asked = class_of(amount.unit, amount.dimension)
    same_extent = asked != EXTENT or part.dimension == amount.dimension  # a harvest in 吨 is no field in 亩
    return not part.unit or (class_of(part.unit, part.dimension) == asked and same_extent)


def _same(amount: Amount, number: Decimal, unit: str, units: UnitTable) -> bool:
    wanted = {amount.low, amount.high}
    if unit and unit != amount.unit and units.comparable(unit, amount.unit):
        converted = units.convert(number, unit, amount.unit)
        if amount.dimension in _EXACT:
            return _is_rounded(amount, converted) or _is_converted(amount, number, unit, units)
        return any(_is_rounded(amount, one) for one in (number, converted))
    return number in wanted or _is_rounded(amount, number)


def _is_converted(amount: Amount, number: Decimal, unit: str, units: UnitTable) -> bool:
    """Return whether two areas are one, rounded as either of them may be printed (1000亩, 66.67公顷)."""
    there, back = units.convert(number, unit, amount.unit), units.convert(amount.low, amount.unit, unit)
    return abs(there - amount.low) <= min(_step(amount.low) / 2, amount.low / _NEAR) or (
        abs(back - number) <= min(_step(number) / 2, number / _NEAR)
    )


def _step(number: Decimal) -> Decimal:
    """Return what the last digit of a number stands for, 1 for whole numbers."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), 0))


def _is_rounded(amount: Amount, number: Decimal) -> bool:
    """Return whether a number of the goal is that number, or it rounded to whole 万 or 亿 (86万亩 of 86.3万亩)."""
    wanted = {amount.low, amount.high}
    scale = next((size for word, size in _SCALES.items() if word in amount.printed), None)
    if number in wanted or scale is None:
        return number in wanted
    return any(end % scale == 0 and abs(number - end) * _NEAR <= end and number % scale != 0 for end in wanted)


def shows(amount: Amount, row: RowView, units: UnitTable) -> bool:
    """Return whether a row has the number, in its value or in words, of something that is counted like it."""
    own = joined(row).parts
    if row.value.first.number and not row.value.first.unit and (unit := unit_named(row)):
        printed = find_amounts(f"{row.value.first.number}{unit}", row.scope.knowledge.reader)
        if any(_same(amount, each.low, each.unit, units) for each in printed):
            return True
    if _by_kind(amount, own, units) or any(
        is_alike(amount, part) and _same(amount, end, part.unit, units) for part in own for end in ends(part)
    ):
        return True
    kind = class_of(amount.unit, amount.dimension)
    for field in _TEXTS:
        text = row.text(field)
        if amount.number[:1] and any(char.isdigit() for char in text):
            for each in find_amounts(text, row.scope.knowledge.reader):
                if class_of(each.unit, each.dimension) == kind and any(
                    _same(amount, end, each.unit, units) for end in (each.low, each.high)
                ):
                    return True
            if field != "value" and f"{fold(amount.number)}{amount.unit}" in fold(text):
                return True
    return False


def _by_kind(amount: Amount, parts: Sequence[Part], units: UnitTable) -> bool:
    """Return whether the numbers of one cell, in one unit, add up to the number (Ⅲ级36km、Ⅴ级90km of 126公里)."""
    numbers = [part.low for part in parts if isinstance(part.low, Decimal) and part.low == part.high]
    if len(numbers) < len(("two", "parts")) or len(numbers) < len(parts) or len({part.unit for part in parts}) > 1:
        return False
    return is_alike(amount, parts[0]) and _same(amount, sum(numbers, Decimal(0)), parts[0].unit, units)


def adds_up(amount: Amount, rows: Sequence[RowView], units: UnitTable) -> bool:
    """Return whether the rows that count in the number's own unit, or some that count like it in a row, add up to it."""
    kind = class_of(amount.unit, amount.dimension)
    alike: list[Decimal] = []
    exact: list[Decimal] = []
    for row in rows:
        part = joined(row).first
        number = next(iter(ends(part)), None)
        if number is None or not part.unit or class_of(part.unit, part.dimension) != kind or kind == RATE:
            continue
        alike.append(
            units.convert(number, part.unit, amount.unit) if units.comparable(part.unit, amount.unit) else number
        )
        if part.unit == amount.unit:
            exact.append(number)
    wanted = {amount.low, amount.high}
    if len(exact) > 1 and sum(exact, Decimal(0)) in wanted:
        return True
    return any(_runs_to(alike[start:], wanted) for start in range(len(alike)))


def _runs_to(numbers: Sequence[Decimal], wanted: set[Decimal]) -> bool:
    """Return whether the first two or more numbers add up to one that is wanted."""
    return any(total in wanted for total in list(accumulate(numbers))[1:])

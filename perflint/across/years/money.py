"""The money of one project in two years, and for one of its main quantity."""

from collections.abc import Sequence
from decimal import Decimal

from perflint.across.summary import Sheet
from perflint.across.years.rows import Paired, RowPair, in_unit, target
from perflint.quantity import UnitTable

_HUNDRED = Decimal(100)
_SURE, _UNSURE = Decimal(20), Decimal(5)
_SAME, _NEARLY = Decimal("0.01"), Decimal("0.05")
QUANTITY = "output.quantity"


def change(now: Sheet, then: Sheet) -> float | None:
    """Return by how many percent the budget changed, None where one is unknown or their units of money are in doubt."""
    ratio = _ratio(now, then)
    return None if ratio is None else float(round((ratio - 1) * _HUNDRED, 2))


def off_mean(now: Sheet, before: Sequence[Sheet]) -> float:
    """Return by how many percent the budget differs from the mean of those of earlier years, 0 where one is unknown."""
    ratios = [_ratio(one, now) for one in before]
    known = [ratio for ratio in ratios if ratio is not None]
    if not known or len(known) < len(ratios):
        return 0.0
    return float(round((len(known) / sum(known, Decimal(0)) - 1) * _HUNDRED, 2))


def _ratio(now: Sheet, then: Sheet) -> Decimal | None:
    ours, theirs = (sheet.total.yuan if sheet.total else None for sheet in (now, then))
    if not ours or not theirs or ours <= 0 or theirs <= 0:
        return None
    most = _SURE if is_sure(now) and is_sure(then) else _UNSURE
    return ours / theirs if 1 / most <= ours / theirs <= most else None


def is_sure(sheet: Sheet) -> bool:
    """Return whether a table says in what unit its money is."""
    return sheet.declared or bool(sheet.total and "元" in sheet.total.text)


def quantity_ratios(paired: Paired, units: UnitTable) -> list[Decimal]:
    """Return, for each quantity that both tables have, how many times the earlier one it is."""
    found = []
    for pair in paired.pairs:
        if is_quantity(pair):
            ours, theirs = target(pair.now), in_unit(target(pair.then), pair.then, pair.now, units)
            if ours and theirs and ours > 0 and theirs > 0:
                found.append(ours / theirs)
    return found


def is_quantity(pair: RowPair) -> bool:
    """Return whether a row counts the work: a quantity that is no rate."""
    return pair.now.class_id == QUANTITY and not pair.now.rate


def stands_still(paired: Paired, ratios: list[Decimal], changed: float) -> bool:
    """Return whether the same work is promised: the same quantities; beside less money, none by more than a twentieth off."""
    near = _NEARLY if changed < 0 else _SAME
    others = any(row.class_id == QUANTITY for row in (*paired.added, *paired.gone))
    return bool(ratios) and not others and all(abs(ratio - 1) <= near for ratio in ratios)


def new_quantities(paired: Paired) -> int:
    """Return how many quantities the table has that the earlier one does not."""
    return sum(row.class_id == QUANTITY for row in paired.added)


def growth(ratios: list[Decimal]) -> float:
    """Return by how many percent the quantity grew that grew most, 0 where none did."""
    return float(round((max(ratios, default=Decimal(1)) - 1) * _HUNDRED, 2))


def unit_cost_change(now: Sheet, then: Sheet, paired: Paired, ratios: list[Decimal]) -> float:
    """Return by how many percent the money for one of a quantity rose, of the quantity that grew most; 0 if unknown."""
    ratio = _ratio(now, then)
    if ratio is None or not ratios or new_quantities(paired):
        return 0.0
    return float(round((ratio / max(ratios) - 1) * _HUNDRED, 2))

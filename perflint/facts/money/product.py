"""Multiplications that a text writes out: 600人×500元/人=30万元, and formulas beside an amount (domain: BUD006, BUD009)."""

from decimal import Decimal
from functools import lru_cache

from perflint.facts.money.amounts import Amount
from perflint.facts.money.statement import Statement
from perflint.pattern import pattern
from perflint.typography import fold

_MONEY = {"亿元": 10**8, "亿": 10**8, "万元": 10**4, "千元": 10**3, "元": 1}
_FACTOR = r"(\d{1,12}(?:\.\d{1,6})?)(亿元|亿|万元|千元|元|万|%)?([^\d×xX*=＝+＋、\-()（）。；;，,\n]{0,8})"
_NEXT = pattern(r"\s*[×xX*]\s*" + _FACTOR)
_FIRST = pattern(r"(?<![\d.×xX*+\-)）/])" + _FACTOR + r"(?=\s*[×xX*]\s*\d)")
_ADDED = pattern(r"[+＋][^\d+＋，,。；;=＝]{0,14}$")  # a term of a sum: its result is the sum's
_RESULT = pattern(r"\s*[=＝]\s*(\d{1,12}(?:\.\d{1,6})?)(亿元|亿|万元|千元|元|万)(?!\s*[×xX*/])")
_MOST_FACTORS = 6
_LEAST = Decimal(100)


@lru_cache(maxsize=2048)
def read_chain(text: str, start: int = 0) -> tuple[Decimal, int] | None:
    """Return what a chain of factors at `start` comes to in 元, and where it ends; None unless one factor is money."""
    found = _FIRST.match(text, start)
    if not found:
        return None
    result, money, end = Decimal(1), 0, start
    for _ in range(_MOST_FACTORS):
        result *= Decimal(found[1]) * money_scale(found[2])
        money += found[2] in _MONEY
        end = found.end()
        if not (found := _NEXT.match(text, end)):
            break
    return (result, end) if money == 1 else None


def money_scale(unit: str | None) -> Decimal:
    """Return what a number in a unit of money is multiplied with to be in 元; a percentage is a share, and what is no money is 1."""
    if unit == "%":
        return Decimal("0.01")
    return Decimal(10_000) if unit == "万" else Decimal(_MONEY.get(unit or "", 1))


def result_slack(number: str, unit: Decimal) -> Decimal:
    """Return how far rounding may move a stated result: half of the last decimal typed; whole numbers are exact."""
    decimals = len(number.partition(".")[2])
    return max(Decimal(5).scaleb(-1 - decimals) * unit if decimals else _LEAST, _LEAST)


@lru_cache(maxsize=4096)
def wrong_products(text: str) -> tuple[Statement, ...]:
    """Return the multiplications of a text whose stated result, in money, is not what they come to."""
    if ("=" not in text and "＝" not in text) or not any(sign in text for sign in "×xX*"):
        return ()
    found = []
    for first in _FIRST.finditer(text):
        chain = read_chain(text, first.start())
        result = _RESULT.match(text, chain[1]) if chain else None
        if chain and result and not _ADDED.search(text, max(0, first.start() - 16), first.start()):
            stated = Decimal(result[1]) * money_scale(result[2])
            if abs(chain[0] - stated) > result_slack(result[1], money_scale(result[2])):
                formula = text[first.start() : chain[1]].strip()
                found.append(
                    Statement(
                        result[1] + result[2], result.start(1), result.end(), (formula,), chain[0], "元", product=True
                    )
                )
    return tuple(found)


def wrong_formula(formula: str, amount: Amount) -> Statement | None:
    """Return the formula beside an amount if it is one chain of factors that comes to something else, else None."""
    plain = fold(formula).rstrip("。;；")
    chain = read_chain(plain)
    slack = amount.slack if "." in amount.text else _LEAST
    if chain is None or chain[1] != len(plain) or abs(chain[0] - amount.yuan) <= max(slack, _LEAST):
        return None
    return Statement(amount.text, 0, len(formula), (plain,), chain[0], "元", product=True)

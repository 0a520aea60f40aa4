"""Sums of multiplications that a text writes out before 合计 or 共: 2台×35万元+20张×0.8万元，合计86万元 (domain: BUD009)."""

from decimal import Decimal
from functools import lru_cache

from perflint.facts.money.product import money_scale, read_chain, result_slack
from perflint.facts.money.statement import SAID, Statement
from perflint.pattern import pattern

_LABEL = r"(?:[（(]?\d{1,2}[)）.、．](?!\d)|[①-⑳])?[^\d，,。；;+＋=＝×xX*（(）)-]{0,14}"
_START = pattern(rf"(?:^|(?<=[。；;：:，,、\n]))\s*{_LABEL}(?=\d)")
_NEXT = pattern(rf"\s*[+＋、，,；;]\s*{_LABEL}(?=\d)")
_PLAIN = pattern(r"(\d{1,12}(?:\.\d{1,6})?)(亿元|万元|千元|元)(?=\s*(?:[+＋、，,；;。=＝]|共|合计|总计))")
# 2台×35万 before a total in money
_CUT = pattern(
    r"(\d{1,9}(?:\.\d{1,4})?)[\u4e00-\u9fff]{0,3}\s*[×xX*]\s*(\d{1,9}(?:\.\d{1,4})?)万(?=\s*(?:[+＋、，,；;。=＝]|共|合计|总计))"
)
_SAID = pattern(
    r"\s*[，,；;。]?\s*(?:共计|合计|总计|总共|共|[=＝])\s*[:：]?\s*(?:为|需要?|投入|资金|经费){0,2}\s*(\d{1,12}(?:\.\d{1,6})?)(亿元|万元|千元|元)(?!\s*[×xX*/])"
)
_BASE = pattern(r"[/每·](?:人|台|套)?[/·.]?(月|天|日|季度?|年|次|期|学期|周|晚)")
_MOST = 12


@lru_cache(maxsize=4096)
def wrong_chains(text: str) -> tuple[Statement, ...]:
    """Return the totals, in money, that the terms written out before them do not give: at least one is a multiplication."""
    if not any(sign in text for sign in "×xX*") or not (SAID.search(text) or "+" in text or "＋" in text):
        return ()
    found: list[Statement] = []
    reached = 0
    for first in _START.finditer(text):
        if first.start() >= reached and (read := _terms(text, first.end())):
            reached = read[1]
            found.extend(_judged(text, *read))
    return tuple(found)


def _terms(text: str, start: int) -> tuple[list[tuple[str, Decimal, bool]], int] | None:
    """Return the terms that follow each other from `start`, what each comes to and whether it is a product, and where they end."""
    terms: list[tuple[str, Decimal, bool]] = []
    end = start
    for _ in range(_MOST):
        term = _term(text, start)
        if term is None:
            break
        yuan, end, product = term
        terms.append((text[start:end].strip(), yuan, product))
        further = _NEXT.match(text, end)
        if not further:
            break
        start = further.end()
    return (terms, end) if terms else None


def _term(text: str, start: int) -> tuple[Decimal, int, bool] | None:
    chain = read_chain(text, start)
    if chain:
        return (*chain, True)
    if cut := _CUT.match(text, start):
        return Decimal(cut[1]) * Decimal(cut[2]) * money_scale("万元"), cut.end(), True
    plain = _PLAIN.match(text, start)
    return (Decimal(plain[1]) * money_scale(plain[2]), plain.end(), False) if plain else None


def _judged(text: str, terms: list[tuple[str, Decimal, bool]], end: int) -> list[Statement]:
    said = _SAID.match(text, end)
    products = sum(product for _, _, product in terms)
    equals = said is not None and any(sign in said[0] for sign in "=＝")
    if said is None or not products or (equals and len(terms) == 1) or not all(_is_whole(term) for term, _, _ in terms):
        return []
    unit = money_scale(said[2])
    come_to = sum((yuan for _, yuan, _ in terms), Decimal(0))
    if abs(come_to - Decimal(said[1]) * unit) <= result_slack(said[1], unit):
        return []
    items = tuple(term for term, _, _ in terms)
    return [Statement(said[1] + said[2], said.start(1), said.end(), items, come_to, "元", product=True)]


def _is_whole(term: str) -> bool:
    """Return whether each time that an amount is for (元/月) is a factor of its term too, and nothing is left open."""
    return "等" not in term and all(term.count(base) > 1 for base in _BASE.findall(term))

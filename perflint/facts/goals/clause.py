"""The clause of a number in running text: what stands before it and around it, and whether it speaks of another year."""

from perflint.pattern import pattern
from perflint.quantity import Amount
from perflint.typography import fold

DIGIT = pattern(r"[0-9０-９]")
_BREAK = pattern(r"[，,。；;、：:！!\n（(）)]")
_STOP = pattern(r"[。；;！\n]")
_SPAN = pattern(r"十[三四五六]五|[三五]年|近年")
_YEAR = pattern(r"(20\d\d)(?=年)")
_SPELLED = pattern(r"[百千万]分之|[零一二两三四五六七八九十百千]")
_BRACKET = pattern(r"[（(][^（()）]{0,40}[)）]")


def around(text: str, amount: Amount) -> tuple[str, str]:
    """Return the clause of a number up to it, and the whole clause, both folded."""
    start = max((hit.end() for hit in _BREAK.finditer(text, 0, amount.start)), default=0)
    beyond = _BRACKET.sub(lambda hit: "的" * len(hit[0]), text)  # a note on the number does not end its clause
    end = next((hit.start() for hit in _BREAK.finditer(beyond, amount.end)), len(text))
    return fold(text[start : number_start(text, amount)]), fold(text[start:end])


def number_start(text: str, amount: Amount) -> int:
    """Return where the digits of a number begin: words such as 为 and 约 belong to the number as it was read."""
    digit = DIGIT.search(text, amount.start, amount.end)
    if digit:
        return digit.start()
    spelled = _SPELLED.search(text, amount.start, amount.end)
    return spelled.start() if spelled else amount.start


def sentence(text: str, amount: Amount) -> tuple[int, int]:
    """Return where the sentence of a number begins and ends."""
    start = max((hit.end() for hit in _STOP.finditer(text, 0, amount.start)), default=0)
    stop = _STOP.search(text, amount.end)
    return start, stop.start() if stop else len(text)


def of_other_years(text: str, amount: Amount, year: int) -> bool:
    """Return whether the sentence up to a number speaks of another year than the table's, or of several years."""
    said = fold(text[sentence(text, amount)[0] : amount.start])
    return _SPAN.search(said) is not None or any(int(found) != year for found in _YEAR.findall(said))

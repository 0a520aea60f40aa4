"""Personal data in a text that is to be made public: telephone, identity and card numbers, names of persons."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from perflint.facts.vocabulary import Mark
from perflint.pattern import pattern

_NO_AMOUNT = (
    r"(?![\dA-Za-z])(?!\.\d)(?![ \u3000]?(?:[元万亿千百角吨斤度株尾粒亩升]|公[斤里顷]|平方|立方|人次|kWh|KWh|kwh|号文))"
)
_LONG_NUMBER = pattern(
    rf"(?<![\dA-Za-z.\-])(?:1[3-9]\d{{9}}|1[3-9]\d([- ])\d{{4}}\1\d{{4}}|\d{{17}}[\dXx]|\d{{16,19}}){_NO_AMOUNT}"
)
_ACCOUNT = pattern(
    r"(?:[账帐]号|[账帐]户|卡号|一卡通|存折)(?:号码?)?(?:[:：为是]|[ \u3000])*(\d(?: ?\d){9,24})(?![\dA-Za-z])"
)
_LANDLINE = pattern(
    r"(?:联系|经办|负责|填[表报]|责任)人[:：]?[ \u3000]*([\u4e00-\u9fff]{2,3})[ \u3000，,、（(;；]*"
    r"(?:(?:联系|办公)?电话|座机)?[:：]?[ \u3000]*(0\d{2,3}[-— ]?\d{7,8})(?!\d)"
)
_AMOUNT_BEFORE = pattern(r"(?:[￥¥]|金额|资金|预算|支出|收入|投资|合计|总额|共计|产值|价值)[^\d，。；]{0,4}$")
# Fewer digits together are no number of anybody; digits of every width count.
_MANY_DIGITS = pattern(r"\d(?:[- －]?\d){6}")
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９Ｘｘ－", "0123456789Xx-")
_MOBILE, _IDENTITY = 11, 18
_SHORTEST = 11  # characters of a text that may hold a number
_LATEST = 2100
_CARD_STARTS = ("62", "4", "5", "3", "9558")  # UnionPay and the international schemes
_CODE_BEFORE = pattern(r"(?:代码|编码|编号|文号|信用|条码|序列号|单号|案号|票号|合同号|项目号|项目)[^\d，。；]{0,6}$")
_PIECE = pattern(r"[^\s、，,；;/（）()：:]+")
_DUTY = pattern(
    r"^(?:负责人|联系人|经办人|责任人|主任|局长|科长|院长|校长|处长)|(?:同志|局长|主任|科长|院长|校长|处长|先生|女士)$"
)
_NAME = pattern(r"[\u4e00-\u9fff·]{2,4}")
_UNIT_TAILS = tuple("局科室处股所站队部办院委会校厂司心组镇乡村县市区园馆台社团厅署行库街道路省位")
_COMPOUND = 2


@lru_cache(maxsize=4096)
def private_numbers(text: str) -> tuple[Mark, ...]:
    """Return the mobile, identity, bank card and account numbers of a text, and landlines beside a person's name.

    Numbers that are called a code or an amount are none, nor are eighteen digits that hold no day of birth.
    """
    if len(text) < _SHORTEST or not _MANY_DIGITS.search(text):
        return ()
    plain = text.translate(_WIDE_DIGITS)
    spans = [hit.span() for hit in _LONG_NUMBER.finditer(plain) if _is_private(plain, hit.start(), hit[0])]
    spans += [hit.span(1) for hit in _ACCOUNT.finditer(plain)]
    spans += [hit.span(2) for hit in _LANDLINE.finditer(plain) if not hit[1].endswith(_UNIT_TAILS)]
    return tuple(Mark(text[start:end], start, end) for start, end in _apart(spans))


def _apart(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans in order, those that overlap an earlier one left out."""
    last = -1
    for start, end in sorted(spans):
        if start >= last:
            yield start, end
            last = end


def _is_private(text: str, start: int, number: str) -> bool:
    before = text[max(0, start - 12) : start]
    if _CODE_BEFORE.search(before) or _AMOUNT_BEFORE.search(before):
        return False
    digits = number.replace("-", "").replace(" ", "")
    if len(digits) == _MOBILE:
        return True
    if len(digits) == _IDENTITY and (_holds_birthday(digits) or digits[-1] in "Xx"):
        return _holds_birthday(digits)
    return digits.startswith(_CARD_STARTS) and _passes_luhn(digits)


def _holds_birthday(number: str) -> bool:
    """Return whether an 18-digit number has a day of birth in its place, as identity numbers have."""
    try:
        return 1900 <= dt.date(int(number[6:10]), int(number[10:12]), int(number[12:14])).year <= _LATEST  # noqa: PLR2004  # nobody is older
    except ValueError:
        return False


def _passes_luhn(number: str) -> bool:
    """Return whether the last digit of a card number checks the others (ISO/IEC 7812)."""
    total = 0
    for place, char in enumerate(reversed(number)):
        digit = int(char) * (1 + place % 2)
        total += digit - 9 if digit > 9 else digit  # noqa: PLR2004  # the sum of its two digits
    return total % 10 == 0


def kind_of(number: str) -> tuple[str, str]:
    """Return what a private number is, in both languages."""
    digits = "".join(char for char in number.translate(_WIDE_DIGITS) if char.isalnum())
    if len(digits) == _MOBILE and digits[0] == "1":
        return "手机号码", "mobile number"
    if digits.startswith("0"):
        return "联系人的电话", "telephone number of a person"
    identity = len(digits) == _IDENTITY and _holds_birthday(digits)
    return ("身份证号码", "identity number") if identity else ("银行卡号或账号", "bank card or account number")


def masked(number: str) -> str:
    """Return a number with its middle hidden, so that the finding does not publish it again."""
    return number[:3] + "*" * (len(number) - 5) + number[-2:]


@lru_cache(maxsize=4096)
def person_names(text: str, surnames: frozenset[str], *, alone: bool) -> tuple[Mark, ...]:
    """Return what looks like the name of a person in a cell that names a unit or the person in charge.

    Where a name is not expected to stand `alone`, only after a unit: 市管局 戚思国, 机电室（罗某某）.
    """
    found = []
    expected = alone
    for hit in _PIECE.finditer(text):
        name = _DUTY.sub("", hit[0])
        person = _NAME.fullmatch(name) and not name.endswith(_UNIT_TAILS) and _has_surname(name, surnames)
        if person and expected:
            start = hit.start() + hit[0].index(name)
            found.append(Mark(name, start, start + len(name)))
        expected = alone or hit[0].endswith(_UNIT_TAILS)
    return tuple(found)


def _has_surname(name: str, surnames: frozenset[str]) -> bool:
    if name[:_COMPOUND] in surnames:
        return len(name) > _COMPOUND
    return name[0] in surnames and len(name) <= len("欧阳某")

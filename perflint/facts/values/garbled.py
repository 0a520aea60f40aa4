"""Facts about numbers that were typed or converted wrongly: %=99百分比, 二100百分比, 9O%, 99..5%."""

from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL
from perflint.pattern import pattern
from perflint.typography import fold

_SIGNS = r"[≥≤><=]*"
_GARBLED = pattern(
    rf"^{_SIGNS}%{_SIGNS}\d"  # a unit before its number
    rf"|^{_SIGNS}[一二三四五六七八九]\d"  # a numeral before digits
    rf"|^{_SIGNS}(?=[A-Za-z]*[a-z])[A-Za-z]{{2,}}\d+(?:\.\d+)?%"  # letters before a percentage
    r"|\d[OoIl]+(?:\d|%)|\d[Oo]+(?=[\u4e00-\u9fff])|(?<![A-Za-z])[OoIl]+\d+(?:\.\d+)?%"  # letters for digits
    r"|\d\.\.+\d|(?<![\d.])\d{1,3}\.\d+\.\d+(?:%|$)"  # two decimal points
    r"|%\d|百分之\d+(?:\.\d+)?%|\d百分比%|\d%百分比"  # a unit within the number, or twice in two spellings
    r"|\d[?？#&@$￥]+\d"
)
_LETTER = pattern(r"\d[OoIl]+(?:\d|%)|\d[Oo]+(?=[\u4e00-\u9fff])")
_SET_TERM = pattern(r"PM2\.5|pH|COD|BOD|[A-Z]{2,}\d")


@VALUE.fact(
    "garbled",
    BOOL,
    zh="数字的写法是否混乱（%=99百分比、二100、9O%、99..5%）",
    en="whether the number is garbled (%=99百分比, 二100, 9O%, 99..5%)",
)
def garbled(row: RowView) -> bool:
    text = fold(row.text("value"))
    return bool(_GARBLED.search(text)) and not _SET_TERM.match(text.lstrip("≥≤><="))


@VALUE.fact(
    "letter_in_number",
    BOOL,
    zh="数字里是否混进了字母（9O%、1O台）",
    en="whether a letter stands in a number (9O%, 1O台)",
)
def letter_in_number(row: RowView) -> bool:
    return garbled(row) and _LETTER.search(fold(row.text("value"))) is not None

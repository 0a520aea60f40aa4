"""Facts about rows whose content belongs to another class: effects among the costs, own money among the benefits, times in place of effects."""

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, INT, STRING
from perflint.facts.wordlist import first_word
from perflint.pattern import pattern
from perflint.quantity import Day, Kind
from perflint.typography import fold

_NOT_LESS = pattern(r"[不无未没]|减少|降低|下降|减轻|控制|较小|很小|轻微|可控|避免|杜绝|防止|最低|偏低|较低|节约")
_FUNDS = pattern(
    r"(?:(?:中央|上级|省级|市级|县级|区级|本级|年度|本年|当年|专项|项目|总|各级|财政|预算|资金|经费)*(?:财政|预算|资金|经费|项目)(?:资金|经费)?"
    r"(?:总?投入|总?投资|支出|安排|下达|拨付|拨款|总额|额度|金额|使用)(?:资金|经费|总额|额|金额|数|数额|量)?"
    r"|(?:投入|安排|下达|拨付|支出|使用)(?:财政|预算|项目|专项)*(?:资金|经费)(?:总额|额|金额|数|数额)?"
    r"|(?:项目)?总投资额?|投资总额|(?:年度)?预算(?:金额|总额|数))"
)


@INDICATOR.fact(
    "good_told",
    STRING,
    zh="名称里说好处的词（词表 measures.gains）；名称说到负担（measures.burdens），或名称、指标值说到减少、控制、没有时为空",
    en="word of the name for a good (measures.gains); empty where it tells a burden (measures.burdens) or a lessening, or the value does",
)
def good_told(row: RowView) -> str:
    words = row.scope.knowledge.lexicon.words
    name, value = plain_name(row.text("name")), fold(row.text("value"))
    if first_word(name, words("measures.burdens")) or _NOT_LESS.search(name) or _NOT_LESS.search(value):
        return ""
    return first_word(name, words("measures.gains"))


@INDICATOR.fact(
    "own_funds",
    BOOL,
    zh="名称是否只是本项目自己的投入（财政资金投入、项目总投资）：整个名称由“哪一级、什么钱”和“投入、安排、支出、总额”一类的词组成",
    en="whether the name is only the money that the project takes (财政资金投入): made of words for whose money, taking it, and a sum",
)
def own_funds(row: RowView) -> bool:
    return _FUNDS.fullmatch(plain_name(row.text("name"))) is not None


@VALUE.fact(
    "one_time",
    BOOL,
    zh="指标值是否只是一个时间（期限、时段或起止日期，写有数字），没有别的内容",
    en="whether the value is one time in figures (a deadline, a period, from … to …) and nothing else",
)
def one_time(row: RowView) -> bool:
    value = row.value
    if value.kind not in _TIMES or value.residue or len(value.parts) != 1 or not _HAS_DIGIT.search(row.text("value")):
        return False
    return isinstance(_last(row), Day)


@VALUE.fact(
    "ends_in",
    INT,
    zh="指标值中的时间止于哪一年，没有写年份按预算年度，不是时间为 0",
    en="year in which the time of the value ends, the budget year where it names none; 0 for what is no time",
)
def ends_in(row: RowView) -> int:
    return _year(_last(row), row.scope.year)


@VALUE.fact(
    "starts_in",
    INT,
    zh="指标值中的时间始于哪一年，没有写按止于的那一年",
    en="year in which the time of the value starts, that in which it ends where it names none",
)
def starts_in(row: RowView) -> int:
    return _year(row.value.low, ends_in(row)) or ends_in(row)


def _last(row: RowView) -> object:
    return row.value.high if row.value.high is not None else row.value.low


def _year(day: object, otherwise: int) -> int:
    """Return the year of a day, 0 for what is no day."""
    if not isinstance(day, Day):
        return 0
    return day.year if day.year is not None else otherwise


_HAS_DIGIT = pattern(r"\d")
_TIMES = frozenset({Kind.DEADLINE, Kind.PERIOD, Kind.DATE_RANGE})


@VALUE.fact(
    "ends_month",
    INT,
    zh="指标值中的时间止于几月（每月几日一类和不是时间的为 0）",
    en="month in which the time of the value ends; 0 for a day of every month and for what is no time",
)
def ends_month(row: RowView) -> int:
    day = _last(row)
    return (day.month or 0) if isinstance(day, Day) else 0

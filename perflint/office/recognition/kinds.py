"""Which texts can be values of a field: an amount of money is no agency, words are no amount."""

from perflint.pattern import pattern
from perflint.typography import fold

_AMOUNT = pattern(r"[\d.,，]+(?:万|亿)?元?|[￥¥][\d.,]+")
_DATE = pattern(r"(?:19|20)\d\d(?:年|[-./]\d).*")
_COUNT = pattern(r"\d[\d.,]*(?:万|亿|[\u4e00-\u9fff]|%|平方米|公里)?")
_ORGAN = pattern(
    r"(?:局|厅|委|部|办|院|校|中心|政府|本级|机关|会|所|站|队|处|馆|园|场|公司|社|团|学|室|庭|镇|乡|街道|县|市|区|旗|州|科|段|库|台|厂|行|组|党委|总队)"
    r"(?:[（(].*[)）])?$"
)
_REGION = pattern(r"^[\u4e00-\u9fff]{1,8}(?:镇|乡|街道|县|区|市|旗|州|盟|办事处|林场|农场)(?:本级)?$")
_GOAL = 8
_SHAPES = {
    "year": pattern(r"20\d\d(?:年度?)?"), "phone": pattern(r"[\d+()、/-]{7,40}"), "project.code": pattern(r"[0-9A-Za-z-]{6,40}"),
    "project.attribute": pattern(r"(?:新增|延续|持续)性?(?:项目)?"), "project.term": pattern(r"(?:一次|经常|常年|长期)性?(?:项目)?"),
    "currency_unit": pattern(r"(?:人民币)?[亿千百万]?元"),
}  # fmt: skip
_NOTHING = frozenset({"/", "-", "—", "——", "--", "无", "零", "×", "*", "**"})
_PROSE = frozenset({"project.purpose", "project.basis", "duties", "measures", "goals.annual", "goals.midterm"})
_SHORT, _LONGEST_NAME = 3, 60
_PARTIES = frozenset({"agency", "supervisor", "implementer", "agency.name", "supervisor.name"})
_PEOPLE = frozenset({"responsible", "x-filled-by", "x-signed-by"})
_TIMES = frozenset({"project.period.start", "project.period.end"})
_CHOICES = frozenset({"project.attribute", "project.term", "project.category", "project.policy_type"})
_ANSWERS = frozenset({"是", "否", "有", "无"})
_DIGITS = pattern(r"[\d一二三四五六七八九十]")
_YEAR = pattern(r"20[\d*xXnN]{2}|[\d]{2}年")
_UNIT = pattern(r"(?:人民币)?[:：]?(?:亿|千|百|万)?元")
_CODE = pattern(r"[\w./-]+")


def is_unit_name(text: str) -> bool:
    """Return whether a text ends as the name of an office, school or company does."""
    return _ORGAN.search(fold(text)) is not None


def is_region(text: str) -> bool:
    """Return whether a text is the name of a town, a county, a city."""
    return _REGION.match(fold(text)) is not None


def is_quantity(text: str) -> bool:
    """Return whether a text is an amount, a date or a number with its counter."""
    words = fold(text)
    return any(kind.fullmatch(words) for kind in (_AMOUNT, _DATE, _COUNT))


def confirms(field: str, text: str) -> bool:
    """Return whether a text says by its kind that it is the value of a field: an amount, a date, the name of an office."""
    words = fold(text)
    if field.startswith("budget."):
        return bool(_AMOUNT.fullmatch(words))
    if field in _TIMES or field == "project.period":
        return bool(_DATE.fullmatch(words))
    if field.startswith("goals."):
        return len(words) >= _GOAL and any(mark in text for mark in "。；;，,%％") and not is_quantity(text)
    kind = _SHAPES.get(field)
    if kind is not None:
        return bool(kind.fullmatch(words))
    return field in _PARTIES and is_unit_name(text) and not is_quantity(text)


def suits(field: str, text: str) -> bool:  # noqa: C901, PLR0911  # one line for each kind of field
    """Return whether a text can be the value of a field."""
    words = fold(text)
    if field.startswith(("budget.x-", "project.x-")):
        return True
    if field.startswith(("budget.", "execution.")):
        return words in _NOTHING or (any(char.isdigit() for char in words) and "。" not in words)
    if field in _PARTIES or field in _PEOPLE:
        return not is_quantity(text)
    if field in _PROSE:
        return not _AMOUNT.fullmatch(words)
    if field in _TIMES:
        return len(words) <= _SHORT or bool(_DIGITS.search(words))
    if field == "year":
        return bool(_YEAR.search(words))
    if field == "currency_unit":
        return bool(_UNIT.fullmatch(words.strip("()")))
    if field in _CHOICES:
        return words not in _ANSWERS
    if field.endswith(".code"):
        return words[:1].isdigit() or len(words) <= _SHORT or bool(_CODE.fullmatch(words))
    return True

"""Facts about the project code: whether it has a known pattern, and the year in it (domain: §1.3; it has no checksum)."""

import re
from functools import lru_cache

from perflint.facts.structure.table import TABLE
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, INT, STRING
from perflint.pattern import pattern
from perflint.typography import fold

# The two-digit year after a division code (21 characters), or after an agency code and a letter (15 characters).
_LONG = pattern(r"\d{6}(?P<year>\d{2})[A-Z][0-9A-Z]{12}")
_SHORT = pattern(r"\d{6}[A-Z](?P<year>\d{2})[A-Z]{2}\d{4}")
_CENTURY = 2000


@lru_cache(maxsize=64)
def _pattern(text: str) -> re.Pattern[str]:
    """Return a pattern of the settings; one that is no regular expression stands for itself."""
    try:
        return re.compile(text)
    except re.error:
        return re.compile(re.escape(text))


@TABLE.fact("code", STRING, zh="项目编码", en="the project code")
def code(view: TableView) -> str:
    return fold(view.text("project.code"))


@TABLE.fact("code_length", INT, zh="项目编码的位数", en="number of characters of the project code")
def code_length(view: TableView) -> int:
    return len(code(view))


@TABLE.fact(
    "code_odd",
    BOOL,
    zh="项目编码是否不合任何一种已知格式（空白不算）",
    en="whether the project code fits no known pattern (a blank one does not count)",
)
def code_odd(view: TableView) -> bool:
    typed = code(view)
    patterns = view.scope.settings["code.patterns"]
    if not typed or not isinstance(patterns, tuple):
        return False
    return not any(_pattern(str(pattern)).fullmatch(typed) for pattern in patterns)


@TABLE.fact(
    "code_year", INT, zh="项目编码里的年份，读不出为 0", en="the year in the project code, 0 where none is read"
)
def code_year(view: TableView) -> int:
    typed = code(view)
    found = _LONG.fullmatch(typed) or _SHORT.fullmatch(typed)
    return _CENTURY + int(found["year"]) if found else 0


@TABLE.fact(
    "code_late",
    BOOL,
    zh="项目编码里的年份是否晚于预算年度",
    en="whether the year in the project code is later than the budget year",
)
def code_late(view: TableView) -> bool:
    return view.scope.year > 0 and code_year(view) > view.scope.year

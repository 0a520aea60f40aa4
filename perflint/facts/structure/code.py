"""Facts about the project code: the patterns that it fits, and the year in it (domain: §1.3; it has no checksum)."""

import re
from functools import lru_cache

from perflint.facts.structure.table import TABLE
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import INT, STRING, STRINGS
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
    "code_fits",
    STRINGS,
    zh="项目编码符合设置 code.patterns 中的哪些格式",
    en="the patterns of the setting code.patterns that the project code fits as a whole",
)
def code_fits(view: TableView) -> tuple[str, ...]:
    typed = code(view)
    patterns = view.scope.settings["code.patterns"]
    every = patterns if isinstance(patterns, tuple) else ()
    return tuple(str(pattern) for pattern in every if _pattern(str(pattern)).fullmatch(typed))


@TABLE.fact(
    "code_year", INT, zh="项目编码里的年份，读不出为 0", en="the year in the project code, 0 where none is read"
)
def code_year(view: TableView) -> int:
    typed = code(view)
    found = _LONG.fullmatch(typed) or _SHORT.fullmatch(typed)
    return _CENTURY + int(found["year"]) if found else 0

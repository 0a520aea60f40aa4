"""Facts about the time of a whole table: its deadlines, its term, the time in its annual goal (domain: DAT011 to DAT013)."""

from perflint.facts.dates.due import at_year_end
from perflint.facts.structure.table import TABLE
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, INT, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_YEAR = pattern(r"20\d{2}")
_LONG_PROJECT = 3
_LONG = ("长期", "中长期", "每年", "逐年", "常年")
_HAN = "[一二三四五六七八九十两]{1,3}"
_NUMBER = pattern(rf"\d+|{_HAN}(?:次|项|个|家|批|%)|百分之|全部|全覆盖")
_TIME = pattern(rf"{_HAN}(?:年|个月|季度|天)|年底|年内|全年|每[年月季周日]")


@TABLE.fact("term", STRING, zh="项目期限，照录", en="the term of the project as typed")
def term(view: TableView) -> str:
    return view.text("project.term").strip()


@TABLE.fact(
    "lasting",
    STRING,
    zh="一次性项目里表示长期的内容（中长期目标、“长期”），没有为空",
    en="what lasts in a project of one time: a mid-term goal, or 长期 in a time target; empty if nothing",
)
def lasting(view: TableView) -> str:
    if view.filled("goals.midterm.text") and view.filled("goals.annual") and not _runs_over_years(view):
        return "中长期目标"
    for _, row in view.filled_rows:
        value = fold(row.text("value"))
        if row.class_id == "output.time" and any(value.startswith(word) for word in _LONG):
            return row.text("value").strip()
    return ""


def _runs_over_years(view: TableView) -> bool:
    """Return whether the project says that it is done over two or three years: its mid-term goal is its end."""
    for start, end in (("goals.midterm.from", "goals.midterm.to"), ("project.period.start", "project.period.end")):
        first, last = (_YEAR.search(fold(view.text(field))) for field in (start, end))
        if first and last and 0 < int(last[0]) - int(first[0]) < _LONG_PROJECT:
            return True
    return False


def _timed(view: TableView) -> list[str]:
    return [row.text("value") for _, row in view.filled_rows if row.class_id == "output.time"]


@TABLE.fact("time_rows", INT, zh="时效指标的行数", en="number of time targets")
def time_rows(view: TableView) -> int:
    return len(_timed(view))


@TABLE.fact(
    "only_year_end", BOOL, zh="时效指标是否全是年底完成", en="whether every time target is due at the end of the year"
)
def only_year_end(view: TableView) -> bool:
    values = _timed(view)
    return bool(values) and all(at_year_end(value) for value in values)


@TABLE.fact(
    "goal_number",
    STRING,
    zh="年度目标里的第一个数、量，没有为空",
    en="the first number in the annual goal, empty if none",
)
def goal_number(view: TableView) -> str:
    found = _NUMBER.search(fold(view.text("goals.annual")))
    return found[0] if found else ""


@TABLE.fact(
    "goal_time",
    STRING,
    zh="年度目标里第一个说时间的词，没有为空",
    en="the first word of time in the annual goal, empty if none",
)
def goal_time(view: TableView) -> str:
    found = _TIME.search(fold(view.text("goals.annual")))
    return found[0] if found else ""

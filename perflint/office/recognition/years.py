"""Columns of several years: the target is the budget year's, those before it are history."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from perflint.office.recognition.columns import Heading
from perflint.pattern import pattern
from perflint.typography import fold

if TYPE_CHECKING:
    import re

_YEAR = pattern(r"(20\d\d)年?")
_DONE = pattern(r"实际|完成|实绩|决算|执行")
_PLANNED = pattern(r"预期|预计|计划|目标|指标值|设定")
_TERM = pattern(r"周期|实施期|中期|长期|总|项目期|三年")
_OWN_YEAR = pattern(r"年度|当年|本年|全年|20\d\d年")
_OPENING = frozenset({"level1", "level2", "name"})
_DATED = frozenset({"value", "actual", "standard.planned", "history.last_year"})
_BEFORE = {1: "history.last_year", 2: "history.year_before_last"}


def by_year(found: Sequence[Heading], year: str) -> list[Heading]:
    """Return headings with the columns of other years than the table's as history; `year` is the table's where it is known."""
    years = {index: match[1] for index, one in enumerate(found) if (match := _year_of(one))}
    targets = [value for index, value in years.items() if not _DONE.search(fold(found[index].cell.text))]
    if not years or (len(years) == 1 and not year and not targets):
        return _without_own(found, years)
    mine = int(year) if year in years.values() else _next(targets or list(years.values()), years.values())
    return [
        one._replace(field=_field(one, int(years[index]), mine, found)) if index in years else one
        for index, one in enumerate(found)
    ]


def _next(targets: Sequence[str], years: Iterable[str]) -> int:
    """Return the year of the table by its columns: the first target behind the years that are done, else the last."""
    done = set(years) - set(targets)
    behind = [year for year in targets if done and year > max(done)]
    return int(min(behind) if behind else max(targets))


def one_target(found: Sequence[Heading]) -> list[Heading]:
    """Return headings with one target in each half of a form: the year's, where one of the whole term stands beside it."""
    kept: list[Heading] = []
    start = 0
    for one in found:
        before = next((place for place in range(start, len(kept)) if kept[place].field == "value"), None)
        if one.field in _OPENING and before is not None:
            start = len(kept)
        elif one.field == "value" and before is not None and one.region == kept[before].region:
            better = _rank(one) > _rank(kept[before])
            kept[before], one = (_aside(kept[before]), one) if better else (kept[before], _aside(one))  # noqa: PLW2901
        kept.append(one)
    return kept


def _rank(one: Heading) -> int:
    words = fold(one.cell.text)
    return 0 if _TERM.search(words) else 2 if _OWN_YEAR.search(words) else 1


def _aside(one: Heading) -> Heading:
    return one._replace(field=f"x-{fold(one.cell.text)}")


def _without_own(found: Sequence[Heading], years: dict[int, str]) -> list[Heading]:
    """Return headings as they are, but one dated column beside a target without a date is history, not the result."""
    return [
        one._replace(field="history.last_year")
        if index in years and one.field == "actual" and _has_target(found)
        else one
        for index, one in enumerate(found)
    ]


def _has_target(found: Sequence[Heading]) -> bool:
    return any(one.field == "value" for one in found) and not any(one.field in {"score", "weight"} for one in found)


def _year_of(heading: Heading) -> "re.Match[str] | None":
    return _YEAR.search(fold(heading.cell.text)) if heading.field in _DATED else None


def _field(heading: Heading, year: int, mine: int, found: Sequence[Heading]) -> str:
    if year == mine:
        others = [one for one in found if one is not heading and one.field == "value"]
        return (
            "actual"
            if _DONE.search(fold(heading.cell.text)) and not _PLANNED.search(fold(heading.cell.text)) and others
            else "value"
        )
    return _BEFORE.get(mine - year, f"x-{fold(heading.cell.text)}")

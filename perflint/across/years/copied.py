"""What a table still says as it did last year: nearly all of it, or texts whose year was left standing."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from perflint.across.case import Case, Entry, mentions
from perflint.across.facts.table_history import TableHistoryView
from perflint.across.summary import Note, Sheet
from perflint.across.years.matching import Former
from perflint.across.years.rows import Paired
from perflint.pattern import pattern
from perflint.typography import essence, fold

_FEWEST = 4
_TITLES = pattern(r"《[^》]{0,80}》|[〔\[(（]20\d\d[〕\])）]|20\d\d[-—~至]20\d\d年?")
_YEAR = pattern(r"(?<!\d)(20\d\d)年")
_OWN = pattern(
    r"^(?:主要|专项)?(?:用于|安排)?20\d\d年度?(?:[^,，。;；]{0,24}?)(?:计划|预算|安排|任务|要点|目标|工作|方案|支出|经费|费用)"
)
_FIGURES = pattern(
    r"20\d\d年(?:度|底|末)?[^,，。;；]{0,24}?(?:结果|统计|实际|完成|检测|调查|数据|监测|测评|评价|达到?|为)[^,，。;；]{0,12}?\d"
)
_LASTING = pattern(r"普查|规划|五年|基期|基数|基准|以来|年度?起|修订|启动|建成|竣工")
_GOAL, _PURPOSE = "goals.annual", "project.purpose"


class Stale(NamedTuple):
    """A text that was copied from last year, the year in it, and why that is out of date."""

    note: Note
    year: int
    kind: str


def copied_case(
    entry: Entry, share: float, formers: Mapping[int, Former], paired: Mapping[int, Paired]
) -> Iterator[Case]:
    """Yield a table of which nearly all was so in the years before; `share` is what counts as nearly all, in percent."""
    shares: list[float] = []
    for back in range(1, len(formers) + 1):
        if back not in formers:
            break
        found = _share(entry.sheet, formers[back].table.sheet, paired[back])
        if found < share:
            break
        shares.append(found)
    if shares:
        last = formers[len(shares)]
        view = TableHistoryView(
            name=entry.title, year=last.year, table=last.table.title, copied_years=len(shares), copied_share=round(shares[0], 1),
            first_copied=last.year,
        )  # fmt: skip
        place = entry.sheet.note(_GOAL)
        yield Case("table_history", entry, view, place, mentions((formers[1].table, last.table), _GOAL))


def _share(now: Sheet, then: Sheet, paired: Paired) -> float:
    """Return which percentage of the rows stand as they stood, 0 where the goal does not."""
    if min(len(now.rows), len(then.rows)) < _FEWEST or _plain_goal(now) != _plain_goal(then):
        return 0.0
    same = sum(_undated(pair.now.value) == _undated(pair.then.value) for pair in paired.pairs)
    return 100 * same / max(len(now.rows), len(then.rows))


def _plain_goal(sheet: Sheet) -> str:
    note = sheet.notes.get(_GOAL)
    return _undated(note) if note else ""


def _undated(note: Note) -> str:
    """Return a text without its years: a deadline that moved on with the year has not changed."""
    return essence(_YEAR.sub("", fold(note.text)))


def stale_case(entry: Entry, last: Former, paired: Paired) -> Iterator[Case]:
    """Yield the first text whose year was left standing, and how many there are."""
    found = [*_in_rows(paired, last.year), *_in_texts(entry.sheet, last.table.sheet, last.year)]
    if found:
        first = found[0]
        view = TableHistoryView(
            name=entry.title, year=last.year, table=last.table.title, stale_text=first.note.text[:60], stale_year=first.year,
            stale_kind=first.kind, stale_cells=len(found),
        )  # fmt: skip
        yield Case("table_history", entry, view, first.note, mentions((last.table,), _GOAL))


def _in_rows(paired: Paired, last: int) -> Iterator[Stale]:
    for pair in paired.pairs:
        before = {essence(note.text) for note in pair.then.years.dated}
        for note in pair.now.years.dated:
            if essence(note.text) in before:
                yield from _stale(note, last, figures=True)


def _in_texts(now: Sheet, then: Sheet, last: int) -> Iterator[Stale]:
    for field in (_GOAL, _PURPOSE):
        ours, theirs = now.notes.get(field), then.notes.get(field)
        if ours and theirs and essence(ours.text) == essence(theirs.text):
            yield from _stale(ours, last, figures=False)


def _stale(note: Note, last: int, *, figures: bool) -> Iterator[Stale]:
    """Yield a text that stands as it stood last year, if it speaks of that year as its own, or gives data of an older one."""
    text = _TITLES.sub("", fold(note.text))
    years = [int(year) for year in _YEAR.findall(text)]
    if not years or _LASTING.search(text):
        return
    if max(years) == last and _OWN.search(text):
        yield Stale(note, last, "own")
    elif figures and max(years) < last and _FIGURES.search(text):
        yield Stale(note, max(years), "figures")

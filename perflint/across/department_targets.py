"""The department's own targets and tasks against those of its projects (domain: §3.11, XTB007 to XTB009, XTB018)."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice

from perflint.across.case import Case, Entry, Mention, Surroundings, mentions
from perflint.across.facts.department_target import DepartmentTargetView, DepartmentTaskView
from perflint.across.facts.member import MemberView
from perflint.across.same_indicators import RELATED, Standing, names_agency, standings
from perflint.across.summary import Note
from perflint.facts.likeness import overlapping
from perflint.facts.money.amounts import Amount, ten_thousands, tolerance
from perflint.facts.money.outlay import Outlay
from perflint.pattern import pattern
from perflint.typography import essence, fold

_SATISFIED = pattern(r"(?P<who>.{1,12}?)对(?P<what>.{2,30}?)的?(?:满意度|满意率|认可度)$")
_TAIL = pattern(r"(?:指标|数量|个数|数)$")
_BARE = pattern(r"(?:满意度|满意率|认可度)$")
_LOOSE = Decimal(5)  # points by which a rate may differ whose name does not say of what it is
_SPECIFIC = 6
_QUANTITY = "output.quantity"
_MOST = 20
_PAIR = 2
Terms = list[Standing]
Tasks = dict[str, tuple[Entry, Outlay, Note]]


def compare_targets(group: Sequence[Entry], around: Surroundings) -> Iterator[Case]:
    """Yield each target of a department that projects have too with another number, or with a higher sum."""
    own = [entry for entry in group if entry.member.table.kind == "department"]
    projects = [entry for entry in group if entry.project]
    if not own or not projects:
        return
    named: dict[tuple[str, str], Terms] = {}
    asked: dict[tuple[str, str], Terms] = {}
    for standing in standings(projects):
        if standing.row.single:
            named.setdefault(_measure(standing), []).append(standing)
            if found := _SATISFIED.match(standing.row.name):
                asked.setdefault((found["who"], standing.row.unit), []).append(standing)
    for standing in standings(own):
        if standing.row.single:
            same = named.get(_measure(standing), []) or _same_people(standing, asked)
            if same:
                yield from _against(standing, same, around)


def _measure(standing: Standing) -> tuple[str, str]:
    return _TAIL.sub("", essence(standing.row.name)), standing.row.unit


def _same_people(standing: Standing, asked: Mapping[tuple[str, str], Terms]) -> Terms:
    """Return the rows that ask the same people for their satisfaction with the same matter, in other words."""
    found = _SATISFIED.match(standing.row.name)
    if not found:
        return []
    others = asked.get((found["who"], standing.row.unit), ())
    return [other for other in others if overlapping(_matter(other.row.name), found["what"], ())]


def _matter(name: str) -> str:
    found = _SATISFIED.match(name)
    return found["what"] if found else ""


def _against(standing: Standing, same: Terms, around: Surroundings) -> Iterator[Case]:
    row = standing.row
    if row.class_id.endswith("cost") or row.class_id.startswith("cost"):
        return
    if names_agency(row.name, around.lexicon):  # XTB001 speaks where the classes agree
        same = [other for other in same if other.row.class_id != row.class_id]
    ratio = _is_ratio(standing)
    generic = row.name in around.lexicon.words("words.generic_names") or (ratio and _is_common(standing))
    weaker = [other for other in same if _weaker(standing, other)]
    if ratio:
        beside = weaker or ([] if generic else [other for other in same if other.number != standing.number] or same)
    else:
        beside = weaker if row.class_id in {"", _QUANTITY} and not generic else []
    if beside:
        yield _case(standing, beside, weaker=bool(weaker))
    elif same and not ratio and not generic:
        yield from _summed(standing, same)


def _is_common(standing: Standing) -> bool:
    """Return whether a rate's name does not say of what it is (任务完成率, 群众满意度): projects measure different things."""
    name = standing.row.name
    return len(name) < _SPECIFIC or (_BARE.search(name) is not None and "对" not in name)


def _is_ratio(standing: Standing) -> bool:
    """Return whether a number cannot be summed: a rate, or so many of one for each of another."""
    return standing.row.rate or "/" in standing.row.unit


def _weaker(standing: Standing, other: Standing) -> bool:
    """Return whether a department asks for less than one project: less of what is good, more of what is bad."""
    if standing.row.direction == "negative" or standing.op in {"<=", "<"}:
        return _is_ratio(standing) and other.op not in {">=", ">"} and standing.number > other.number
    least = _LOOSE if standing.row.rate and _is_common(standing) else Decimal(0)
    return other.op not in {"<=", "<"} and other.number - standing.number > least


def _case(standing: Standing, others: Terms, *, weaker: bool, total: Decimal | None = None) -> Case:
    best = max(others, key=lambda other: abs(other.number - standing.number))
    view = DepartmentTargetView(
        name=standing.row.name, value=standing.row.value.text, other_value=best.row.value.text,
        other_table=best.entry.title, projects=len(others), weaker=weaker,
        number=float(standing.number), other_number=float(best.number if total is None else total),
        summed=0 if total is None else len(others),
        total="" if total is None else f"{total.normalize():f}{standing.row.unit}",
    )  # fmt: skip
    cells = tuple(
        Mention(other.entry, other.row.value) for other in [best, *(o for o in others if o is not best)][:RELATED]
    )
    amounts = [best] if total is None else others
    summands = tuple(f"{other.number.normalize():f}{other.row.unit}" for other in amounts)
    return Case(
        "department_target", standing.entry, view, standing.row.value, cells, standing.row.name, summands=summands
    )


def _summed(standing: Standing, same: Terms) -> Iterator[Case]:
    """Yield a quantity of the department with the sum of its projects', where it asks for a quantity to be reached."""
    if standing.row.class_id not in {"", _QUANTITY} or standing.op in {"<=", "<"} or len(same) < _PAIR:
        return
    if any(other.op in {"<=", "<"} for other in same):
        return
    total = sum((other.number for other in same), Decimal(0))
    yield _case(standing, same, weaker=False, total=total)


def compare_tasks(group: Sequence[Entry]) -> Iterator[Case]:
    """Yield the tasks of a department with the sum of the projects that name them, and the projects with the tasks."""
    tasks: Tasks = {}
    for entry in group:
        if entry.member.table.kind == "department":
            for outlay, note in entry.sheet.outlays:
                tasks.setdefault(essence(outlay.name), (entry, outlay, note))
    projects = [entry for entry in group if entry.project]
    if not tasks or not any("project.task" in entry.sheet.notes for entry in projects):
        return
    served: dict[str, list[Entry]] = {}
    for entry in projects:
        yield _naming(entry, tasks)
        name = _task_named(entry)
        if name in tasks:
            served.setdefault(name, []).append(entry)
    for name, entries in served.items():
        yield from _task(*tasks[name], entries)


def _task_named(entry: Entry) -> str:
    return essence(entry.sheet.notes["project.task"].text) if "project.task" in entry.sheet.notes else ""


def _naming(entry: Entry, tasks: Tasks) -> Case:
    field = "project.task" if "project.task" in entry.sheet.notes else "project.name"
    first = list(islice(tasks.values(), RELATED))
    view = MemberView(
        name=entry.member.table.name, task=entry.sheet.notes[field].text if field == "project.task" else "",
        tasks="、".join(outlay.name for _, outlay, _ in first), plain_task=_task_named(entry), plain_tasks=tuple(tasks),
    )  # fmt: skip
    cells = tuple(Mention(owner, note) for owner, _, note in first)
    return Case("member", entry, view, entry.sheet.note(field), cells)


def _task(owner: Entry, outlay: Outlay, note: Note, entries: Sequence[Entry]) -> Iterator[Case]:
    totals = [entry.sheet.total for entry in entries]
    known = [total for total in totals if total is not None and total.yuan is not None]
    if outlay.yuan is None or len(known) < len(entries):
        return
    amounts = [Amount(each.yuan or Decimal(0), each.slack, each.text, "") for each in (outlay, *known)]
    total = sum((amount.yuan for amount in amounts[1:]), Decimal(0))
    view = DepartmentTaskView(
        name=outlay.name, total=ten_thousands(outlay.yuan), sum=ten_thousands(total), projects=len(entries),
        difference=float(total - outlay.yuan), tolerance=float(tolerance(amounts)),
        terms=" + ".join(f"{fold(entry.title)} {ten_thousands(amount.yuan)}" for entry, amount in zip(entries[:_MOST], amounts[1:], strict=False)),
    )  # fmt: skip
    summands = tuple(str(amount.yuan.normalize()) for amount in amounts[1:])
    yield Case("department_task", owner, view, note, mentions(entries, "budget.total"), summands=summands)

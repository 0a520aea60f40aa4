"""Tables with what others of their agency have in common with them: codes, names, years, currencies, profiles, plans."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from perflint.across.case import MOST, Case, Entry, Surroundings, each_with_others, grouped, mentions
from perflint.across.facts.member import MemberView
from perflint.across.summary import Member
from perflint.pattern import pattern
from perflint.typography import fold

_USUAL = 2
_PAIR = 2
_SURE = {"元", "万元", "千元", "亿元"}
_SUFFIX = pattern(r"(?<=[\u4e00-\u9fa5)）])(?:[fF]|[1-9]|[(（][一二三四五六七八九1-9][)）])$")
_SHORTEST_NAME = 4


def compare_heads(group: Sequence[Entry], around: Surroundings) -> Iterator[Case]:
    """Yield what the tables of one agency and year have in common, or should have, in the cells above their rows."""
    del around
    for find in (_same_code, _same_name, _split_names, _mixed_currencies, _mixed_profiles, _shared_plans):
        yield from find(group)


def _same_code(group: Sequence[Entry]) -> Iterator[Case]:
    for code, same in grouped((entry for entry in group if entry.code), lambda entry: entry.code):
        if is_one_project(same):
            view = MemberView(
                code=code,
                other_code=code,
                other_code_table=PurePosixPath(same[0].member.path).name,
                same_project=True,
                stage=same[0].member.stage,
            )
            kept = mentions(same[:-1], "project.code")
            yield Case("member", same[-1], view, same[-1].sheet.note("project.code"), kept[:MOST])
            continue
        for entry, others in _later("project.code", same, each_with_others(same)):
            view = MemberView(code=code, other_code=others[0].code, other_code_table=others[0].title)
            yield Case("member", entry, view, entry.sheet.note("project.code"), mentions(others, "project.code"))


def _later(
    field: str, same: Sequence[Entry], pairs: Iterable[tuple[Entry, list[Entry]]]
) -> Iterator[tuple[Entry, list[Entry]]]:
    """Yield what is alike with the others of it, but for the one that comes first: a fault is told once, with that beside it."""
    first = min(same, key=lambda entry: (entry.member.path, entry.sheet.note(field).start))
    for entry, others in pairs:
        if entry is not first:
            yield entry, sorted(others, key=lambda other: other is not first)


def is_one_project(same: Sequence[Entry]) -> bool:
    """Return whether several tables under one code are one project that is kept twice: they have one name too."""
    return len(same) > 1 and all(entry.project for entry in same) and len({entry.name for entry in same} - {""}) == 1


def one_of_each(group: Sequence[Entry]) -> list[Entry]:
    """Return the tables of a group, of one project that is kept several times only the last: it is not compared with itself."""
    twice = [
        same for _, same in grouped((e for e in group if e.code), lambda entry: entry.code) if is_one_project(same)
    ]
    left_out = {id(entry) for same in twice for entry in same[:-1]}
    return [entry for entry in group if id(entry) not in left_out]


def _same_name(group: Sequence[Entry]) -> Iterator[Case]:
    coded = [entry for entry in group if entry.code and entry.name and entry.project]
    for _, same in grouped(coded, lambda entry: entry.name):
        for entry, others in _later("project.name", same, each_with_others(same, lambda entry: entry.code)):
            other = others[0]
            view = MemberView(
                name=entry.member.table.name, other_name=other.member.table.name, plain_name=entry.name,
                other_plain_name=other.name, code=entry.code, other_code=other.code,
            )  # fmt: skip
            yield Case("member", entry, view, entry.sheet.note("project.name"), mentions(others, "project.name"))


def _split_names(group: Sequence[Entry]) -> Iterator[Case]:
    named = [entry for entry in group if entry.project and len(_stem(entry)) >= _SHORTEST_NAME]
    for _, same in grouped(named, _stem):
        for entry, others in each_with_others(same, lambda entry: entry.name):
            other = others[0]
            view = MemberView(
                name=entry.member.table.name, other_name=other.member.table.name, plain_name=entry.name,
                other_plain_name=other.name, stem=_stem(entry), other_stem=_stem(other),
            )  # fmt: skip
            yield Case("member", entry, view, entry.sheet.note("project.name"), mentions(others, "project.name"))


def _stem(entry: Entry) -> str:
    return _SUFFIX.sub("", entry.name)


def _mixed_currencies(group: Sequence[Entry]) -> Iterator[Case]:
    """Yield the tables in 元 and those in 万元, by what they say or by their figures, where there are both."""
    known = [entry for entry in group if entry.sheet.currency and "budget.total" in entry.sheet.notes]
    sure = {entry.sheet.currency for entry in known} & _SURE
    yuan = [entry for entry in known if entry.sheet.currency.rstrip("?") == "元"]
    wan = [entry for entry in known if entry.sheet.currency.rstrip("?") == "万元"]
    certain = {"元", "万元"} <= sure
    if not yuan or not wan or (not certain and len(wan) < _PAIR):
        return
    for entries, others in ((yuan, wan), (wan, yuan)):
        for entry in entries:
            if certain and entry.sheet.currency.endswith("?"):
                continue
            view = MemberView(
                currency=entry.sheet.currency.rstrip("?"), other_currency=others[0].sheet.currency.rstrip("?"),
                currency_table=others[0].title, currency_guessed=not certain,
                currency_given=entry.sheet.declared or _marked(entry),
            )  # fmt: skip
            place = entry.sheet.note("budget.total")
            yield Case("member", entry, view, place, mentions(others[:MOST], "budget.total"))


def _marked(entry: Entry) -> bool:
    """Return whether the unit of money stands in the cell itself."""
    return "元" in entry.sheet.note("budget.total").text


def _mixed_profiles(group: Sequence[Entry]) -> Iterator[Case]:
    counts = Counter(sorted(entry.member.profile for entry in group))
    if len(counts) < _PAIR:
        return
    usual = counts.most_common(1)[0][0]
    others = [entry for entry in group if entry.member.profile == usual]
    for entry in group:
        view = MemberView(profile=entry.member.profile, usual_profile=usual)
        both = "/".join(sorted({entry.member.profile, usual}))
        yield Case("member", entry, view, entry.sheet.note("profile"), mentions(others[:1], "profile"), shared=both)


def _shared_plans(group: Sequence[Entry]) -> Iterator[Case]:
    """Yield one case for the plan that most projects share, at the first of them."""
    planned = [entry for entry in group if entry.project and entry.sheet.plan]
    if not planned:
        return
    _, same = max(grouped(planned, lambda entry: entry.sheet.plan), key=lambda pair: len(pair[1]))
    numbers = "/".join(part.partition(":")[2] for part in same[0].sheet.plan.split("/"))
    view = MemberView(plan=numbers, plan_projects=len(planned), plan_sharers=len(same))
    others = mentions(same[1:MOST], "spending_plan")
    yield Case("member", same[0], view, same[0].sheet.note("spending_plan"), others, shared=same[0].sheet.plan)


def odd_years(members: Sequence[Member]) -> Iterator[Case]:
    """Yield the tables of one folder and agency that alone have their year, with those of the usual year.

    Several years with two tables each, and the same table in another year, are kept on purpose.
    """
    dated = [member for member in members if member.table.year]
    years = Counter(member.table.year for member in dated)
    if len(years) < _PAIR or sum(count > 1 for count in years.values()) != 1:
        return
    usual = next(year for year, count in years.items() if count > 1)
    others = [member for member in dated if member.table.year == usual]
    if years.total() - len(others) > len(others) // _USUAL:
        return
    known = {_identity(member) for member in others if member.table.name or member.table.kind != "project"}
    odd = [member for member in dated if member.table.year != usual and _identity(member) not in known]
    cells = mentions((Entry(other, other.sheet()) for other in others[: MOST if odd else 0]), "year")
    for member in odd:
        entry = Entry(member, member.sheet())
        view = MemberView(year=member.table.year, usual_year=usual)
        yield Case("member", entry, view, entry.sheet.note("year"), cells)


def _identity(member: Member) -> tuple[str, str]:
    return member.table.kind, fold(member.table.name)

"""What the tables of an agency in a year ask for together."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from perflint.across.case import Case, Entry, mentions
from perflint.across.facts.agency import AgencyView
from perflint.across.heads import one_of_each
from perflint.across.summary import Member

_TOTAL = "budget.total"


def agency_cases(members: Sequence[Member]) -> Iterator[Case]:
    """Yield the agency's one subject, marked at its department's table, else at the first of its projects."""
    group = one_of_each([Entry(member, member.sheet()) for member in members])
    projects = [entry for entry in group if entry.project]
    whole = next((entry for entry in group if not entry.project), None)
    first = whole or (projects[0] if projects else None)
    if first is None:
        return
    others = mentions((entry for entry in projects if entry is not first), _TOTAL)
    view = _view(first, projects, whole)
    together = f"{view.total_yuan:.2f}/{view.department_yuan}"  # the finding is the agency's, wherever it is marked
    yield Case("agency", first, view, first.sheet.note(_TOTAL), others, at_will=True, shared=together)


def _view(first: Entry, projects: Sequence[Entry], whole: Entry | None) -> AgencyView:
    largest = max(projects, key=_yuan, default=first)
    fiscal = [entry.sheet.fiscal for entry in projects]
    return AgencyView(
        name=first.member.table.agency,
        year=first.member.table.year,
        projects=len(projects),
        unread=sum(1 for entry in projects if _read(entry) is None),
        total_yuan=float(sum(map(_yuan, projects), Decimal(0))),
        fiscal_yuan=None if None in fiscal else float(sum((one for one in fiscal if one), Decimal(0))),
        department_yuan=None if whole is None or (money := _read(whole)) is None else float(money),
        largest=largest.title,
        largest_yuan=float(_yuan(largest)),
    )


def _read(entry: Entry) -> Decimal | None:
    return entry.sheet.total.yuan if entry.sheet.total else None


def _yuan(entry: Entry) -> Decimal:
    return _read(entry) or Decimal(0)

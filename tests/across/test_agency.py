"""What an agency's tables ask for together, and which project is most like another: facts without thresholds."""

from perflint.across.agency_totals import agency_cases
from perflint.across.case import Entry
from perflint.across.facts.agency import AGENCY
from perflint.across.near_duplicates import Allowance
from perflint.across.nearest_projects import nearest_cases
from perflint.across.summarizing import member_of
from perflint.across.summary import Member
from perflint.facts.vocabulary import Unknown
from tests.facts.tables import view_of


def member(
    name: str, total: str = "", fiscal: str = "", goal: str = "", kind: str = "project", code: str = ""
) -> Member:
    """Return a table of one agency in short."""
    return member_of(
        view_of(
            f"kind: {kind}\nagency: 某市水利局\nyear: 2025\nproject: {{name: {name}, code: '{code}'}}\n"
            f"budget: {{total: '{total}', fiscal: '{fiscal}'}}\ngoals: '{goal}'\n"
        )
    )


def facts(*members: Member) -> dict[str, object]:
    """Return the facts of the agency whose tables these are, None for what cannot be known."""
    view = next(agency_cases(members)).view
    found = {name.removeprefix("agency."): fact.derive(view) for name, fact in AGENCY.facts.items()}
    return {name: None if isinstance(value, Unknown) else value for name, value in found.items()}


def test_the_money_of_an_agency() -> None:
    found = facts(
        member("全市水利", "150万元", kind="department"),
        member("堤防维修", "100万元", "60万元"),
        member("水库清淤", "50万元", "50万元"),
    )
    assert found == {
        "name": "某市水利局", "year": 2025, "projects": 2, "projects_unread": 0, "total_yuan": 1_500_000.0,
        "fiscal_yuan": 1_100_000.0, "fiscal_share": 73.33, "largest": "堤防维修", "largest_yuan": 1_000_000.0,
        "largest_share": 66.67, "department_yuan": 1_500_000.0,
    }  # fmt: skip


def test_what_one_table_leaves_open_stays_open() -> None:
    found = facts(member("堤防维修", "100万元", "60万元"), member("水库清淤", "待定", "50万元"))
    assert (found["projects_unread"], found["total_yuan"], found["fiscal_yuan"]) == (1, 1_000_000.0, 1_100_000.0)
    assert (found["fiscal_share"], found["largest_share"], found["department_yuan"]) == (None, None, None)
    assert facts(member("堤防维修", "100万元"))["fiscal_share"] is None


def test_a_project_that_is_kept_twice_counts_once() -> None:
    twice = [member("堤防维修", "100万元", "60万元", code="A1") for _ in range(2)]
    assert facts(*twice)["total_yuan"] == 1_000_000.0


def test_the_nearest_project_has_no_threshold() -> None:
    goals = ("完成堤防维修3公里", "完成堤防维修5公里", "开展河道巡查", "")
    entries = [Entry(one, one.sheet()) for one in (member(f"项目{at}", goal=goal) for at, goal in enumerate(goals))]
    views = [case.view for case in nearest_cases(entries, Allowance())]
    assert [(view.goal_project, view.goal_share) for view in views] == [
        ("项目1", 75.0), ("项目0", 75.0), ("", 0.0), ("", 0.0),
    ]  # fmt: skip


def test_comparing_ends_where_the_allowance_does() -> None:
    entries = [Entry(one, one.sheet()) for one in (member(f"项目{at}", goal="完成维修") for at in range(4))]
    allowance = Allowance(left=5)
    assert [case.view.others for case in nearest_cases(entries, allowance)] == [3, 2]
    assert allowance.spent

"""Each fault of the list is found at the project's last year, and nothing else of the kind; right changes are silent."""

from pathlib import Path

import pytest

from perflint.judge import Finding
from perflint.workspace.checking import Options
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run
from tests.across.years.series import FAULTS, RIGHT, YEARS, evaluated, table, text, with_change

OVER_YEARS = (*(f"HIS{number:03}" for number in range(50, 64)), "EVA017")


def findings(folder: Path, content: str) -> list[Finding]:
    """Return what the rules over years say of one file."""
    (folder / "years.yaml").write_text(content, encoding="utf-8")
    plan = Plan((folder / "years.yaml",), Options(select=OVER_YEARS), no_config=True, cached=False)
    return list(run(plan).findings)


def codes(folder: Path, content: str) -> list[str]:
    """Return the codes of what they say."""
    return sorted({one.code for one in findings(folder, content)})


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(name: str, tmp_path: Path) -> None:
    code, change = FAULTS[name]
    assert code in codes(tmp_path, text(with_change(change)))


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_change_is_silent(name: str, tmp_path: Path) -> None:
    assert codes(tmp_path, text(with_change(RIGHT[name]))) == []


def test_a_table_and_its_self_evaluation_are_one_year(tmp_path: Path) -> None:
    both = {
        (year, stage): make(year, at) for at, year in enumerate(YEARS) for stage, make in enumerate((table, evaluated))
    }
    assert codes(tmp_path, text(both)) == []


def test_a_target_lowered_in_the_self_evaluation_is_found_there(tmp_path: Path) -> None:
    lowered = evaluated(2024, 3)
    lowered["indicators"][0] |= {"value": "30座", "actual": "31座"}
    found = findings(tmp_path, text({1: table(2024, 3), 2: lowered}))
    assert [(one.code, one.place.line, one.severity) for one in found] == [("EVA017", 3, "warning")]

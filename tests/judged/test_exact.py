"""What is found on rows and small tables is what is expected, each fault once and nothing else."""

import pytest

from tests.judged.exact import FOLDER, expected, found_on


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.txt")))
def test_what_is_found_is_what_is_expected(name: str) -> None:
    lines = list(expected(name))
    other = [
        (line.kind, line.text, line.findings, told) for line in lines if (told := found_on(line.text)) != line.findings
    ]
    assert lines
    assert other == []

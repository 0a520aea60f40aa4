"""Values whose only numbers are the code of a standard."""

import pytest

from perflint.facts.values.standard_code import holds_only_codes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("达到一级A标准（GB 18918—2002）", True),
        ("达标(GB/T 19001-2016)", True),
        ("出水水质（GB 18918—2002）达标率100%", False),
        ("GB 18918—2002", False),
        ("（2021—2025）", False),
        ("优良", False),
    ],
)
def test_codes(text: str, found: bool) -> None:  # noqa: FBT001  # a table of values
    assert holds_only_codes(text) is found

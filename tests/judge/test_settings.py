"""How the settings of a configuration are read, and what is said where one does not fit."""

import pytest

from perflint.judge import SettingError, resolve
from perflint.judge.settings import read_setting


@pytest.mark.parametrize(
    ("kind", "written", "wanted"),
    [
        ("percent", "5%", 5.0),
        ("percent", " 5 ", 5.0),
        ("switch", "是", True),
        ("switch", "off", False),
        ("numbers", ["90", "100%"], (90.0, 100.0)),
        ("numbers", "100", (100.0,)),
        ("words", "公开", ("公开",)),
        ("months", {"6": "50%", "10": "75"}, ("6月底 50%", "10月底 75%")),
        ("months", ["10月底 75%", "6月底50%"], ("6月底 50%", "10月底 75%")),
        ("months", ["6: 50"], ("6月底 50%",)),
        ("months", [], ()),
    ],
)
def test_what_is_written_is_read(kind: str, written: object, wanted: object) -> None:
    assert read_setting("x", kind, written) == wanted


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("percent", "五"),
        ("switch", "maybe"),
        ("number", ["1"]),
        ("months", {"13": "50%"}),
        ("months", {"6": "150%"}),
        ("months", {"六月": "50%"}),
    ],
)
def test_what_does_not_fit_is_refused(kind: str, written: object) -> None:
    with pytest.raises(SettingError, match="does not fit"):
        read_setting("x", kind, written)


def test_later_layers_win_and_unknown_names_are_refused() -> None:
    assert (
        resolve({"history.lower_tolerance": "10%"}, {"history.lower_tolerance": "3%"})["history.lower_tolerance"] == 3.0
    )
    with pytest.raises(SettingError, match=r"history\.lower_tolerance"):
        resolve({"history.lower_tolerence": "3%"})

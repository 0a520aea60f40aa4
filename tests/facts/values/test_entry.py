"""Masks in running text: what is still to be filled in, and what only looks like it."""

import pytest

from perflint.facts.masks import masks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("完成抽检XX批次，培训××人次", ["XX", "××"]),
        ("建成____个快检室", ["____"]),
        ("补助**人次", ["**"]),
        ("新建ＸＸ中学", ["ＸＸ"]),
        ("20**年至20××年完成", []),
        ("XX年完成", []),
        ("某财〔20××〕××号", []),
        ("重点做好**食品安全**工作", []),
        ("完成3*5平方米、XL号工服、EXXON项目", []),
        ("完成抽检100批次", []),
        ("", []),
    ],
)
def test_masks(text: str, found: list[str]) -> None:
    assert [mark.text for mark in masks(text)] == found
    assert all(text[mark.start : mark.end] == mark.text for mark in masks(text))

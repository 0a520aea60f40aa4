"""Tick boxes as they are typed: in words, with boxes before or after, as lists."""

import pytest

from perflint.facts.box import clash, ticked

ATTRIBUTE, TERM, BASIS = "project.attribute", "project.term", "project.basis_types"


@pytest.mark.parametrize(
    ("field", "text", "choices"),
    [
        (ATTRIBUTE, "延续", ("延续",)),
        (ATTRIBUTE, "□新增 ☑延续", ("延续",)),
        (ATTRIBUTE, "□新增项目 R延续项目", ("延续",)),
        (ATTRIBUTE, "新增□ 延续☑", ("延续",)),
        (ATTRIBUTE, "新增（√） 延续（ ）", ("新增",)),
        (ATTRIBUTE, "□新增 □延续", ()),
        (ATTRIBUTE, "新增\n延续", ("新增", "延续")),
        (ATTRIBUTE, "", ()),
        (TERM, "常年", ("常年",)),
        (TERM, "非一次性，经常性", ("经常性",)),
        (BASIS, "☑法律法规 □其他", ("法律法规",)),
        (BASIS, "☑部门规划 □其他", ("ticked",)),
        (BASIS, "□法律法规 □其他", ()),
        (BASIS, "《食品安全法》", ("《食品安全法》",)),
    ],
)
def test_ticked(field: str, text: str, choices: tuple[str, ...]) -> None:
    assert ticked(field, text) == choices


@pytest.mark.parametrize(
    ("field", "text", "both"),
    [
        (ATTRIBUTE, "新增、延续", ("新增", "延续")),
        (ATTRIBUTE, "☑新增项目 ☑延续项目", ("新增", "延续")),
        (TERM, "一次性/经常性", ("一次性", "经常性")),
        (ATTRIBUTE, "□新增 ☑延续", ()),
        (ATTRIBUTE, "延续项目，本年新增二期", ()),
        (BASIS, "法律法规\n市委市政府决定", ()),
    ],
)
def test_clash(field: str, text: str, both: tuple[str, ...]) -> None:
    assert clash(field, text) == both

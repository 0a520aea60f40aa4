"""Tick boxes as they are typed: in words, with boxes before or after, as lists."""

import pytest

from perflint.facts.structure.box import box_views, choices, chosen, clash, name_zh, ticked
from tests.facts.tables import view_of

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


def test_boxes_that_are_written() -> None:
    view = view_of("project: {attribute: '□新增 □延续', basis_types: [法律法规]}\n")
    boxes = list(box_views(view))
    assert [(name_zh(box), chosen(box)) for box in boxes] == [("项目属性", ()), ("立项依据", ("法律法规",))]
    assert choices(boxes[0]) == "新增、延续"
    assert boxes[0].spot("").field == "project.attribute"


def test_boxes_that_the_form_of_a_province_asks_for_are_one_subject() -> None:
    text = "project: {name: 食品抽检}\n"
    (absent,) = box_views(view_of(text, "sichuan"))
    assert absent.fields[0] == "project.attribute"
    assert chosen(absent) == ()
    assert list(box_views(view_of(text))) == []


def test_without_the_head_no_box_is_missing() -> None:
    assert list(box_views(view_of("goals: 完成\n", "sichuan"))) == []

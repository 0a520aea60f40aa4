"""Names one character away from a well-known one: told where no name is written so, silent on names that are right."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.data import load_library, near_miss
from perflint.data.near_miss import load_spelling

KNOWN = sorted(known.name for known in load_library())
EDGED = [f"\n{line}\n" for line in load_spelling().names.split("\n") if line]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("新生入访视数", "新生儿访视数"),
        ("强制免率", "强制免疫率"),
        ("服务对像满意度", "服务对象满意度"),
        ("服务对象满度", "服务对象满意度"),
        ("资金支及时率", "资金支付及时率"),
        ("工程验收和格率", "工程验收合格率"),
        ("图书馆服务对像满意度", "图书馆服务对象满意度"),
        ("补贴对象准碓率", "补贴对象准确率"),
        ("村干部补助发放及吋率", "村干部补助发放及时率"),
        ("家庭医生签约律", "家庭医生签约率"),
    ],
)
def test_a_slip_is_told_with_the_name_put_right(wrong: str, right: str) -> None:
    slip = near_miss(wrong)
    assert slip is not None
    assert wrong[: slip.start] + slip.right[slip.start] + wrong[slip.end :] == right


# One character away from a library name, or written with pairs that no library name has, and right.
@pytest.mark.parametrize(
    "name",
    [
        "中考合格率", "街面见警率", "校外实训基地数",
        "质控合格率", "安全生产责任事故", "水土保持", "群众满意", "在逃人员抓获率", "账实不符率", "企业退市率", "林农满意度",
        "社区矫正对象解矫率", "驿道修缮长度", "粟米播种面积", "孵化器入驻率", "蛋鸭存栏数", "菌菇大棚座数", "闸坝安全鉴定数", "羽毛球馆开放天数",
        "博士研究生培养人数", "硕士研究生培养人数", "省级示范社数", "市级示范社数", "男生宿舍面积", "女生宿舍面积", "乡道养护里程", "村道养护里程",
        "抽检覆盖率", "单页成本", "单盏成本",
        "抽检完成率", "检验覆盖率", "上网行为审计率", "疫木除治率", "疫苗接种率", "补助发放率", "补贴发放率", "",
    ],
)  # fmt: skip
def test_names_that_are_right_stay_unremarked(name: str) -> None:
    assert near_miss(name) is None


@given(st.sampled_from(KNOWN))
def test_a_name_of_the_library_is_never_told(name: str) -> None:
    assert near_miss(name) is None


@given(st.text(max_size=40))
def test_any_text_is_read(name: str) -> None:
    slip = near_miss(name)
    assert slip is None or 0 <= slip.start <= slip.end <= len(name)


def test_every_pair_of_characters_is_known_with_the_number_of_names_that_have_it() -> None:
    pairs = Counter(pair for name in EDGED for pair in {name[at : at + 2] for at in range(len(name) - 1)})
    assert {pair: load_spelling().knows(pair) for pair in pairs} == dict(pairs)
    assert load_spelling().knows("龘龘") == load_spelling().knows("率龘") == 0

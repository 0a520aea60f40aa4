"""What kind of thing a basis is, read from its text alone."""

import pytest

from perflint.facts.sources.basis_kind import is_budget, is_evidence, is_experience, is_law_only, speaks_of_history

ENDINGS = ("验收材料", "拨款文件", "企业上报材料", "验收证书")


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("《中华人民共和国产品质量法》", True),
        ("根据《食品安全法》、《计量法》等法律法规", True),
        ("《食品安全法》第三条", False),
        ("《检验检测机构资质认定管理办法》", False),
        ("《食品安全法》及2023年抽检计划", False),
        ("《原子吸收光谱法》测定方法", False),
        ("食品安全法", False),
    ],
)
def test_only_a_law(text: str, law: bool) -> None:  # noqa: FBT001  # a column of the table
    assert is_law_only(text) is law


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("年初预算", True),
        ("2023年度部门预算安排", True),
        ("根据预算批复", True),
        ("年初预算及培训计划", False),
        ("预算管理办法", False),
        ("", False),
    ],
)
def test_only_the_budget(text: str, budget: bool) -> None:  # noqa: FBT001  # a column of the table
    assert is_budget(text) is budget


@pytest.mark.parametrize(
    ("text", "experience"), [("历史经验", True), ("往年经验、工作经验", True), ("市场询价、历史经验", False)]
)
def test_only_experience(text: str, experience: bool) -> None:  # noqa: FBT001  # a column of the table
    assert is_experience(text) is experience


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("项目验收材料", True),
        ("市局拨款文件", True),
        ("立项任务书、验收证书", False),
        ("市预算及拨款文件", False),
        ("2022年验收材料", False),
        ("《意见》、验收证书", False),
        ("", False),
    ],
)
def test_only_evidence(text: str, evidence: bool) -> None:  # noqa: FBT001  # a column of the table
    assert is_evidence(text, ENDINGS) is evidence


@pytest.mark.parametrize(
    ("text", "history"),
    [
        ("往年完成情况", True),
        ("参照上年度", True),
        ("根据上年度实际完成情况测算", True),
        ("历年统计数据", True),
        ("上年实际190件", False),
        ("历史标准", False),
        ("历史文化名城保护情况", False),
        ("上年结转数据", False),
        ("市场询价、历史数据", False),
        ("省局往年下达的《计划》完成情况", False),
        ("往年统计年鉴数据", False),
        ("工作计划", False),
    ],
)
def test_only_earlier_years(text: str, history: bool) -> None:  # noqa: FBT001  # a column of the table
    assert speaks_of_history(text) is history

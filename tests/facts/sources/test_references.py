"""The registry of references: whole titles and numbers, however they are typed."""

import pytest

from perflint.data import rules_root
from perflint.facts.sources.references import TERM, load_registry
from perflint.source import read_source, to_data


@pytest.mark.parametrize(
    ("citation", "status"),
    [
        ("《食品经营许可管理办法》", "superseded"),
        ("《特种设备检验检测机构核准规则》", "superseded"),
        ("TSGZ7001—2004", "superseded"),
        ("TSG T7005-2012", "superseded"),
        ("财预〔2011〕285号", "superseded"),
        ("按照原质检总局令第133号", "superseded"),
        ("国家质量监督检验检疫总局令第133号", "superseded"),
        ("《合同法》", "superseded"),
        ("《产品质量监督抽查管理暂行办法》", "in-force"),
        ("财税〔2017〕20号", "in-force"),
        ("《检验检测机构管理办法》", "unknown"),
    ],
)
def test_entered(citation: str, status: str) -> None:
    found = load_registry().find(citation)
    assert found is not None
    assert found.status == status


@pytest.mark.parametrize(
    "citation",
    [
        "《网络餐饮服务食品安全监督管理办法》",
        "GB/T 29490-2023",
        "财预〔2011〕28号",
        "《餐饮服务许可证》",
        "TSG D7004",
        "某总局令第133号",
        "《劳动合同法》",
        "JJG907-2006",
    ],
)
def test_not_entered(citation: str) -> None:
    assert load_registry().find(citation) is None


def test_every_superseded_entry_says_when_and_by_what() -> None:
    entries = load_registry().entries
    assert all(entry.replaced_on and entry.replaced_by for entry in entries if entry.status == "superseded")
    assert {entry.confidence for entry in entries} == {"high", "medium", "low"}
    assert sum(entry.kind == TERM for entry in entries) >= 6


def test_an_entry_is_not_lost_among_the_titles_that_are_left_open() -> None:
    data = to_data(read_source((rules_root() / "registry/references.yaml").read_bytes(), "").roots[0])
    assert isinstance(data, dict)
    assert all(isinstance(title, str) for title in data["not_entered"])


@pytest.mark.parametrize("number", ["财政部令第71号", "财政部第71号令", "中华人民共和国财政部令第 71 号"])
def test_of_a_title_in_force_only_the_old_number_is_superseded(number: str) -> None:
    registry = load_registry()
    found = registry.find(number)
    assert found is not None
    assert found.replaced_by.startswith("行政单位财务规则")
    assert registry.find("《行政单位财务规则》") is None
    assert registry.find(number.replace("71", "113")) is None

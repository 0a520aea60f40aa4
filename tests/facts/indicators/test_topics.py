"""What a row speaks of: topics of the lexicon in its cells, and what the end of its name measures."""

from pathlib import Path

import pytest

from perflint.data import load_lexicon
from perflint.facts.indicators.topics import described_topics, measured_topics, topics, topics_in, value_topics
from tests.facts.rows import row_of


def test_every_topic_has_words() -> None:
    lexicon = load_lexicon()
    for topic, lists in lexicon.section("topics").items():
        for name in lists:
            assert topic in topics_in(lexicon.words(name)[0], lexicon)


def test_a_pack_adds_to_the_words_of_a_topic(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    text = "own: {machines: [无人机]}\nextend: {words.income_words: [门票], topics.payment: [红包, own.machines]}\n"
    (tmp_path / "lexicon" / "own.yaml").write_text(text, encoding="utf-8")
    found = [topics_in(text, load_lexicon((tmp_path,))) for text in ("门票", "红包", "无人机")]
    assert found == [("income",), ("payment",), ("payment",)]
    assert topics_in("门票红包无人机", load_lexicon()) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()), ("报告数", ()), ("发放补贴金额", ("payment",)), ("低保标准", ("payment",)),
        ("村集体收入", ("income", "resident_income")), ("环境信访", ("social", "loss", "ecology")),
        ("促进就业增收", ("resident_income", "social", "loss", "effect")), ("群众反响", ("resident_income", "opinion")),
        ("碳汇产值", ("payment", "income", "ecology", "ecology_value")),
    ],
)  # fmt: skip
def test_topics(text: str, found: tuple[str, ...]) -> None:
    assert topics(row_of(text, "")) == found
    assert value_topics(row_of("", text)) == found
    assert described_topics(row_of("", "", description=text)) == found


@pytest.mark.parametrize(
    ("name", "measured"),
    [
        ("旅游收入", ("income",)), ("新增税收", ("income",)), ("工业增加值增速", ("income",)), ("企业产值增长率", ("income",)),
        ("居民人均可支配收入", ("income",)), ("低收入人口帮扶", ()), ("税收政策知晓率", ()),
        ("群众满意度", ("satisfaction",)), ("满意率", ("satisfaction",)), ("服务对象满意度提升", ("satisfaction",)),
        ("满意度调查次数", ()), ("满意度测评报告", ()), ("群众认可度", ()),
    ],
)  # fmt: skip
def test_what_the_end_of_a_name_measures(name: str, measured: tuple[str, ...]) -> None:
    assert measured_topics(row_of(name, "≥8%")) == measured

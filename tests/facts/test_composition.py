"""The direction of rates in no list, composed from what happens and what governs it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.data import load_lexicon
from perflint.facts.composition import Composition
from perflint.facts.direction import Directions, plain_name

LEXICON = load_lexicon()
PARTS = Composition(LEXICON.section("composition"), LEXICON.section("direction"))
DIRECTIONS = Directions(LEXICON)
READ = [line.split() for line in (Path(__file__).parent / "rates.txt").read_text(encoding="utf-8").splitlines()]
SIGNS = {"+": "positive", "-": "negative", "?": "ambiguous"}

COMPOSED = """
补贴发放率 positive
补贴逾期发放率 negative
补贴重复发放率 negative
违规发放率 negative
违规占地查处率 positive
逾期贷款清收率 positive
逾期整改率 open
不合格发现率 open
工业用水重复利用率 positive
数据重复率 negative
超限额采伐率 negative
超声检查覆盖率 positive
零差错率 positive
无菌手术切口感染率 negative
处理投诉率 open
门诊次均费用降幅 positive
游客量降幅 negative
三公经费变动率 negative
PM2.5年均浓度 negative
资产负债率 open
"""


@pytest.mark.parametrize(("name", "direction"), [line.split() for line in COMPOSED.strip().splitlines()])
def test_what_governs_a_rate_decides(name: str, direction: str) -> None:
    lean = PARTS.lean(plain_name(name))
    assert lean is not None
    assert (lean.direction, lean.certain) == (direction, True)


@pytest.mark.parametrize(
    ("name", "direction"), [("苗木蔫残率", "negative"), ("车载终端可见率", "positive"), ("危房占比", "negative")]
)
def test_characters_hint_and_are_no_certainty(name: str, direction: str) -> None:
    assert PARTS.lean(name) == (direction, False)


def test_rates_written_down_before_they_were_tried_are_hardly_ever_turned_round() -> None:
    judged = [(DIRECTIONS.of_name(name), SIGNS[sign]) for sign, name in READ]
    decided = [(said, right) for said, right in judged if "ambiguous" not in (said, right)]
    assert [pair for pair in decided if pair[0] != pair[1]] == []
    assert len(decided) >= 0.85 * len([sign for sign, _ in READ if sign != "?"])


@given(st.text(alphabet="错漏逾期发放办结率比例占不未超无零重复ABC（）%😀", max_size=12))
def test_any_text_has_at_most_a_direction(name: str) -> None:
    lean = PARTS.lean(plain_name(name))
    assert lean is None or lean.direction in {"positive", "negative", "open"}

"""Clauses, numbers that measure nothing, and what stands inside 《titles》."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.facts.wording.clauses import clauses, inside, title_spans, without_idle_numbers


def test_clauses_keep_their_places() -> None:
    text = "完成抽检300批次，合格率达到98%；提升能力。\n"
    assert [clause.text for clause in clauses(text)] == ["完成抽检300批次", "合格率达到98%", "提升能力"]
    assert all(text.startswith(clause.text, clause.start) for clause in clauses(text))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("1.完成抽检300批次", "＃＃完成抽检300批次"),
        ("（2）培训5次", "＃＃＃培训5次"),
        ("2023年培训5次", "＃＃＃＃＃培训5次"),
        ("2023人参加", "2023人参加"),
        ("办好12345热线", "办好＃＃＃＃＃热线"),
        ("按GB 2760检验", "按＃＃＃＃＃＃＃检验"),
        ("落实〔2021〕5号文", "落实＃＃＃＃＃＃＃＃文"),
    ],
)
def test_idle_numbers(text: str, plain: str) -> None:
    assert without_idle_numbers(text) == plain


@given(st.text(alphabet="1２3.．、年号（）〔〕《》GB 抽检，", max_size=40))
def test_blanking_keeps_every_place(text: str) -> None:
    assert len(without_idle_numbers(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("依据《食品安全法》开展", ((2, 9),)),
        ("《关于〈条例〉的通知》和《办法》", ((0, 11), (12, 16))),
        ("《关于《条例》的通知》", ((0, 11),)),
        ("《没有写完", ()),
        ("写完》了", ()),
    ],
)
def test_title_spans(text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert title_spans(text) == spans
    assert all(inside(spans, start) and not inside(spans, end) for start, end in spans)

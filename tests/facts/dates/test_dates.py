"""Years, plan periods, spans, deadlines and lists in texts: what is wrong, and what must stay silent (domain: §3.9)."""

import pytest

from perflint.facts.dates.deadline import deadline_views
from perflint.facts.dates.due import (
    at_year_end,
    bare_months,
    first_quarter_year,
    next_year_date,
    next_year_word,
    over_the_turn,
)
from perflint.facts.dates.span import ends, span_views, starts
from perflint.facts.dates.year_mention import placeholders, plan_periods, stale_years
from perflint.facts.wording.enumeration import miscounts
from tests.facts.judging import violates
from tests.facts.tables import view_of


@pytest.mark.parametrize("text", ["20**年", "20××年度", "20__年", "20**+N年", "20ＸＸ年"])
def test_a_year_of_the_blank_form(text: str) -> None:
    assert [mention.text for mention in placeholders(f"目标（{text}）")] == [text]


@pytest.mark.parametrize("text", ["2022年", "20*2型钢架", "20 年", "20*"])
def test_no_year_of_the_blank_form(text: str) -> None:
    assert placeholders(text) == ()


@pytest.mark.parametrize(
    ("text", "year", "of_row", "kind"),
    [
        ("扎实做好2021年度年报公示工作", 2023, False, "stale"),
        ("2020年度申请量", 2021, True, "last-year"),
        ("2019年度培训人数", 2021, True, "stale"),
        ("做好2022年度年报公示工作", 2023, False, ""),
        ("比2020年提高1.1个百分点", 2023, False, ""),
        ("自2017年4月1日起停止征收", 2022, True, ""),
        ("完成2020年结转项目", 2023, False, ""),
        ("落实《2020年工作方案》", 2023, False, ""),
        ("2021年度年报公示企业占比", 2022, True, ""),
        ("完成2023年度任务", 2023, False, ""),
    ],
)
def test_a_year_gone_by(text: str, year: int, kind: str, *, of_row: bool) -> None:
    assert "".join(mention.kind for mention in stale_years(text, year, of_row=of_row)) == kind


@pytest.mark.parametrize(
    ("text", "year", "document", "kind"),
    [
        ("十三五期间，对实验室进行改造", 2021, False, "ended-plan"),
        ("“十三五”期间完成了改造", 2021, False, ""),
        ("巩固“十三五”成果", 2021, False, ""),
        ("十四五期间建成示范区", 2021, False, ""),
        ("十五五期间建成示范区", 2022, False, "other-plan"),
        ("开展十五五规划编制", 2024, False, ""),
        ("《“十三五”质量发展规划》", 2022, True, "other-plan"),
        ("《“十三五”质量发展规划》", 2022, False, ""),
    ],
)
def test_plan_periods(text: str, year: int, kind: str, *, document: bool) -> None:
    assert "".join(mention.kind for mention in plan_periods(text, year, document=document)) == kind


@pytest.mark.parametrize("text", ["12月底前", "10月份前完成", "6月30日前", "十一月底前", "１２月底"])
def test_a_month_without_its_year(text: str) -> None:
    assert len(bare_months(text)) == 1


@pytest.mark.parametrize(
    "text",
    ["2022年12月底前", "每月10日前", "12个月内", "5月-9月", "次月5日前", "年底前", "当年12月底前", "6月1日至9月30日"],
)
def test_no_bare_month(text: str) -> None:
    assert bare_months(text) == ()


@pytest.mark.parametrize(
    ("value", "swapped"),
    [
        ("2022年12月31日—2022年1月1日", "2022年1月1日—2022年12月31日"),
        ("2023-2021年", "2021-2023年"),
        ("2022.12至2022.3完成", "2022.3至2022.12完成"),
        ("2022年9月—2023年6月", ""),
        ("2022年—2022年12月", ""),
        ("11月15日-3月15日", ""),
    ],
)
def test_spans_in_a_value(value: str, swapped: str) -> None:
    view = view_of(f"indicators:\n  - {{level2: 时效指标, name: 期限, value: '{value}'}}\n")
    wrong = [span.swapped for span in span_views(view) if violates("DAT009", span)]
    assert wrong == ([swapped] if swapped else [])


def test_spans_over_two_cells() -> None:
    view = view_of("project: {period: {start: 2023年, end: 2021年}}\ngoals: {midterm: {from: 2021, to: 2025}}\n")
    assert [(starts(span), ends(span)) for span in span_views(view)] == [(20230000, 20210000), (20210000, 20250000)]


@pytest.mark.parametrize(
    ("first", "last", "numbers"),
    [
        ("2024年3月1日", "2024年12月", (20240300, 20241200)),
        ("2024.3", "2024年", (20240000, 20240000)),
        ("2024年", "长期", (0, 0)),
    ],
)
def test_ends_of_a_span_are_compared_as_exactly_as_both_are_written(
    first: str, last: str, numbers: tuple[int, int]
) -> None:
    view = view_of(f"project: {{period: {{start: {first}, end: {last}}}}}\n")
    assert [(starts(span), ends(span)) for span in span_views(view)] == [numbers]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("考核4次，分别为3月1日、4月19日、5月17日。", 3),
        ("3个系统，包括OA、档案、财务、门户", 4),
        ("两个中心，分别是甲、乙、丙。", 3),
        ("考核3次，分别为3月1日、4月19日、5月17日。", 0),
        ("8类整治，包括节日整治、飞行检查等", 0),
        ("11家，分别为甲类企业7家、乙类企业4家", 0),
        ("5个领域，包括食品、药品", 0),
        ("3个示范点，分别为城东、城西和城北", 0),
        ("2套，分别为系统（探头、主机）、软件", 0),
    ],
)
def test_lists_after_a_number(text: str, listed: int) -> None:
    assert sum(miscount.listed for miscount in miscounts(text)) == listed


@pytest.mark.parametrize(
    ("text", "late"),
    [("2021年12月底前", True), ("年底前", True), ("6月底前", False), ("6月底、12月底", False), ("≤30天", False)],
)
def test_the_end_of_the_year(text: str, *, late: bool) -> None:
    assert at_year_end(text) is late


@pytest.mark.parametrize(
    ("value", "word", "date", "quarter", "turn"),
    [
        ("次年3月底前", "次年", "次年3月", 0, ""),
        ("2023年3月底前", "", "", 2023, ""),
        ("2023年初", "", "", 2023, ""),
        ("2023-12-3", "", "", 0, ""),
        ("2022年9月—2023年3月", "", "", 2023, "月—2023"),
        ("下年供暖前", "下年", "", 0, "供暖"),
    ],
)
def test_times_after_the_year(value: str, word: str, date: str, quarter: int, turn: str) -> None:
    view = view_of(f"year: 2022\nindicators:\n  - {{level2: 时效指标, name: 期限, value: '{value}'}}\n")
    seen = next(iter(deadline_views(view)))
    assert (next_year_word(seen), next_year_date(seen)) == (word, date)
    assert (first_quarter_year(seen), over_the_turn(seen)) == (quarter, turn)

"""A run as a review: tables with what was found on them, and sums that agree with the parts."""

from pathlib import Path

from perflint.judge import Place, Related, Severity
from perflint.report.review.html.page import render_index
from perflint.report.review.model import Review, Verdict
from perflint.report.review.originals import Originals
from perflint.report.review.totals import of_agency
from tests.report.review.sample import BROKEN, HISTORY, HOSTILE, RATE, review

BUNDLE = """\
agency: 甲局
tables:
  - {kind: project, project: {name: 一}, goals: 好, indicators: [{level2: 质量指标, name: 保障率, value: ≤100%}]}
  - {kind: project, project: {name: 二}, goals: 好, indicators: [{level2: 质量指标, name: 合格率, value: ≤90%}]}
---
kind: project
agency: 乙局
project: {name: 三}
indicators: [{level2: 质量指标, name: 优良率, value: ≤95%}]
"""


def check_sums(made: Review) -> None:
    remarks = [remark for sheet in made.sheets for remark in sheet.remarks]
    assert made.count.all == len(remarks) == sum(total.findings for total in made.rules)
    assert made.count.all == sum(total.count.all for total in made.agencies)
    assert made.count.errors == sum(remark.severity is Severity.ERROR for remark in remarks)
    assert len(made.sheets) == sum(total.tables for total in made.agencies) == sum(map(made.verdicts, Verdict))
    assert [sheet.number for sheet in made.sheets] == list(range(1, len(made.sheets) + 1))
    assert [sheet for total in made.agencies for sheet in made.of(total.agency)] == list(made.sheets)


def test_the_head_of_a_table_says_whose_it_is_and_how_much(tmp_path: Path) -> None:
    sheet = review(tmp_path, a=RATE).sheets[0]
    assert (sheet.agency, sheet.heading, sheet.table.code) == (
        "卢龙县市场监督管理局本级",
        "市场监管综合事务经费",
        "13032423P004428100565",
    )
    assert sheet.budget == "20.00万元"
    assert [(step.name, step.text, step.number) for step in sheet.plan][:2] == [
        ("3月底", "25%", 25.0),
        ("6月底", "25%", 25.0),
    ]
    assert sheet.plan_kind == "shares"


def test_targets_stand_beside_their_history(tmp_path: Path) -> None:
    measure = review(tmp_path, a=HISTORY).sheets[0].history[0]
    assert measure.value == "20000台件"
    assert {reference.field: (reference.text, reference.ratio) for reference in measure.references} == {
        "history.last_year": ("28000台件", 1.4), "history.average_3y": ("29000台件", 1.45),
        "standard.current": ("20000台件", 1.0), "standard.planned": ("20000台件", 1.0),
    }  # fmt: skip


def test_figures_that_cannot_be_compared_are_not_drawn(tmp_path: Path) -> None:
    measure = review(tmp_path, a=HISTORY.replace("last_year: 28000台件", "last_year: 3次")).sheets[0].history[0]
    assert next(ref.ratio for ref in measure.references if ref.field == "history.last_year") is None


def test_findings_of_a_bundle_and_of_several_documents_come_to_their_tables(tmp_path: Path) -> None:
    made = review(tmp_path, a=BUNDLE)
    rates = {sheet.heading: [r.present for r in sheet.remarks if r.code == "DIR001"] for sheet in made.sheets}
    assert rates == {"一": ["≤100%"], "二": ["≤90%"], "三": ["≤95%"]}
    check_sums(made)


def test_agencies_come_together_and_sums_agree(tmp_path: Path) -> None:
    second = RATE.replace("市场监管综合事务经费", "另一经费").replace("100565", "100566")
    made = review(tmp_path, a=RATE, b=HISTORY, c=second, d=HOSTILE, e=BROKEN)
    assert [total.agency for total in made.agencies][:2] == ["卢龙县市场监督管理局本级", "临沂市检验检测中心"]
    assert [sheet.heading for sheet in made.sheets][:2] == ["市场监管综合事务经费", "另一经费"]
    check_sums(made)


def test_why_and_authority_come_from_the_rule(tmp_path: Path) -> None:
    made = review(tmp_path, "en", a=RATE)
    total = next(total for total in made.rules if total.code == "DIR001")
    assert total.severity is Severity.ERROR
    assert total.why.startswith("A target such as")
    assert total.why == next(r.why for r in made.sheets[0].remarks if r.code == "DIR001")


def test_suppressed_findings_are_only_counted(tmp_path: Path) -> None:
    held = RATE.replace("绩效指标:", "# perflint: ignore[DIR001] 试行\n绩效指标:")
    made = review(tmp_path, a=held)
    assert made.suppressed == 1
    assert "DIR001" not in {remark.code for remark in made.sheets[0].remarks}
    check_sums(made)


def test_titles_are_one_line_and_not_without_end(tmp_path: Path) -> None:
    long = f"kind: project\nagency: 甲局\nproject: {{name: {'长' * 50_000}, code: {'9' * 5_000}}}\nindicators: [{{name: 率, value: ≤100%}}]\n"
    sheet = review(tmp_path, a=long, b=RATE).sheets[0]
    assert sheet.heading == "长" * 119 + "…"
    assert sheet.table.name == "长" * 50_000


def test_the_gravest_stand_first_and_a_rule_is_explained_once(tmp_path: Path) -> None:
    made = review(tmp_path, a=RATE, b=BUNDLE)
    for sheet in made.sheets:
        ranks = [remark.severity.rank for remark in sheet.remarks]
        assert ranks == sorted(ranks)
        assert [remark.number for remark in sheet.remarks] == list(range(1, len(ranks) + 1))
    said = [r.code for sheet in made.sheets for r in sheet.remarks if (sheet.number, r.number) in made.explained()]
    assert sorted(said) == sorted({remark.code for sheet in made.sheets for remark in sheet.remarks})
    assert len([remark for sheet in made.sheets for remark in sheet.remarks if remark.code == "DIR001"]) > 1


def test_another_place_in_a_document_is_named_by_its_table_and_row(tmp_path: Path) -> None:
    twice = RATE.replace(
        "绩效指标:", "绩效指标:\n  - {三级指标: 检查次数, 指标值: 3次}\n  - {三级指标: 检查次数, 指标值: 5次}"
    )
    see = [text for sheet in review(tmp_path, a=twice).sheets for remark in sheet.remarks for text in remark.see]
    assert any(text.startswith(f"{(tmp_path / 'a.yaml').as_posix()}:") for text in see)
    other = Related(Place("表.docx", "", 3, 1, 3, 1, 0, 0), "[表1 第3行] 另一张表")
    assert Originals(()).seen(other) == "表.docx [表1 第3行] 另一张表"


def test_the_part_of_an_agency_is_a_review_of_its_own(tmp_path: Path) -> None:
    made = review(tmp_path, a=RATE, b=BUNDLE, c=HISTORY)
    parts = [of_agency(made, total) for total in made.agencies]
    for part, total in zip(parts, made.agencies, strict=True):
        check_sums(part)
        assert [sheet.agency for sheet in part.sheets] == [total.agency] * total.tables
        assert (part.suppressed, part.baselined, part.gaps, part.unread) == (0, 0, (), ())
    assert sum(part.count.all for part in parts) == made.count.all


def test_an_index_names_every_agency_and_leads_to_its_file(tmp_path: Path) -> None:
    made = review(tmp_path, a=RATE, b=BUNDLE)
    files = [f"{at}.html" for at in range(len(made.agencies))]
    page = "".join(render_index(made, files))
    assert all(f'href="{file}"' in page for file in files)
    assert "#agency-" not in page
    assert page.count("<h3") == 0

"""`check` on folders of Word and Excel files: found, judged as YAML is, their places named, none judged twice."""

from pathlib import Path

import pytest

from perflint.judge import Finding
from perflint.model import load_profiles, read_tables
from perflint.office.export import lay_out, template_for
from perflint.office.export import write_word as write_word_form
from perflint.office.reading import read_document
from perflint.office.recognition import recognise
from perflint.office.yamlwriting import write_table
from perflint.report import Report
from perflint.source import read_source
from perflint.workspace import documents
from perflint.workspace.checking import Options
from perflint.workspace.runs import discovering, run
from perflint.workspace.runs.discovering import Plan
from tests.office.excel_file import write_excel
from tests.office.leaf import C, Lines, Part
from tests.office.word_file import write_word

GOAL = "全年抽检食品1200批次，不合格食品处置率达到100%。"


def form(name: str, goal: str = GOAL, agency: str = "某县市场监督管理局") -> list[Part]:
    """Return a form with four indicators, the first of which has a fault (a rate with an upper bound)."""
    rows = [
        (C("项目名称"), C(name, cols=3)),
        (C("预算单位"), C(agency), C("年度资金总额"), C("60万元")),
        (C("年度目标"), C(goal, cols=3)),
        (C("一级指标"), C("二级指标"), C("三级指标"), C("指标值")),
        (C("产出指标", rows=2), C("质量指标"), C("运转保障率"), C("≤100%")),
        (C("数量指标"), C("抽检批次"), C("1200批次")),
        (C("效益指标"), C("社会效益指标"), C("投诉下降率"), C("≥5%")),
        (C("满意度指标"), C("服务对象满意度指标"), C("群众满意度"), C("≥90%")),
    ]
    return ["2024年项目绩效目标表", Lines(tuple(rows))]


def _as_yaml(path: Path) -> str:
    found = recognise(read_document(path.read_bytes(), path.name))
    return "---\n".join(write_table(draft.tree) for draft in found.tables)


def _run(folder: Path, *, whole: bool = True) -> Report:
    return run.run(Plan((folder,), Options(), no_config=True, cached=False, documents=whole))


def _short(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.table.name, finding.indicator or ""


def test_a_folder_of_documents_has_the_findings_of_the_same_tables_in_yaml(tmp_path: Path) -> None:
    papers, tables = tmp_path / "papers", tmp_path / "tables"
    (papers / "下级").mkdir(parents=True)
    tables.mkdir()
    write_word(papers / "甲.docx", form("甲项目"))
    write_excel(papers / "下级" / "乙.xlsx", [("乙", form("乙项目"))])
    for number, path in enumerate(sorted(papers.rglob("*.*"))):
        text = _as_yaml(path)
        (tables / f"{number}.yaml").write_text(text, encoding="utf-8")
    from_papers, from_tables = _run(papers), _run(tables)
    assert from_papers.summary.tables == 2
    assert sorted(map(_short, from_papers.findings)) == sorted(map(_short, from_tables.findings))
    assert {"DIR001", "XTB005"} <= {finding.code for finding in from_papers.findings}


def test_findings_across_tables_name_the_places_of_both_documents(tmp_path: Path) -> None:
    write_word(tmp_path / "甲.docx", form("甲项目"))
    write_excel(tmp_path / "乙.xlsx", [("乙项目", form("乙项目"))])
    first, second = (finding for finding in _run(tmp_path).findings if finding.code == "XTB005")
    if first.place.path.endswith("xlsx"):
        first, second = second, first
    assert first.message.startswith("[表1 第3行第2列] ")
    assert (first.place.line, first.place.column) == (3, 2)
    assert first.related[0].message.startswith("[乙项目!B4] ")
    assert second.message.startswith("[乙项目!B4] ")
    assert (second.place.line, second.place.column) == (4, 2)
    assert second.related[0].place.line == 3
    assert first.fix is None


@pytest.mark.parametrize("cached", [False, True])
def test_places_across_tables_come_out_of_the_cache_as_well(
    *, cached: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PERFLINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("甲", "乙"):
        write_word(folder / f"{name}.docx", form(f"{name}项目"))
    plan = Plan((folder,), Options(), no_config=True, cached=cached, documents=True)
    first, second = run.run(plan), run.run(plan)
    assert [finding.message for finding in first.findings] == [finding.message for finding in second.findings]
    assert all(finding.message.startswith("[") for finding in second.findings)


def test_a_document_whose_yaml_lies_in_the_run_is_not_judged_twice(tmp_path: Path) -> None:
    write_word(tmp_path / "甲.docx", form("甲项目"))
    text = _as_yaml(tmp_path / "甲.docx")
    (tmp_path / "甲.yaml").write_text(text.replace("1200批次", "1300批次"), encoding="utf-8")  # mended since
    found = _run(tmp_path)
    assert (found.summary.tables, found.doubled) == (1, 1)
    assert {finding.place.path.rpartition(".")[2] for finding in found.findings} == {"yaml"}


def test_a_form_that_was_exported_beside_its_yaml_is_not_judged_twice(tmp_path: Path) -> None:
    write_word(tmp_path / "原件.docx", form("甲项目"))
    (tmp_path / "甲.yaml").write_text(_as_yaml(tmp_path / "原件.docx"), encoding="utf-8")
    (tmp_path / "原件.docx").unlink()
    profiles = load_profiles()
    (table,) = read_tables(read_source((tmp_path / "甲.yaml").read_bytes(), "甲.yaml")).tables
    (tmp_path / "导出.docx").write_bytes(write_word_form([lay_out(table, template_for(table, profiles, "general"))]))
    assert (_run(tmp_path).summary.tables, _run(tmp_path).doubled) == (1, 1)


def test_another_document_of_the_same_name_is_judged(tmp_path: Path) -> None:
    for year, name in (("2023", "甲项目"), ("2024", "乙项目")):
        (tmp_path / year).mkdir()
        write_word(tmp_path / year / "目标表.docx", form(name))
    (tmp_path / "甲.yaml").write_text(_as_yaml(tmp_path / "2023" / "目标表.docx"), encoding="utf-8")
    found = _run(tmp_path)
    assert (found.summary.tables, found.doubled) == (2, 1)
    assert {finding.table.name for finding in found.findings} == {"甲项目", "乙项目"}


def test_what_an_office_program_leaves_beside_an_open_document_is_not_looked_at(tmp_path: Path) -> None:
    write_word(tmp_path / "甲.docx", form("甲项目"))
    for name in ("~$甲.docx", ".~甲.docx", ".隐藏.docx"):
        (tmp_path / name).write_bytes(b"lock")
    (tmp_path / "忽略.docx").write_bytes(b"ignored")
    (tmp_path / ".gitignore").write_text("忽略.docx\n", encoding="utf-8")
    found = _run(tmp_path)
    assert (found.summary.tables, list(found.errors)) == (1, [])


def test_a_document_that_cannot_be_opened_is_named_and_hides_no_other(tmp_path: Path) -> None:
    write_word(tmp_path / "甲.docx", form("甲项目"))
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 cut short")
    found = _run(tmp_path)
    assert found.summary.tables == 1
    assert [Path(error.path).name for error in found.errors] == ["坏.xlsx"]


def test_commands_that_write_do_not_look_at_documents_in_folders(tmp_path: Path) -> None:
    write_word(tmp_path / "甲.docx", form("甲项目"))
    assert _run(tmp_path, whole=False).summary.tables == 0


def test_without_the_libraries_documents_are_counted_and_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_word(tmp_path / "甲.docx", form("甲项目"))
    plan = Plan((tmp_path,), Options(), no_config=True, cached=False, documents=True)
    assert discovering.passed_over(plan) == 0
    monkeypatch.setattr(discovering, "can_read", lambda: False)
    assert discovering.passed_over(plan) == 1
    assert (run.run(plan).summary.tables, list(run.run(plan).errors)) == (0, [])
    assert documents.can_read()


LIST = "项目,一级指标,二级指标,三级指标,指标值\n村医补助,产出指标,数量指标,补助人数,160人\n"


@pytest.mark.parametrize(
    ("name", "data", "count"),
    [
        ("目标.csv", LIST.encode("gb18030"), 1),
        ("目标.md", LIST.replace(",", "|").encode(), 1),
        ("目标.txt", LIST.replace(",", "\t").encode("utf-16-le"), 1),
        ("绩效目标表.pdf", b"%PDF-1.7\n", 1),
        ("名册.csv", "姓名,单位\n某某,某局\n".encode(), 0),
        ("README.md", f"perflint 读入：\n{LIST}".encode(), 0),
        ("照片.pdf", b"%PDF-1.7\n", 0),
    ],
)
def test_files_of_other_kinds_that_seem_to_hold_a_table_are_counted(
    name: str, data: bytes, count: int, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / ".gitignore").write_text("昨日*\n", encoding="utf-8")
    (tmp_path / f"昨日{name}").write_bytes(data)
    assert _run(tmp_path).omitted.unlooked == count
    assert _run(tmp_path, whole=False).omitted.unlooked == 0


def test_a_list_whose_tables_lie_as_yaml_beside_it_is_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "目标.csv"
    path.write_text(LIST, encoding="utf-8")
    (tmp_path / "目标.yaml").write_text(_as_yaml(path), encoding="utf-8")
    assert _run(tmp_path).omitted.unlooked == 0

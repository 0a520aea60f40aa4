"""`perflint check` on office documents: the findings of the table, at the places of the document."""

from pathlib import Path

import pytest

from perflint.judge import InputError
from perflint.judge.inspection import Inspection
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.documents import is_document, numbers
from tests.office.fixtures import EXAMPLES, build

_TEXT = (
    "2023年某县某局项目绩效目标表\n项目编码\t130324\t项目名称\t综合经费\t\t\n"
    "一级指标\t二级指标\t三级指标\t绩效指标描述\t指标值\t指标值确定依据\n"
    "产出指标\t质量指标\t运转保障率\t工作保障率\t≤100%\t年度工作安排\n"
)


def _inspect(data: bytes, path: str, **options: str) -> Inspection:
    found = Checker(Config(), Options(**options)).check(data, path)  # type: ignore[arg-type]
    assert isinstance(found, Inspection)
    return found


def test_a_finding_names_table_row_and_column(tmp_path: Path) -> None:
    document = build("hebei-monthly", tmp_path)[0].path
    found = _inspect(document.read_bytes(), document.name)
    (cost,) = [finding for finding in found.findings if finding.code == "DIR008"]
    assert cost.message.startswith("[表2 第5行第5列] ")
    assert (cost.place.path, cost.place.line, cost.place.column) == ("lulong-01.docx", 5, 5)
    assert cost.fix is None


@pytest.mark.parametrize("kind", [".docx", ".xlsx", ".html"])
def test_a_document_has_the_findings_of_its_table(kind: str, tmp_path: Path) -> None:
    document = next(one.path for one in build("hebei-monthly", tmp_path) if one.path.name == f"lulong-01{kind}")
    found = _inspect(document.read_bytes(), document.name)
    expected = _inspect((EXAMPLES / "lulong-2023" / "01.yaml").read_bytes(), "01.yaml")
    spaces = {"PLN016"} if kind == ".html" else set()  # HTML does not keep the blanks around 100% that PLN016 is about
    wanted = [(one.code, str(one.indicator)) for one in expected.findings if one.code not in spaces]
    assert sorted((one.code, str(one.indicator)) for one in found.findings) == sorted(wanted)
    assert found.glance.indicators == expected.glance.indicators


def test_text_is_found_by_its_lines() -> None:
    found = _inspect(_TEXT.encode(), "folder/a.txt", select=("DIR001",))  # type: ignore[arg-type]
    assert [(one.code, one.place.line, one.place.column) for one in found.findings] == [("DIR001", 4, 5)]


def test_each_of_several_tables_is_named(tmp_path: Path) -> None:
    document = next(one.path for one in build("hebei-monthly", tmp_path) if one.path.name == "lulong-all.docx")
    found = _inspect(document.read_bytes(), document.name)
    assert found.glance.tables == 12
    assert all(one.message.startswith("[") for one in found.findings)
    assert len({one.message.partition(" ")[0] for one in found.findings}) > 12


def test_the_profile_of_the_command_line_counts() -> None:
    found = _inspect(_TEXT.encode(), "a.txt", profile="hubei")
    assert not [one for one in found.findings if one.code == "PLN016"]


def test_what_cannot_be_opened_is_an_input_error() -> None:
    for lang, words in (("zh", "无法"), ("en", "cannot")):
        found = Checker(Config(), Options(lang=lang)).check(b"PK\x03\x04 broken", "a.docx")
        assert isinstance(found, InputError)
        assert found.path == "a.docx"
        assert words or found.message


def test_places_as_numbers() -> None:
    assert numbers("表2 第5行第3列") == (5, 3)
    assert numbers("Sheet1!AB12") == (12, 28)
    assert numbers("第12行") == (12, 1)
    assert numbers("第3段") == (3, 1)
    assert numbers("") == (1, 1)
    assert is_document("A.DOCX")
    assert not is_document("a.yaml")


def test_yaml_under_the_name_of_a_text_is_still_read() -> None:
    data = "kind: project\nindicators:\n  - {level2: 质量指标, name: 运转保障率, value: ≤100%}\n".encode()
    assert [one.code for one in _inspect(data, "a.txt", select=("DIR001",)).findings] == ["DIR001"]  # type: ignore[arg-type]

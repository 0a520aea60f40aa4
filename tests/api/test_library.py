"""The library: the same findings as the command line, from texts and bytes, in pieces and in another process."""

import ast
import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import perflint
from perflint.report import render_json
from tests.starting import perflint as command

ROOT = Path(__file__).parents[2]
TABLES = sorted((ROOT / "examples" / "lulong-2023").glob("*.yaml"))
TEXT = TABLES[2].read_text(encoding="utf-8")


def data_of(report: perflint.Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(render_json(report)))
    return found


def test_importing_loads_nothing_and_offers_what_the_stub_declares() -> None:
    script = "import sys, perflint; print(*sorted(m for m in sys.modules if m.startswith('perflint')), *dir(perflint))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)  # noqa: S603
    stub = ast.parse((ROOT / "perflint" / "__init__.pyi").read_text(encoding="utf-8"))
    declared = next(ast.literal_eval(one.value) for one in stub.body if isinstance(one, ast.Assign))
    assert done.stdout.split() == ["perflint", "perflint.version", *sorted(declared)]
    assert all(getattr(perflint, name) is not None for name in declared)


def test_nothing_below_imports_from_the_library_itself() -> None:
    for path in sorted(
        (ROOT / "perflint").rglob("*.py")
    ):  # it would make one circle of all modules, for the type checker
        assert "\nfrom perflint import " not in path.read_text(encoding="utf-8"), path


def test_a_name_that_is_none_is_told() -> None:
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        _ = perflint.chekc  # type: ignore[attr-defined]


def test_check_reports_what_the_command_reports() -> None:
    environment = {"PYTHONIOENCODING": "utf-8", "LANG": "zh_CN.UTF-8"}
    done = command(
        "check", "--format", "json", "--lang", "en", "examples/lulong-2023", folder=ROOT, environment=environment
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        report = perflint.check("examples/lulong-2023", lang="en")
    assert data_of(report) == json.loads(done.stdout)


def test_inspections_from_elsewhere_conclude_as_a_run_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    checker = pickle.loads(pickle.dumps(perflint.Checker()))  # noqa: S301  # made here
    names = [path.relative_to(ROOT).as_posix() for path in TABLES]
    inspections = [checker.inspect((ROOT / name).read_bytes(), name) for name in reversed(names)]
    report = perflint.conclude(pickle.loads(pickle.dumps(inspections)))  # noqa: S301  # made here
    assert data_of(report) == data_of(perflint.check("examples/lulong-2023"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_and_bytes_are_found_alike(encoding: str) -> None:
    found = data_of(perflint.check_text(TEXT, "03.yaml"))
    assert found["findings"]
    assert data_of(perflint.check_text(TEXT.encode(encoding), "03.yaml"))["findings"] == found["findings"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_fix_keeps_encoding_and_line_ends(encoding: str) -> None:
    data = TEXT.replace("\n", "\r\n").encode(encoding)
    fixed = perflint.fix_text(data, unsafe=True)
    assert fixed.mended
    assert fixed.text == fixed.data.decode(encoding)
    assert fixed.text.replace("\r\n", "\n") == perflint.fix_text(TEXT, unsafe=True).text
    assert fixed.data[:3] == data[:3]
    assert not {finding.code for finding in fixed.mended} & {
        finding.code for finding in fixed.report.findings if finding.fix and finding.severity is perflint.Severity.ERROR
    }


def test_what_cannot_be_mended_comes_back_untouched() -> None:
    broken = perflint.fix_text("年度: [2024\n")
    assert (broken.text, broken.mended) == ("年度: [2024\n", ())
    assert "语法" in broken.kept
    assert broken.report.summary.errors == 1
    unread = perflint.fix_text(b"\x00\x01\x02", lang="en")
    assert unread.data == b"\x00\x01\x02"
    assert unread.report.errors


def test_an_input_that_cannot_be_read_is_a_value(tmp_path: Path) -> None:
    inspection = perflint.Checker().inspect(b"\x00\x01\x02", "a.yaml")
    assert inspection.error
    assert [error.path for error in perflint.conclude([inspection]).errors] == ["a.yaml"]
    assert [error.path for error in perflint.check(tmp_path / "none.yaml").errors] == [f"{tmp_path}/none.yaml"]


def test_half_a_surrogate_pair_is_no_traceback() -> None:
    report = perflint.check_text("项目: {名称: \ud800}\n")
    assert report.errors or report.findings


def test_wrong_settings_are_named_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "perflint.yaml").write_text("ignroe: [DIR]\n", encoding="utf-8")
    with pytest.raises(perflint.ERRORS, match=r"没有“ignroe”.* / .*`ignore`"):
        perflint.Checker(tmp_path / "perflint.yaml")
    with pytest.raises(ValueError, match=r"应为 zh 或 en.* / .*`fr`"):
        perflint.check_text(TEXT, lang="fr")
    with pytest.raises(perflint.ERRORS):
        perflint.check_text(TEXT, select="DIR999")


def test_a_configuration_goes_with_the_checker(tmp_path: Path) -> None:
    config = tmp_path / "perflint.yaml"
    config.write_text("select: [DIR001]\n", encoding="utf-8")
    checker = pickle.loads(pickle.dumps(perflint.Checker(config)))  # noqa: S301  # made here
    config.unlink()
    assert {finding.code for finding in checker.inspect(TEXT).findings} == {"DIR001"}


def test_inspections_under_different_options_are_not_mixed() -> None:
    with pytest.raises(ValueError, match="different options"):
        perflint.conclude([perflint.Checker(lang=lang).inspect(TEXT) for lang in ("zh", "en")])


def test_a_document_is_imported_or_says_why_not() -> None:
    text = "项目名称\t校舍维修项目\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t质量指标\t合格率\t≥95%\n"
    (table,) = perflint.import_document(text.encode(), "表.txt", keys="en")
    assert "name: 校舍维修项目" in table
    with pytest.raises(perflint.DocumentError, match=" / "):
        perflint.import_document(b"PK\x03\x04 damaged", "表.docx")


def test_an_inspection_tells_whose_tables_it_holds() -> None:
    table = "预算单位: {}\n项目: {{名称: 校舍维修}}\n绩效指标:\n  - {{三级指标: 合格率, 指标值: ≥95%}}\n"
    text = "---\n".join(map(table.format, ("414001 青山县教育局本级", "青山县教育局", "临川市教育局")))
    assert perflint.Checker().inspect(text).agencies == ("青山县教育局", "临川市教育局")
    assert perflint.Checker().inspect(b"\x00").agencies == ()

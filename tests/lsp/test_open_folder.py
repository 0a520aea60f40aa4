"""What an open folder brings: other tables to compare with, configurations and rules that change, files that are left out."""

import shutil
from pathlib import Path

from lsprotocol import types

from perflint.cli.init import _TABLE as CLEAN
from perflint.judge.pack import rule_files
from tests.lsp.editor import Editor, use

FLAWED = CLEAN.replace("≤5万元", "约5万元以下")
TWIN = CLEAN.replace("食品安全抽检经费", "药品安全抽检经费")


def codes(published: types.PublishDiagnosticsParams) -> list[object]:
    return [one.code for one in published.diagnostics]


def compared(published: types.PublishDiagnosticsParams) -> list[types.Diagnostic]:
    return [one for one in published.diagnostics if str(one.code).startswith("XTB")]


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_findings_across_files_name_the_other_file(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", CLEAN)
    write(tmp_path, "下级/b.yaml", "# 另一张表，行号不同\n\n" + TWIN)

    async def story(editor: Editor) -> None:
        found = compared(await editor.until("a.yaml", lambda one: bool(compared(one)), CLEAN))
        related = [other for one in found for other in one.related_information or ()]
        assert {one.location.uri for one in related} == {editor.uri("下级/b.yaml")}
        lines = (tmp_path / "下级" / "b.yaml").read_text(encoding="utf-8").split("\n")
        for one in related:
            at = one.location.range
            assert one.message == f"另一张表：{lines[at.start.line][at.start.character : at.end.character]}"

    use(tmp_path, story)


def test_what_is_typed_in_one_file_changes_the_findings_of_another(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", CLEAN)
    write(tmp_path, "b.yaml", TWIN)

    async def story(editor: Editor) -> None:
        await editor.until("a.yaml", lambda one: bool(compared(one)), CLEAN)
        await editor.open("b.yaml", TWIN)
        editor.type("b.yaml", TWIN.replace("预算单位: 某某局", "预算单位: 别的局"), 2)
        await editor.until("a.yaml", lambda one: not compared(one))
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(editor.document("b.yaml")))
        await editor.until("a.yaml", lambda one: bool(compared(one)))

    use(tmp_path, story)


def test_a_file_that_another_program_writes_is_compared_too(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", CLEAN)

    async def story(editor: Editor) -> None:
        assert codes(await editor.open("a.yaml", CLEAN)) == []
        assert editor.watched == ["**/*.{yaml,yml}", "**/pyproject.toml", "**/.gitignore", "**/*baseline*.json"]
        write(tmp_path, "b.yaml", TWIN)
        editor.wrote("b.yaml")
        await editor.until("a.yaml", lambda one: bool(compared(one)))
        (tmp_path / "b.yaml").unlink()
        editor.wrote("b.yaml")
        await editor.until("a.yaml", lambda one: not compared(one))

    use(tmp_path, story)


def test_a_configuration_that_appears_changes_and_goes(tmp_path: Path) -> None:
    async def story(editor: Editor) -> None:
        assert codes(await editor.open("a.yaml", FLAWED)) == ["VAL013"]
        write(tmp_path, "perflint.yaml", "ignore: [VAL013]\n")
        editor.wrote("perflint.yaml")
        assert codes(await editor.published("a.yaml")) == []
        write(tmp_path, "perflint.yaml", "severity: {VAL013: error}\n")
        editor.wrote("perflint.yaml")
        [found] = (await editor.published("a.yaml")).diagnostics
        assert found.severity is types.DiagnosticSeverity.Error
        (tmp_path / "perflint.yaml").unlink()
        editor.wrote("perflint.yaml")
        [found] = (await editor.published("a.yaml")).diagnostics
        assert found.severity is types.DiagnosticSeverity.Warning

    use(tmp_path, story)


def test_a_rule_of_a_pack_that_changes_judges_anew(tmp_path: Path) -> None:
    shipped = next(path for path, _ in rule_files() if path.name.startswith("VAL013"))
    own = shipped.read_text(encoding="utf-8").replace("id: VAL013", "id: OWN013").replace("VAL013", "OWN013")
    own = own.replace("name: ", "name: own-", 1)
    write(tmp_path, "perflint.yaml", "rules: [packs]\nignore: [VAL013]\n")
    write(tmp_path, "packs/value/OWN013.yaml", own)

    async def story(editor: Editor) -> None:
        assert codes(await editor.open("a.yaml", FLAWED)) == ["OWN013"]
        write(tmp_path, "packs/value/OWN013.yaml", own.replace("severity: warning", "severity: error", 1))
        editor.wrote("packs/value/OWN013.yaml")
        [found] = (await editor.published("a.yaml")).diagnostics
        assert found.severity is types.DiagnosticSeverity.Error

    use(tmp_path, story)


def test_excluded_files_get_no_diagnostics_and_are_not_compared(tmp_path: Path) -> None:
    write(tmp_path, "perflint.yaml", "exclude: [drafts, '!drafts/kept.yaml']\n")
    write(tmp_path, "drafts/b.yaml", TWIN)

    async def story(editor: Editor) -> None:
        assert codes(await editor.open("drafts/b.yaml", FLAWED)) == []
        assert codes(await editor.open("a.yaml", FLAWED)) == ["VAL013"]
        write(tmp_path, "perflint.yaml", "lang: zh\n")
        editor.wrote("perflint.yaml")
        await editor.until("drafts/b.yaml", lambda one: codes(one) == ["VAL013"])

    use(tmp_path, story)


def test_a_text_that_was_never_saved_is_judged_under_the_configuration_of_the_folder(tmp_path: Path) -> None:
    write(tmp_path, "perflint.yaml", "severity: {VAL013: error}\nexclude: ['*.yaml']\n")
    write(tmp_path, "b.yaml", TWIN)

    async def story(editor: Editor) -> None:
        [found] = (await editor.open("untitled:Untitled-1", FLAWED)).diagnostics
        assert (found.code, found.severity) == ("VAL013", types.DiagnosticSeverity.Error)
        hover = await editor.client.text_document_hover_async(
            types.HoverParams(editor.document("untitled:Untitled-1"), found.range.start)
        )
        assert hover is not None
        editor.type("untitled:Untitled-1", CLEAN, 2)
        assert codes(await editor.published("untitled:Untitled-1")) == []

    use(tmp_path, story)


def test_the_editor_asks_for_a_profile_and_a_mildest_severity(tmp_path: Path) -> None:
    async def story(editor: Editor) -> list[object]:
        return codes(await editor.open("a.yaml", FLAWED))

    assert use(tmp_path, story, wishes={"minSeverity": "error"}) == []
    assert use(tmp_path, story, wishes={"minSeverity": "nonsense"}) == ["VAL013"]
    assert "VAL013" in use(tmp_path, story, wishes={"profile": "mof-2021"})
    assert use(tmp_path, story, wishes={"profile": "nowhere"}) == [None]
    shutil.rmtree(tmp_path)

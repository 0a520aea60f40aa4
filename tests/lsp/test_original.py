"""The document that a table was imported from, and the place in it of the cell under the cursor."""

from pathlib import Path
from typing import Any

from lsprotocol import types

from perflint.workspace.configuration.config import Config
from perflint.workspace.documents import Document, open_document
from tests.lsp.editor import Editor, use
from tests.lsp.test_server import at
from tests.office.annotate.word_package import NAME, form, p, package, r, row

PAPER = package(form(row(p(r("≤98%"))), row(p(r("≥95%")), "返修率")))


def imported() -> str:
    document = open_document(PAPER, NAME, Config(), "zh")
    assert isinstance(document, Document)
    return document.source.text


async def asked(editor: Editor, name: str, position: types.Position) -> Any:  # noqa: ANN401  # what a command yields
    arguments = [editor.uri(name), {"line": position.line, "character": position.character}]
    found = await editor.client.workspace_execute_command_async(
        types.ExecuteCommandParams("perflint.original", arguments)
    )
    return found if found is None or isinstance(found, dict) else found._asdict()


def test_the_document_beside_the_table_names_the_very_cell(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(PAPER)
    (tmp_path / "tables").mkdir()
    text = imported()
    # The officer has put a row before: the row is still known by its name.
    start = text.index("  - {一级指标")
    grown = text[:start] + "  - {一级指标: 产出指标, 三级指标: 新的一行, 指标值: 1个}\n" + text[start:]

    async def story(editor: Editor) -> None:
        for name, content in (("a.yaml", text), ("tables/b.yaml", grown)):
            await editor.open(name, content)
            value = await asked(editor, name, at(content, "≤98%"))
            assert (value["file"], value["path"]) == (NAME, str(tmp_path / NAME))
            assert value["place"] == "表1 第5行第4列"
            assert (await asked(editor, name, at(content, "返修率")))["place"] == "表1 第6行第3列"
        assert (await asked(editor, "tables/b.yaml", at(grown, "新的一行")))["place"] == ""

    use(tmp_path, story)


def test_without_the_document_the_row_is_named_and_without_a_source_nothing(tmp_path: Path) -> None:
    text = imported()

    async def story(editor: Editor) -> None:
        await editor.open("a.yaml", text)
        assert await asked(editor, "a.yaml", at(text, "≤98%")) == {"file": NAME, "path": "", "place": "表1 第5行"}
        await editor.open("b.yaml", text.replace("x-source", "x-other"))
        assert await asked(editor, "b.yaml", types.Position(1, 0)) is None
        assert await asked(editor, "not-open.yaml", types.Position(0, 0)) is None

    use(tmp_path, story)

"""`perflint lsp` as an editor meets it: another process, spoken to over standard input and output."""

from pathlib import Path

import pytest
from lsprotocol import types

from perflint.cli.init import _TABLE as CLEAN
from tests.lsp.editor import Editor, applied, use

FLAWED = CLEAN.replace("三级指标: 抽检检验费", "三级指标: 😀𠮷抽检检验费").replace("≤5万元", "约5万元以下")
ROUNDABOUT = CLEAN.replace("≥130批次", "≧130批次")


def line_of(text: str, part: str) -> tuple[int, str]:
    number = next(number for number, line in enumerate(text.split("\n")) if part in line)
    return number, text.split("\n")[number]


def at(text: str, part: str) -> types.Position:
    number, line = line_of(text, part)
    return types.Position(number, len(line[: line.index(part)].encode("utf-16-le")) // 2)


def codes(published: types.PublishDiagnosticsParams) -> list[object]:
    return [one.code for one in published.diagnostics]


@pytest.mark.parametrize(
    ("encoding", "codec", "size"), [("", "utf-16-le", 2), ("utf-8", "utf-8", 1), ("utf-32", "utf-32-le", 4)]
)
def test_columns_are_counted_as_agreed_behind_emoji_and_rare_characters(
    tmp_path: Path, encoding: str, codec: str, size: int
) -> None:
    async def story(editor: Editor) -> types.PublishDiagnosticsParams:
        return await editor.open("表.yaml", FLAWED)

    published = use(tmp_path, story, encodings=(encoding,) if encoding else ())
    found = next(one for one in published.diagnostics if one.code == "VAL013")
    number, line = line_of(FLAWED, "约5万元以下")
    start = len(line[: line.index("约")].encode(codec)) // size
    end = start + len("约5万元以下".encode(codec)) // size
    assert found.range == types.Range(types.Position(number, start), types.Position(number, end))


def test_a_diagnostic_says_what_a_finding_says(tmp_path: Path) -> None:
    async def story(editor: Editor) -> types.PublishDiagnosticsParams:
        return await editor.open("a.yaml", FLAWED)

    published = use(tmp_path, story)
    found = next(one for one in published.diagnostics if one.code == "VAL013")
    assert published.version == 1
    assert found.severity is types.DiagnosticSeverity.Warning
    assert found.source == "perflint"
    assert "约5万元以下" in found.message
    assert found.code_description is not None
    assert found.code_description.href.startswith("file:")
    assert "VAL013" in found.code_description.href


def test_diagnostics_follow_typing_and_go_with_the_text(tmp_path: Path) -> None:
    async def story(editor: Editor) -> None:
        assert "VAL013" in codes(await editor.open("a.yaml", FLAWED))
        for version in range(2, 30):
            editor.type("a.yaml", FLAWED + "\n" * version, version)
        editor.type("a.yaml", CLEAN, 30)
        published = await editor.published("a.yaml")
        assert (published.version, codes(published)) == (30, [])
        assert editor.quiet()
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(editor.document("a.yaml")))
        assert codes(await editor.published("a.yaml")) == []

    use(tmp_path, story)


def test_related_places_are_told(tmp_path: Path) -> None:
    unlike = CLEAN.replace("财政资金: 5.00万元", "财政资金: 6.00万元")

    async def story(editor: Editor) -> types.PublishDiagnosticsParams:
        return await editor.open("a.yaml", unlike)

    published = use(tmp_path, story)
    found = next(one for one in published.diagnostics if one.code == "BUD001")
    [other] = found.related_information or ()
    assert other.location.uri == published.uri
    assert (found.range.start, other.location.range.start) == (at(unlike, "5.00万元"), at(unlike, "6.00万元"))


def test_hover_reads_a_value_and_shows_the_rule(tmp_path: Path) -> None:
    async def story(editor: Editor) -> list[str]:
        await editor.open("a.yaml", FLAWED)
        texts = []
        for part in ("≥130批次", "约5万元以下", "一级指标: 产出"):
            found = await editor.client.text_document_hover_async(
                types.HoverParams(editor.document("a.yaml"), at(FLAWED, part))
            )
            texts.append(found.contents.value if found and isinstance(found.contents, types.MarkupContent) else "")
        return texts

    plain, flawed, nothing = use(tmp_path, story)
    assert plain == "**指标值的读法**：数值\n- `≥130批次` → ≥ 130 批次"
    assert "### VAL013" in flawed
    assert "50000 元" in flawed
    assert nothing == ""


def test_a_fix_is_an_edit_that_repairs(tmp_path: Path) -> None:
    async def story(editor: Editor) -> str:
        published = await editor.open("a.yaml", ROUNDABOUT)
        found = published.diagnostics[0]
        context = types.CodeActionContext([found])
        actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(editor.document("a.yaml"), found.range, context)
        )
        action = next(one for one in actions or [] if isinstance(one, types.CodeAction) and one.is_preferred)
        assert action.kind == types.CodeActionKind.QuickFix
        assert action.edit is not None
        assert action.edit.changes is not None
        return applied(ROUNDABOUT, list(action.edit.changes[editor.uri("a.yaml")]))

    assert use(tmp_path, story) == CLEAN


def test_a_comment_suppresses_and_says_nothing_else(tmp_path: Path) -> None:
    async def story(editor: Editor) -> None:
        published = await editor.open("a.yaml", FLAWED)
        found = next(one for one in published.diagnostics if one.code == "VAL013")
        actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(editor.document("a.yaml"), found.range, types.CodeActionContext([found]))
        )
        action = next(one for one in actions or [] if isinstance(one, types.CodeAction) and "屏蔽 VAL013" in one.title)
        assert action.edit is not None
        assert action.edit.changes is not None
        after = applied(FLAWED, list(action.edit.changes[editor.uri("a.yaml")]))
        assert line_of(after, "约5万元以下")[1].endswith("} # perflint: ignore[VAL013] （请写明理由）")
        editor.type("a.yaml", after, 2)
        assert codes(await editor.published("a.yaml")) == []

    use(tmp_path, story)


def test_all_safe_fixes_in_one_action(tmp_path: Path) -> None:
    async def story(editor: Editor) -> str:
        await editor.open("a.yaml", ROUNDABOUT)
        start = types.Position(0, 0)
        context = types.CodeActionContext([], only=[types.CodeActionKind.SourceFixAll])
        actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(editor.document("a.yaml"), types.Range(start, start), context)
        )
        [action] = [one for one in actions or [] if isinstance(one, types.CodeAction)]
        assert action.edit is not None
        assert action.edit.changes is not None
        return applied(ROUNDABOUT, list(action.edit.changes[editor.uri("a.yaml")]))

    assert use(tmp_path, story) == CLEAN


def test_completion_while_typing(tmp_path: Path) -> None:
    text = "绩效指标:\n  - 一级指标: 效益指标\n    二级指标: 社"

    async def story(editor: Editor) -> list[types.CompletionItem]:
        await editor.open("a.yaml", text)
        position = types.Position(2, len("    二级指标: 社"))
        found = await editor.client.text_document_completion_async(
            types.CompletionParams(editor.document("a.yaml"), position)
        )
        assert isinstance(found, list)
        return found

    items = use(tmp_path, story)
    assert [one.label for one in items] == ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"]
    edit = items[1].text_edit
    assert isinstance(edit, types.TextEdit)
    assert applied(text, [edit]) == text[:-1] + "社会效益指标"


def test_a_broken_configuration_is_said_and_a_mended_one_taken(tmp_path: Path) -> None:
    settings = tmp_path / "perflint.yaml"
    settings.write_text("profil: general\n", encoding="utf-8")

    async def story(editor: Editor) -> None:
        [told] = (await editor.open("a.yaml", FLAWED)).diagnostics
        assert "profil" in told.message
        settings.write_text("ignore: [VAL013]\n", encoding="utf-8")
        saved = types.DidSaveTextDocumentParams(editor.document("perflint.yaml"))
        editor.client.text_document_did_save(saved)
        assert codes(await editor.published("a.yaml")) == []

    use(tmp_path, story)


@pytest.mark.parametrize(("lang", "said"), [("", "is approximate"), ("zh", "是约数")])
def test_the_editor_decides_the_language_where_nothing_else_does(tmp_path: Path, lang: str, said: str) -> None:
    async def story(editor: Editor) -> str:
        return (await editor.open("a.yaml", FLAWED)).diagnostics[0].message

    assert said in use(tmp_path, story, lang=lang)


@pytest.mark.parametrize("text", ["", "\ufeff" + FLAWED, FLAWED.replace("\n", "\r\n"), FLAWED.replace("\n", "\r")])
def test_marks_and_line_ends_of_any_kind(tmp_path: Path, text: str) -> None:
    async def story(editor: Editor) -> types.PublishDiagnosticsParams:
        return await editor.open("a.yaml", text)

    found = [one for one in use(tmp_path, story).diagnostics if one.code == "VAL013"]
    number, line = line_of(FLAWED, "约5万元以下")
    column = len(line[: line.index("约")].encode("utf-16-le")) // 2
    assert [one.range.start for one in found] == ([types.Position(number, column)] if text else [])


HOSTILE = (
    "\0\0",
    "{" * 3000,
    "- [",
    "a: \udc80",
    "绩效指标: [{",
    "\x85\u2028: ‘",
    "? |\n\t- :",
    "&a *a",
    "}]: [}",
    "9" * 9999,
)


def test_no_text_upsets_the_server(tmp_path: Path) -> None:
    async def story(editor: Editor) -> None:
        end = types.Position(9, 99)
        for number, text in enumerate(HOSTILE):
            name = f"{number}.yaml"
            await editor.open(name, text)
            document, span = editor.document(name), types.Range(types.Position(0, 0), end)
            await editor.client.text_document_hover_async(types.HoverParams(document, end))
            await editor.client.text_document_completion_async(types.CompletionParams(document, end))
            context = types.CodeActionContext([])
            await editor.client.text_document_code_action_async(types.CodeActionParams(document, span, context))

    use(tmp_path, story)

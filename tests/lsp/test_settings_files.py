"""A configuration and a rule file are told what is wrong in them, in the file itself."""

from pathlib import Path

import pytest
from lsprotocol import types

from perflint.judge.pack import rule_files
from tests.lsp.editor import Editor, use

SHIPPED = next(path for path, _ in rule_files() if path.name.startswith("VAL013"))
RULE = SHIPPED.read_text(encoding="utf-8").replace("VAL013", "OWN013").replace("name: ", "name: own-", 1)


def marked(text: str, one: types.Diagnostic) -> str:
    return text.split("\n")[one.range.start.line][one.range.start.character : one.range.end.character]


@pytest.mark.parametrize(
    ("text", "mark", "said"),
    [
        ("lang: zh\nignor: [VAL]\n", "ignor: [VAL]", "没有“ignor”这个配置项"),
        ("lang: zh\nfail_on: sometimes\n", "fail_on: sometimes", "fail_on: 应为"),
        ("# 注\nignore: [ABC123]\n", "ABC123", "ABC123"),
        ("profile: nowhere\n", "nowhere", "没有名为“nowhere”的模板"),
        ("rules: [packs]\n", "rules: [packs]", "没有“packs”这个文件夹或文件"),
        ("ignore: [VAL\n", "", ""),
        ("settings: {no_such_setting: 1}\n", "no_such_setting", "no_such_setting"),
    ],
)
def test_a_mistake_of_a_configuration_stands_at_its_line(tmp_path: Path, text: str, mark: str, said: str) -> None:
    async def story(editor: Editor) -> list[types.Diagnostic]:
        return list((await editor.open("perflint.yaml", text)).diagnostics)

    [found] = use(tmp_path, story)
    assert found.severity is types.DiagnosticSeverity.Error
    assert said in found.message
    assert " / " not in found.message
    if mark:
        assert marked(text, found) == mark


def test_a_configuration_is_judged_as_it_is_typed_in_the_language_of_the_editor(tmp_path: Path) -> None:
    async def story(editor: Editor) -> None:
        assert not (await editor.open("perflint.yaml", "lang: zh\n")).diagnostics
        editor.type("perflint.yaml", "lang: zh\nignor: []\n", 2)
        [found] = (await editor.published("perflint.yaml")).diagnostics
        assert found.message == "there is no key `ignor`; did you mean `ignore`?"
        editor.type("perflint.yaml", "ignore: []\n", 3)
        assert not (await editor.published("perflint.yaml")).diagnostics

    use(tmp_path, story, lang="")


def test_a_rule_file_of_a_pack_is_told_its_mistakes(tmp_path: Path) -> None:
    (tmp_path / "packs" / "value").mkdir(parents=True)
    (tmp_path / "perflint.yaml").write_text("rules: [packs]\n", encoding="utf-8")
    (tmp_path / "packs" / "value" / "OWN013.yaml").write_text(RULE, encoding="utf-8")
    unknown = RULE.replace("given:", "gven:")

    async def story(editor: Editor) -> None:
        name = "packs/value/OWN013.yaml"
        assert not (await editor.open(name, RULE)).diagnostics
        editor.type(name, unknown, 2)
        [found] = (await editor.published(name)).diagnostics
        assert marked(unknown, found).startswith("gven:")
        assert "given" in found.message
        editor.type(name, RULE, 3)
        assert not (await editor.published(name)).diagnostics
        # An example that does not hold is told once it is saved.
        failing = RULE.replace("# <- OWN013", "#", 1)
        (tmp_path / name).write_text(failing, encoding="utf-8")
        editor.type(name, failing, 4)
        found = (await editor.published(name)).diagnostics[0]
        assert found.severity is types.DiagnosticSeverity.Warning
        assert "发现问题的是第 1、3、4、5、6 行" in found.message

    use(tmp_path, story)

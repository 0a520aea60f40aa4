"""What is piped in without a name is read as what it is: YAML, a document, or pasted text."""

import pytest

from perflint.workspace.pasted import name_of

_TABBED = "项目名称\t道路养护\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t养护里程\t30公里\n"
_LINES = "2024年项目绩效目标表\n填报单位(盖章):\n项目名称\n道路养护\n资金总额: 250\n一级指标\n二级指标\n"
_NAMES = {
    "a table": ("kind: project\n年度: 2024\n", "stdin.yaml"),
    "a table with a fault": ("表类型: 项目\n绩效指标: [\n", "stdin.yaml"),
    "several tables": ("---\nkind: project\n---\nkind: project\n", "stdin.yaml"),
    "a mapping of other keys": ("a: 1\n", "stdin.yaml"),
    "nothing": ("\n", "stdin.yaml"),
    "tabs": (_TABBED, "stdin.txt"),
    "a cell a line": (_LINES, "stdin.txt"),
    "bars": ("| 项目名称 | 道路养护 |\n| --- | --- |\n", "stdin.txt"),
    "words": ("你好\n", "stdin.txt"),
    "a page": ("<html><body><table></table></body></html>", "stdin.html"),
    "a portable document": ("%PDF-1.7", "stdin.pdf"),
    "a broken archive": ("PK\x03\x04 broken", "stdin.docx"),
}


@pytest.mark.parametrize(("text", "name"), _NAMES.values(), ids=_NAMES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_standard_input_is_read_as_what_it_holds(text: str, name: str, encoding: str) -> None:
    if name not in {"stdin.yaml", "stdin.txt"}:
        encoding = "utf-8"
    assert name_of(text.encode(encoding), "stdin.yaml") == name


def test_a_name_that_was_given_counts() -> None:
    assert name_of(_TABBED.encode(), "表.yaml") == "表.yaml"

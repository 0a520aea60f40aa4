"""Every comment is found, and nothing else that has a # in it."""

import pytest

from perflint.source import parse_text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\n", []),
        ("# 甲\na: 1 # 乙\n  #丙\n", [(" 甲", True), (" 乙", False), ("丙", True)]),
        ("值: 5万元#说明\n", []),
        ("值: '5 # 说明' # 真\n", [(" 真", False)]),
        ('值: "5 # 说明"# 真\n', [(" 真", False)]),
        ("值: |  # 真\n  5 # 假\n  # 假\n# 真\n后: 1\n", [(" 真", False), (" 真", True)]),
        ("值: {a: 1}# 真\n", [(" 真", False)]),
        ('值: 见"附件"#3 # 真\n', [(" 真", False)]),
        ("- a # 甲 # 乙\r\n- b\r\n", [(" 甲 # 乙", False)]),
        ("  # 甲\r# 乙\ra: 1", [(" 甲", True), (" 乙", True)]),
        ("a: 1\n# 😀 perflint: ignore[PLN011] 理由", [(" 😀 perflint: ignore[PLN011] 理由", True)]),
        ("值: &x # 真\n  5 # 真二\n", [(" 真", False), (" 真二", False)]),
        ("a: 1 # 前\n---\nb: [ # 后\n", [(" 前", False)]),
    ],
)
def test_comments(text: str, found: list[tuple[str, bool]]) -> None:
    source = parse_text(text, "表.yaml")
    assert [(comment.text, comment.own_line) for comment in source.comments] == found
    assert [text[comment.start : comment.end] for comment in source.comments] == ["#" + words for words, _ in found]

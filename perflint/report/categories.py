"""The categories of rules by name, in both languages."""

_NAMES = {
    "structure": ("完整性与结构", "Structure and completeness"), "classes": ("指标分类", "Classes and placement"),
    "plan": ("资金支出计划", "Spending plan"), "values": ("指标值与单位", "Values and units"),
    "direction": ("方向与比较符号", "Direction and comparators"), "budget": ("预算数额", "Budget arithmetic"),
    "history": ("历史值与标准", "History and standards"), "sources": ("依据与引用", "Bases and citations"),
    "dates": ("时限与年度", "Deadlines and years"), "across": ("表与表之间", "Across tables"),
    "wording": ("用语与标点", "Wording and typography"), "suppression": ("屏蔽说明", "Suppressions"),
    "evaluation": ("自评与监控", "Self-evaluation and monitoring"),
}  # fmt: skip


def category_name(category: str, lang: str) -> str:
    """Return the name of a category in a language; one of a bureau's own pack goes by its identifier."""
    zh, en = _NAMES.get(category, (category, category))
    return (en if lang == "en" else zh) or "-"

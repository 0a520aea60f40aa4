"""Money that is the work itself: collected, recovered, reviewed, guaranteed or lent; no cost of the budget (TAX011, BUD004)."""

from functools import lru_cache

from perflint.pattern import pattern

_DONE = pattern(
    r"(?:征[收缴]|收缴|清[收缴欠]|追[缴回偿]|挽回|审减|核减|评审|查[处补扣]|罚没|担保|融资|放[款贷]|贷款|信贷|授信|投放|发放|化解|盘活|募集|筹集|认缴|执行到位|核销|撬动)"
    r"[\u4e00-\u9fff]{0,8}?(?:金额|总额|额度?|规模|资金|款项?|税款|欠薪|余额)(?:数|总量)?$"
)
_LENT = pattern(r"贷|担保|融资|信贷|授信")
_GIVEN = pattern(r"发放|核销|投放|放款")
# What the budget pays all the same: 征收补偿金额, 贷款贴息金额, 评审费用; a fee that is collected is not paid.
_PAID = pattern(
    r"补[偿助贴]|贴息|利息|奖|救助|费(?![用]?(?:征|收缴|清缴|追缴))|支出|成本|采购|购置|工资|工程款|代偿|还本|资助"
)


@lru_cache(maxsize=4096)
def names_worked_money(name: str) -> bool:
    """Return whether a name says an amount of money as the work done (审减金额, 社会保险费征缴额, 创业担保贷款发放额)."""
    if _DONE.search(name) is None or _PAID.search(name) is not None:
        return False
    return _GIVEN.search(name) is None or _LENT.search(name) is not None or "券" in name

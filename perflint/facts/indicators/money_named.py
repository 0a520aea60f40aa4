"""Facts about what money a name speaks of: what is spent, or what comes in, is owed or traded (TAX011); prescribed shares (TAX006)."""

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.money.all_years import names_other_money
from perflint.facts.money.worked import names_worked_money
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL
from perflint.pattern import pattern

# Named as an amount by its head: 土地出让收入, 债券付息金额, 进出口总额, 有效投资.
_AMOUNT = pattern(
    r"(?:额度?|收入|规模|余额|价值|总量|资金|款项?|款物|[收产]值|税收|利润|基金|债务|贷款|损失|销量|流水|标的|保费|利息|本金|赔偿|捐赠|投资|消费)(?:数|总数|量)?$"
)
_SPENT = pattern(
    r"费|支出|成本|开支|造价|价款|预算|购置|采购|租赁|维修|维护|维保|印刷|拨付|支付|安排|投入|使用|工程款|劳务|工资|薪酬|花"
)
_NOT_SPENT = pattern(r"[收缴免消欠保续]费|转移支付|社会资[本金]投入|预算收入|非税|[降减]费")
_SAVED = pattern(r"压减|压缩|节约|节省|节支|核减|减免|挽回|盘活|周转金|基金|公积金")
_DEBT = pattern(r"债券|债务|本金|利息|付息|还本")  # to pay it is the work

_SHARE = pattern(
    r"(?:抽[查检测样取]|采样|检查|监测|巡查|核查|复核|回访|出资|配套|自筹|分担|投入|补助|补贴|贴息|报销|让利)比[例率]$"
)


@INDICATOR.fact(
    "other_money",
    BOOL,
    zh="名称是否金额，而说的不是自己花的钱（土地出让收入、债券付息金额、消费券核销金额、带动投资）",
    en="whether the name is an amount of money other than what is spent (土地出让收入, 债券付息金额, 消费券核销金额, 带动投资)",
)
def other_money(row: RowView) -> bool:
    name = plain_name(row.text("name"))
    if _SAVED.search(name) or _DEBT.search(name) or names_worked_money(name) or names_other_money(name):
        return True
    return _AMOUNT.search(name) is not None and _SPENT.search(_NOT_SPENT.sub("", name)) is None


@INDICATOR.fact(
    "prescribed_share",
    BOOL,
    zh="名称是否规定的比例：抽查多少、出资多少（抽检比例、配套比例）",
    en="whether the name is a prescribed share of what is drawn or paid (抽检比例, 配套比例)",
)
def prescribed_share(row: RowView) -> bool:
    return _SHARE.search(plain_name(row.text("name"))) is not None

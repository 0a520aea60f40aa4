"""Whether a cost row tells what a project of several years costs as a whole, beside a budget of one year (domain: BUD003, BUD004)."""

from functools import lru_cache

from perflint.facts.dates.deadline import years_in
from perflint.facts.row import RowView
from perflint.facts.tableview import TableView
from perflint.pattern import pattern
from perflint.typography import fold

_PERIOD = ("project.period", "project.period.start", "project.period.end")
_WHOLE = pattern(
    r"总(?:投资|造价|成本|费用|支出|价|投入|概算|金额)|概算|投资(?:总额|额|规模)|合同(?:价|金额|额)|(?:工程|建设)(?:造价|投资|成本|费)"
)
_FURTHER = pattern(r"跨年|分年|[两二三四五]年|各年|以后年度|下年|次年|结转")
# An investment or a contract as a whole: the budget of one year need not pay it, though the name gives no years.
_INVESTED = pattern(
    r"投资(?:总额|额|规模|概算|估算)?(?:控制数?)?$|概算|估算|决算|结算|造价|(?:合同|工程|中标|招标|标的|项目)(?:总价|价款?|金额|总额|额)|总价|中长期|全周期|全生命周期|累计"
    r"|[两二三四五2-5]年|(?:规划|协议|建设|实施)期|(?:协议|框架)(?:金额|总额)|期内|总投入"
)
# Money that others pay, that is lent, managed or worth so much: 撬动社会资本, 基金规模, 资产总值, 贷款本金.
_OTHERS = pattern(
    r"撬动|带动|吸引|引入|社会资[本金]|金融资[本金]|民间(?:资本|投资)|招商|募集"
    r"|(?:基金|资产|贷款|授信|债券|债务|担保|信贷|保额|存款|国资|保险)[\u4e00-\u9fff]{0,4}(?:规模|总值|价值|原值|净值|总额|本金|余额|发行额|限额|发行量|发放额|金额|额度|投放额)$"
    r"|(?:资产|股权)(?:总值|评估值)?$|(?:产值|产出|销售额|营业额|营业收入|销售收入|交易额|成交额|进出口额|税收|税款)$"
)
# What a cost is called that the budget pays: its name ends in money spent, bought or given.
_SPENT = pattern(
    r"(?:费|费用|成本|支出|经费|开支|补贴|补助|补偿|津贴|工资|薪酬|报酬|奖金|奖励|奖补|慰问金|救助金|助学金|奖学金|抚恤金|生活费|租金|贴息|付息|还本付息|利息|价款|购置|采购|购买|维护|养护|运维|保洁|维修|修缮|改造|建设|服务|印刷|租赁|监理|设计|安装|工程)"
    r"(?:总额|金额|总量|资金|款|价|额|控制数?|预算)?(?:[(].*[)])?$"
)
_MONEY = pattern(r"[资债款额金投值贷收税损]")
_NOT_OURS = pattern(
    r"上级|统筹基金|基金支出|损失|收益|收入|自筹|配套|全[国省市区县州盟旗]|社会(?:投|资)|企业(?:投|自)|民间|地方投|节[约省资]|审减|核减|违约|赔偿|罚|贡献|消费|价值"
)
_REPAID = pattern(r"还本|偿还|归还|付息|利息|兑付|代偿|保费|手续费")


def names_whole(row: RowView) -> bool:
    """Return whether a name may say more than the budget of the year pays.

    So do an investment, a contract or several years as a whole (项目总投资, 合同总价), and money not named as spent (专项债额度).
    """
    return _is_whole(row.name)


@lru_cache(maxsize=4096)
def _is_whole(name: str) -> bool:
    return _INVESTED.search(name) is not None or _NOT_OURS.search(name) is not None or _is_money_alone(name)


def _is_money_alone(name: str) -> bool:
    """Return whether a name says money (专项债额度) and not what it is spent on, as 租赁费 does, or a thing that is bought."""
    return _SPENT.search(name) is None and _MONEY.search(name) is not None


@lru_cache(maxsize=4096)
def names_other_money(name: str) -> bool:
    """Return whether a name says money that the budget does not pay (撬动社会资本, 基金规模, 贷款本金), whatever its class."""
    return _OTHERS.search(name) is not None and _REPAID.search(name) is None and _SPENT.search(name) is None


def tells_all_years(view: TableView, row: RowView) -> bool:
    """Return whether a row names the whole of a project that runs beyond the year of its table."""
    if _WHOLE.search(row.name) is None:
        return False
    return _runs_beyond(view) or _says_so(row) or "概算" in row.text("value")  # 控制在批复概算1.62亿元以内


def _runs_beyond(view: TableView) -> bool:
    texts = [fold(view.text(cell)) for cell in _PERIOD]
    years = {year for text in texts for year in years_in(text if "年" in text or "-" in text else f"{text[:4]}年")}
    return bool(years - {view.scope.year}) if view.scope.year else len(years) > 1


def _says_so(row: RowView) -> bool:
    told = fold(row.text("description") + row.text("remark"))
    return _FURTHER.search(row.name + told) is not None or bool(set(years_in(told)) - {row.scope.year})

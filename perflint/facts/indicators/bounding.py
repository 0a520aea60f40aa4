"""Facts about which bound fits an indicator by its name: events, controlled amounts, standards (domain: §3.5)."""

from perflint.facts.direction import NEGATIVE, plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL
from perflint.pattern import pattern
from perflint.typography import fold

_COUNTS = ("起数", "次数", "人数", "人口", "件数", "宗数", "例数", "个数", "数")
_WORKLOADS = (
    "信访",
    "上访",
    "舆情",
    "纠纷",
    "案件",
    "违法",
    "违规",
    "违约",
    "火灾",
    "疫情",
    "故障",
    "漏洞",
    "缺陷",
    "流失",
    "感染",
)
_GAINS = (
    "节约", "节省", "降低", "减少", "减免", "压减", "下降", "降本", "结余", "增收", "收入", "收益", "效益", "产值", "利润",
    "税收", "挽回", "挽损", "产出比", "撬动", "带动", "吸引", "引进", "社会资本", "社会资金", "自筹", "配套", "投资额", "完成投资",
    "资产", "价值", "保额", "保障额", "销售额", "交易额",
)  # fmt: skip
_PER_HEAD = pattern(r"标准|单价|人均|户均|生均|亩均|平均|单位成本|每|/")
_PAID_OUT = pattern(r"补助|补贴|津贴|工资|奖|助学|救助|慰问|抚恤|补偿")
_ONE_OCCASION = pattern(r"[单每][次期场班批届]")


def _counts_events(row: RowView) -> bool:
    name = plain_name(row.text("name"))
    return name.endswith(_COUNTS) and row.scope.knowledge.directions.of_name(row.text("name")) == NEGATIVE


@INDICATOR.fact(
    "events_counted",
    BOOL,
    zh="名称是否坏事的件数，作为工作量预测的也算",
    en="whether the name counts negative events, be it as a forecast of work",
)
def events_counted(row: RowView) -> bool:
    return _counts_events(row)


@INDICATOR.fact(
    "workload_named",
    BOOL,
    zh="名称是否有常作工作量的坏事（案件、纠纷、舆情、火灾等）",
    en="whether the name has something bad that is often counted as work (案件, 纠纷, 舆情, 火灾 …)",
)
def workload_named(row: RowView) -> bool:
    return any(word in row.name for word in _WORKLOADS)


@INDICATOR.fact("gain_named", BOOL, zh="名称是否指节约、收益", en="whether the name speaks of savings or gains")
def gain_named(row: RowView) -> bool:
    return any(word in row.name for word in _GAINS)


@INDICATOR.fact(
    "benefit_standard",
    BOOL,
    zh="是否补助、低保、待遇标准（有下限是对的）",
    en="whether it is a standard of benefit, for which a floor is right",
)
def benefit_standard(row: RowView) -> bool:
    lexicon = row.scope.knowledge.lexicon
    words = (*lexicon.words("words.benefit_standards"), *lexicon.words("words.benefits"))
    text = row.name + fold(row.text("value"))
    return any(word in text for word in words)


@INDICATOR.fact(
    "fixed_standard",
    BOOL,
    zh="是否按人、按次的固定标准",
    en="whether it is a fixed standard per head or piece",
)
def fixed_standard(row: RowView) -> bool:
    if _PER_HEAD.search(row.name):
        return True
    total = any(scale in row.value.first.printed for scale in "万亿") or row.text("unit").startswith(("万", "亿"))
    return not total and _PAID_OUT.search(row.name) is not None


@INDICATOR.fact(
    "controlled_quantity",
    BOOL,
    zh="是否应当控制的数量（会议、公车、编外人员等，或名称说的是坏事）",
    en="whether it is a quantity to be kept down (会议, 公车, 编外 …, or something bad)",
)
def controlled_quantity(row: RowView) -> bool:
    knowledge = row.scope.knowledge
    words = (*knowledge.lexicon.words("words.controlled_quantities"), *knowledge.directions.words("negative_events"))
    return "事件" in row.name or any(word in row.name for word in words)


@INDICATOR.fact(
    "work_named",
    BOOL,
    zh="名称是否说的是做了多少事（检查次数、示范村数量、硬化里程）",
    en="whether the name speaks of how much is done (检查次数, 示范村数量, 硬化里程)",
)
def work_named(row: RowView) -> bool:
    return row.scope.knowledge.directions.work_named(plain_name(row.text("name")))


@INDICATOR.fact(
    "per_occasion",
    BOOL,
    zh="名称是否只说每次、每期的人数（单次培训人数），多了反而不好",
    en="whether the name is about one occasion (单次培训人数), for which more need not be better",
)
def per_occasion(row: RowView) -> bool:
    return _ONE_OCCASION.search(row.name) is not None

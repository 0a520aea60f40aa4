"""Facts about which bound fits an indicator by its name: events, times, controlled amounts, standards (domain: §3.5)."""

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
# What is kept open for others (每日办理时间, 征求意见反馈时间), or free of what is named (无中断时间): the longer the better, or given.
_OFFERED = pattern(
    r"每[日天周]|热线|窗口|值班|开放|征[求集]|公示|延时|错时|午间|夜间|公告|异议|质疑|申诉|报名|申报|意见|[招投]标|文件|[无未免零]|不(?!动产)"
)
# 处理, 恢复 and the like are also what is done to a material or a patient (污泥好氧处理时间): waited for where something asks for it.
_TREATED = pattern(r"(?:处理|恢复|维修|处置|修复|切换|流转|转运)$")
_ASKED_FOR = pattern(
    r"故障|问题|投诉|诉求|案件|工单|申请|业务|事项|请求|报修|抢险|险情|灾情|突发|应急|事[件故]|舆情|供[水电气热暖]|通[信讯]|网络|系统|设备|交通|服务|路面"
)
_ONE_OCCASION = pattern(r"[单每][次期场班批届]")
_VERB = 2  # characters: a verb, without what it is done to
_KEPT = pattern(r"(?:质保|保修|质量保证)(?:期限?|年限|时限)$|使用寿命$")
_TIME_TAIL = pattern(r"(?:所需|平均|最长)?(?:的)?(?:时间|时长|时限|用时|耗时|天数)$")
_SHORTENED = pattern(r"缩短|减少|压缩|压减|降低|节约|节省|延长|增加")


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


@INDICATOR.fact("wait", BOOL, zh="是否越短越好的时间", en="whether it is a time that is better when shorter")
def wait(row: RowView) -> bool:
    return _is_time(row, "durations_less_is_better") or _is_wait(row)


@INDICATOR.fact("lasting", BOOL, zh="是否越长越好的时间", en="whether it is a time that is better when longer")
def lasting(row: RowView) -> bool:
    return _is_time(row, "durations_more_is_better") or _is_kept(row)


def _is_kept(row: RowView) -> bool:
    """Return whether the name is a span for which something is warranted or usable (质保年限, 保修期限, 使用寿命)."""
    return _KEPT.search(plain_name(row.text("name"))) is not None


def _is_wait(row: RowView) -> bool:
    """Return whether the name is a time for something that is waited for (交付时间, 修复时长), and no change of it."""
    name = plain_name(row.text("name"))
    stem = _TIME_TAIL.sub("", name)
    waited = stem != name and stem.endswith(row.scope.knowledge.directions.words("waits"))
    if not waited or _OFFERED.search(stem) or _SHORTENED.search(name + fold(row.text("value"))):
        return False
    return len(stem) <= _VERB or _ASKED_FOR.search(stem) is not None or _TREATED.search(stem) is None


def _is_time(row: RowView, listed: str) -> bool:
    """Return whether the name ends with a listed time, and nothing is said of a change of it."""
    name = plain_name(row.text("name"))
    if not name.endswith(row.scope.knowledge.directions.words(listed)):
        return False
    return not _SHORTENED.search(name + fold(row.text("value")))

"""Facts about units that cannot be meant: things that are made, in years; lengths in M; standards that do not say for each of what."""

import re
from decimal import Decimal

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Kind
from perflint.typography import fold

_MADE = pattern(
    r"^(?:统一|集中|新)?(?:制作|印制|印刷|购置|采购|购买|新建|修建|建设|建造|搭建|安装|种植|栽植|栽种|更换|悬挂|布设|添置|发放|配备)"
)
_THINGS = pattern(
    r"(?:横幅|条幅|标语|[牌板栏屏灯杆箱桶柜桌椅凳床]|手册|单页|宣传单|传单|折页|海报|图书|书籍|教材|资料|树苗|苗木|树木|花卉|设备|器材|器械|仪器"
    r"|车辆|电脑|打印机|空调|家具|服装|工装|制服|公厕|厕所|机井|护栏|井盖|路灯|摄像头|物资|用品|药品|疫苗|口罩|化肥|种子|农膜|机具|台账|证书"
    r"|(?:桥梁?|[水蓄沼鱼]池|大棚|温室|厂房|校舍|泵站|卫生室|教室|宿舍|食堂|仓库|冷库|广场|公园|停车场|挡墙|护坡)$)"
)
_LASTING = pattern(
    r"服务|租|维护|维保|运维|维修|管护|养护|保养|保险|费|周期|时间|时长|时限|期限|工期|年限|天数|月数|年数|寿命|订阅|监测(?!设备|仪|器|站|点)|物业|劳务|委托|保洁|软件|系统|平台|聘|值守"
    r"|使用|运行|补贴|补助|工资|津贴|质保|保修|速度|进度|有效|次数|频次|持续|保障"
)
_EXTENT = pattern(
    r"(?:射程|里程|[总全]?长|长度|宽|宽度|高度|深度|水深|厚度|距离|半径|直径|管径|间距|跨度|净高|净宽|口径|扬程|水位|延米|铺设(?:管道|管网|电缆|光缆)?|管道|管网|管线|道路|公路|堤防|护岸|渠道|围栏|围墙|桥梁)"
)
_NETWORK = pattern(r"带宽|网络|专线|宽带|流量|速率|互联网|光纤|光缆|存储|内存|接入|上传|下载|数据|兆|网速|线路|容量")
_STANDARD = pattern(
    r"(?:补助|补贴|奖励|奖补|资助|救助|慰问|补偿|津贴|扶持|支持|伙食|误餐|餐费|通讯|住宿|收购|低保|供养|培训费?|生活费|抚恤|工资)(?:资金|金|费|费用|经费)?标准$"
)
_PAID = pattern(r"(?:补助|补贴|津贴|奖励|慰问)$")
_EACH = pattern(
    r"每|均|/|单[车台位件价个户人次村亩头株]|[一1][人户次件台亩]|按[人户次件天月亩台]|定额|总|合计|最高|封顶|上限|档|月|日|\d+人"
)
_SMALL = Decimal(500)


def _word_of(words: re.Pattern[str], name: str) -> str:
    found = words.search(name)
    return found[0] if found else ""


@INDICATOR.fact(
    "making_verb",
    STRING,
    zh="名称开头说制作、购置的词，没有为空",
    en="the verb of making or buying that the name begins with (制作, 购置, 种植), empty if none",
)
def making_verb(row: RowView) -> str:
    return _word_of(_MADE, plain_name(row.text("name")))


@INDICATOR.fact(
    "thing_word",
    STRING,
    zh="名称里数得出个数的东西（横幅、设备、树苗），没有为空",
    en="the thing in the name that is counted in pieces (横幅, 设备, 树苗), empty if none",
)
def thing_word(row: RowView) -> str:
    return _word_of(_THINGS, plain_name(row.text("name")))


@INDICATOR.fact(
    "lasting_word",
    STRING,
    zh="名称里说持续一段时间的词（租、维护、工期），没有为空",
    en="the word in the name for what goes on for a time (租, 维护, 工期), empty if none",
)
def lasting_word(row: RowView) -> str:
    return _word_of(_LASTING, plain_name(row.text("name")))


@INDICATOR.fact(
    "extent_word",
    STRING,
    zh="名称里说长度、距离的词，没有为空",
    en="the word in the name for a length or a distance (里程, 长度, 管网), empty if none",
)
def extent_word(row: RowView) -> str:
    return _word_of(_EXTENT, row.name)


@INDICATOR.fact(
    "network_word",
    STRING,
    zh="名称里说网络、数据的词（带宽、流量），没有为空",
    en="the word in the name for networks and data (带宽, 流量), empty if none",
)
def network_word(row: RowView) -> str:
    return _word_of(_NETWORK, row.name)


def _one_amount(row: RowView) -> bool:
    """Return whether the value is one amount of money that says neither for each of what nor for how long."""
    part = row.value.first
    if row.value.kind is not Kind.NUMERIC or len(row.value.parts) != 1 or part.dimension != "money" or part.per:
        return False
    told = (fold(row.text(cell)) for cell in ("description", "formula", "scoring", "value", "unit"))
    return not any(_EACH.search(text) for text in told) and not part.label and not part.flags.count("residue")


@VALUE.fact(
    "standard_for_what",
    BOOL,
    zh="名称是补助、奖励一类的标准，金额却没有写按人、按户还是按什么",
    en="whether the name is a standard of support or reward and the amount does not say for each of what",
)
def standard_for_what(row: RowView) -> bool:
    return bool(_STANDARD.search(plain_name(row.text("name")))) and not _EACH.search(row.name) and _one_amount(row)


@VALUE.fact(
    "rate_for_what",
    BOOL,
    zh="名称是补助、津贴，金额只有几百元，却没有写按人、按次还是按什么",
    en="whether the name is an allowance of a few hundred yuan that does not say for each of what",
)
def rate_for_what(row: RowView) -> bool:
    if not _PAID.search(plain_name(row.text("name"))) or _EACH.search(row.name) or not _one_amount(row):
        return False
    part = row.value.first
    typed = fold(row.text("unit") or part.printed).removeprefix(fold(part.number))
    end = part.high if part.high is not None else part.low
    return typed == "元" and isinstance(end, Decimal) and 0 < end <= _SMALL

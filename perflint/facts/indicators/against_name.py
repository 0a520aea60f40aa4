"""Facts about a value that cannot be that of its name: a word for a rate, ‰ and %, another base, naught of what is to be done."""

from decimal import Decimal

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.joined import joined
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Op
from perflint.typography import fold

_STATE = pattern(r"(?:全部|均|都|基本|达到|应)*(?:合格|达标|通过)(?:以上)?[。;；]?")
_PER_MILLE = pattern(r"[(（\[]?‰[)）\]]?|千分[之率比]|每千")
_PERCENT = pattern(r"%|百分")
_BASES = (
    (pattern(r"户均|每户|单户"), "户", {"人", "人次", "亩", "公里", "个", "台", "套", "次", "村"}),
    (pattern(r"(?<!户)人均|每人(?!次)|生均|每生"), "人", {"户", "亩", "公里", "台", "套", "期", "村", "项", "次"}),
    (pattern(r"亩均|每亩|单亩"), "亩", {"人", "户", "公里", "台", "套", "村"}),
    (pattern(r"每公里|单公里"), "公里", {"人", "户", "亩", "台", "平方米", "村"}),
    (pattern(r"每台|单台"), "台", {"人", "户", "亩", "公里", "村"}),
    (pattern(r"每次|单次"), "次", {"人", "户", "亩", "公里", "年", "月"}),
)
_TIMES = (
    (
        pattern(r"每月|月均|按月|^月(?!底|末|初|度)|(?<=[人户])月(?!底|末|初)"),
        "每月",
        {"年", "季", "季度", "周", "日", "天"},
    ),
    (pattern(r"每季度?|季均"), "每季度", {"年", "月", "周", "日", "天"}),
    (pattern(r"每周|周均"), "每周", {"年", "月", "季", "季度", "日", "天"}),
    (pattern(r"每[日天]|日均"), "每天", {"年", "月", "季", "季度", "周"}),
    (pattern(r"每年|年均|全年"), "每年", {"月", "季", "季度", "周", "日", "天"}),
)
_SPARED = pattern(r"[(（].*(?:年|月|周|天|户|人).*[)）]|累计|最[高低多少]|总|合计|折合|换算|标准化")
_WISHED = pattern(
    r"^(?:新建|改建|扩建|改扩建|建设|改造|举办|开展|组织|培训|购置|采购|补助|资助|救助|发放|完成|修缮|维修|种植|服务|慰问)"
)
_UNWISHED = pattern(
    r"事故|隐患|案件|投诉|上访|信访|纠纷|伤亡|死亡|伤害|污染|火灾|灾|债|欠|逃|失|违|超|错|漏|大班额|负面|舆情|差|亏|逾期|不|未|非|污|废|缺"
)


@INDICATOR.fact(
    "rate_in_a_word",
    BOOL,
    zh="名称是比率（满意度除外），而指标值只是“合格、达标、通过”",
    en="whether the name is a rate (no degree of satisfaction) and the value a mere 合格, 达标 or 通过",
)
def rate_in_a_word(row: RowView) -> bool:
    text = fold(row.text("value"))
    rate = row.rate_by_name and not row.name.endswith("度")  # VAL017 speaks of degrees
    return rate and not fold(row.text("unit")) and _STATE.fullmatch(text) is not None


@INDICATOR.fact(
    "per_mille_asked",
    STRING,
    zh="名称或描述里说按千分比计的话（‰、千分之、每千），而指标值是百分数时；否则为空",
    en="the words of name or description for a rate by the thousand (‰, 千分之, 每千) where the value is in percent, else empty",
)
def per_mille_asked(row: RowView) -> str:
    told = fold(row.text("name") + "|" + row.text("description"))
    hit = _PER_MILLE.search(told) if row.value.first.unit == "%" and not row.value.first.per else None
    return hit[0].strip("()[]（）") if hit and not _PERCENT.search(told) else ""


@INDICATOR.fact(
    "other_base",
    STRING,
    zh="名称说按什么平均（户均、每月），而指标值是按另一种单位计的，为名称里的话；否则为空",
    en="what the name averages by (户均, 每月) where the value counts by something else, else empty",
)
def other_base(row: RowView) -> str:
    name = plain_name(row.text("name"))
    per = {base for each in joined(row).first.per for base in each.split("·")}  # 元/人·年
    if not per or len(row.value.parts) != 1 or _SPARED.search(fold(row.text("name"))):
        return ""
    for words, base, others in _BASES:
        if (hit := words.search(name)) and base not in per and per & others and not _also(name, per):
            return hit[0]
    for words, base, others in _TIMES:
        clocks = [one for one in per if one in {"年", "月", "季", "季度", "周", "日", "天"}]
        if (hit := words.search(name)) and len(clocks) == 1 and clocks[0] in others and base:
            return "" if _also(name.replace(hit[0], ""), set(clocks)) else hit[0]
    return ""


def _also(name: str, per: set[str]) -> bool:
    """Return whether a name has the base of the value too."""
    return any(f"每{base}" in name or f"{base}均" in name or f"/{base}" in name for base in per)


@INDICATOR.fact(
    "naught_of_the_work",
    BOOL,
    zh="名称以“新建、培训、购置”等工作开头的数量，或满意度，而指标值是0",
    en="whether a quantity whose name opens with work to be done (新建, 培训, 购置), or a satisfaction, has the value 0",
)
def naught_of_the_work(row: RowView) -> bool:
    part = row.value.first
    nothing = len(row.value.parts) == 1 and part.low == part.high == Decimal(0) and part.op in {Op.NONE, Op.EQ}
    if not nothing or row.midterm or _UNWISHED.search(row.name):
        return False
    work = row.class_id == "output.quantity" and _WISHED.search(row.name) is not None
    return work or (row.name.endswith("满意度") and part.unit == "%")

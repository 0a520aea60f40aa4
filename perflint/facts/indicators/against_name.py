"""Facts about a value that cannot be that of its name: a word for a rate, ‰ and %, another base, naught of what is to be done."""

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.joined import joined
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_STATE = pattern(r"(?:全部|均|都|基本|达到|应)*(?P<state>合格|达标|通过)(?:以上)?[。;；]?")
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
_CLOCKS = frozenset({"年", "月", "季", "季度", "周", "日", "天"})
_SPARED = pattern(r"[(（].*(?:年|月|周|天|户|人).*[)）]|累计|最[高低多少]|总|合计|折合|换算|标准化")
_WISHED = pattern(
    r"^(?:新建|改建|扩建|改扩建|建设|改造|举办|开展|组织|培训|购置|采购|补助|资助|救助|发放|完成|修缮|维修|种植|服务|慰问)"
)
_UNWISHED = pattern(
    r"事故|隐患|案件|投诉|上访|信访|纠纷|伤亡|死亡|伤害|污染|火灾|灾|债|欠|逃|失|违|超|错|漏|大班额|负面|舆情|差|亏|逾期|不|未|非|污|废|缺"
)


@INDICATOR.fact(
    "state",
    STRING,
    zh="比率（满意度除外）的指标值只写了一个状态时的那个词（全部合格：合格），否则为空",
    en="the state that stands alone as the value of a rate, no degree of satisfaction (全部合格: 合格), else empty",
)
def state(row: RowView) -> str:
    rate = row.rate_by_name and not row.name.endswith("度") and not fold(row.text("unit"))
    hit = _STATE.fullmatch(fold(row.text("value"))) if rate else None
    return hit["state"] if hit else ""


@INDICATOR.fact(
    "told_scale",
    STRING,
    zh="名称或描述说按什么计：‰（千分之、每千）、%（百分），都说或都没说为空",
    en="what name or description counts by: ‰ (千分之, 每千), % (百分); empty where they say both or neither",
)
def told_scale(row: RowView) -> str:
    told = fold(row.text("name") + "|" + row.text("description"))
    found = [sign for sign, words in (("‰", _PER_MILLE), ("%", _PERCENT)) if words.search(told)]
    return found[0] if len(found) == 1 else ""


@INDICATOR.fact(
    "base_told",
    STRING,
    zh="名称说按什么平均（户均、每月），而指标值也写明按什么计的",
    en="what the name averages by (户均, 每月), where the value says what it counts by too",
)
def base_told(row: RowView) -> str:
    return _bases(row)[0]


@INDICATOR.fact(
    "base_counted",
    STRING,
    zh="指标值按另一种单位计时的那个单位，与名称一致、名称没有说的为空",
    en="the unit that the value counts by where it is another one than that of the name, else empty",
)
def base_counted(row: RowView) -> str:
    return _bases(row)[1]


def _bases(row: RowView) -> tuple[str, str]:
    """Return what a name averages by, and the other unit that its value counts by ("" where they agree)."""
    name = plain_name(row.text("name"))
    per = {base for each in joined(row).first.per for base in each.split("·")}  # 元/人·年
    if not per or len(row.value.parts) != 1 or _SPARED.search(fold(row.text("name"))):
        return "", ""
    for words, base, others in _BASES:
        hit = words.search(name)
        if hit and base not in per and per & others and not _also(name, per):
            return hit[0], min(per & others)
    for words, _, others in _TIMES:
        hit, clocks = words.search(name), per & _CLOCKS
        if hit and len(clocks) == 1 and clocks <= others and not _also(name.replace(hit[0], ""), clocks):
            return hit[0], min(clocks)
    return "", ""


def _also(name: str, per: set[str]) -> bool:
    """Return whether a name has the base of the value too."""
    return any(f"每{base}" in name or f"{base}均" in name or f"/{base}" in name for base in per)


@INDICATOR.fact(
    "names_work",
    BOOL,
    zh="是否以“新建、培训、购置”等工作开头的数量指标，或百分数的满意度",
    en="whether it is a quantity whose name opens with work (新建, 培训, 购置), or a satisfaction in percent",
)
def names_work(row: RowView) -> bool:
    work = row.class_id == "output.quantity" and _WISHED.search(row.name) is not None
    return work or (row.name.endswith("满意度") and row.value.first.unit == "%")


@INDICATOR.fact(
    "names_harm",
    BOOL,
    zh="名称里是否有不希望有的事（事故、投诉、债、不、未）",
    en="whether the name has something that nobody wants (事故, 投诉, 债, 不, 未)",
)
def names_harm(row: RowView) -> bool:
    return _UNWISHED.search(row.name) is not None

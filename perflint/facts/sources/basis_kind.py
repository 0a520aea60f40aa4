"""Facts about what kind of thing a basis is: only a law's title, the budget, experience, evidence, earlier years."""

from functools import lru_cache

from perflint.facts.sources.basis import SOURCE, SourceView
from perflint.facts.vocabulary import BOOL, STRINGS
from perflint.pattern import pattern
from perflint.typography import essence, fold

_TITLE = pattern(r"《([^《》]{1,60})》")
_LAW = pattern(r"(?<![办方作用书手说做])法$")
_AROUND_A_LAW = pattern(
    r"(?:根据|按照|依据|依照|参照|按|及其|等|相关|有关|法律法规|法律|法规|规定|要求|国家|的|以及|[及和与、，,；;。.])"
)
_OPENERS = pattern(r"^(?:根据|按照|依据|依照|参照|参考|结合|按)+")
_JOINTS = pattern(r"[、，,；;。/+＋]|以及|及其|[及和与]")
_BUDGET = pattern(r"^(?:\d{4}年度?)?(?:年初|年度|部门|单位|项目)?预算(?:数|安排|批复|资金|金额|额度)?$")
_EXPERIENCE = pattern(r"^(?:历史|历年|往年|以往|工作|过去)?经验(?:值|判断|数据)?$")
_HISTORY = pattern(
    r"(?:历史|历年|往年|以往|过去|上年|上一年|去年)(?:年?度)?(?:的)?[^，。；、]{0,6}?"
    r"(?:数据|情况|经验|水平|完成|均值|平均|实绩|基数|执行|惯例|同期|规律|统计|实际|数量|做法|成绩)"
    r"|^(?:历史|历年|往年|以往|上年|上一年|去年)度?$"
)
_STAFF = (
    "在职",
    "在编",
    "编制",
    "编外",
    "工资",
    "退休",
    "供养",
    "人员经费",
)  # a budget does count the people that it pays
_YEARS_BEFORE = ("历史", "历年", "往年", "以往", "过去", "上年", "上一年", "去年")
_DATA_SETS = (
    "年鉴",
    "公报",
    "平台",
    "系统",
    "台账",
    "报表",
    "报告",
    "决算",
    "年报",
    "普查",
)  # a named set can be looked up
# What is written while or after the work is done; and what may be either, and says nothing beside it.
_AFTERWARDS = pattern(
    r"(?:发票|收据|票据|单据|凭证|凭据|收条|照片|影像|图片|截图|回执|回单|佐证|报销单|新闻报道|宣传报道|工作总结"
    r"|(?:验收|签到|签收|送货|交货|入库|出库|结算|付款|支付|领款|领取|发放|移交)(?:[单表册簿书]|清单|凭证|记录|手续|名册|花名册)"
    r"|(?:验收|完工|竣工)(?:报告|意见|证书|证明|图纸?)|证明)(?:资料|材料|复印件|文件)?$"
)
_EITHER = pattern(r"(?:合同|协议书?|台账|记录|名单|名册|花名册|报表|清单|方案|档案|资料|材料)(?:复印件)?$")
_EARLIER = pattern(r"上年|往年|历年|去年|上一年|以前年度|前三年|同类")
_AND_SO_ON = pattern(r"等(?:佐证|证明|相关|有关|各类)?(?:材料|资料|文件)?$|^(?:相关|有关|项目|活动|培训|会议)(?=.{2})")
_TOPICS = pattern(r"历史(?:文化|建筑|遗留|街区|文物|城区|风貌|档案|名城|遗产|性|地段|标准)|(?:上年|去年)(?:结转|结余)")
_FIGURES = ("history.last_year", "history.year_before_last", "history.average_3y")


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece for piece in (_OPENERS.sub("", part) for part in _JOINTS.split(essence(text))) if piece)


@lru_cache(maxsize=4096)
def is_law_only(text: str) -> bool:
    """Return whether a basis is nothing but titles of laws: 《中华人民共和国产品质量法》等法律法规, without an article."""
    if "《" not in text or "法》" not in text:
        return False
    plain = fold(text)
    titles = _TITLE.findall(plain)
    rest = _AROUND_A_LAW.sub("", _TITLE.sub("", plain))
    return bool(titles) and not rest and all(_LAW.search(title) for title in titles)


@SOURCE.fact(
    "figure_of_its_own",
    BOOL,
    zh="指标值里是否有0和100%（依法必须做到的）以外的数，日期不算",
    en="whether the target has a number other than 0 and 100 %, which a law may well demand; dates do not count",
)
def figure_of_its_own(source: SourceView) -> bool:
    if source.row is None:
        return False
    return any(
        part.number.strip("0.") and not (part.unit == "%" and part.number.partition(".")[0] == "100")
        for part in source.row.value.parts
        if part.dimension != "date"
    )


@lru_cache(maxsize=4096)
def is_budget(text: str) -> bool:
    """Return whether a basis is only the budget: 年初预算."""
    return "预算" in text and all(_BUDGET.match(piece) for piece in _pieces(text) or ("-",))


@lru_cache(maxsize=4096)
def is_experience(text: str) -> bool:
    """Return whether a basis is only experience: 历史经验."""
    return "经验" in text and all(_EXPERIENCE.match(piece) for piece in _pieces(text) or ("-",))


@SOURCE.fact(
    "pays_people",
    BOOL,
    zh="指标名称是否说的是预算供养的人（在职、编制、退休等）",
    en="whether the indicator's name speaks of people whom the budget pays (staff, posts, pensioners)",
)
def pays_people(source: SourceView) -> bool:
    return source.row is not None and any(word in source.row.name for word in _STAFF)


@SOURCE.fact("money", BOOL, zh="指标值里是否有金额", en="whether there is money in the target value")
def money(source: SourceView) -> bool:
    return source.row is not None and any(part.dimension == "money" for part in source.row.value.parts)


@lru_cache(maxsize=4096)
def is_evidence(text: str, endings: tuple[str, ...]) -> bool:
    """Return whether every part of a basis is evidence that comes after the fact: 项目验收材料, 发票、签到表; a contract beside it too."""
    if "《" in text or any(char.isdecimal() for char in text):
        return False
    pieces = [piece for part in _pieces(text) if (piece := _AND_SO_ON.sub("", part))]
    sure = [bool(piece.endswith(endings) or _AFTERWARDS.search(piece)) for piece in pieces]
    if not any(sure) or _EARLIER.search(text):
        return False
    return all(
        certain or (len(pieces) > 1 and _EITHER.search(piece)) for certain, piece in zip(sure, pieces, strict=True)
    )


@lru_cache(maxsize=4096)
def speaks_of_history(text: str) -> bool:
    """Return whether a basis appeals to nothing but earlier years, without a figure or a title: 往年完成情况."""
    plain = fold(text)
    if "《" in plain or any(char.isdecimal() for char in plain):
        return False
    if not any(word in plain for word in _YEARS_BEFORE) or any(word in plain for word in _DATA_SETS):
        return False
    return all(_HISTORY.search(piece) for piece in _pieces(_TOPICS.sub("-", plain)))


@SOURCE.fact(
    "kinds",
    STRINGS,
    zh="只写了哪一类依据：law（法律名称，没有条款）、budget（预算）、experience（经验）、evidence（事后的佐证材料）、"
    "history（往年情况，没有数字）；写明了别的为空",
    en="of what kind all that it gives is: law (titles of laws, without an article), budget, experience, evidence (that comes after "
    "the fact), history (earlier years, without a figure); empty where it gives anything else",
)
def kinds(source: SourceView) -> tuple[str, ...]:
    after_the_fact = source.scope.knowledge.lexicon.words("vague.sources_after_the_fact")
    found = {
        "law": is_law_only(source.text), "budget": is_budget(source.text), "experience": is_experience(source.text),
        "evidence": is_evidence(source.text, after_the_fact), "history": speaks_of_history(source.text),
    }  # fmt: skip
    return tuple(kind for kind, holds in found.items() if holds)


@SOURCE.fact(
    "past_figures",
    STRINGS,
    zh="本行填了哪些历史值（history.last_year 等）",
    en="which cells of the row give figures of earlier years, such as history.last_year",
)
def past_figures(source: SourceView) -> tuple[str, ...]:
    return tuple(field for field in _FIGURES if source.row is not None and source.row.filled(field))

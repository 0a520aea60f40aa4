"""What a phrase without a number says: an event, state, norm or absence that can be checked, or only degree and effect.

Composed of the pieces of words in the lexicon's section `clarity`; no list of whole values takes part.
"""

import re
from functools import lru_cache

from msgspec import Struct

from perflint.data import Lexicon
from perflint.pattern import alternatives, pattern

_CLAUSE = pattern(r"[，,。；;、：:!！\n]+")
_YEAR = pattern(r"(?:19|20)\d\d(?:年度?)?")
_DIGIT = pattern(r"\d")
_CODE = pattern(
    r"《[^》]+》|[国行地]标|(?<![A-Za-z])(?:GB|JJ[GF]|JT[GJST]?|TSG|DB|NY|HJ|SL|YY|CJJ?|JGJ|QB|WS|LY|ISO|IEC|SB|TB|YD)(?![a-z])|[A-Z]{3,}(?:标准|规范|认证)"
)
_LEVEL = pattern(
    r"[初中高]级(?=及?以上|职称|$)|(?:[一二三四五六特甲乙丙两]|[ⅠⅡⅢⅣⅤIV]{1,3}|[A-E]{1,5}\+?)(?:级|类|等|档)|[一二三四五]星|绿色建筑|A{2,5}$|[国省市县区州]家?级|第[一二三四五六七八九十](?!时间|[批次期季年线手产])"
    r"|前[一二三四五六七八九十百]+|前列|(?:大专|本科|硕士|博士)|[国省市县区]先进|[一二三四五六七八九十]度(?!的)"
)
# A grade of some scale and what is above it (中抗(MR)及以上); not 要求及以上, which names no scale.
_OR_ABOVE = pattern(
    r"^(?:达到|达|不低于|为|均为)?(?!.*(?:要求|规定|标准|预期|计划|目标|水平|上年|往年|平均|以往))[\u4e00-\u9fff]{1,6}(?:\([A-Za-z]{1,4}\))?及其?以上$"
)
_AVERAGE = pattern(
    r"(?:[低高优]于|超过|达到|不超|[≥≤><]).{0,16}平均(?:$|[\u4e00-\u9fff]{0,4}(?:水平|值|数|分|线|标准|价格?|涨幅|增[速幅]|增长率))"
)  # it is published
_STAMPED = pattern(r"加盖.{1,8}章$|^持.{0,8}证书?$|^经.{2,12}(?:签批|签发|审签|备案)$")
_CADENCE = pattern(r"[按逐][日周旬月季](?!度)")  # 与户籍数据按月比对
_TURNED = pattern(r"止[跌降滑]回升|由[负降亏跌]转[正升盈]|扭亏为盈|^(?:全部)?(?:清零|归零)$")
# Beside a figure that somebody publishes or sets: 低于行业准入值, 高于城镇居民, 不超过财政评审价.
_PUBLISHED = pattern(
    r"(?:[低高优]于|超过|达到|不超|[≥≤><]).{0,12}(?:(?:准入|限定?|标准|基准|背景|临界|参考)值|(?:评审|控制|指导|拦标|核定|挂牌|限)价|平均工资|城[镇市]居民|(?:全[国省市县区]|区域)(?:水平|增速)?|(?:国家|省|部|市|上级)(?:定|下达)的?(?:目标|指标|任务))$"
)
# A price that is published, set or agreed by others: 不超过市场价, 按政府定价, 执行招标协议价.
_PRICED = pattern(
    r"(?:[低高优]于|不超过?|不突破|执行|按照?|依据|参照|符合).{0,10}(?:政府|国家|物价|发改|财政|[省市县区]级?|公开|招标|框架|采购|集采|协议|合同|评审)[^，]{0,8}(?:定价|指导价格?|核定(?:的?标准|价格?)|收费标准|价格标准|协议价|限价|信息价|中标价)"
    r"|(?:[低高优]于|不超过?|执行|按照?|参照).{0,10}(?:同期|基准|公布|挂牌|报价)[^，]{0,6}利率[^，]{0,6}$"
    r"|(?:[低高优]于|不超过?|不突破).{0,8}(?:市场|同[期类地行][^，]{0,6}|当地|周边)[^，]{0,4}(?:价格?|均价|行情|租金)(?:水平)?$"
)
# In step with a figure or above a line that is published: 快于GDP增速, 与经济增长同步, 高于省控线.
_PACED = pattern(
    r"[快慢高低]于.{1,12}(?:增[速幅]|增长率?|涨幅|分数线|[控录]取?线|控制线)$"
    r"|与.{0,10}(?:增长|增[速幅]|GDP|收入|价格|涨幅)[^，]{0,4}(?:基本)?(?:同步|持平|一致)$"
)
# Within what has been approved: 控制在批复概算内.
_APPROVED = pattern(
    r"(?:控制在|不超过?|不突破|[≤<])经?(?:批复|批准|核定|评审|审定)的?[^，]{0,4}(?:概算|预算|投资|控制数|限额)[^，]{0,3}$"
)
_MOMENT = pattern(r".{2,}(?<![以之目当先空])[前后](?:\d*日?)?(?:完成|支付|到位|拨付|结算|交付|开工)?$")
_PROMPT = pattern(r"按(?=[期时月季年旬周日])")
_ELIMINATED = pattern(r"(?:已|均|全部|全面|基本|彻底|动态)*(?:消除|清除|取缔|根除)")  # 劣Ⅴ类水体: 消除
_ARRIVED = pattern(r"(?:整改|安装|资金|人员|设备|物资|拆除|配备|拨付|发放)(?:全部)?到位$")
_AWARDED = pattern(
    r"^(?:获评|评为|评定为|考核为|荣获|获得|获).{0,12}(?:优秀|良好|先进|示范|称号|奖.?|证书?|荣誉|荣誉称号|单位|区|县|城市)$"
)
_ALREADY = pattern(r"^已经?.{1,6}$")
_LISTED = pattern(r"^(?:成功)?(?:列入|纳入|入选|进入).{2,}|^成功.{2,6}$|.{2,6}成功$")
_EACH = pattern(r"一(?P<what>.)一.$|^(?P<one>.)(?P=one)通")
_LONGEST_CLAUSE = 400  # nothing is said in longer ones; reading them takes the square of their length
_LEAD = pattern(r"^(?:全部|全面|按期|如期|并(?!网)|已经?|均|正式|成功|顺利|一次性|确保|实现|达到|力争|年内|项目|工程)*")


class Reading(Struct, frozen=True):
    """What the words of a value say: why they can be checked ("" if they cannot), else which kind of vagueness they have."""

    clear: str = ""
    vague: str = ""


class Composition(Struct, frozen=True):
    """The patterns made of the lexicon's pieces."""

    not_absent: re.Pattern[str]
    never: re.Pattern[str]
    norm: re.Pattern[str]
    unnamed: re.Pattern[str]
    state: re.Pattern[str]
    outcome: re.Pattern[str]
    no_outcome: re.Pattern[str]
    hurried: re.Pattern[str]
    tested: re.Pattern[str]
    done: re.Pattern[str]
    whole: re.Pattern[str]
    occasion: re.Pattern[str]
    amount: re.Pattern[str]
    degree: re.Pattern[str]
    effect: re.Pattern[str]
    deferral: re.Pattern[str]


@lru_cache(maxsize=4)
def composition(lexicon: Lexicon) -> Composition:
    """Return the patterns of a lexicon."""

    def any_of(name: str) -> str:
        return f"(?:{alternatives(lexicon.words(f'clarity.{name}'))})"

    tests, states = any_of("tests"), any_of("states")
    after = f"(?:并|或|和|的|{any_of('after_state')}|{states})*"
    people = any_of("whole_people")
    return Composition(
        not_absent=pattern(any_of("not_absent")),
        never=pattern(any_of("never")),
        norm=pattern(f"{any_of('named_norm')}[^有相]{{0,10}}{any_of('norm_kinds')}"),
        unnamed=pattern(any_of("norm_unnamed")),
        state=pattern(f"(?:^|.{{0,12}}){states}{after}$"),
        outcome=pattern(f"^{any_of('outcomes')}了?(?P<what>.{{2,}})$"),
        no_outcome=pattern(f"{any_of('no_outcome')}(?:等|的)?$"),
        hurried=pattern(f"{any_of('degree')}(?:地|予以|进行)?{states}"),
        tested=pattern(
            f"通过.{{0,8}}{tests}|{tests}(?:通过|合格)|(?:认证|资质|证书|许可证|执照)有效|经.{{2,12}}(?:批准|批复|审定|审议通过)"
        ),
        done=pattern(r"^(?P<what>.{2,8}?)(?:完成|完毕|到位)$"),
        whole=pattern(f"^{any_of('whole')}(?!.{{0,2}}{people})|全覆盖$"),
        occasion=pattern(any_of("occasions")),
        amount=pattern(any_of("amount")),
        degree=pattern(any_of("degree")),
        effect=pattern(any_of("effect")),
        deferral=pattern(any_of("deferral")),
    )


def read_words(text: str, made: Composition) -> Reading:
    """Return what a folded value without a quantity says; both fields are empty where its words are not known."""
    clauses = [clause for clause in _CLAUSE.split(_YEAR.sub("", text)) if 0 < len(clause) <= _LONGEST_CLAUSE]
    for clause in clauses:
        if reason := _checkable(clause, made):
            return Reading(clear=reason)
    for name in ("amount", "deferral", "degree", "effect"):
        if any(getattr(made, name).search(_clause_for(name, clause)) for clause in clauses):
            return Reading(vague=name)
    return Reading()


def _clause_for(kind: str, clause: str) -> str:
    """Return the clause as it is searched for a kind of vagueness: 按期 defers to nothing, it only says how."""
    return _PROMPT.sub("", clause) if kind == "deferral" else clause


def _checkable(clause: str, made: Composition) -> str:
    """Return why a clause can be checked, "" if it cannot."""
    reasons = (
        ("norm", _CODE.search(clause) or (made.norm.search(clause) and not made.unnamed.search(clause))),
        ("number", _DIGIT.search(clause)),
        ("absence", made.never.search(made.not_absent.sub("", clause)) or _ELIMINATED.fullmatch(clause)),
        ("grade", _LEVEL.search(clause) or _OR_ABOVE.search(clause)),
        ("average", is_beside_published(clause)),
        ("whole", made.whole.search(clause)),
        ("state", _happened(clause, made)),
        ("time", made.occasion.search(clause) or _CADENCE.search(clause) or _MOMENT.search(clause)),
    )
    return next((name for name, found in reasons if found), "")


def is_beside_published(text: str) -> bool:
    """Return whether words compare with a figure that somebody publishes, sets or approves (≥全省平均分, 快于GDP增速)."""
    return any(form.search(text) for form in (_AVERAGE, _PUBLISHED, _PRICED, _PACED, _APPROVED))


def _happened(clause: str, made: Composition) -> bool:
    """Return whether a clause names a state that is reached or not, without a word of degree before it."""
    if any(form.search(clause) for form in (made.tested, _ARRIVED, _AWARDED, _EACH, _LISTED, _TURNED, _STAMPED)):
        return True
    bare = _LEAD.sub("", clause) or clause
    if made.degree.match(bare):
        return False
    if _ALREADY.search(clause):
        return not made.effect.search(bare)
    if outcome := made.outcome.search(bare):
        return made.no_outcome.search(outcome["what"]) is None
    if made.state.search(bare):
        return not (made.hurried.search(bare) or made.deferral.search(bare))
    done = made.done.search(bare)
    return done is not None and not (made.no_outcome.search(done["what"]) or made.deferral.search(bare))

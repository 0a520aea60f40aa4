"""Facts about what an indicator is about: funds, safety, income, satisfaction, an action (domain: §3.2)."""

import re

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import BOOL, STRING
from perflint.facts.wordlist import alternation, first_word
from perflint.pattern import pattern
from perflint.typography import fold

_PHRASE = 40  # characters: in longer prose a word may stand by the way
_SATISFIED = ("满意", "认可", "好评", "评价")
_SURVEY = pattern(r"满意[度率].{0,30}(?:调查|测评|评价|问卷|回访|测算|报告|培训)")
_SATISFACTION_LEVEL = pattern(r"满意(?:度|率|程度)(?:指标|水平)?(?:提升|提高)?$")
_POLICY = pattern(r"根据.{0,40}(?:文件|精神)|停止征收|不再收取")
_EFFECT = pattern(
    r"提[高升]|减[少轻]|降低|增[加长强收]|改善|保[障护]|促进|带动|节[约省]|确保|维护|推动|有效|满足|缓解|\d[%％]|有利|惠及|受益"
)
_INCOME_TAIL = r"(?:总?额|总量|水平|增[长加幅]率?|增量|增速|提高|提升|贡献|规模)?$"


@INDICATOR.fact(
    "funds_rate",
    BOOL,
    zh="名称是否为资金支付率、预算执行率、支出进度一类（合规、监督、发放补贴除外）",
    en="whether the name is a rate of paying or spending funds; not compliance, oversight or the paying of grants",
)
def funds_rate(row: RowView) -> bool:
    lexicon = row.scope.knowledge.lexicon
    if not first_word(row.name, lexicon.words("words.funds_execution")):
        return False
    others = (*lexicon.words("words.funds_execution_exclusions"), *lexicon.words("words.funds_oversight"))
    return (row.rate or "进度" in row.name) and not first_word(row.name, others)


@INDICATOR.fact(
    "safety_word",
    STRING,
    zh="名称或指标值里属于社会效益的词（事故、就业、知晓等），没有为空",
    en="word of name or value that belongs to social effects (事故, 就业, 知晓 …), empty if none",
)
def safety_word(row: RowView) -> str:
    lexicon = row.scope.knowledge.lexicon
    texts = [text for text in (row.name, fold(row.text("value"))) if len(text) <= _PHRASE]
    found = next((word for text in texts if (word := first_word(text, lexicon.words("words.safety_events")))), "")
    if not found:
        return ""
    excluded = [*lexicon.words("words.safety_event_exclusions")]
    own_lists = (
        ("words.ecology",) if row.class_id == "benefit.eco" else ("words.income_words", "words.economic_effects")
    )
    excluded += [word for name in own_lists for word in lexicon.words(name)]
    own = alternation(tuple(excluded))
    return "" if any(own.search(text) for text in (row.name, fold(row.text("value")))) else found


@INDICATOR.fact(
    "income",
    BOOL,
    zh="名称是否为收入、产值、税收一类（居民、农民的收入除外）",
    en="whether the name is income, output value or taxes; not the income of residents or farmers",
)
def income(row: RowView) -> bool:
    lexicon = row.scope.knowledge.lexicon
    words = lexicon.words("words.income_words")
    if not first_word(row.name, words) or first_word(row.name, lexicon.words("words.resident_income")):
        return False
    return any(re.search(re.escape(word) + _INCOME_TAIL, plain_name(row.text("name"))) for word in words)


@INDICATOR.fact(
    "speaks_of_satisfaction",
    BOOL,
    zh="名称、描述或指标值是否说的是满意、认可、评价",
    en="whether name, description or value speak of satisfaction, approval or assessment",
)
def speaks_of_satisfaction(row: RowView) -> bool:
    words = (*_SATISFIED, *row.scope.knowledge.lexicon.words("words.sentiment"))
    texts = (row.name, fold(row.text("value")), fold(row.text("description")))
    return any(first_word(text, words) for text in texts)


@INDICATOR.fact(
    "people", BOOL, zh="名称是否只是一类人或单位", en="whether the name is only a group of people or bodies"
)
def people(row: RowView) -> bool:
    return plain_name(row.text("name")).endswith(row.scope.knowledge.lexicon.words("words.people"))


@INDICATOR.fact(
    "satisfaction_level",
    BOOL,
    zh="名称是否为满意度（不是满意度调查一类工作）",
    en="whether the name is a level of satisfaction, not the work of a survey",
)
def satisfaction_level(row: RowView) -> bool:
    if "满意" not in row.name:
        return False
    plain = plain_name(row.text("name"))
    return bool(_SATISFACTION_LEVEL.search(plain)) and not _SURVEY.search(plain)


@INDICATOR.fact(
    "action",
    STRING,
    zh="名称以“开展、加强、推进”之类开头、没有落到效果上时，这个词；否则为空",
    en="the opening verb of a name that tells an action (开展, 加强, 推进) and no effect, else empty",
)
def action(row: RowView) -> str:
    lexicon = row.scope.knowledge.lexicon
    opener = alternation(lexicon.words("words.action_openers")).match(row.name)
    if not opener or row.rate_by_name:
        return ""
    rest = row.name[opener.end() :].rstrip("。.;；,，")
    if rest.startswith(lexicon.words("words.opener_exclusions")) or rest.endswith(
        lexicon.words("words.effect_endings")
    ):
        return ""
    means = opener[0] == "通过" and _EFFECT.search(rest)
    return "" if means else opener[0]


@VALUE.fact(
    "policy_only",
    BOOL,
    zh="是否只写了文件、政策，没有写效果",
    en="whether it cites a policy or a document and states no effect",
)
def policy_only(row: RowView) -> bool:
    text = fold(row.text("value"))
    return bool(_POLICY.search(text)) and not _EFFECT.search(text)

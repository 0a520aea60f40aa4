"""Facts about what an indicator is about: funds, safety, people, an action (domain: §3.2)."""

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.indicators.topics import topic_words
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.facts.wordlist import alternation, first_word
from perflint.pattern import pattern
from perflint.typography import fold

_PHRASE = 40  # characters: in longer prose a word may stand by the way
_CHANGE = pattern(r"(?:增[长加]|提[高升]|下降|降低|减少)(?:率|幅度?|比例)$|增[速幅]$|降幅$")
_PERCENTAGE = pattern(r"\d[%％]")


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
    "social_word",
    STRING,
    zh="名称或指标值（不超过四十字）里属于社会效益的词（事故、就业、知晓等），没有为空",
    en="word of name or value (of up to 40 characters) that belongs to social effects (事故, 就业, 知晓 …), empty if none",
)
def social_word(row: RowView) -> str:
    words = topic_words("social", row.scope.knowledge.lexicon)
    texts = (text for text in (row.name, fold(row.text("value"))) if len(text) <= _PHRASE)
    return next((word for text in texts if (word := first_word(text, words))), "")


@INDICATOR.fact(
    "people", BOOL, zh="名称是否只是一类人或单位", en="whether the name is only a group of people or bodies"
)
def people(row: RowView) -> bool:
    return plain_name(row.text("name")).endswith(row.scope.knowledge.lexicon.words("words.people"))


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
    means = opener[0] == "通过" and (first_word(rest, lexicon.words("words.effects_told")) or _PERCENTAGE.search(rest))
    return "" if means else opener[0]


@INDICATOR.fact(
    "change_rate",
    BOOL,
    zh="名称是否为增长率、增幅、下降率一类（说的是变化，不是达到的标准）",
    en="whether the name is a rate of growth or decline: a change, not a standard reached",
)
def change_rate(row: RowView) -> bool:
    return bool(_CHANGE.search(plain_name(row.text("name"))))

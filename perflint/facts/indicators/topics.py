"""Facts about what a row speaks of: topics of the lexicon, in its name, its value, its description."""

import re
from functools import lru_cache

from perflint.data import Lexicon
from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.values.value import VALUE
from perflint.facts.vocabulary import STRINGS
from perflint.facts.wordlist import alternation, first_word
from perflint.pattern import alternatives, pattern
from perflint.typography import fold

_SURVEY = pattern(r"满意[度率].{0,30}(?:调查|测评|评价|问卷|回访|测算|报告|培训)")
_SATISFACTION_LEVEL = pattern(r"满意(?:度|率|程度)(?:指标|水平)?(?:提升|提高)?$")
_INCOME_TAIL = r"(?:总?额|总量|水平|增[长加幅]率?|增量|增速|提高|提升|贡献|规模)?$"


@lru_cache(maxsize=4096)
def topics_in(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the topics of the lexicon of which a folded text has a word, in the order of the lexicon."""
    return tuple(topic for topic, words in _topics(lexicon) if alternation(words).search(text)) if text else ()


def topic_words(topic: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words of a topic, () where the lexicon has no such topic."""
    return dict(_topics(lexicon)).get(topic, ())


@lru_cache(maxsize=4)
def _topics(lexicon: Lexicon) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each topic with its words: those of the lists that it names, and those that a pack adds."""
    topics = lexicon.section("topics")
    return tuple((topic, tuple(word for entry in topics[topic] for word in _words(entry, lexicon))) for topic in topics)


def _words(entry: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words of a list, or what names no list as a word."""
    try:
        return lexicon.words(entry)
    except (KeyError, TypeError):
        return (entry,)


@INDICATOR.fact(
    "topics",
    STRINGS,
    zh="名称说到的话题（rules/lexicon/topics.yaml：payment、income、ecology、opinion 等），逐一在词表中找词",
    en="topics of which the name has a word (rules/lexicon/topics.yaml: payment, income, ecology, opinion …)",
)
def topics(row: RowView) -> tuple[str, ...]:
    return topics_in(row.name, row.scope.knowledge.lexicon)


@INDICATOR.fact(
    "described_topics",
    STRINGS,
    zh="绩效指标描述说到的话题，同 indicator.topics",
    en="topics of which the description has a word, as for indicator.topics",
)
def described_topics(row: RowView) -> tuple[str, ...]:
    return topics_in(fold(row.text("description")), row.scope.knowledge.lexicon)


@VALUE.fact(
    "topics",
    STRINGS,
    zh="指标值说到的话题，同 indicator.topics",
    en="topics of which the value has a word, as for indicator.topics",
)
def value_topics(row: RowView) -> tuple[str, ...]:
    return topics_in(fold(row.text("value")), row.scope.knowledge.lexicon)


@INDICATOR.fact(
    "measured_topics",
    STRINGS,
    zh="名称的结尾说要衡量的话题：income（收入、产值、税收一类，后面可以有总额、增长率等），satisfaction（满意度、满意率，满意度调查一类工作除外）",
    en="what the end of the name measures: income (收入, 产值 …, 总额 or 增长率 may follow), satisfaction (满意度, 满意率; not work on a survey)",
)
def measured_topics(row: RowView) -> tuple[str, ...]:
    income = ("income",) if _measures_income(row) else ()
    return (*income, "satisfaction") if satisfaction_level(row) else income


@lru_cache(maxsize=4)
def _income(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(f"(?:{alternatives(words)}){_INCOME_TAIL}")


def _measures_income(row: RowView) -> bool:
    words = topic_words("income", row.scope.knowledge.lexicon)
    return bool(first_word(row.name, words)) and _income(words).search(plain_name(row.text("name"))) is not None


def satisfaction_level(row: RowView) -> bool:
    """Return whether the name is a level of satisfaction, not the work of a survey."""
    if "满意" not in row.name:
        return False
    plain = plain_name(row.text("name"))
    return bool(_SATISFACTION_LEVEL.search(plain)) and not _SURVEY.search(plain)

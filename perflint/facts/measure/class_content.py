"""Facts about names whose content belongs to another class: counted work as a benefit, economy under ecology, and the reverse."""

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.measure.demand import demands
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.facts.wordlist import first_word
from perflint.pattern import pattern

_BASE = pattern(r"(?:[万亿]元|单位|每)(?:产值|投资|收入|成本|GDP)")  # 万元产值用水量: what it is divided by
_HELD = ("次数", "场次", "场数", "期数")
_COUNTED = frozenset({"count", "area", "length"})


@INDICATOR.fact(
    "counted_work",
    STRING,
    zh="名称数的是做了多少工作时，说明工作的词（修缮个数、培训人数）；说的是效果时为空",
    en="the word for the work where the name counts work done (修缮个数, 培训人数), empty where it counts an effect",
)
def counted_work(row: RowView) -> str:
    lexicon = row.scope.knowledge.lexicon
    asked = demands(lexicon).of(row.text("name"))
    name = plain_name(row.text("name"))
    if asked is None or asked.measure not in _COUNTED or first_word(name, lexicon.words("measures.effects")):
        return ""
    work = first_word(name, lexicon.words("measures.works"))
    if work or not name.endswith(_HELD) or first_word(name, lexicon.words("measures.not_own")):
        return work
    return first_word(name, lexicon.words("measures.activities"))


@INDICATOR.fact(
    "economic_subject",
    BOOL,
    zh="名称说的是成本、收入一类，而不涉及生态",
    en="whether the name is about costs or income and not about ecology",
)
def economic_subject(row: RowView) -> bool:
    words = row.scope.knowledge.lexicon.words
    name = _BASE.sub("", plain_name(row.text("name")))
    return bool(first_word(name, words("measures.economic_names"))) and not first_word(name, words("words.ecology"))


@INDICATOR.fact(
    "ecological_subject",
    BOOL,
    zh="名称说的是排放、水质、植被一类，而不涉及经济",
    en="whether the name is about emissions, water or plants and not about the economy",
)
def ecological_subject(row: RowView) -> bool:
    words = row.scope.knowledge.lexicon.words
    name = plain_name(row.text("name"))
    economic = first_word(name, (*words("measures.economic_names"), *words("words.ecology_values")))
    return bool(first_word(name, words("measures.ecological_names"))) and not economic

"""Facts about names whose content belongs to another class: counted work as a benefit, economy under ecology, and the reverse."""

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.facts.wordlist import first_word
from perflint.pattern import pattern

_BASE = pattern(r"(?:[万亿]元|单位|每)(?:产值|投资|收入|成本|GDP)")  # 万元产值用水量: what it is divided by
# People who are examined are served: 年检查人次 of a scanner, not of an inspection.
_EXAMINED = pattern(r"检[查验]的?(?:患者|病人|病例|者)?(?:总?人[次数]|例[次数]|例数)(?:数|量)?$")
_INSPECTED = pattern(
    r"监督|执法|安全|督[导查]|巡[查检]|出动|专项|联合|行政|市场|卫生检查|日常检查|现场|企业|场所|人员检查"
)
_HELD = ("次数", "场次", "场数", "期数")


@INDICATOR.fact(
    "work_told",
    STRING,
    zh="名称里说工作的词（修缮、培训；词表 measures.works，以次数、场次收尾时还有 measures.activities）；说到效果（measures.effects）时为空",
    en="word of the name for work (修缮, 培训; measures.works, before 次数 or 场次 measures.activities), empty if it tells an effect",
)
def work_told(row: RowView) -> str:
    lexicon = row.scope.knowledge.lexicon
    name = plain_name(row.text("name"))
    examined = _EXAMINED.search(name) and not _INSPECTED.search(name)
    if examined or first_word(name, lexicon.words("measures.effects")):
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

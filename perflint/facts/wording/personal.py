"""Facts about personal data in a running text that is to be made public."""

from perflint.facts.vocabulary import BOOL, MARKS, STRING, Mark
from perflint.facts.wording.privacy import kind_of, masked, person_names, private_numbers
from perflint.facts.wording.wording import WORDING
from perflint.facts.wording.wordview import PERSONS, WORK, WordingView, is_public
from perflint.pattern import pattern

_HOTLINE = pattern(r"热线|咨询|举报|投诉|服务电话|值班|报名|短信")


@WORDING.fact("public", BOOL, zh="这张表是否要公开", en="whether the table is to be made public")
def public(view: WordingView) -> bool:
    return is_public(view.scope)


@WORDING.fact(
    "says_work",
    BOOL,
    zh="是否年度目标、资金用途、范围或指标各栏的文字，而且没有说是热线、咨询电话",
    en="whether the text is the annual goal, the purpose, the scope or a cell of an indicator, and speaks of no hotline",
)
def says_work(view: WordingView) -> bool:
    return (view.row is not None or view.prose.field in WORK) and not _HOTLINE.search(view.prose.text)


@WORDING.fact("private_numbers", MARKS, zh="手机、身份证、银行卡号码", en="mobile, identity and bank card numbers")
def numbers(view: WordingView) -> tuple[Mark, ...]:
    return private_numbers(view.prose.text)


@WORDING.fact("private_shown", STRING, zh="第一个号码，中间隐去", en="the first number, its middle hidden")
def private_shown(view: WordingView) -> str:
    found = private_numbers(view.prose.text)
    return masked(found[0].text) if found else ""


@WORDING.fact("private_kind_zh", STRING, zh="是什么号码", en="what number it is, in Chinese")
def private_kind_zh(view: WordingView) -> str:
    found = private_numbers(view.prose.text)
    return kind_of(found[0].text)[0] if found else ""


@WORDING.fact("private_kind_en", STRING, zh="是什么号码（英文）", en="what number it is, in English")
def private_kind_en(view: WordingView) -> str:
    found = private_numbers(view.prose.text)
    return kind_of(found[0].text)[1] if found else ""


@WORDING.fact(
    "person_names", MARKS, zh="实施单位、负责人栏里的人名", en="personal names in the cells of unit and person"
)
def names(view: WordingView) -> tuple[Mark, ...]:
    if view.prose.field not in PERSONS:
        return ()
    return person_names(view.prose.text, view.words.surnames, alone=view.prose.field == "responsible")

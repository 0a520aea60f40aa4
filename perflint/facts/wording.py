"""Facts about the words of a running text: vague, misspelt, cut off, written twice, out of use, private."""

from perflint.facts.counting import counterless, odd_units, respelled
from perflint.facts.doubling import Double, doubles, written_once
from perflint.facts.numbering import Break, numbering_breaks
from perflint.facts.obsolete import Outdated, find_outdated
from perflint.facts.privacy import kind_of, masked, person_names, private_numbers
from perflint.facts.truncation import headless_start, open_end, unpaired
from perflint.facts.typos import Slip, corrected, find_slips
from perflint.facts.vagueness import vague_words
from perflint.facts.vocabulary import BOOL, MARKS, STRING, Mark, Vocabulary
from perflint.facts.wordview import AIMS, NAMES, PERSONS, SOURCES, WHOLE, WordingView, is_public, repeats_apart

WORDING = Vocabulary(
    "wording", "一段文字的用词（只在有问题时出现）", "the words of a text (only where something is worth a look)"
)

_SHOWN = 5


def _slips(view: WordingView) -> tuple[Slip, ...]:
    return find_slips(view.prose.text, view.words.typos, view.words.typo_pattern)


def _doubles(view: WordingView) -> tuple[Double, ...]:
    return tuple(sorted((*doubles(view.prose.text), *repeats_apart(view)), key=lambda double: double.mark.start))


def _breaks(view: WordingView) -> tuple[Break, ...]:
    if view.prose.field in NAMES:
        return ()
    return numbering_breaks(view.prose.text, whole=view.prose.field in WHOLE)


def _outdated(view: WordingView) -> tuple[Outdated, ...]:
    words = view.words
    source = view.prose.field in SOURCES
    return find_outdated(view.prose.text, view.scope.year, words.outdated, words.terms, source=source)


@WORDING.fact("field", STRING, zh="所在单元格", en="the cell that it stands in")
def field(view: WordingView) -> str:
    return view.prose.field


@WORDING.fact(
    "vague",
    MARKS,
    zh="目标或描述里无法衡量、同一分句又没有数字的词",
    en="words of a goal or description that nobody can measure, with no number in their clause",
)
def vague(view: WordingView) -> tuple[Mark, ...]:
    if view.prose.field not in AIMS:
        return ()
    return vague_words(view.prose.text, view.words.vague, view.words.not_vague)


@WORDING.fact("vague_list", STRING, zh="这些词，各一个，至多五个", en="these words, each once, five at most")
def vague_list(view: WordingView) -> str:
    words = tuple(dict.fromkeys(mark.text for mark in vague(view)))
    return "”“".join(words[:_SHOWN])


@WORDING.fact("typos", MARKS, zh="疑似错别字", en="likely misspellings")
def typos(view: WordingView) -> tuple[Mark, ...]:
    return tuple(slip.mark for slip in _slips(view))


@WORDING.fact("typo_right", STRING, zh="这些字的正确写法", en="what should stand there")
def typo_right(view: WordingView) -> str:
    return "、".join(dict.fromkeys(slip.right for slip in _slips(view)))


@WORDING.fact("corrected", STRING, zh="改正后的全文", en="the whole text with the misspellings corrected")
def corrected_text(view: WordingView) -> str:
    return corrected(view.prose.text, _slips(view))


@WORDING.fact("unpaired", MARKS, zh="不成对的括号、引号", en="brackets and quotes without a partner")
def unpaired_marks(view: WordingView) -> tuple[Mark, ...]:
    return unpaired(view.prose.text)


@WORDING.fact(
    "open_end", MARKS, zh="停在“的”“和”“、”等处的结尾", en="an end after which something is missing, such as 的 or 、"
)
def end_open(view: WordingView) -> tuple[Mark, ...]:
    return open_end(view.prose.text)


@WORDING.fact(
    "headless_start", MARKS, zh="不能作开头的标点或字", en="a mark or suffix at the beginning that cannot begin a text"
)
def start_headless(view: WordingView) -> tuple[Mark, ...]:
    return headless_start(view.prose.text)


@WORDING.fact("cut", MARKS, zh="文字缺失之处", en="the places where text is missing")
def cut(view: WordingView) -> tuple[Mark, ...]:
    text = view.prose.text
    return (*unpaired(text), *open_end(text), *headless_start(text))


@WORDING.fact("numbering_breaks", MARKS, zh="序号出错之处", en="the numbers at which a numbering breaks")
def breaks(view: WordingView) -> tuple[Mark, ...]:
    return tuple(each.mark for each in _breaks(view))


@WORDING.fact(
    "numbering_kind",
    STRING,
    zh="第一处是重复（repeated）、漏号（missing）、写法不同（style）还是只有一条（single），没有为空",
    en="what is wrong at the first: repeated, missing, style or single; empty if nothing is",
)
def numbering_kind(view: WordingView) -> str:
    found = _breaks(view)
    return found[0].kind if found else ""


@WORDING.fact("numbering_first", STRING, zh="第一处序号", en="the first of these numbers")
def numbering_first(view: WordingView) -> str:
    found = _breaks(view)
    return found[0].mark.text if found else ""


@WORDING.fact("doubles", MARKS, zh="重复的词", en="words written twice")
def doubled(view: WordingView) -> tuple[Mark, ...]:
    return tuple(double.mark for double in _doubles(view))


@WORDING.fact("doubles_once", STRING, zh="这些词只写一次的样子", en="these words written once")
def doubles_once(view: WordingView) -> str:
    return "、".join(dict.fromkeys(double.once for double in _doubles(view)))


@WORDING.fact("undoubled", STRING, zh="去掉重复后的全文", en="the whole text without these repeats")
def undoubled(view: WordingView) -> str:
    return written_once(view.prose.text, _doubles(view))


@WORDING.fact("outdated", MARKS, zh="已经停用的名称、机构", en="terms and agencies that are out of use")
def outdated(view: WordingView) -> tuple[Mark, ...]:
    return tuple(each.mark for each in _outdated(view))


@WORDING.fact(
    "outdated_zh", STRING, zh="这些名称，各附现在的名称", en="these terms with what took their place, in Chinese"
)
def outdated_zh(view: WordingView) -> str:
    said = (f"“{each.mark.text}”" + (f"（现为“{each.now}”）" if each.now else "") for each in _outdated(view))
    return "、".join(dict.fromkeys(said))


@WORDING.fact("outdated_en", STRING, zh="同上（英文）", en="these terms with what took their place")
def outdated_en(view: WordingView) -> str:
    said = (f"“{each.mark.text}”" + (f" (now “{each.now}”)" if each.now else "") for each in _outdated(view))
    return ", ".join(dict.fromkeys(said))


@WORDING.fact(
    "counterless", MARKS, zh="缺量词的数字，如“新增8企业”", en="numbers without the counter that their noun wants"
)
def without_counter(view: WordingView) -> tuple[Mark, ...]:
    return counterless(view.prose.text)


def _odd_units(view: WordingView) -> tuple[Mark, ...]:
    text = view.prose.text
    if view.prose.field == "unit":
        unit = text.strip()
        return (Mark(unit, text.index(unit), text.index(unit) + len(unit)),)
    return odd_units(text, view.words.unit_pattern) if view.prose.field not in NAMES else ()


@WORDING.fact("odd_units", MARKS, zh="不规范的单位写法", en="units in a spelling to be avoided")
def units(view: WordingView) -> tuple[Mark, ...]:
    return _odd_units(view)


@WORDING.fact("plain_units", STRING, zh="这些单位的规范写法", en="the plain spelling of these units")
def plain_units(view: WordingView) -> str:
    return "、".join(dict.fromkeys(view.words.units[mark.text] for mark in _odd_units(view)))


@WORDING.fact("respelled", STRING, zh="改正单位后的全文", en="the whole text with these units in plain spelling")
def respelled_text(view: WordingView) -> str:
    return respelled(view.prose.text, _odd_units(view), view.words.units)


@WORDING.fact("public", BOOL, zh="这张表是否要公开", en="whether the table is to be made public")
def public(view: WordingView) -> bool:
    return is_public(view.scope)


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

"""Facts about the words of a running text: vague, misspelt, cut off."""

from perflint.facts.kind import SubjectKind
from perflint.facts.vocabulary import MARKS, STRING, Mark, Vocabulary
from perflint.facts.wording.truncation import headless_start, open_end, unpaired
from perflint.facts.wording.typos import Slip, corrected, find_slips
from perflint.facts.wording.vagueness import vague_words
from perflint.facts.wording.wordview import AIMS, WordingView, row_wordings, table_wordings

WORDING = Vocabulary(
    "wording", "一段文字的用词（只在有问题时出现）", "the words of a text (only where something is worth a look)"
)
_SHOWN = 5


def _slips(view: WordingView) -> tuple[Slip, ...]:
    return find_slips(view.prose.text, view.words.typos, view.words.typo_pattern)


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


SUBJECTS = (SubjectKind(WORDING, in_row=row_wordings, in_table=table_wordings),)

"""Facts about quantities in target values and in running text: approximate, tentative, or in full-width characters."""

from perflint.facts.kind import SubjectKind
from perflint.facts.marks import rewritten
from perflint.facts.values.mentionview import MentionView, row_mentions, table_mentions
from perflint.facts.values.phrasing import decided as decided_value
from perflint.facts.values.phrasing import tentative_words
from perflint.facts.values.quantities import firm as firm_value
from perflint.facts.vocabulary import BOOL, MARKS, STRING, Mark, Vocabulary
from perflint.pattern import pattern
from perflint.quantity import Edit

_ECONOMY = pattern(
    r"总产值|生产总值|GDP|CPI|消费价格|固定资产投资|消费品零售|社零|进出口|城镇化率|失业率|可支配收入|增加值|财政收入|公共预算收入"
)
MENTION = Vocabulary(
    "mention",
    "写有约数、“力争”一类的词或全角数字的单元格（只在有问题时出现）",
    "a cell with an approximate or tentative number or full-width digits (only where one is found)",
)


@MENTION.fact(
    "approximations", MARKS, zh="约数（余、多、约、左右、近）", en="approximate numbers (余, 多, 约, 左右, 近)"
)
def approximations(mention: MentionView) -> tuple[Mark, ...]:
    return mention.about


@MENTION.fact("approximate", STRING, zh="第一个约数，没有为空", en="the first approximate number, empty if none")
def approximate(mention: MentionView) -> str:
    return mention.about[0].text if mention.about else ""


@MENTION.fact("tentative", MARKS, zh="“预计”“力争”一类的词与数字", en="a word such as 预计 or 力争 with its number")
def tentative(mention: MentionView) -> tuple[Mark, ...]:
    return mention.tentative


@MENTION.fact("tentative_word", STRING, zh="第一处这样的词，没有为空", en="the first of these words, empty if none")
def tentative_word(mention: MentionView) -> str:
    if not mention.tentative:
        return ""
    return tentative_words(mention.row)[0] if mention.row else mention.tentative[0].text


@MENTION.fact("decided", STRING, zh="去掉这些词后的指标值", en="the value without these words")
def decided(mention: MentionView) -> str:
    return decided_value(mention.row) if mention.row else ""


@MENTION.fact("firm", STRING, zh="指标值里的约数改为界限的写法", en="an approximate value written as a bound")
def firm(mention: MentionView) -> str:
    return str(firm_value(mention.row)) if mention.row and mention.about else ""


@MENTION.fact("in_goal", BOOL, zh="是否在绩效目标里", en="whether it stands in a goal")
def in_goal(mention: MentionView) -> bool:
    return mention.row is None


@MENTION.fact(
    "of_economy",
    BOOL,
    zh="是否国民经济的总量预期（生产总值增速、居民消费价格涨幅），各级计划报告也写“左右”",
    en="whether it is an expected aggregate of the economy (growth of GDP, consumer prices), which plans put as 左右",
)
def of_economy(mention: MentionView) -> bool:
    return mention.row is not None and _ECONOMY.search(mention.row.name) is not None


@MENTION.fact("wide", MARKS, zh="全角的数字、％、．、／", en="full-width digits, ％, ．, ／")
def wide(mention: MentionView) -> tuple[Mark, ...]:
    return tuple(Mark(edit.typed, edit.start, edit.end) for edit in mention.wide)


@MENTION.fact("wide_shown", STRING, zh="这些字符，各一个", en="these characters, each once")
def wide_shown(mention: MentionView) -> str:
    return " ".join(dict.fromkeys(edit.typed for edit in mention.wide))


@MENTION.fact("half_width", STRING, zh="改为半角后的全文", en="the whole text in half width")
def half_width(mention: MentionView) -> str:
    return rewritten(mention.text, ((edit.start, edit.end, _plain(mention.text, edit)) for edit in mention.wide))


def _plain(text: str, edit: Edit) -> str:
    """Return what stands for a full-width character, nothing for a ％ before another one (95％%)."""
    return "" if edit.plain == "%" and text[edit.end : edit.end + 1] in {"%", "％"} else edit.plain


SUBJECTS = (SubjectKind(MENTION, in_row=row_mentions, in_table=table_mentions),)

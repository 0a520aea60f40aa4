"""Money cells outside the rows that hold no amount anybody can read, or one whose unit is cut (domain: BUD042, BUD043)."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.money.amounts import read_amount
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.model.fields import catalogue, home
from perflint.pattern import pattern
from perflint.typography import fold

MONEY_CELL = Vocabulary("money_cell", "一格有内容的金额（指标以外）", "a filled money cell outside the rows")

FORMULA, DIGITS, NUMERALS, WORDS = "formula", "digits", "numerals", "words"
_NOTHING = frozenset({"", "/", "\\", "-", "--", "—", "——", "无", "暂无", "不适用", "N/A", "n/a", "None", "null", "~"})
_MASK = pattern(r"[*xX×_□○〇Oo….·?？/\\—-]+(?:亿元|万元|元|万)?")
_FORMULA = pattern(
    r"^[=＝]|#(?:REF!?|VALUE!?|NAME\?|DIV/0!?|N/A|NUM!?)|[$]?[A-Z]{1,2}[$]?\d{1,4}[-+*/:][$]?[A-Z]{1,2}[$]?\d"
)
_BROKEN = pattern(r"\d[.．]\d+[.．]\d|[.．]{2,}|\d[OoIl]|[OoIl]\d|\d[,，]\d{1,2}(?![\d])(?:万|亿|元|$)")
_NUMERALS = pattern(
    r"^[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]{1,20}(?:点[零一二三四五六七八九]+)?(?:万|亿)?元?整?$"
)
_UNIT = pattern(r"\d[\d.,]*(亿元|万元|千元|亿|万|元)$")
_LISTS = {"tasks": "tasks", "budget.breakdown": "breakdown", "budget.other_items": "other_items"}


class MoneyCellView(Struct, frozen=True):
    """One money cell with its text."""

    scope: Scope
    field: str
    text: str
    place: Spot
    unit_given: bool

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # an amount stands in one cell
        """Return the place of the cell."""
        return self.place


def money_cell_views(view: TableView) -> Iterator[MoneyCellView]:
    """Yield the money cells of a table and of its tasks, parts of the cost and other money that hold something."""
    given = view.filled("currency_unit")
    for field, cell in view.table.cells.items():
        if field.startswith(("budget.", "tasks_total.")) and _is_money(field) and fold(cell.text) not in _NOTHING:
            yield MoneyCellView(view.scope, field, cell.text, Spot(field), given)
    for records, section in _LISTS.items():
        fields = [field.name for field in catalogue().sections[section] if field.shape == "money"]
        for record in view.table.records.get(records, ()):
            for field in fields:
                text = record.text(field)
                if fold(text) not in _NOTHING:
                    yield MoneyCellView(view.scope, field, text, Spot(field, records=records, index=record[0]), given)


@lru_cache(maxsize=256)
def _is_money(field: str) -> bool:
    try:
        section, name = home(field)
        return catalogue().spelled[section][name].shape == "money"
    except KeyError:  # a cell of a list
        return False


@lru_cache(maxsize=4096)
def unreadable(text: str, currency: str) -> str:
    """Return why a money cell cannot be read: formula, digits, numerals or words; "" where it can, or is a mask."""
    plain = fold(text)
    if read_amount(text, currency) or _MASK.fullmatch(plain):
        return ""
    if _FORMULA.search(plain):
        return FORMULA
    if _BROKEN.search(plain):
        return DIGITS
    if _NUMERALS.search(plain):
        return NUMERALS
    return "" if any(char.isdecimal() for char in plain) else WORDS


@MONEY_CELL.fact("text", STRING, zh="金额，照录", en="the amount as typed")
def text_of(cell: MoneyCellView) -> str:
    return cell.text.strip()


@MONEY_CELL.fact(
    "unreadable",
    STRING,
    zh="读不出金额的原因：formula（公式、报错）、digits（数字写坏）、numerals（汉字数字）、words（文字），读得出为空",
    en="why no amount can be read: formula, digits (a broken number), numerals (in characters), words; empty where one can",
)
def unreadable_fact(cell: MoneyCellView) -> str:
    return unreadable(cell.text, cell.scope.currency)


@MONEY_CELL.fact(
    "unit",
    STRING,
    zh="数字后面的单位（元、万元、万、亿等），没有为空",
    en="the unit behind the number: 元, 万元, 万, 亿 …; empty if none",
)
def unit(cell: MoneyCellView) -> str:
    found = _UNIT.search(fold(cell.text))
    return found[1] if found else ""


MONEY_CELL.attribute("unit_given", BOOL, zh="表上是否写明金额单位", en="whether the table names its unit of money")


@MONEY_CELL.fact("completed", STRING, zh="补上“元”以后的金额", en="the amount with 元 added")
def completed(cell: MoneyCellView) -> str:
    return f"{cell.text.rstrip()}元"


SUBJECTS = (SubjectKind(MONEY_CELL, in_table=money_cell_views),)

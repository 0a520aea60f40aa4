"""Mutations of bases and document numbers, of standards and of the years before."""

import re
from collections.abc import Iterator
from decimal import Decimal

from perflint.model import Cell, Table
from tests.clean.change import Change, filled, put
from tests.clean.kind import Kind

_NUMBER = re.compile(r"〔(20\d\d)〕(\d+)号")
_FIGURE = re.compile(r"\d[\d.]*")
_FIELDS = ("project.basis", "project.fund_rule", "project.plan_document")


def _cited(table: Table) -> Iterator[tuple[str, Cell]]:
    """Yield the cells with a document number."""
    for row, cell in filled(table, "basis"):
        if _NUMBER.search(cell.text):
            yield row.text("name"), cell
    for field in _FIELDS:
        cell = table.cells.get(field)  # type: ignore[assignment]
        if cell is not None and _NUMBER.search(cell.text):
            yield field, cell


def vague_basis(table: Table) -> Iterator[Change]:
    """Yield a basis that names nothing."""
    for number, (row, cell) in enumerate(filled(table, "basis")):
        yield put(cell, ("历史经验", "实际情况", "工作需要", "领导要求")[number % 4], row.text("name"))


def square_brackets(table: Table) -> Iterator[Change]:
    """Yield a document number in other brackets."""
    for number, (name, cell) in enumerate(_cited(table)):
        left, right = ("[]", "【】", "（）", "()")[number % 4]
        yield put(cell, _NUMBER.sub(rf"{left}\1{right}\2号", cell.text, count=1), name)


def extra_word(table: Table) -> Iterator[Change]:
    """Yield a document number with 第, with a leading zero or a short year."""
    for number, (name, cell) in enumerate(_cited(table)):
        wrong = (r"〔\1〕第\2号", r"〔\1〕0\2号", r"〔\1〕\2")[number % 3]
        yield put(cell, _NUMBER.sub(wrong, cell.text, count=1), name)


def future_document(table: Table) -> Iterator[Change]:
    """Yield a document of a year that comes after the budget."""
    year = int(table.text("year"))
    for name, cell in _cited(table):
        yield put(cell, _NUMBER.sub(rf"〔{year + 2}〕\2号", cell.text, count=1), name)


def open_title(table: Table) -> Iterator[Change]:
    """Yield a book title that is not closed."""
    for row, cell in filled(table, "basis"):
        if cell.text.count("》") == 1:
            yield put(cell, cell.text.replace("》", ""), row.text("name"))


def repealed_law(table: Table) -> Iterator[Change]:
    """Yield a law that is no longer in force."""
    laws = ("《中华人民共和国合同法》", "《中华人民共和国民法通则》", "《中华人民共和国侵权责任法》")
    for number, (row, cell) in enumerate(filled(table, "basis")):
        yield put(cell, f"{laws[number % 3]}第十条", row.text("name"))


def below_history(table: Table) -> Iterator[Change]:
    """Yield a target 30 % below the average of the years before."""
    for row, cell in filled(table, "value"):
        figure = _FIGURE.search(row.text("history.average_3y"))
        if figure and not cell.text.startswith("≤"):
            low = format((Decimal(figure[0]) * Decimal("0.7")).quantize(Decimal(1)), "f")
            yield put(cell, _FIGURE.sub(low, cell.text, count=1), row.text("name"))


def above_history(table: Table) -> Iterator[Change]:
    """Yield a target far above the year before: five times as high."""
    for row, cell in filled(table, "value"):
        figure = _FIGURE.search(row.text("history.last_year"))
        if figure and "%" not in cell.text and not cell.text.startswith("≤"):
            yield put(cell, _FIGURE.sub(format(Decimal(figure[0]) * 5, "f"), cell.text, count=1), row.text("name"))


def other_history_unit(table: Table) -> Iterator[Change]:
    """Yield a value of the year before in another unit."""
    for row, cell in filled(table, "history.last_year"):
        figure = _FIGURE.match(cell.text)
        if figure and not cell.text.endswith(("吨", "%")):
            yield put(cell, f"{figure[0]}吨", row.text("name"))


SOURCES = (
    Kind("依据写成空话", "vague basis", vague_basis, 0.6),
    Kind("发文字号的括号写错", "document number in wrong brackets", square_brackets, 0.9),
    Kind("发文字号多字或缺字", "malformed document number", extra_word, 0.7),
    Kind("依据的文号晚于预算年度", "document of a later year", future_document, 0.8),
    Kind("书名号不成对", "book title not closed", open_title, 0.9),
    Kind("依据是已废止的法律", "repealed law as basis", repealed_law, 0.9),
    Kind("指标值低于前三年均值30%", "target 30 % below the average", below_history, 0.9),
    Kind("指标值为上年的5倍", "target five times last year's", above_history, 0.55),
    Kind("历史值的单位不同", "history in another unit", other_history_unit, 0.8),
)

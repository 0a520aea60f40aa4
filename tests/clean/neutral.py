"""Other ways to write the same: edits that change no meaning, after which nothing new may be found."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from perflint.model import Table
from tests.clean.change import Edit, edit, filled, lines_of

# Profiles whose names of classes or sums of weights the general one does not know.
_OWN_FORMS = frozenset({"department-eval", "beijing", "sichuan", "hubei"})
_LATE = re.compile(r"(20\d\d)年(\d+)月(?:(\d+)日|底)前")
_KEYS = {"level1": "一级指标", "level2": "二级指标", "name": "三级指标", "value": "指标值", "basis": "指标值确定依据",
         "description": "绩效指标描述", "op": "指标性质", "unit": "计量单位", "weight": "权重", "direction": "指标方向"}  # fmt: skip
_MONEY = re.compile(r"(≤?)(\d[\d.]*)万元")


class Way(NamedTuple):
    """One other way to write: its name, and the edits that write a table so."""

    name: str
    edits: Callable[[Table], Iterator[Edit]]


def _values(table: Table, write: Callable[[str], str]) -> Iterator[Edit]:
    for _, cell in filled(table, "value"):
        new = write(cell.text)
        if new != cell.text:
            yield edit(cell, new)


def _each(write: Callable[[str], str]) -> Callable[[Table], Iterator[Edit]]:
    return lambda table: _values(table, write)


def _yuan(text: str) -> str:
    found = _MONEY.fullmatch(text)
    return f"{found[1]}{(Decimal(found[2]) * 10_000).normalize():f}元" if found else text


def _thousands(text: str) -> str:
    return re.sub(r"(?<![\d.])\d{4,}(?=[一-龥])(?!年)", lambda found: f"{int(found[0]):,}", text)


def _whole_budget(table: Table) -> Iterator[Edit]:
    """Yield the amounts of the head with the unit behind them."""
    unit = table.text("currency_unit") or "万元"
    for field, cell in table.cells.items():
        if field.startswith("budget.") and re.fullmatch(r"[\d.,]+", cell.text):
            yield edit(cell, cell.text + unit)


def _short_levels(table: Table) -> Iterator[Edit]:
    """Yield the classes without the word 指标."""
    for field in ("level1", "level2"):
        for _, cell in filled(table, field):
            yield edit(cell, cell.text.removesuffix("指标"))


def _no_profile(table: Table) -> Iterator[Edit]:
    """Yield no profile: the table is judged by what all provinces share."""
    cell = table.cells.get("profile")
    if cell is not None and cell.text not in _OWN_FORMS:
        yield edit(cell, "general")


def _other_keys(table: Table) -> Iterator[Edit]:
    """Yield the keys of the rows in the other language."""
    for row in table.rows:
        for field, cell in row.cells.items():
            if cell.key is not None and field in _KEYS:
                new = _KEYS[field] if cell.key.text == field else field
                yield cell.key.start, cell.key.end, new


def _backwards(table: Table) -> Iterator[Edit]:
    """Yield the rows from the last to the first."""
    spans = [lines_of(table, row) for row in table.rows]
    texts = [table.source.text[start:end].rstrip("\n") + "\n" for start, end in spans]
    for (start, end), text in zip(spans, reversed(texts), strict=True):
        yield start, end, text


def _in_words(text: str) -> str:
    word = {"≥": "不低于", "≤": "不超过"}.get(text[:1], "")
    return word + text[1:] if word else text


def _suffixed(text: str) -> str:
    word = {"≥": "以上", "≤": "以内"}.get(text[:1], "")
    return text[1:] + word if word and text[-1:] in "%人次个家件户" else text


def _date(form: str) -> Callable[[str], str]:
    def write(text: str) -> str:
        found = _LATE.fullmatch(text)
        return form.format(year=found[1], month=found[2], day=found[3] or "底") if found else text

    return write


def _days(form: str) -> Callable[[str], str]:
    write = _date(form)
    return lambda text: write(text) if "日前" in text else text


def _other_units(text: str) -> str:
    for unit, other in (("平方米", "㎡"), ("公里", "千米"), ("个工作日", "工作日"), ("小时", "个小时"), ("%", "％")):
        text = text.removesuffix(unit) + other if text.endswith(unit) and not text.endswith("平方公里") else text
    return text


WAYS = (
    Way("不低于、不超过", _each(_in_words)),
    Way("以上、以内", _each(_suffixed)),
    Way("大于等于、小于等于", _each(lambda text: text.replace("≥", "大于等于").replace("≤", "小于等于"))),
    Way("万元写成元", _each(_yuan)),
    Way("千位分隔", _each(_thousands)),
    Way("其他单位写法", _each(_other_units)),
    Way("符号后空格", _each(lambda text: re.sub(r"^([≥≤])", r"\1 ", text))),
    Way("完成于某日之前", _each(_days("{year}年{month}月{day}日之前完成"))),
    Way("点分日期", _each(_days("{year}.{month}.{day}前"))),
    Way("月份补零", _each(_days("{year}年{month:0>2}月{day:0>2}日前"))),
    Way("不迟于", _each(_days("不迟于{year}年{month}月{day}日"))),
    Way("预算带单位", _whole_budget),
    Way("类别不带指标二字", _short_levels),
    Way("不写模板", _no_profile),
    Way("另一种语言的键", _other_keys),
    Way("指标倒序", _backwards),
)

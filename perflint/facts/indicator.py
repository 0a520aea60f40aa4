"""Facts about an indicator row: its class, its name, what it counts as."""

import re

from perflint.facts.direction import AMBIGUOUS
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.typography import fold

INDICATOR = Vocabulary("indicator", "绩效指标的一行", "one row of indicators")

_SENTENCE = 60  # characters: a longer description is prose, its end is no head
_INVERSE = re.compile(r"(?:不合格|不达标|不及时|不准确|不满意|未[^。;,，；]{1,6})[^。;；]{0,24}(?:占|比例|比重)")


@INDICATOR.fact("name", STRING, zh="三级指标名称", en="name of the indicator")
def name(row: RowView) -> str:
    return row.text("name").strip()


@INDICATOR.fact("named", BOOL, zh="名称是否已填", en="whether the name is filled")
def named(row: RowView) -> bool:
    return row.filled("name")


@INDICATOR.fact("description", STRING, zh="绩效指标描述", en="description of the indicator")
def description(row: RowView) -> str:
    return row.text("description").strip()


@INDICATOR.fact("level1", STRING, zh="一级指标，照录", en="first-level label as printed")
def level1(row: RowView) -> str:
    return row.text("level1").strip()


@INDICATOR.fact("level2", STRING, zh="二级指标，照录", en="second-level label as printed")
def level2(row: RowView) -> str:
    return row.text("level2").strip()


@INDICATOR.fact(
    "class",
    STRING,
    zh="指标分类编号，如 output.quantity；未知为空",
    en="class id such as output.quantity, empty if unknown",
)
def class_id(row: RowView) -> str:
    return row.class_id


@INDICATOR.fact(
    "side",
    STRING,
    zh="output、benefit、satisfaction、cost 之一，未知为空",
    en="output, benefit, satisfaction or cost, empty if unknown",
)
def side(row: RowView) -> str:
    return row.side


@INDICATOR.fact("midterm", BOOL, zh="是否中长期指标", en="whether it is a mid-term indicator")
def midterm(row: RowView) -> bool:
    return row.midterm


@INDICATOR.fact(
    "direction",
    STRING,
    zh="方向：positive、negative、upper-bound、ambiguous、moderate",
    en="direction: positive, negative, upper-bound, ambiguous or moderate",
)
def direction(row: RowView) -> str:
    return row.direction


@INDICATOR.fact(
    "upper_bound_family",
    BOOL,
    zh="是否属于“≤”本来正确的控制率、执行率",
    en="whether it is a control or execution rate for which ≤ is right",
)
def upper_bound_family(row: RowView) -> bool:
    return row.upper_bound_family


@INDICATOR.fact("rate", BOOL, zh="是否为比率", en="whether it is a rate")
def rate(row: RowView) -> bool:
    return row.rate


@INDICATOR.fact(
    "declared",
    STRING,
    zh="表中填写的方向：positive、negative、moderate，未填为空",
    en="declared direction, empty if none",
)
def declared(row: RowView) -> str:
    return row.declared_direction


@INDICATOR.fact("declared_as", STRING, zh="指标方向，照录", en="declared direction as printed")
def declared_as(row: RowView) -> str:
    return row.text("direction").strip()


@INDICATOR.fact("implied", STRING, zh="从名称判断的方向", en="direction that the name implies")
def implied(row: RowView) -> str:
    return row.lexicon_direction


@INDICATOR.fact(
    "described", STRING, zh="从描述的中心词判断的方向", en="direction that the head of the description implies"
)
def described(row: RowView) -> str:
    text = row.text("description")
    return row.scope.knowledge.directions.of_name(text) if 0 < len(text.strip()) < _SENTENCE else AMBIGUOUS


@INDICATOR.fact(
    "inverse_described",
    BOOL,
    zh="描述是否按相反的方面定义（不合格…占比）",
    en="whether the description defines the inverse of the name",
)
def inverse_described(row: RowView) -> bool:
    return bool(_INVERSE.search(fold(row.text("description"))))


@INDICATOR.fact(
    "declared_qualitative", BOOL, zh="是否填写为定性指标", en="whether the row is declared qualitative (定性)"
)
def declared_qualitative(row: RowView) -> bool:
    return fold(row.text("op")).startswith("定性") or fold(row.text("value_type")).startswith("定性")


@INDICATOR.fact(
    "has_value",
    BOOL,
    zh="是否填了指标值（定性指标有文字说明也算）",
    en="whether there is a value (for 定性, a text elsewhere counts)",
)
def has_value(row: RowView) -> bool:
    told = fold(row.text("op")).startswith("定性") and any(
        row.filled(cell) for cell in ("description", "scoring", "unit")
    )
    return row.filled("value") or told

"""Facts about an indicator row: its class, its name, what it counts as."""

from perflint.facts.kind import SubjectKind, itself, itself_alone
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.typography import fold, is_blank

INDICATOR = Vocabulary("indicator", "绩效指标的一行", "one row of indicators")


@INDICATOR.fact("name", STRING, zh="三级指标名称", en="name of the indicator")
def name(row: RowView) -> str:
    return row.text("name").strip()


@INDICATOR.fact("named", BOOL, zh="名称是否已填", en="whether the name is filled")
def named(row: RowView) -> bool:
    return row.filled("name")


@INDICATOR.fact(
    "only_printed",
    BOOL,
    zh="名称一格只有表格印的内容（指标1：、……）",
    en="whether the name holds nothing but what the form prints (指标1：, ……)",
)
def only_printed(row: RowView) -> bool:
    return not row.filled("name") and not is_blank(row.printed.get("name", ""))


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
    "named_direction",
    STRING,
    zh="单凭名称的方向，不看填写的方向",
    en="the direction that the name alone implies, whatever is declared",
)
def named_direction(row: RowView) -> str:
    return row.lexicon_direction


@INDICATOR.fact(
    "upper_bound_family",
    BOOL,
    zh="是否属于“≤”本来正确的控制率、执行率",
    en="whether it is a control or execution rate for which ≤ is right",
)
def upper_bound_family(row: RowView) -> bool:
    return row.upper_bound_family


@INDICATOR.fact("weight", STRING, zh="权重，照录，不带“分”", en="the weight as typed, without 分")
def weight(row: RowView) -> str:
    return row.text("weight").strip().removesuffix("分")


@INDICATOR.fact("scored", BOOL, zh="是否填了权重", en="whether it has a weight")
def scored(row: RowView) -> bool:
    return row.filled("weight")


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


@INDICATOR.fact("rate_by_name", BOOL, zh="单凭名称是否为比率", en="whether the name alone says that it is a rate")
def rate_by_name(row: RowView) -> bool:
    return row.rate_by_name


SUBJECTS = (SubjectKind(INDICATOR, in_row=itself_alone, also=(("value", itself),)),)

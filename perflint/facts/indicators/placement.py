"""Facts about where an indicator stands: whether its labels are known, and what its name says of its class."""

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.taxonomy import FRAME_2015, FRAME_2021
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_EXECUTION = pattern(
    r"预算(?:资金)?(?:完成|执行)率|支出(?:完成)?率$|资金使用率|(?:资金|预算|经费|支出)(?:支付|支出|拨付|执行|使用)?进度$"
)
_COMPLETION = ("完成率", "覆盖率", "受检率")
_POPULATION = pattern(
    r"(?:接种|(?:健康|系统|规范)[\u4e00-\u9fff]{0,4}管理(?:服务)?|(?:筛查|检查|检测|体检|随访|访视|监测)(?:覆盖)?|家庭医生签约(?:服务)?|(?:健康)?档案[\u4e00-\u9fff]{0,2})率$"
)


def _printed_by_profile(row: RowView, label: str) -> bool:
    return fold(label) in {fold(name) for name in row.scope.level_names}


@INDICATOR.fact(
    "level1_class",
    STRING,
    zh="一级指标名称对应的分类编号，如 output；不是已知名称为空",
    en="id of the class that the first-level label means, such as output; empty if it is no known name",
)
def level1_class(row: RowView) -> str:
    return row.level1.id if row.level1 else ""


@INDICATOR.fact(
    "level1_printed", BOOL, zh="一级指标是否为模板印有的名称", en="whether the profile prints the first-level label"
)
def level1_printed(row: RowView) -> bool:
    return _printed_by_profile(row, row.text("level1"))


@INDICATOR.fact(
    "level1_framed",
    BOOL,
    zh="一级指标是否为评价表式或部分地方表式印有的名称（投入、过程、决策、履职效能等），或属于本表自成的一套",
    en="whether the first-level label is one that forms of evaluation and some provinces print (投入, 过程, 履职效能), or the table's own",
)
def level1_framed(row: RowView) -> bool:
    if row.level1 is not None or not row.filled("level1"):
        return False
    taxonomy, label = row.scope.knowledge.taxonomy, row.text("level1")
    return taxonomy.is_of_a_frame(label) or (row.scope.own_frame and not taxonomy.is_near(label, 1))


@INDICATOR.fact(
    "level1_nearest", STRING, zh="最接近的一级指标名称，没有为空", en="nearest first-level name, empty if none"
)
def level1_nearest(row: RowView) -> str:
    return row.scope.knowledge.taxonomy.nearest(row.text("level1"), 1)


@INDICATOR.fact(
    "level1_slip",
    BOOL,
    zh="一级指标名称是否只是写错一个字（产岀指标）",
    en="whether the first-level label is a known one with one wrong character (产岀指标)",
)
def level1_slip(row: RowView) -> bool:
    return row.level1 is None and row.scope.knowledge.taxonomy.is_slip(row.text("level1"), 1)


@INDICATOR.fact(
    "level2_class",
    STRING,
    zh="二级指标名称对应的分类编号，如 output.quantity；不是已知名称为空",
    en="id of the class that the second-level label means, such as output.quantity; empty if it is no known name",
)
def level2_class(row: RowView) -> str:
    return row.level2.id if row.level2 else ""


@INDICATOR.fact(
    "level2_printed", BOOL, zh="二级指标是否为模板印有的名称", en="whether the profile prints the second-level label"
)
def level2_printed(row: RowView) -> bool:
    return _printed_by_profile(row, row.text("level2"))


@INDICATOR.fact(
    "level2_nearest", STRING, zh="最接近的二级指标名称，没有为空", en="nearest second-level name, empty if none"
)
def level2_nearest(row: RowView) -> str:
    return row.scope.knowledge.taxonomy.nearest(row.text("level2"), 2)


@INDICATOR.fact(
    "level2_slip",
    BOOL,
    zh="二级指标名称是否只是写错一个字（数里指标）",
    en="whether the second-level label is a known one with one wrong character (数里指标)",
)
def level2_slip(row: RowView) -> bool:
    return row.level2 is None and row.scope.knowledge.taxonomy.is_slip(row.text("level2"), 2)


@INDICATOR.fact(
    "level2_own",
    BOOL,
    zh="二级指标是否属于本表自成的一套（履职目标实现、财务管理），不是通行的名称",
    en="whether the second-level label is one of the table's own (履职目标实现, 财务管理) and none of the usual ones",
)
def level2_own(row: RowView) -> bool:
    return row.scope.own_kinds and row.filled("level2") and row.level2 is None and not level2_slip(row)


@INDICATOR.fact(
    "level2_parent",
    STRING,
    zh="二级指标应归属的一级指标名称",
    en="name of the first-level class that the second level belongs to",
)
def level2_parent(row: RowView) -> str:
    if row.level2 is None:
        return ""
    taxonomy = row.scope.knowledge.taxonomy
    parent = taxonomy.parent(row.level2, row.scope.frame) or row.level2.id
    return taxonomy.classes[parent].name


@INDICATOR.fact(
    "level2_misplaced",
    BOOL,
    zh="二级指标是否放错了一级指标",
    en="whether the second-level class stands under a wrong first-level one",
)
def level2_misplaced(row: RowView) -> bool:
    if row.level1 is None or row.level2 is None or row.level2.id == "cost":
        return row.level1 is not None and row.level2 is not None and row.level1.id not in ("cost", "output")
    if row.level2.id == "satisfaction.target" and row.level1.id == "benefit":
        return False  # how several provinces print it
    return row.level2.parent != row.level1.id and not _older_cost(row)


def _older_cost(row: RowView) -> bool:
    """Return whether a kind of cost (经济成本) stands under 产出 in a table that does not use the frame of 2021."""
    side = row.level2.id.split(".")[0] if row.level2 else ""
    return (
        side == "cost" and row.level1 is not None and row.level1.id == "output" and row.scope.frame in ("", FRAME_2015)
    )


@INDICATOR.fact(
    "cost_under_output",
    BOOL,
    zh="成本指标列在产出指标下，而模板为2021年体系",
    en="whether cost stands under output although the profile is mof-2021",
)
def cost_under_output(row: RowView) -> bool:
    if row.level1 is None or row.level2 is None or row.scope.form == "G" or row.scope.profile == "general":
        return False
    return row.level2.id == "cost" and row.level1.id == "output" and row.scope.frame == FRAME_2021


@INDICATOR.fact(
    "execution_rate", BOOL, zh="名称是否为预算执行率、支出率", en="whether the name is a rate of budget execution"
)
def execution_rate(row: RowView) -> bool:
    return bool(_EXECUTION.search(plain_name(row.text("name"))))


@INDICATOR.fact(
    "completion_rate",
    BOOL,
    zh="名称是否为完成率、覆盖率、受检率",
    en="whether the name is a rate of completion, coverage or inspection",
)
def completion_rate(row: RowView) -> bool:
    return plain_name(row.text("name")).endswith(_COMPLETION)


@INDICATOR.fact(
    "population_rate",
    BOOL,
    zh="名称是否为国家基本公共卫生服务的绩效目标表列为数量指标的比率（接种率、健康管理率、筛查率等，说的是多少人得到服务）",
    en="whether the name is a rate that the national table of basic public health files as a quantity: how many people are served",
)
def population_rate(row: RowView) -> bool:
    return _POPULATION.search(plain_name(row.text("name"))) is not None

"""Forms recognised by what their cells say: one small paper for each thing that a form can do."""

from pathlib import Path

from perflint.office.recognition import Leaf, recognise
from tests.office.papers import drafts, one, paper, rows, table_of

_HEAD = ["项目名称|道路养护|<|<|<"]
_ROWS = ["产出指标|数量指标|养护里程|≥20公里", "^|质量指标|合格率|100%"]


def test_labels_beside_each_other_and_values_below() -> None:
    table = one([
        "项目编码|130324|项目名称|道路养护|<|<|<", "预算规模及资金用途|预算数|5.00|其中：财政　资金|5.00|其他资金|", "^|修路。|<|<|<|<|<",
        "一级指标|二级指标|三级指标|指标值|<|<|<", "产出指标|数量指标|里程|≥20公里|<|<|<",
    ])  # fmt: skip
    names = ("project.code", "project.name", "project.purpose", "budget.total", "budget.fiscal", "budget.other")
    assert [table.text(name) for name in names] == ["130324", "道路养护", "修路。", "5.00", "5.00", ""]


def test_repeated_headers_over_pages_and_several_tables_in_a_file() -> None:
    page = ["一级指标|二级指标|三级指标|指标值"]
    first, second = drafts(
        "2023年甲项目绩效目标表", ["项目名称|甲|<|<", *page, _ROWS[0]], [*page, "产出指标|质量指标|合格率|100%"],
        "2023年乙项目绩效目标表", ["项目名称|乙|<|<", *page, *_ROWS],
    )  # fmt: skip
    assert rows(table_of(first), "name", "value") == [("养护里程", "≥20公里"), ("合格率", "100%")]
    assert [table_of(draft).text("title") for draft in (first, second)] == [
        "2023年甲项目绩效目标表",
        "2023年乙项目绩效目标表",
    ]
    assert second.number == 3


def test_two_projects_in_one_grid() -> None:
    table = ["项目名称|甲|<|<", "一级指标|二级指标|三级指标|指标值", *_ROWS]
    assert [draft.text("project.name") for draft in drafts([*table, *[row.replace("甲", "乙") for row in table]])] == [
        "甲",
        "乙",
    ]


def test_two_sided_form() -> None:
    table = one([
        "项目名称|桥|<|<|<|<|<|<", "总体目标|中长期目标（2022年—2024年）|<|<|<|年度目标|<|<", "^|三年修三座桥。|<|<|<|今年修一座桥。|<|<",
        "绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值", "^|产出指标|数量指标|桥|3座|数量指标|桥|1座",
    ])  # fmt: skip
    assert table.text("goals.annual") == "今年修一座桥。"
    names = ("from", "to", "text")
    assert [table.text(f"goals.midterm.{name}") for name in names] == ["2022年", "2024年", "三年修三座桥。"]
    assert rows(table, "level1", "level2", "name", "value", "horizon") == [
        ("产出指标", "数量指标", "桥", "3座", "中长期"), ("产出指标", "数量指标", "桥", "1座", ""),
    ]  # fmt: skip


def test_check_boxes() -> None:
    table = one([
        "项目名称|甲|<|<", "项目属性|☐新增项目 ☑延续项目|项目期限|□一次性 √经常性", "立项依据|R法律法规 □市委市政府决定 ■上级文件要求|<|<",
        "一级指标|二级指标|三级指标|指标值", *_ROWS,
    ])  # fmt: skip
    assert (table.text("project.attribute"), table.text("project.term")) == ("延续", "经常性")
    assert [piece.text for piece in table.cells["project.basis_types"].texts] == ["法律法规", "上级文件要求"]


def test_boxes_behind_their_options() -> None:
    table = one(["项目名称|甲|<|<", "项目属性|新增项目□ 延续项目☑|<|<", "一级指标|二级指标|三级指标|指标值", *_ROWS])
    assert table.text("project.attribute") == "延续"


def test_split_columns_and_weights() -> None:
    table = one([
        "项目名称|甲|<|<|<|<|<|<", "一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重|指标方向性", "产出指标|数量指标|件数|≥|200|件|20|正向",
        "合计||||||100|",
    ])  # fmt: skip
    assert rows(table, "op", "value", "unit", "weight", "direction") == [("≥", "200", "件", "20", "正向")]


def test_a_plan_by_month_over_two_lines_and_by_quarter() -> None:
    months = one([
        "项目名称|甲|<|<", "资金支出计划（%）|1月|2月|3月", "^|10%|20%|30%", "^|4月|5月|6月", "^|40%|50%|100%",
        "一级指标|二级指标|三级指标|指标值", *_ROWS,
    ])  # fmt: skip
    assert [(period.name, period.cell.text) for period in months.plan] == [
        ("1月", "10%"), ("2月", "20%"), ("3月", "30%"), ("4月", "40%"), ("5月", "50%"), ("6月", "100%"),
    ]  # fmt: skip
    assert months.text("spending_plan_title") == "资金支出计划（%）"
    quarters = one([
        "项目名称|甲|<|<|<", "资金支出计划|第一季度|第二季度|第三季度|第四季度", "^|25|50||100", "一级指标|二级指标|三级指标|指标值|<",
        f"{_ROWS[0]}|<",
    ])  # fmt: skip
    assert [period.cell.text for period in quarters.plan] == ["25", "50", "", "100"]


def test_values_by_town() -> None:
    table = one(
        [
            "项目名称|甲|<|<|<",
            "一级指标|二级指标|三级指标|指标值|<",
            "^|^|^|马踏镇|东林镇",
            "产出指标|数量指标|里程|5公里|6公里",
        ]
    )
    assert rows(table, "name", "value", "region") == [("里程", "5公里", "马踏镇"), ("里程", "6公里", "东林镇")]


def test_duty_form() -> None:
    table = one("2023年某某中心部门预算整体绩效目标表", [
        "职责序号|部门职责|<|职责目标|绩效指标|指标解释|年度指标值|指标参考值|<|<|<|<|<|工作活动",
        "^|^|^|^|^|^|^|标准值（规划目标、行业标准或其他明确标准）|<|<|历史值（统计年鉴）|<|<|^",
        "^|^|^|^|^|^|^|规划值|当年标准值|<|前三年均值|上年值|来源|^", "^|^|^|^|^|^|^|^|标准值|来源|^|^|^|^",
        "1|抽检|工业品|完成抽检|批次|抽检批次|980批次|980|980|市局任务|600|980|系统|开展抽检",
        "^|^|食品|完成食品|批次2|说明|5批|/|5|任务|4|5|内部|活动",
    ])  # fmt: skip
    assert table.text("kind") == "部门"
    assert table.text("profile") == "shandong-duty"
    names = ("duty.no", "duty.name", "duty.item", "duty.goal", "name", "standard.source", "history.source", "activity")
    assert rows(table, *names) == [
        ("1", "抽检", "工业品", "完成抽检", "批次", "市局任务", "系统", "开展抽检"),
        ("1", "抽检", "食品", "完成食品", "批次2", "任务", "内部", "活动"),
    ]


def test_evaluated_table() -> None:
    table = one("2023年度项目支出绩效自评表", [
        "项目名称|食堂|<|<|<|<|<|<", "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分", "^|年度资金总额|20|21|19|10|95%|9.5",
        "^|其中：当年财政拨款|20|21|19|—|95%|—", "年度总体目标|预期目标|<|<|实际完成情况|<|<|<", "^|保障用餐。|<|<|已完成。|<|<|<",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因", "产出指标|数量指标|人数|≥800人|820人|50|48|停课",
        "总分|<|<|<|<|100|97.5|",
    ])  # fmt: skip
    assert (table.text("budget.total"), table.text("budget.fiscal"), table.text("goals.annual")) == (
        "21",
        "21",
        "保障用餐。",
    )
    assert rows(table, "value", "actual", "weight", "score") == [("≥800人", "820人", "50", "48")]


def test_department_by_tasks() -> None:
    table = one("巴中市2022年部门整体支出绩效目标批复表", [
        "部门（单位）名称|某局|<|<|<|<", "年度主要任务|任务名称|主要内容|预算金额（万元）|<|<", "^|^|^|合计|财政拨款|其他资金",
        "^|人员支出|工资|10|10|", "^|合计||12|10|2", "年度总体目标|保障运转。|<|<|<|<", "年度绩效指标|一级指标|二级指标|三级指标|指标值|<",
        "^|完成指标|数量指标|人数|20人|<",
    ])  # fmt: skip
    assert [record.text("content") for record in table.records["tasks"]] == ["工资"]
    assert (table.text("tasks_total.total"), table.text("tasks_total.other")) == ("12", "2")
    assert (table.text("kind"), table.text("profile"), table.text("goals.annual")) == ("部门", "sichuan", "保障运转。")
    assert rows(table, "level1", "value") == [("完成指标", "20人")]


def test_department_text() -> None:
    table = one(
        "部门整体绩效目标", "一、总体绩效目标", "某市某局2023年做好监管。", "二、分项绩效目标", "（一）质量。", "绩效目标：提高质量。",
        "绩效指标：产品合格率达到92%；", "制修订标准20项，地方标准10项以上；", "保持良好局面。", "三、工作保障措施", "加强领导。",
    )  # fmt: skip
    assert (table.text("goals.annual"), table.text("measures")) == ("某市某局2023年做好监管。", "加强领导。")
    assert rows(table, "duty.goal", "name", "value", "remark") == [
        ("提高质量。", "产品合格率", "达到92%", ""),
        ("提高质量。", "制修订标准", "20项", "制修订标准20项，地方标准10项以上；"),
        ("提高质量。", "地方标准", "10项以上", "制修订标准20项，地方标准10项以上；"),
        ("提高质量。", "", "", "保持良好局面。"),
    ]


def test_money_inside_cells_and_from_the_caption() -> None:
    table = one("单位：元", [
        "项目名称|甲|<|<", "项目资金|中长期资金总额： 万元|年度资金总额： 8 万元|年度资金中：政府采购 3万元（政府购买服务 万元）",
        "^|其中：财政拨款 万元|其中：财政拨款 8 万 元|", "一级指标|二级指标|三级指标|指标值", *_ROWS,
    ])  # fmt: skip
    assert (table.text("budget.total"), table.text("budget.fiscal")) == ("8 万元", "8 万 元")
    assert (table.text("budget.procurement"), table.text("budget.purchased_services")) == ("3万元", "")
    assert table.text("budget.midterm.fiscal") == ""
    assert table.text("currency_unit") == "元"


def test_a_budget_inside_text_stays_in_the_text() -> None:
    words = "预算数1080万元,其中：财政资金1080万元．主要用于抽检。"
    table = one(["项目名称|甲|<|<", f"项目资金主要用途|{words}|<|<", "一级指标|二级指标|三级指标|指标值", *_ROWS])
    assert table.text("project.purpose") == words
    assert "budget.total" not in table.cells


def test_columns_without_a_field_are_kept_under_x_keys() -> None:
    (draft,) = drafts([*_HEAD, "一级指标|二级指标|三级指标|指标值|牵头科室", f"{_ROWS[0]}|财务股"])
    assert draft.rows[0]["x-牵头科室"].text == "财务股"  # type: ignore[union-attr]


def test_cells_without_a_place_are_named() -> None:
    (draft,) = drafts(["项目名称|甲|<|<", "神秘栏目甲|某值|神秘|另一值", "一级指标|二级指标|三级指标|指标值", *_ROWS])
    left = [use.text for use in draft.uses if use.role == "left"]
    assert left == ["神秘栏目甲", "某值", "神秘", "另一值"]
    assert draft.tree["x-left-over"]


def test_what_is_concluded_says_how_sure_it_is() -> None:
    (draft,) = drafts(
        "2023年湖北省某局项目绩效目标表", [*_HEAD, "一级指标|二级指标|三级指标|指标值|<", f"{_ROWS[0]}|<"]
    )
    guesses = {guess.field: (guess.value, guess.confidence) for guess in draft.guesses}
    assert guesses["profile"] == ("hubei", 0.5)
    assert guesses["year"] == ("2023", 0.95)
    assert guesses["kind"] == ("project", 0.95)


def test_text_without_any_table_gives_none() -> None:
    assert drafts("关于开会的通知", ["时间|地点", "周一|三楼"]) == ()


def test_a_list_of_projects_gives_a_table_each() -> None:
    found = drafts("2024年部门预算项目绩效目标表", "单位：万元", [
        "单位名称|项目名称|预算数|年度目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重",
        "301001-县教育局|营养餐|50.00|保障营养。|产出指标|数量指标|人数|≥|200|人|20", "^|^|^|^|^|质量指标|合格率|=|100|%|20",
        "^|校车|30.00|保障出行。|产出指标|数量指标|车辆|≥|2|辆|30", "301002-县一中|维修|10|修缮。|产出指标|数量指标|教室|≥|2|间|30",
    ])  # fmt: skip
    tables = [table_of(draft) for draft in found]
    assert [(table.text("project.name"), table.text("budget.total"), len(table.rows)) for table in tables] == [
        ("营养餐", "50.00", 2), ("校车", "30.00", 1), ("维修", "10", 1),
    ]  # fmt: skip
    assert [table.text("agency.code") for table in tables] == ["301001", "301001", "301002"]
    assert {table.text("title") for table in tables} == {"2024年部门预算项目绩效目标表"}
    assert not any(use.role == "left" for draft in found for use in draft.uses)


def test_the_older_form_with_schedule_and_two_lists() -> None:
    table = one("财政支出项目绩效目标申报表", "（2016年度）", "填报单位（盖章）：某县某局", [
        "项目名称|道路|项目属性|新增项目□ 延续项目☑", "主管部门|交通局|项目起止时间|2016年1月—2016年12月",
        "项目资金申请（万元）|资金总额|200|", "^|财政拨款|200|", "项目立项情况|项目立项的依据|文件|<", "^|项目申报的可行性、必要性|必要|<",
        "项目实施进度计划|项目实施内容|开始时间|完成时间", "^|1、设计|2016.1|2016.3", "^|2、施工|2016.4|2016.12",
        "项目绩效目标|长期目标|<|年度目标", "^|一县畅通|<|修路10公里", "长期绩效指标|一级指标|二级指标|指标内容|指标值",
        "^|产出指标|数量指标|里程|50公里", "年度绩效指标|一级指标|二级指标|指标内容|指标值", "^|产出指标|数量指标|里程|10公里",
        "其他说明的问题|无|<|<",
    ])  # fmt: skip
    assert (table.text("year"), table.text("agency"), table.text("project.attribute")) == ("2016", "某县某局", "延续")
    assert [(step.text("task"), step.text("start")) for step in table.records["project.schedule"]] == [
        ("1、设计", "2016.1"), ("2、施工", "2016.4"),
    ]  # fmt: skip
    assert (table.text("goals.midterm.text"), table.text("goals.annual")) == ("一县畅通", "修路10公里")
    assert rows(table, "value", "horizon") == [("50公里", "中长期"), ("10公里", "")]
    assert (table.text("project.period.start"), table.text("project.period.end")) == ("2016年1月", "2016年12月")
    assert table.text("remark") == "无"


def test_footers_are_no_indicators() -> None:
    (draft,) = drafts(
        [
            *_HEAD,
            "一级指标|二级指标|三级指标|指标值|<",
            f"{_ROWS[0]}|<",
            "填表人：张三|联系电话|12345|填报日期|2023年1月",
        ]
    )
    table = table_of(draft)
    assert len(table.rows) == 1
    assert table.text("phone") == "12345"
    assert draft.text("x-filled-by") == "张三"


def test_rows_left_blank_under_their_headings() -> None:
    table = one([
        "项目名称|甲|<|<", "资金支出计划|3月底|6月底|12月底", "^|||", "项目资金来源|合计|1.一般公共预算收入|2.政府性基金预算收入", "^|||",
        "总体目标|中长期目标|<|年度目标", "^||<|", "一级指标|二级指标|三级指标|指标值", *_ROWS,
    ])  # fmt: skip
    assert [(period.name, period.cell.text) for period in table.plan] == [("3月底", ""), ("6月底", ""), ("12月底", "")]
    assert (table.text("goals.annual"), table.text("budget.sources.total")) == ("", "")
    assert len(table.rows) == 2


def test_a_total_beside_the_towns_is_a_region_too() -> None:
    table = one(
        [
            "项目名称|甲|<|<|<",
            "一级指标|二级指标|三级指标|指标值|<",
            "^|^|^|全县|马踏镇",
            "产出指标|数量指标|里程|11公里|6公里",
        ]
    )
    assert rows(table, "value", "region") == [("11公里", "全县"), ("6公里", "马踏镇")]


def test_headings_that_come_twice_open_no_second_half() -> None:
    (draft,) = drafts([
        "项目名称|甲|<|<|<|<|<", "一级指标|二级指标|三级指标|指标内容|指标值|备注|备注", "产出指标|数量指标|里程|新修里程|≥20公里|甲注|乙注",
    ])  # fmt: skip
    (row,) = draft.rows
    texts = {key: leaf.text for key, leaf in row.items() if isinstance(leaf, Leaf)}
    assert texts["name"] == "里程"
    assert texts["description"] == "新修里程"
    assert (texts["remark"], texts["x-备注"]) == ("甲注", "乙注")


def test_a_profile_of_ones_own_names_its_cells(tmp_path: Path) -> None:
    folder = tmp_path / "profiles"
    folder.mkdir()
    text = "id: our-county\nextends: general\nfields: {经费名目: project.name, 考核说明: indicators.description}\n"
    (folder / "our-county.yaml").write_text(text, encoding="utf-8")
    found = recognise(
        paper(["经费名目|道路养护|<|<|<", "一级指标|二级指标|三级指标|考核说明|指标值", "产出指标|数量指标|里程|新修|≥20公里"]),
        "our-county", (tmp_path,),
    )  # fmt: skip
    (draft,) = found.tables
    assert draft.text("project.name") == "道路养护"
    assert draft.text("profile") == "our-county"
    assert draft.rows[0]["description"] == Leaf("新修", "表1 第3行第4列")


def test_a_text_that_begins_like_a_label_is_a_value_beside_its_label() -> None:
    table = one([
        "项目名称|甲|<|<", "年度目标|总目标：年内建成。|<|<", "实施单位及责任人 某局 张三|<|项目期限 □一次性 ☑经常性|<",
        "一级指标|二级指标|三级指标|指标值", *_ROWS,
    ])  # fmt: skip
    assert (table.text("goals.annual"), table.text("goals.midterm.text")) == ("总目标：年内建成。", "")
    assert (table.text("implementer"), table.text("project.term")) == ("某局 张三", "经常性")


def test_target_split_below_one_heading_and_labels_in_their_cells() -> None:
    table = one([
        "项目名称：甲项目|<|<|主管部门：某局|<|<|<", "预算数（万元）：50|<|<|其中：财政拨款：50|<|<|<", "绩效目标：建成一座桥。|<|<|<|<|<|<",
        "一级指标|二级指标|三级指标|年度指标值|<|<|分值", "^|^|^|符号|值|单位（文字描述）|^", "产出指标|数量指标|里程|≥|20|公里|20",
    ])  # fmt: skip
    assert (table.text("project.name"), table.text("supervisor"), table.text("budget.total")) == (
        "甲项目",
        "某局",
        "50",
    )
    assert table.text("goals.annual") == "建成一座桥。"
    assert rows(table, "op", "value", "unit", "weight") == [("≥", "20", "公里", "20")]


def test_another_part_of_the_form_ends_a_list() -> None:
    table = one("2023年度部门整体绩效目标表", [
        "预算部门名称|某局|<|<", "年度主要任务|任务名称|主要内容|<", "^|任务一|内容一|<", "预算情况|部门预算总额（万元）|300|<",
        "一级指标|二级指标|三级指标|年度指标值", "产出指标|履职|任务一完成率|100%",
    ])  # fmt: skip
    assert [record.text("name") for record in table.records["tasks"]] == ["任务一"]
    assert table.text("budget.total") == "300"

"""Names that are no names, that hold an amount, a word of the form, or several indicators; and near misses that are right."""

import pytest

from perflint.facts.indicators import bundling, form_words, named_values, naught, near_names
from tests.facts.rows import row_of

SURE, MAYBE, NONE = "sure", "maybe", ""


def told(name: str, value: str) -> str:
    """Return what WRD002 says of a name: a warning (sure), a remark (maybe) or nothing."""
    row = row_of(name, value, level2="质量指标")
    if not named_values.name_values(row):
        return NONE
    return MAYBE if named_values.leading_value(row) else SURE


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("饲料库120平米", "490元/平米", SURE),
        ("围墙300米", "300元/米", SURE),
        ("修建排水渠2.5公里", "2.5公里", SURE),
        ("5000吨稻谷、500吨成品粮储备到位率", "100%", SURE),
        ("3000亩高标准农田建设完成率", "100%", SURE),
        ("12公里供水管网铺设率", "100%", SURE),
        ("20台电脑采购完成率", "100%", SURE),
        ("免费开放310天", "310天", SURE),
        ("质保期3年", "3年", SURE),
        ("满意度≥95", "95%", SURE),
        ("培训学时不少于90学时", "90学时", SURE),
        ("采购稻谷1,200吨", "100%", SURE),
        ("清运垃圾300吨", "100%", SURE),
        ("人工草地1.5万亩", "100%", SURE),
        ("300名学员培训合格率", "100%", MAYBE),
        ("50家企业检查覆盖率", "100%", MAYBE),
        ("20户危房改造竣工率", "100%", MAYBE),
        ("35吨以下燃煤锅炉淘汰率", "100%", NONE),
        ("道路宽6米", "100%", NONE),
        ("雾炮车射程80米", "优良", NONE),
        ("吊车50吨", "1台", NONE),
        ("10吨洒水车数量", "2辆", NONE),
        ("500平方米以上工地扬尘达标率", "100%", NONE),
        ("男子1500米达标率", "90%", NONE),
        ("海拔1500米", "是", NONE),
        ("500米见绿率", "90%", NONE),
        ("20万亩灌区配套率", "100%", NONE),
        ("100亩方核心示范区数", "2个", NONE),
        ("24小时值班", "24小时", NONE),
        ("10千伏线路改造长度", "3公里", NONE),
        ("G318国道养护里程", "20公里", NONE),
        ("0—6岁儿童建档率", "90%", NONE),
        ("110警情处置率", "100%", NONE),
        ("5G基站数", "20个", NONE),
        ("第三代社保卡发放数", "2万张", NONE),
        ("3公里范围内响应率", "100%", NONE),
        ("60吨级渔船数", "2艘", NONE),
        ("30米宽绿化带面积", "2亩", NONE),
        ("15分钟生活圈覆盖率", "100%", NONE),
        ("7天无理由退货率", "100%", NONE),
    ],
)
def test_an_amount_in_a_name(name: str, value: str, expected: str) -> None:
    assert told(name, value) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("88", "number"),
        ("≥95", "number"),
        ("100%", "number"),
        ("20万元", "number"),
        ("3人", "number"),
        ("2个村", "number"),
        ("100元/人", "number"),
        ("95%以上", "number"),
        ("1-3个", "number"),
        ("２０", "number"),
        ("2023年12月", "date"),
        ("2020年1月--2020年11月", "date"),
        ("2023-12-31", "date"),
        ("12月底前", "date"),
        ("--", "sign"),
        ("A", "sign"),
        ("好", "sign"),
        ("万元", "unit"),
        ("人次", "unit"),
        ("次", "unit"),
        ("批次", "unit"),
        ("5G", ""),
        ("PM2.5", ""),
        ("120急救", ""),
        ("第三代", ""),
        ("学校", ""),
        ("项目", ""),
        ("GDP", ""),
        ("COD", ""),
        ("12345", "number"),
        ("全年", ""),
    ],
)
def test_no_name_at_all(name: str, expected: str) -> None:
    assert naught.nameless(row_of(name, "5")) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("提升工作效率定性", "定性"),
        ("合格率正向", "正向"),
        ("合格率%", "%"),
        ("数量指标：培训人数", "数量指标:"),
        ("培训人数（定量）", "定量"),
        ("资金到位率分值10", "分值10"),
        ("培训人数10分", "10分"),
        ("产品合格率计划标准", "计划标准"),
        ("社会效益：带动就业人数", "社会效益:"),
        ("案件定性准确率", ""),
        ("案件定性", ""),
        ("考核得分90分", ""),
        ("反向物流占比", ""),
        ("定量包装抽检率", ""),
        ("参与制定行业标准", ""),
        ("正向激励人数", ""),
        ("满意度（%）", ""),
        ("服务对象满意度指标", ""),
    ],
)
def test_a_word_of_the_form(name: str, expected: str) -> None:
    assert form_words.form_word(row_of(name, "5")) == expected


def test_a_word_of_the_form_that_a_column_repeats() -> None:
    assert form_words.form_word(row_of("项目影响定性", "好", op="定性")) == "定性"
    assert form_words.form_word(row_of("项目影响定性", "好")) == ""


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("免疫率、屠宰率及检疫率", 3),
        ("A率、B率和C率", 3),
        ("出勤率和合格率", 2),
        ("数量及质量", 2),
        ("工程质量及进度", 2),
        ("使用率与完好率", 2),
        ("参与率与满意度", 2),
        ("普及率和合格率", 2),
        ("培训人数和场次", 2),
        ("资金使用及时性、准确性", 2),
        ("巡查次数和整改率", 2),
        ("男女比例", 0),
        ("发电量与用电量之比", 0),
        ("道路和桥梁完好率", 0),
        ("水质、空气质量达标率", 0),
        ("教师和学生满意度", 0),
        ("办公费、差旅费", 0),
        ("普及率", 0),
        ("及时率", 0),
        ("频率和效率", 0),
        ("低温、低氧、低剂量科学保粮率", 0),
        ("质量和安全监督覆盖率", 0),
    ],
)
def test_several_indicators_in_one_name(name: str, count: int) -> None:
    assert len(bundling.bundled_names(row_of(name, "100%"))) == count


def test_a_slip_within_a_list_of_names() -> None:
    assert near_names.near_name(row_of("各种强制免率、屠宰率及检疫率", "100%")) == "各种强制免疫率、屠宰率及检疫率"

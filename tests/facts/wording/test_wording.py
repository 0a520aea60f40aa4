"""Words of running text: vague, misspelt, cut off, misnumbered, written twice, out of use, private."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.facts.goals.goal import has_measure
from perflint.facts.indicators.implied import implied_by
from perflint.facts.indicators.naming import has_head, name_length
from perflint.facts.knowledge import load_knowledge
from perflint.facts.values.values_in_names import values_in
from perflint.facts.wording.counting import counterless, odd_units, respelled
from perflint.facts.wording.doubling import doubles, doubles_apart, written_once
from perflint.facts.wording.numbering import numbering_breaks
from perflint.facts.wording.obsolete import find_outdated
from perflint.facts.wording.privacy import masked, person_names, private_numbers
from perflint.facts.wording.truncation import headless_start, open_end, unpaired
from perflint.facts.wording.typos import corrected, find_slips
from perflint.facts.wording.vagueness import vague_words
from perflint.facts.wording.wordlists import Wordlists, wordlists

PIECES = (
    "（", "）", "《", "》", "“", "”", "1.", "2、", "一是", "三是", "加强", "市市级", "反应", "情况", "8平米", "新增3项目",
    "工商局", "的", "，", "\n", "13812345678", "每月", "5次", "显著提升",
)  # fmt: skip


@pytest.fixture(scope="module")
def words() -> Wordlists:
    return wordlists(load_knowledge().lexicon)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("专利数量显著提升，增幅10%", ["显著提升"]),
        ("2023年显著提升", ["显著提升"]),
        ("1.保障正常运转", ["正常运转"]),
        ("合格率显著提升到95%", []),
        ("正常运转率", []),
        ("符合要求的样品占比", []),
        ("反映支出是否合理", []),
        ("开展合理用药宣传", []),
    ],
)
def test_vague_words(text: str, found: list[str], words: Wordlists) -> None:
    assert [mark.text for mark in vague_words(text, words.vague, words.not_vague)] == found


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("反应全地区强检计量器具检定的覆盖情况", "反映全地区强检计量器具检定的覆盖情况"),
        ("食品安全党政同则", "食品安全党政同责"),
        ("为社会强制鉴定计量器具数", "为社会强制检定计量器具数"),
        ("截止2023年6月", "截至2023年6月"),
        ("药品不良反应监测情况", "药品不良反应监测情况"),
        ("应急反应覆盖情况", "应急反应覆盖情况"),
        ("《关于布署工作的通知》", "《关于布署工作的通知》"),
        ("发布署名文章", "发布署名文章"),
        ("按装机容量", "按装机容量"),
        ("购置帐篷", "购置帐篷"),
        ("其它", "其它"),
    ],
)
def test_misspellings_and_their_contexts(text: str, right: str, words: Wordlists) -> None:
    assert corrected(text, find_slips(text, words.typos, words.typo_pattern)) == right


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（今年共有94家", ["（"]),
        ("打造“智慧城市", ["“"]),
        ("根据《水利工程建设", ["《"]),
        ("《甲法", ["《"]),
        ("《甲》、乙》", []),
        ("1）检查；2）培训", []),
        ("（巴编办发〔2020〕40号文件，负责", []),
        ("按照(试行）", []),
        ("》95%", []),
        ("“互联网+“平台", []),
    ],
)
def test_brackets_without_a_partner(text: str, found: list[str]) -> None:
    assert [mark.text for mark in unpaired(text)] == found


@pytest.mark.parametrize("text", ["除必须的", "市场、", "事件，", "检查和", "以及", "成为 "])
def test_ends_that_want_more(text: str) -> None:
    assert open_end(text)


@pytest.mark.parametrize("text", ["目的", "总和", "公众参与", "普及", "规范执法行为", "完成。", ""])
def test_ends_that_are_whole(text: str) -> None:
    assert not open_end(text)


@pytest.mark.parametrize(
    ("text", "cut"), [("，提高", True), ("率达标", True), ("率先垂范", False), ("》95%", False), ("的士", False)]
)
def test_beginnings(text: str, cut: bool) -> None:  # noqa: FBT001  # a table of values
    assert bool(headless_start(text)) is cut


@pytest.mark.parametrize(
    ("text", "whole", "kinds"),
    [
        ("一是甲。二是乙。三是丙。三是丁。四是戊。", False, ["repeated"]),
        ("1.检查；2.培训；4.抽检", False, ["missing"]),
        ("1.检查；2.培训；3、抽检", False, ["style"]),
        ("1.做好经费保障工作。", True, ["single"]),
        ("1.做好经费保障工作。", False, []),
        ("1.检查；2.3个村完成改造；3.抽检", True, []),
        ("1.甲。1.子；2.丑。2.乙。", False, []),
        ("（一）甲。（二）乙。（三）丙。", False, []),
        ("第1、2季度", True, []),
        ("1.5万人", True, []),
        ("（九）甲\n（十）乙\n（十一）丙", False, []),
        ("1、甲：1.子；2.丑。2、乙：1.寅；2.卯。3、丙", False, []),
        ("1.按照方案（附件 3）执行；2.验收", True, []),
    ],
)
def test_numbering(text: str, whole: bool, kinds: list[str]) -> None:  # noqa: FBT001  # a table of values
    assert [each.kind for each in numbering_breaks(text, whole=whole)] == kinds


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("加强特种设备特种设备检定", "加强特种设备检定"),
        ("其中市市级示范超市6家", "其中市级示范超市6家"),
        ("开展开展培训", "开展培训"),
        ("唐山市市级示范超市", "唐山市市级示范超市"),
        ("一件一件抓落实，人人参与", "一件一件抓落实，人人参与"),
        ("工作人员人员经费", "工作人员人员经费"),
    ],
)
def test_words_written_twice(text: str, once: str) -> None:
    assert written_once(text, doubles(text)) == once


def test_a_word_that_comes_again_needs_a_witness() -> None:
    text = "12项社会公用社会计量标准"
    assert written_once(text, doubles_apart(text, "新建社会公用计量标准数量")) == "12项社会公用计量标准"
    assert doubles_apart("卫生院卫生室建设", "卫生院建设") == ()


@pytest.mark.parametrize(
    ("text", "year", "found"),
    [
        ("加强12365举报处置指挥中心建设", 2021, ["12365举报处置"]),
        ("拨打123655", 2021, []),
        ("县工商局检查", 2021, ["工商局"]),
        ("县工商局检查", 2018, []),
        ("原工商局移交", 2021, []),
        ("取得《餐饮服务许可证》的单位", 2021, ["《餐饮服务许可证》"]),
        ("《餐饮服务许可证管理办法》", 2021, []),
        ("县文化和旅游局", 2021, []),
        ("国土资源调查", 2021, []),
        ("唐食药监监管〔2016〕5号", 2021, []),
    ],
)
def test_terms_out_of_use(text: str, year: int, found: list[str], words: Wordlists) -> None:
    hits = find_outdated(text, year, words.outdated, words.terms, source=False)
    assert [each.mark.text for each in hits] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("预计明年新增8符合条件的单位", ["8符合"]),
        ("筹划新增3项目检测项目", ["3项目"]),
        ("完成3项目标任务", []),
        ("建设12345系统", []),
        ("完成2022项目验收", []),
        ("新增8家企业", []),
    ],
)
def test_numbers_without_a_counter(text: str, found: list[str]) -> None:
    assert [mark.text for mark in counterless(text)] == found


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("8 平米以上", "8 平方米以上"), ("30元/平米", "30元/平方米"), ("≥100百分比", "≥100%"), ("500RMB", "500元"),
        ("型号M2", "型号M2"), ("5KMH", "5KMH"), ("《500平米以上办法》", "《500平米以上办法》"),
    ],
)  # fmt: skip
def test_spelling_of_units(text: str, plain: str, words: Wordlists) -> None:
    assert respelled(text, odd_units(text, words.unit_pattern), words.units) == plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("电话13812345678", ["13812345678"]),
        ("110101199003078515", ["110101199003078515"]),
        ("卡号6222021234567890123", ["6222021234567890123"]),
        ("统一社会信用代码121303240123456789", []),
        ("13032423P00442810053A", []),
        ("12345678901", []),
    ],
)
def test_private_numbers(text: str, found: list[str]) -> None:
    assert [mark.text for mark in private_numbers(text)] == found


def test_a_number_is_not_shown_again() -> None:
    assert masked("13812345678") == "138******78"


@pytest.mark.parametrize(
    ("text", "alone", "found"),
    [
        ("市管局 戚思国", False, ["戚思国"]),
        ("机电室（罗了了）、办公室（陈仲）", False, ["罗了了", "陈仲"]),
        ("县水利局、城关镇", False, []),
        ("江西", False, []),
        ("李明", True, ["李明"]),
        ("单位", True, []),
    ],
)
def test_names_of_persons(text: str, alone: bool, found: list[str], words: Wordlists) -> None:  # noqa: FBT001  # a table of values
    assert [mark.text for mark in person_names(text, words.surnames, alone=alone)] == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("考试影像资料存档费用0.5", ["0.5"]), ("燃油费0.5万元", ["0.5万元"]), ("埋地管道泄漏检测仪1台", ["1台"]),
        ("强检目录覆盖率45%", ["45%"]), ("查办案件12件", ["12件"]), ("新建3个活动中心", ["3个"]), ("补助资金50万", ["50万"]),
        ("春雷行动2022", []), ("12315投诉办结率", []), ("第三类压力容器", []), ("65岁以上老年人", []), ("5A级景区", []),
        ("500万元以上项目", []), ("0-6岁儿童", []), ("万元GDP能耗", []), ("PM2.5浓度", []), ("DN300管道长度", []),
        ("第3批", []), ("前3名", []), ("劳务费（200元/人·天）", []), ("最多跑1次", []), ("3个工作日内办结率", []),
    ],
)  # fmt: skip
def test_values_inside_names(name: str, found: list[str]) -> None:
    assert [mark.text for mark in values_in(name)] == found


def test_heads_and_length_of_names() -> None:
    assert [has_head(name) for name in ("抽检批次", "水质达标率（全年）", "提高服务质量", "完善制度")] == [True, True, False, False]  # fmt: skip
    assert name_length("机关办公用房（包含办公区域、食堂等）") == len("机关办公用房")


@pytest.mark.parametrize(
    ("description", "amount"),
    [("每月抽检120批次以上", 1440), ("举办4期培训，每期50人", 200), ("汛期每周巡查2次", None), ("每月10日前公开", None), ("全年2次", None)],
)  # fmt: skip
def test_figures_that_a_description_implies(description: str, amount: int | None) -> None:
    found = implied_by(description)
    assert (found.amount if found else None) == amount


@pytest.mark.parametrize(
    "text",
    ["1.做好经费保障工作", "2023年改善教育质量", "根据冀财行〔2022〕104号文件", "畅通12345热线", "第十八次会议要求"],
)
def test_goals_without_a_measure(text: str) -> None:
    assert not has_measure(text)


@pytest.mark.parametrize(
    "text",
    [
        "抽检1500批次",
        "不发生重大事故",
        "足额发放",
        "完成教学楼建设",
        "开展两次演练",
        "1.抽检5.5份/千人",
        "12月底前完成",
    ],
)
def test_goals_with_a_measure(text: str) -> None:
    assert has_measure(text)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_places_are_true(text: str) -> None:
    words = wordlists(load_knowledge().lexicon)
    marks = [
        *unpaired(text), *open_end(text), *headless_start(text), *counterless(text), *private_numbers(text), *values_in(text),
        *(each.mark for each in numbering_breaks(text, whole=True)), *(each.mark for each in doubles(text)),
        *(each.mark for each in find_slips(text, words.typos, words.typo_pattern)),
        *(each.mark for each in find_outdated(text, 2024, words.outdated, words.terms, source=False)),
        *odd_units(text, words.unit_pattern), *vague_words(text, words.vague, words.not_vague),
    ]  # fmt: skip
    assert all(text[mark.start : mark.end] == mark.text for mark in marks)

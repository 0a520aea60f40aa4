"""Which numbers of an annual goal are targets, and which of them no row shows."""

import pytest

from perflint.facts.goals.promise import promise_views
from tests.facts.tables import view_of

ROWS = """
indicators:
  - {level1: 产出指标, level2: 数量指标, name: 培训教师人次, value: 1200人次}
  - {level1: 产出指标, level2: 数量指标, name: 新建公路, value: 20公里}
  - {level1: 产出指标, level2: 数量指标, name: 改建公路, value: 30公里}
  - {level1: 满意度指标, level2: 服务对象满意度指标, name: 教师满意度, value: ≥95%}
"""


@pytest.mark.parametrize(
    ("goal", "missing"),
    [
        ("培训教师800人次。", ["800人次"]),
        ("培训教师1200人次。", []),
        ("培训教师0.12万人次。", []),
        ("全年新改建公路50公里。", []),
        ("新建公路25公里，培训教师1200人次", ["25公里"]),
        ("教师满意度达到95%以上。", []),
        ("教师满意度达到90%以上。", ["达到90%以上"]),
        ("全县现有教师8000人。", []),
        ("到2030年，新建公路500公里。", []),
        ("2023年新建公路60公里。", ["60公里"]),
        ("十四五期间，建设学校12所。", []),
        ("每年培训教师30次。", []),
        ("投入资金500万元，工期6个月，12月底前完成。", []),
        ("对500平方米以上的94家超市给予补贴。", []),
        ("根据〔2022〕104号文件完成任务。", []),
        ("组织全县30个乡镇开展培训，为3000户居民发放补贴。", []),
        ("开展3·15宣传活动，落实“三重一大”制度，打造一个平台。", []),
        ("", []),
        ("培训教师约800人次。", []),
        ("１.培训教师８００人次。", ["８００人次"]),
    ],
)
def test_numbers_no_row_has(goal: str, missing: list[str]) -> None:
    view = view_of(f"year: 2023\ngoals: '{goal}'{ROWS}")
    assert [promise.text for promise in promise_views(view)] == missing


def test_the_row_that_says_otherwise() -> None:
    (promise,) = promise_views(view_of(f"year: 2023\ngoals: 培训乡村教师800人次{ROWS}"))
    assert promise.row is not None
    assert promise.row.name == "培训教师人次"
    assert (promise.spot("promise").start, promise.spot("promise").end) == (6, 11)


def test_no_numbers_in_the_rows_no_question() -> None:
    rows = "\nindicators:\n  - {level2: 数量指标, name: 培训, value: 完成}"
    assert list(promise_views(view_of(f"goals: 培训教师800人次{rows}"))) == []


def test_long_goals_take_no_time() -> None:
    assert list(promise_views(view_of(f"goals: {'培训教师1人次，' * 2000}{ROWS}"))) == []


@pytest.mark.parametrize(
    ("text", "row", "value", "found"),
    [
        ("对城区62座公厕进行日常管护。", "管护公厕数量", "58座", True),
        ("对全县45个行政村生活垃圾进行清运处理。", "清运垃圾行政村数", "40个", True),
        ("负责主城区18条道路的清扫保洁工作。", "清扫保洁道路条数", "15条", True),
        ("对符合条件的150户危房户进行改造。", "危房户改造户数", "120户", True),
        ("送戏下乡100场，丰富群众文化生活。", "送戏下乡场次", "120场", True),
        ("放映公益电影1200场。", "公益电影放映场次", "1500场", True),
        ("全年巡护林区36万亩。", "林区巡护面积", "38万亩", True),
        ("病死畜禽无害化处理率98%。", "病死畜禽无害化处理率", "≥95%", True),
        ("对城区62座公厕进行日常管护。", "管护公厕数量", "62座", False),
        ("对全县现有62座公厕中的老旧公厕进行改造。", "改造公厕数量", "12座", False),
        ("对全县12个乡镇的公厕进行管护。", "管护公厕数量", "58座", False),
        ("对全市100家企业开展检查，检查覆盖率30%。", "检查企业数量", "30家", False),
        ("对全县3000户农户分批进行改造。", "改造农户数", "500户", False),
        ("对全县3000户农户进行改造，今年改造500户。", "改造农户数", "500户", False),
        ("送戏下乡100场、进校园20场。", "送戏下乡（含进校园）场次", "120场", False),
        ("送戏下乡100场，送戏进校园20场。", "送戏下乡场次", "120场", False),
    ],
)
def test_what_is_served_and_the_words_of_a_name(text: str, row: str, value: str, found: bool) -> None:  # noqa: FBT001  # a table of cases
    rows = f"indicators:\n  - {{level1: 产出指标, level2: 数量指标, name: {row}, value: '{value}'}}"
    goal = view_of(f"year: 2023\ngoals: '{text}'\n{rows}")
    task = view_of(f"kind: department\nyear: 2023\ntasks:\n  - {{name: 任务, content: '{text}'}}\n{rows}")
    assert [bool(promise.row) for promise in promise_views(goal) if promise.row] == [True] * found
    assert [promise.place.records for promise in promise_views(task)] == ["tasks"] * found


def test_a_number_of_goal_and_task_is_told_once() -> None:
    view = view_of(f"year: 2023\ngoals: 培训教师800人次{ROWS}tasks:\n  - {{name: 培训, content: 培训教师800人次}}\n")
    assert [promise.place.records for promise in promise_views(view)] == [""]

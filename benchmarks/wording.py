"""What the corpus is worded with: agencies, activities, benefits, and both spellings of every key."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

Spelling: TypeAlias = Mapping[str, str]


class Agency(NamedTuple):
    """A budget unit that exists nowhere."""

    code: str
    name: str


class Activity(NamedTuple):
    """What the money is for: topic, the work counted and its unit, a rate of quality, two kinds of cost."""

    topic: str
    work: str
    unit: str
    quality: str
    costs: tuple[str, str]


class Benefit(NamedTuple):
    """A benefit row, and what the annual goal says of it."""

    name: str
    value: str
    goal: str


class Project(NamedTuple):
    """What one table is about: activity, place, benefit, budget year, 万元, and how much work is promised."""

    activity: Activity
    place: str
    benefit: Benefit
    year: int
    amount: int
    workload: int


PROFILES = ("general", "hebei", "mof-2015", "hunan", "hebei", "general")
AGENCIES = (
    Agency("414001", "青河县市场监督管理局本级"),
    Agency("207003", "临川市教育局"),
    Agency("335002", "南岭县卫生健康局"),
    Agency("118004", "东平市文化和旅游局"),
    Agency("502001", "安江县农业农村局"),
    Agency("226005", "海宁区住房和城乡建设局"),
)
ACTIVITIES = (
    Activity("食品安全抽检", "食品抽检", "批次", "抽检结果合格率", ("抽样检验费", "样品购置费")),
    Activity("中小学校舍维修", "校舍维修", "平方米", "工程验收合格率", ("维修工程费", "监理费")),
    Activity("基层医务人员培训", "医务人员培训", "人次", "培训考核通过率", ("师资费", "场地租赁费")),
    Activity("公共图书馆免费开放", "图书采购", "册", "图书上架率", ("图书购置费", "设备维护费")),
    Activity("动物疫病防控", "畜禽免疫", "头", "免疫抗体合格率", ("疫苗采购费", "防疫员补助")),
    Activity("农村公路养护", "公路养护", "公里", "路面完好率", ("养护材料费", "机械租赁费")),
    Activity("特种设备安全检查", "设备检查", "台", "隐患整改率", ("检测费", "交通差旅费")),
    Activity("职业技能竞赛", "竞赛举办", "场", "参赛覆盖率", ("奖励经费", "组织服务费")),
)
BENEFITS = (
    Benefit("公共安全水平", "有效提升", "提升公共安全水平"),
    Benefit("较大以上安全事故发生率", "0", "防止较大以上安全事故"),
    Benefit("服务人口覆盖率", "≥80%", "扩大服务覆盖面"),
    Benefit("政策知晓率", "≥90%", "提高政策知晓率"),
    Benefit("带动就业人数", "200人", "带动当地就业"),
)
ASKED = ("群众", "服务对象", "企业", "学员", "受益人")
PLACES = tuple(
    f"{name}{kind}" for name in "东西南北上下前后新老青白" for kind in ("河镇", "山镇", "湖乡", "桥乡", "关街道")
)
BASES = ("年度工作计划", "历史经验", "上级下达任务", "行业标准", "年初预算", "合同约定")

_ENGLISH = (
    "kind", "profile", "year", "agency", "currency_unit", "project", "code", "name", "purpose", "budget", "total",
    "fiscal", "other", "spending_plan", "goals", "indicators", "level1", "level2", "indicator", "value", "basis",
)  # fmt: skip
_CHINESE = (
    "表类型", "模板", "年度", "预算单位", "金额单位", "项目", "项目编码", "项目名称", "预算规模及资金用途", "预算",
    "预算数", "财政资金", "其他资金", "资金支出计划", "绩效目标", "绩效指标", "一级指标", "二级指标", "三级指标",
    "指标值", "指标值确定依据",
)  # fmt: skip
KEYS: tuple[Spelling, Spelling] = (
    dict(zip(_ENGLISH, _CHINESE, strict=True)) | {"project_kind": "项目"},
    {word: word for word in _ENGLISH} | {"indicator": "name", "project_kind": "project"},
)

"""Tables of two agencies, and the review of them, for the tests of this folder."""

from pathlib import Path

from perflint.report.review.model import Review
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.configuration.loading import load_config
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.reviewing import review_of
from perflint.workspace.runs.run import run

RATE = """\
表类型: 项目
模板: hebei
年度: 2023
预算单位: 414001 卢龙县市场监督管理局本级
项目: {编码: 13032423P004428100565, 名称: 市场监管综合事务经费, 资金用途: 用于保障153名干部办公。}
预算: {预算数: 20.00, 财政资金: 20.00, 其他资金: ""}
资金支出计划: {3月底: 25%, 6月底: 25%, 9月底: 25%, 12月底: 25%}
绩效目标: 保障153名干部全年办公，运转保障率达到100%。
绩效指标:
  - {一级指标: 产出指标, 二级指标: 质量指标, 三级指标: 运转保障率, 绩效指标描述: 各项日常工作保障率, 指标值: ≤100%, 指标值确定依据: ""}
"""
HISTORY = """\
kind: department
profile: shandong-duty
year: 2023
agency: 临沂市检验检测中心
indicators:
  - duty: {no: 3, name: 负责全市计量检定技术工作, item: 开展计量器具检定, goal: 完成检定工作}
    name: 安全防护类计量器具检定数量
    description: 完成安全防护类计量器具检定的数量
    value: 20000台件
    standard: {planned: 20000台件, current: 20000台件, source: 平台推送任务}
    history: {average_3y: 29000台件, last_year: 28000台件, source: 平台数据}
    activity: 开展安全防护类计量器具的强制检定工作
"""
HOSTILE = """\
表类型: 项目
预算单位: <b>&"单位"</b>
项目: {名称: "=cmd|'/C calc'!A0 <script>alert(1)</script>\\x07\\u202e", 编码: "|a|b|"}
预算: {预算数: "5"}
绩效目标: "**粗** </script><img src=x onerror=alert(1)>"
绩效指标:
  - {二级指标: 质量指标, 三级指标: "率</td>😀", 指标值: ≤100%}
"""
BROKEN = "表类型: 项目\n项目: {名称: 坏的\n"


def review(folder: Path, lang: str = "zh", configuration: str = "", **files: str) -> Review:
    """Return the review of files, written into a folder as NAME.yaml, reviewed on one fixed day."""
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    config = Config()
    if configuration:
        (folder / "perflint.yaml").write_text(configuration, encoding="utf-8")
        config = load_config(folder / "perflint.yaml")
    options = Options(lang, summarize=True)
    plan = Plan(
        (folder,),
        options,
        folder / "perflint.yaml" if configuration else None,
        no_config=not configuration,
        cached=False,
    )
    return review_of(run(plan), options, config, "2026-11-21", "卢龙县财政局")

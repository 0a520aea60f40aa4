"""`perflint init`: a commented configuration and a first table."""

from pathlib import Path
from typing import Annotated

import typer

from perflint.cli.exits import fail, write
from perflint.cli.language import choose_language
from perflint.cli.options import Lang

_SAID = {"zh": ("已存在，未改动", "已写出", "下一步"), "en": ("exists, left alone", "written", "next")}
_CONFIG = """\
# perflint 的配置 / configuration of perflint
profile: general        # 模板：general、hebei、sichuan、shandong-duty、mof-2015、mof-2021、hunan、hubei
lang: {lang}                # zh 或 en
# ignore: [WRD009]      # 不用的规则（代码、前缀或名称）
# severity: {SRC002: error}
# settings: {history.lower_tolerance: 5%}
# exclude: ["drafts/**"]
"""
_TABLE = """\
# 一张绩效目标表的样子；把内容换成自己的，然后运行 perflint check
表类型: 项目
年度: 2027
预算单位: 某某局
项目: {名称: 食品安全抽检经费, 资金用途: 用于食品安全监督抽检。}
预算: {预算数: 5.00万元, 财政资金: 5.00万元}
资金支出计划: {3月底: 25%, 6月底: 50%, 9月底: 75%, 12月底: 100%}
绩效目标: 全年完成食品监督抽检130批次，不合格产品处置率达到100%。
绩效指标:
  - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 食品监督抽检批次, 绩效指标描述: 全年完成的监督抽检批次, 指标值: ≥130批次, 指标值确定依据: 2027年度食品安全抽检计划}
  - {一级指标: 产出指标, 二级指标: 质量指标, 三级指标: 不合格产品处置率, 绩效指标描述: 已处置的不合格产品占全部不合格产品的比例, 指标值: 100%, 指标值确定依据: 2027年度食品安全抽检计划}
  - {一级指标: 产出指标, 二级指标: 时效指标, 三级指标: 抽检完成时间, 绩效指标描述: 完成全部抽检的时间, 指标值: 2027年12月底前, 指标值确定依据: 2027年度食品安全抽检计划}
  - {一级指标: 产出指标, 二级指标: 成本指标, 三级指标: 抽检检验费, 绩效指标描述: 委托检验的费用, 指标值: ≤5万元, 指标值确定依据: 2027年委托检验合同}
  - {一级指标: 效益指标, 二级指标: 社会效益指标, 三级指标: 食品安全事故起数, 绩效指标描述: 辖区内重大食品安全事故, 指标值: 0起, 指标值确定依据: 2027年食品安全目标责任书}
  - {一级指标: 满意度指标, 二级指标: 服务对象满意度指标, 三级指标: 公众对食品安全的满意度, 绩效指标描述: 问卷调查满意的比例, 指标值: ≥90%, 指标值确定依据: 2026年满意度调查结果91%}
"""


def init(folder: Annotated[Path, typer.Argument(help="文件夹。Folder.")] = Path(), lang: Lang = None) -> None:
    """写出配置文件和第一张表。Write a commented perflint.yaml and a first table; existing files are left alone."""
    spoken = choose_language(lang)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in (("perflint.yaml", _CONFIG.replace("{lang}", spoken)), ("first-table.yaml", _TABLE)):
            target = folder / name
            if target.exists():
                write(f"{target}: {_SAID[spoken][0]}\n")
            else:
                target.write_text(text, encoding="utf-8", newline="\n")
                write(f"{target}: {_SAID[spoken][1]}\n")
    except OSError as fault:
        fail(f"无法写入 / cannot write {folder}: {fault.strerror}")
    write(f"{_SAID[spoken][2]}: perflint check\n")

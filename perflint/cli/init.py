"""`perflint init`: a commented configuration, a first table, and on request the files for CI and pre-commit."""

from pathlib import Path
from typing import Annotated

import typer

from perflint.cli.ci_files import ci_files
from perflint.cli.exits import fail, write
from perflint.cli.language import choose_language
from perflint.cli.options import Lang
from perflint.regular import read_regular
from perflint.workspace.disk.writing import write_whole_file

_SAID = {
    "zh": {
        "kept": "已存在，未改动",
        "differs": "已存在，未改动；要加入的内容是",
        "written": "已写出",
        "next": "下一步",
    },
    "en": {
        "kept": "exists, left alone",
        "differs": "exists, left alone; to be added",
        "written": "written",
        "next": "next",
    },
}
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


GitHub = Annotated[bool, typer.Option("--github", help="另写 GitHub 工作流。A GitHub workflow as well.")]
GitLab = Annotated[bool, typer.Option("--gitlab", help="另写 GitLab CI 文件。A GitLab CI file as well.")]
PreCommit = Annotated[bool, typer.Option("--pre-commit", help="另写 pre-commit 配置。A pre-commit file as well.")]

Package = Annotated[
    str,
    typer.Option(
        metavar="ADDRESS",
        help="CI 文件里 pip 安装的东西：wheel 的路径或地址、git 地址；默认取自仓库变量 PERFLINT。"
        "What pip installs in the CI files: the path or address of a wheel, a git address; default: the repository's variable PERFLINT.",
    ),
]


def init(
    folder: Annotated[Path, typer.Argument(help="文件夹。Folder.")] = Path(),
    github: GitHub = False,
    gitlab: GitLab = False,
    pre_commit: PreCommit = False,
    package: Package = "",
    lang: Lang = None,
) -> None:
    """写出配置文件和第一张表，另可写出 CI 文件；已有的文件不动。Write a commented perflint.yaml and a first table, CI files on request; existing files are left alone."""
    spoken = choose_language(lang)
    try:
        # A folder that has its configuration has its tables too: no first one among them.
        if _write(folder / "perflint.yaml", _CONFIG.replace("{lang}", spoken), spoken):
            _write(folder / "first-table.yaml", _TABLE, spoken)
        for path, text in ci_files(github=github, gitlab=gitlab, pre_commit=pre_commit, package=_address(package)):
            _write(folder / path, text, spoken, show=True)
    except OSError as fault:
        fail(f"无法写入 / cannot write {fault.filename or folder}: {fault.strerror}")
    following = ["perflint check", *(["pre-commit install"] if pre_commit else [])]
    write(f"{_SAID[spoken]['next']}: {'; '.join(following)}\n")


def _address(package: str) -> str:
    """Return the address of a package; one that would not stay one text in YAML and in a shell is refused."""
    if any(char in package for char in "\"'`$\\{}") or any(not char.isprintable() for char in package):
        fail(f"--package 不能含有引号、$、{{}} / --package must not hold quotes, $ or {{}}: {package}")
    return package


def _write(target: Path, text: str, lang: str, *, show: bool = False) -> bool:
    """Return whether a file was written; one that is there stays, and with `show` what it lacks is printed.

    Raises:
        OSError: the file or its folder cannot be written.
    """
    said = _SAID[lang]
    try:
        write_whole_file(target, (text.encode(),), over=False, folders=True)
    except FileExistsError:
        differs = show and (not target.is_file() or text.encode() not in read_regular(target))
        write(f"{target}: {said['differs']}:\n\n{text}\n" if differs else f"{target}: {said['kept']}\n")
        return False
    write(f"{target}: {said['written']}\n")
    return True

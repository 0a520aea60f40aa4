"""What a newcomer is told: by `perflint` alone, where there is nothing to check, and after a report."""

import os
import shlex
from collections.abc import Sequence
from pathlib import Path

from perflint.cli.running import STANDARD_INPUT

_MANY = 2
_WELCOME = {
    "zh": """\
perflint 检查预算绩效目标表。从这里开始：

  perflint init                        还没有表：写出配置和一张示例表
  perflint import 文件.docx -o tables  已有 Word、Excel：转成可检查、可修改的表
  perflint check                       检查本文件夹及以下的全部表
  perflint fix                         修改可自动修改的问题
  perflint explain DIR001              一条规则的理由和例子

全部命令：perflint --help。英文输出：--lang en。
""",
    "en": """\
perflint checks budget performance-target tables. Begin here:

  perflint init                        no tables yet: writes a configuration and an example table
  perflint import FILE.docx -o tables  Word or Excel: makes tables that can be checked and mended
  perflint check                       checks every table in and below this folder
  perflint fix                         applies the fixes that are safe
  perflint explain DIR001              one rule with its reasons and examples

All commands: perflint --help. Chinese output: --lang zh.
""",
}
_NOTHING = {
    "zh": """\
perflint: 没有找到可检查的绩效目标表
下一步：perflint init 写出一张示例表；perflint import 文件.docx -o tables 转换 Word、Excel 里的表。
""",
    "en": """\
perflint: nothing to check was found (no target table)
Next: `perflint init` writes an example table; `perflint import FILE.docx -o tables` makes tables of Word and Excel files.
""",
}


NO_RULES = {
    "zh": "perflint: 没有审核：配置停用了全部规则\n",
    "en": "perflint: nothing was checked: the configuration switches every rule off\n",
}


def welcome(lang: str) -> str:
    """Return what `perflint` without a command says."""
    return _WELCOME[lang]


def nothing_found(lang: str) -> str:
    """Return what is said where a check found no table."""
    return _NOTHING[lang]


def target_of(paths: Sequence[Path]) -> str | None:
    """Return the paths as typed behind a command, short; None for standard input, which cannot be read again."""
    if tuple(paths) == STANDARD_INPUT:
        return None
    named = [shlex.quote(str(path)) if not _is_plain(str(path)) else str(path) for path in paths if path != Path()]
    return " ".join(named) if len(named) <= _MANY else " ".join((*named[:_MANY], "…"))


def _is_plain(text: str) -> bool:
    """Return whether a name needs no quotes in a shell (letters of any script, digits, `-_./:`)."""
    return all(char.isalnum() or char in f"-_./:{os.sep}" for char in text)

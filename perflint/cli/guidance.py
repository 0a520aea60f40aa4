"""What a newcomer is told: by `perflint` alone, where there is nothing to check, and after a report."""

import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from perflint.cli.exits import complain
from perflint.cli.running import STANDARD_INPUT
from perflint.report import Report
from perflint.report.document import Omitted
from perflint.typography import visible
from perflint.workspace.configuration.of_files import OF_THE_RUN
from perflint.workspace.documents import is_document
from perflint.workspace.runs.discovering import Plan, passed_over

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
_UNREAD = {
    "zh": """\
perflint: 文档里没有认出绩效目标表
表格里要有栏目名，如“项目名称”“三级指标”“指标值”；文本要用制表符或“|”分栏，或一格一行；空白样表、填表说明不算表。
""",
    "en": """\
perflint: no target table was recognised in the document
A table needs headings such as 项目名称, 三级指标, 指标值; a text needs tabs or `|` between its cells, or a line for each cell;
blank samples and filling instructions are no tables.
""",
}
_ALL_EXCLUDED = {
    "zh": "perflint: 没有检查任何表：{count} 个文件全部按配置的 exclude 排除（perflint config 文件 可查是哪一条）\n",
    "en": "perflint: nothing was checked: `exclude` of the configuration leaves all {count} files out"
    " (`perflint config FILE` tells which line)\n",
}
_ALL_PAST = {
    "zh": "perflint: 没有审核任何表：{count} 张表都是其他年度的，只作对照（--year、--history）\n",
    "en": "perflint: nothing was checked: all {count} tables are of other years, only compared with (--year, --history)\n",
}
_ALL_IGNORED = {
    "zh": "perflint: 没有检查任何表：{count} 个文件都在 .gitignore 中；要检查，请写出文件名\n",
    "en": "perflint: nothing was checked: every file is left out by `.gitignore` ({count}); name one to have it checked\n",
}
_ALL_UNLOOKED = {
    "zh": "perflint: 没有检查任何表：文件夹里只有 {count} 个 CSV、Markdown、网页、文本或 PDF 文件像有目标表，"
    "这类文件要写出文件名才检查\n",
    "en": "perflint: nothing was checked: only {count} CSV, Markdown, web, text or PDF files in the folder seem to hold a"
    " table, and these are checked where they are named\n",
}
_NOTHING_OMITTED = Omitted()
_PASSED_OVER = {
    "zh": "perflint: 跳过 {count} 个 Word、Excel 文件：没有安装读取它们的库（extra：office），其中的表没有检查\n",
    "en": "perflint: {count} Word and Excel files were skipped: the libraries that read them (extra `office`) are not"
    " installed; the tables in them were not checked\n",
}
_DOUBLED = {
    "zh": "perflint: {count} 个文档里的表在本次检查的 YAML 中已有，没有重复检查\n",
    "en": "perflint: {count} documents were not judged a second time: their tables lie as YAML among the files checked\n",
}


_IDLE = {
    "zh": "perflint: {where}: “{text}”没有对上任何文件，不起作用\n",
    "en": "perflint: {where}: `{text}` matches no file and changes nothing\n",
}
_NOT_HEARD = {
    "zh": "perflint: {where}: {text} 管的是整次检查，只在各输入共同的上级文件夹的配置或命令行里起作用，这里不起作用\n",
    "en": "perflint: {where}: {text} is about the whole run and counts on the command line or in the configuration at the"
    " common root of the inputs; here it changes nothing\n",
}
NO_RULES = {
    "zh": "perflint: 没有审核：配置停用了全部规则\n",
    "en": "perflint: nothing was checked: the configuration switches every rule off\n",
}


def welcome(lang: str) -> str:
    """Return what `perflint` without a command says."""
    return _WELCOME[lang]


def nothing_found(lang: str, paths: Sequence[Path] = (), omitted: Omitted = _NOTHING_OMITTED) -> str:
    """Return what is said where a check found no table; of documents, what one has to have to be read."""
    for count, said in (
        (omitted.files, _ALL_EXCLUDED),
        (omitted.past, _ALL_PAST),
        (omitted.ignored, _ALL_IGNORED),
        (omitted.unlooked, _ALL_UNLOOKED),
    ):
        if count:
            return said[lang].format(count=count)
    documents = [path for path in paths if is_document(path.name)]
    return _UNREAD[lang] if documents and len(documents) == len(paths) else _NOTHING[lang]


def unread(lang: str) -> str:
    """Return what a document has to have to be read as a target table."""
    return _UNREAD[lang]


def target_of(paths: Sequence[Path]) -> str | None:
    """Return the paths as typed behind a command, short; None for standard input, which cannot be read again."""
    if tuple(paths) == STANDARD_INPUT:
        return None
    named = [_typed(str(path)) for path in paths if path != Path()]
    return " ".join(named) if len(named) <= _MANY else " ".join((*named[:_MANY], "…"))


def _typed(name: str) -> str:
    """Return a name as a shell takes it; characters that a terminal would obey stand as escapes (`$'…'`)."""
    name = f"./{name}" if name.startswith("-") else name
    if _is_plain(name):
        return name
    if visible(name) == name:
        return shlex.quote(name)
    return (
        "$'" + "".join(char if visible(char) == char and char not in "#'\\" else _escape(char) for char in name) + "'"
    )


def _escape(char: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in char.encode("utf-8", "surrogateescape"))


def _is_plain(text: str) -> bool:
    """Return whether a name needs no quotes in a shell (letters of any script, digits, `-_./:`)."""
    return all(char.isalnum() or char in f"-_./:{os.sep}" for char in text)


def say_left_out(plan: Plan, report: Report | None = None) -> None:
    """Say on standard error how many documents were not looked at or not judged twice, and what configurations say in vain."""
    lang = plan.options.lang
    for words, count in ((_PASSED_OVER, passed_over(plan)), (_DOUBLED, report.doubled if report else 0)):
        if count:
            sys.stderr.write(words[lang].format(count=count))
    for where, text in report.omitted.unheard if report else ():
        words = _NOT_HEARD if text in OF_THE_RUN else _IDLE
        complain(words[lang].format(where=where, text=text))

"""What `perflint export` reads: the sheets of all tables of a run, and its messages."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from perflint.model import load_profiles, read_tables
from perflint.office.export import Sheet, lay_out, template_for
from perflint.regular import read_regular
from perflint.source import Unreadable, read_source
from perflint.workspace.checking import Checker
from perflint.workspace.runs.discovering import Plan, discover
from perflint.workspace.runs.workers import Job

_SAID = {
    "zh": {
        "none": "没有找到可导出的绩效目标表",
        "kind": "{path}：只能写 .docx 或 .xlsx 文件，或者写到文件夹",
        "clash": "{path} 与 --format {kind} 不一致",
        "there": "{path}：文件已存在，没有写入；要覆盖请加 --force",
        "written": "{path}：已写入 {count} 张表",
        "unwritable": "{path}：无法写入（{reason}）",
        "unreadable": "{path}：无法读取 — {reason}",
        "broken": "{path}:{line}:{column}：{message} 整个文件没有导出",
        "library": '写 Word、Excel 文件需要 {library}；请在 perflint 的源码文件夹里运行：pip install ".[office]"',
    },
    "en": {
        "none": "no target table to export was found",
        "kind": "{path}: only .docx and .xlsx files can be written, or into a folder",
        "clash": "{path} does not go with --format {kind}",
        "there": "{path}: the file exists and was not written; --force replaces it",
        "written": "{path}: tables written: {count}",
        "unwritable": "{path}: cannot be written ({reason})",
        "unreadable": "{path}: cannot be read — {reason}",
        "broken": "{path}:{line}:{column}: {message} Nothing of the file was exported",
        "library": 'writing Word and Excel files needs {library}; in a checkout of perflint, run: pip install ".[office]"',
    },
}


class Exported(Struct, frozen=True):
    """The sheets of all tables in order, and what could not be read, in words."""

    sheets: tuple[Sheet, ...]
    errors: tuple[str, ...]


def say(key: str, lang: str) -> str:
    """Return a message in a language."""
    return _SAID[lang][key]


def gather_sheets(plan: Plan) -> Exported:
    """Return every table of the inputs, laid out on its form.

    Raises:
        ConfigError, ProfileError: the configuration or a profile is broken.
    """
    found = discover(plan)
    lang = plan.options.lang
    errors = [say("unreadable", lang).format(path=error.path, reason=error.message) for error in found.missing]
    sheets: list[Sheet] = []
    for job in found.jobs:
        try:
            sheets += _sheets(job, plan)
        except Unreadable as fault:
            errors.append(say("unreadable", lang).format(path=job.shown, reason=fault.en if lang == "en" else fault.zh))
        except OSError as fault:
            errors.append(say("unreadable", lang).format(path=job.shown, reason=fault.strerror or str(fault)))
        except _Broken as fault:
            errors += fault.messages
    return Exported(tuple(sheets), tuple(errors))


class _Broken(Exception):  # noqa: N818  # said of a file; never leaves this module
    """A file whose YAML is broken; exporting what is left of it would lose cells without a word."""

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__()
        self.messages = messages


def _sheets(job: Job, plan: Plan) -> Iterator[Sheet]:
    path, shown, config = job
    lang = plan.options.lang
    source = read_source(read_regular(path), shown)
    messages = []
    for fault in source.faults:
        line, column = source.line_column(fault.start)
        text = fault.en if lang == "en" else fault.zh
        messages.append(say("broken", lang).format(path=shown, line=line, column=column, message=text))
    if messages:
        raise _Broken(messages)
    checker = Checker(config, plan.options)
    profiles, usual = load_profiles(config.packs), checker.default_profile()
    for table in read_tables(source, checker.printed_names()).tables:
        yield lay_out(table, template_for(table, profiles, usual))

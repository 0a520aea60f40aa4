"""The options that several commands share, and those of `check`, each with its help in both languages."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from perflint.cli import declaring as typer  # says what typer is told, without loading it
from perflint.cli.language import Language


def a_number(seconds: float) -> float:
    """Return seconds as given.

    Raises:
        BadParameter: they are no number (nan), which is neither too little nor too much.
    """
    if seconds != seconds:  # noqa: PLR0124  # what nan alone is
        from typer import BadParameter  # noqa: PLC0415  # what few need, few pay for

        raise BadParameter("nan")
    return seconds


class Format(StrEnum):
    """The formats of a report."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"
    RDJSON = "rdjson"
    RDJSONL = "rdjsonl"
    MARKDOWN = "markdown"
    HTML = "html"


class FailOn(StrEnum):
    """From which severity on the exit code is 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class By(StrEnum):
    """What findings are counted by."""

    RULE = "rule"
    AGENCY = "agency"
    FILE = "file"


class Severities(StrEnum):
    """From which severity on findings are shown and written."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Colour(StrEnum):
    """Whether the text report is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Lang = Annotated[Language | None, typer.Option("--lang", help="输出语言。Language of the output.")]
Profile = Annotated[str, typer.Option(help="没有写模板的表按哪个模板审核。Profile for tables that name none.")]

Paths = Annotated[
    list[Path] | None, typer.Argument(help="文件或文件夹，- 为标准输入。Files or folders; - reads standard input.")
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        help="text（默认）、concise、json、jsonl、sarif、junit、github、gitlab、rdjson、rdjsonl、markdown、html，或 格式=文件；可重复。One of these, or F=FILE; repeatable.",
    ),
]
Select = Annotated[
    str, typer.Option(help="只用这些规则（代码、前缀或名称，逗号分隔）。Only these rules: codes, prefixes or names.")
]
Ignore = Annotated[str, typer.Option(help="不用这些规则。Not these rules.")]
ExtendSelect = Annotated[str, typer.Option(help="另外启用这些规则。These rules as well.")]
ExitFrom = Annotated[
    FailOn | None, typer.Option(help="从哪一级起退出码为 1（默认 error）。Exit 1 from this severity on.")
]
ConfigFile = Annotated[Path | None, typer.Option(help="配置文件。Configuration file.")]
NoConfig = Annotated[bool, typer.Option("--no-config", help="不读配置文件。Ignore configuration files.")]
Jobs = Annotated[int, typer.Option(min=0, help="进程数，默认处理器个数。Processes; default: processors.")]
TimeLimit = Annotated[
    float,
    typer.Option(
        "--time-limit",
        min=0,
        max=86_400,
        callback=a_number,
        help="每个文件最多几秒，0 为不限。Seconds that a file may take; 0: no limit.",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="不用缓存。Do not use the cache.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="只统计，不逐条列出。Count findings, list none.")]
CountBy = Annotated[
    By | None,
    typer.Option(
        "--by",
        help="按什么统计（默认 rule）；写了就是 --statistics。What to count by (default: rule); implies --statistics.",
    ),
]
MinSeverity = Annotated[
    Severities,
    typer.Option(
        "--min-severity",
        help="从哪一级起显示、写出；退出码不变。From which severity on findings are shown and written; the exit code stays.",
    ),
]
ShowSuppressed = Annotated[
    bool, typer.Option("--show-suppressed", help="也列出已屏蔽的问题。List suppressed findings too.")
]
MaxFindings = Annotated[
    int | None,
    typer.Option(
        min=0,
        help="最多显示多少条，先显示最严重的；0 为不限（仅文本）。At most so many findings, the gravest first; 0: all (text only).",
    ),
]
StdinFilename = Annotated[str, typer.Option(help="标准输入的文件名。Name for standard input.")]
ForceExclude = Annotated[
    bool,
    typer.Option("--force-exclude", help="点名的文件也按 exclude 排除。`exclude` holds for files named here, too."),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        help="屏幕上不输出报告；要求写的文件照写。No report on the screen; files that are asked for are written.",
    ),
]
Watch = Annotated[
    bool, typer.Option("--watch", help="有改动就重新检查，按 Ctrl-C 结束。Check again on every change, until Ctrl-C.")
]
NoProgress = Annotated[bool, typer.Option("--no-progress", help="不显示进度。No progress bar.")]
Color = Annotated[Colour, typer.Option(help="是否用颜色。Colours.")]

History = Annotated[
    list[Path] | None,
    typer.Option(
        "--history",
        metavar="DIR",
        help="往年的表所在的文件夹或文件，只作对照，不审核；可重复。Folder or file with tables of earlier years: compared with, not judged; repeatable.",
    ),
]
OnlyYear = Annotated[
    int,
    typer.Option(
        "--year",
        min=0,
        max=9999,
        metavar="N",
        help="只审核这一年度的表，其余年度的只作对照。Judge the tables of this year only; the others are their history.",
    ),
]
BaselineFile = Annotated[
    Path | None, typer.Option("--baseline", help="基线文件：其中的问题不再计数。Baseline: findings in it do not count.")
]
Since = Annotated[
    str, typer.Option(help="某次 git 提交时就有的问题不再计数。Findings of that git commit do not count.")
]
AddSuppressions = Annotated[
    bool,
    typer.Option(
        "--add-suppressions",
        help="给达到 --fail-on 级别的问题加上屏蔽注释（须有 --reason）。Write comments that suppress what fails (with --reason).",
    ),
]
Reason = Annotated[str, typer.Option(help="屏蔽的理由，与 --add-suppressions 同用。Why; for --add-suppressions.")]
Until = Annotated[
    str, typer.Option(help="屏蔽到哪一天为止（YYYY-MM-DD）。Last day of the suppression; for --add-suppressions.")
]
Prune = Annotated[bool, typer.Option("--prune", help="只删去已过时的条目。Only remove entries whose finding is gone.")]

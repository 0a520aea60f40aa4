"""The options that several commands share, and those of `check`, each with its help in both languages."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from perflint.cli import declaring as typer  # says what typer is told, without loading it
from perflint.cli.language import Language


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


class FailOn(StrEnum):
    """From which severity on the exit code is 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


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
        help="text（默认）、concise、json、jsonl、sarif、junit、github、gitlab、rdjson、rdjsonl、markdown，或 格式=文件；可重复。One of these, or F=FILE; repeatable.",
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
    typer.Option("--time-limit", min=0, help="每个文件最多几秒，0 为不限。Seconds that a file may take; 0: no limit."),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="不用缓存。Do not use the cache.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="按规则统计。Count findings by rule.")]
ShowSuppressed = Annotated[
    bool, typer.Option("--show-suppressed", help="也列出已屏蔽的问题。List suppressed findings too.")
]
MaxFindings = Annotated[
    int, typer.Option(min=0, help="最多显示多少条（仅文本）。At most so many findings (text only).")
]
StdinFilename = Annotated[str, typer.Option(help="标准输入的文件名。Name for standard input.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="不输出报告，只给退出码。No report, only the exit code.")]
Watch = Annotated[
    bool, typer.Option("--watch", help="有改动就重新检查，按 Ctrl-C 结束。Check again on every change, until Ctrl-C.")
]
NoProgress = Annotated[bool, typer.Option("--no-progress", help="不显示进度。No progress bar.")]
Color = Annotated[Colour, typer.Option(help="是否用颜色。Colours.")]

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

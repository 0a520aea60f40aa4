"""`perflint import`: Word, Excel, HTML and text documents → target tables in YAML."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from perflint.cli.arguments import configuration_for
from perflint.cli.exits import CLEAN, NOTHING, WRONG, complain, explained, fail, write
from perflint.cli.guidance import unread
from perflint.cli.import_files import Intake, Order, documents_in, say, take_in
from perflint.cli.language import choose_language
from perflint.cli.options import ConfigFile, Lang, NoConfig
from perflint.judge.nearest import nearest
from perflint.model import load_profiles
from perflint.office.recognition.reporting import as_json, as_markdown
from perflint.workspace.disk.writing import write_whole_file


class Keys(StrEnum):
    """The language of the keys that are written."""

    ZH = "zh"
    EN = "en"


Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", help="文档或文件夹（docx、xlsx、html、txt 等）。Documents or folders."),
]
Output = Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="写到哪个文件夹。Folder for the tables.")]
Bundle = Annotated[bool, typer.Option("--bundle", help="一个文档写成一个文件。One file for all tables of a document.")]
KeysOption = Annotated[Keys, typer.Option("--keys", help="键名用中文还是英文。Keys in Chinese or English.")]
Force = Annotated[bool, typer.Option("--force", help="覆盖已有的文件。Replace files that exist.")]
ReportFile = Annotated[
    Path | None,
    typer.Option("--report", help="逐格的导入报告（.json 或 .md）。What became of each cell (.json or .md)."),
]
Profile = Annotated[
    str, typer.Option(help="表按哪个模板（默认按表式推断）。Profile of the tables; default: by their form.")
]


def import_(
    files: Files,
    output: Output,
    bundle: Bundle = False,
    keys: KeysOption = Keys.ZH,
    force: Force = False,
    report: ReportFile = None,
    profile: Profile = "",
    lang: Lang = None,
    config: ConfigFile = None,
    no_config: NoConfig = False,
) -> None:
    """从 Word、Excel、网页和文本导入绩效目标表，不漏一格。Documents to YAML tables, no cell lost."""
    if report is not None and report.suffix.lower() not in {".json", ".md"}:
        fail(f"--report 应为 .json 或 .md 文件 / must be a .json or .md file: {report}")
    with explained(lang):
        chosen = configuration_for([output], config, no_config=no_config)
        profiles = load_profiles(chosen.packs)
        if profile and profile not in profiles:
            fail(f"没有名为“{profile}”的模板 / there is no profile `{profile}`{nearest(profile, profiles)}")
        spoken = choose_language(lang, chosen.lang)
        order = Order(output, keys.value, profile, chosen.packs, spoken, bundle, force)
        intake = Intake(order, [], [], [])
        for path in documents_in(files):
            for words in take_in(intake, path):
                write(words)
    for place, message in intake.errors:
        complain(f"perflint: {place}: {message}\n")
    if report is not None:
        _report(report, intake)
    raise typer.Exit(_exit_code(intake))


def _report(path: Path, intake: Intake) -> None:
    render = as_json if path.suffix.lower() == ".json" else as_markdown
    try:
        text = render(intake.imports, intake.errors, intake.order.lang)
        write_whole_file(path, (text.encode("utf-8", "replace"),), over=True)
    except OSError as fault:
        fail(f"无法写入 / cannot write {path}: {fault.strerror}")


def _exit_code(intake: Intake) -> int:
    if intake.errors:
        return WRONG
    if not any(one.recognised.tables for one in intake.imports):
        read = bool(intake.imports)
        said = unread(intake.order.lang) if read else f"perflint: {say('nothing', intake.order.lang)}\n"
        complain(said)
        return NOTHING
    return CLEAN

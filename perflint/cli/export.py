"""`perflint export`: target tables on their official forms, as Word documents or Excel workbooks."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from perflint.cli.arguments import configuration_for
from perflint.cli.exits import CLEAN, NOTHING, WRONG, explained, fail, write
from perflint.cli.language import choose_language
from perflint.cli.options import ConfigFile, Lang, NoConfig, Profile
from perflint.workspace.checking import Options
from perflint.workspace.runs.discovering import Plan


class FileType(StrEnum):
    """The kinds of documents that are written."""

    DOCX = "docx"
    XLSX = "xlsx"


Inputs = Annotated[list[Path], typer.Argument(help="YAML 文件或文件夹。YAML files or folders.")]
Output = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        help="写到哪里：.docx 或 .xlsx 文件，或文件夹（每张表一个文件）。Where to: a .docx or .xlsx file, or a folder (one document a table).",
    ),
]
Type = Annotated[
    FileType | None,
    typer.Option(
        "--format", help="-o 为文件夹时写哪种文件（默认 docx）。Which kind to write into a folder (default docx)."
    ),
]
Force = Annotated[bool, typer.Option("--force", help="覆盖已有的文件。Replace files that are there.")]


def export(
    files: Inputs,
    output: Output,
    file_type: Type = None,
    profile: Profile = "",
    force: Force = False,
    lang: Lang = None,
    config: ConfigFile = None,
    no_config: NoConfig = False,
) -> None:
    """把绩效目标表印成规定的表式（Word 或 Excel）。Write tables on their official forms, as Word or Excel files."""
    from perflint.cli.export_files import put, targets  # noqa: PLC0415  # only export pays for it
    from perflint.cli.export_sheets import gather_sheets, say  # noqa: PLC0415  # the same

    with explained(lang):
        chosen = configuration_for(files, config, no_config=no_config)
        spoken = choose_language(lang, chosen.lang)
        suffix = _suffix(output, file_type, spoken)
        plan = Plan(tuple(files), Options(spoken, profile), config, no_config)
        exported = gather_sheets(plan)
    for error in exported.errors:
        write(f"{error}\n")
    if not exported.sheets:
        fail(say("none", spoken), WRONG if exported.errors else NOTHING)
    done = put(targets(exported.sheets, output, suffix), spoken, force=force)
    raise typer.Exit(CLEAN if done and not exported.errors else WRONG)


def _suffix(output: Path, file_type: FileType | None, lang: str) -> str:
    """Return .docx or .xlsx where one file is written, / and the kind where the output is a folder.

    Raises:
        SystemExit: the output is neither.
    """
    from perflint.cli.export_sheets import say  # noqa: PLC0415  # as above

    suffix = output.suffix.lower()
    if output.is_dir() or not suffix:
        return f"/{file_type or FileType.DOCX}"
    if suffix not in {".docx", ".xlsx"}:
        fail(say("kind", lang).format(path=output.as_posix()))
    if file_type and suffix != f".{file_type}":
        fail(say("clash", lang).format(path=output.as_posix(), kind=file_type))
    return suffix

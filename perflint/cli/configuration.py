"""`perflint config`: the settings in force for a path and where each comes from."""

from pathlib import Path
from typing import Annotated

import typer

from perflint.cli.configuration_rows import Row, rows_of
from perflint.cli.exits import explained, write
from perflint.cli.judging import Judging
from perflint.cli.language import choose_language
from perflint.cli.options import ConfigFile, Lang, NoConfig
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.of_files import Configurations
from perflint.workspace.disk.naming import is_folder

_ORIGINS = {"default": {"zh": "默认", "en": "default"}, "command line": {"zh": "命令行", "en": "command line"}}


def config(
    path: Annotated[Path, typer.Argument(help="文件或文件夹。File or folder.")] = Path(),
    profile: Annotated[str, typer.Option(help="按哪个模板。Profile.")] = "",
    config: ConfigFile = None,
    no_config: NoConfig = False,
    lang: Lang = None,
) -> None:
    """显示对某个路径生效的设置及其来源。Show the settings in force for a path and where each comes from."""
    with explained(lang):
        Judging(config=config, no_config=no_config).configured([path])  # the one named must be there
        configurations = Configurations(config, none=no_config)
        chosen = configurations.of_folder(path) if is_folder(path) else configurations.of_file(path)
        spoken = choose_language(lang, chosen.lang)
        checker = Checker(chosen, Options(spoken, profile=profile))
        for row in rows_of(checker, configurations, path):
            _write(row, spoken)


def _write(row: Row, lang: str) -> None:
    origin = _ORIGINS.get(row.origin, {}).get(lang) or _short(row.origin)
    shown = f"{row.value:12} [{origin}]" if origin else row.value
    write(f"{row.key:30} {shown}{' ' + row.meaning if row.meaning else ''}\n")


def _short(origin: str) -> str:
    """Return where something stands, below the current folder if it is."""
    return origin.removeprefix(f"{Path.cwd()}/")

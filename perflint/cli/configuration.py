"""`perflint config`: the settings in force for a path and where each comes from."""

from pathlib import Path
from typing import Annotated

import typer

from perflint.cli.exits import explained, write
from perflint.cli.language import choose_language
from perflint.cli.options import Lang
from perflint.files.checking import Checker, Options
from perflint.files.config import Config, find_config, load_config
from perflint.judge import resolve, setting_kinds
from perflint.model import load_profiles


def config(
    path: Annotated[Path, typer.Argument(help="文件或文件夹。File or folder.")] = Path(),
    profile: Annotated[str, typer.Option(help="按哪个模板。Profile.")] = "",
    lang: Lang = None,
) -> None:
    """显示对某个路径生效的设置及其来源。Show the settings in force for a path and where each comes from."""
    with explained():
        found = find_config(path)
        chosen = load_config(found) if found else Config()
        name = Checker(chosen, Options(profile=profile)).default_profile()
        known = load_profiles(chosen.packs)[name]
        settings = resolve(known.settings, dict(chosen.settings))
    spoken = choose_language(lang, chosen.lang)
    write(f"{'config':30} {found or '-'}\n{'profile':30} {name}\n{'select':30} {', '.join(chosen.selection.select)}\n")
    write(f"{'ignore':30} {', '.join(chosen.selection.ignore) or '-'}\n\n")
    for kind in setting_kinds().values():
        value = settings[kind.name]
        shown = ", ".join(f"{item:g}" if isinstance(item, float) else item for item in value) if isinstance(value, tuple) else (
            f"{value:g}" if isinstance(value, float) and not isinstance(value, bool) else str(value).lower()
        )  # fmt: skip
        origin = chosen.origins.get(f"settings.{kind.name}") or (
            f"profile {name}" if kind.name in known.settings else "default"
        )
        write(f"{kind.name:30} {shown + kind.unit:12} [{origin}] {kind.en if spoken == 'en' else kind.zh}\n")

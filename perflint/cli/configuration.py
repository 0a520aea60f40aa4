"""`perflint config`: the settings in force for a path and where each comes from."""

from pathlib import Path
from typing import Annotated

import typer

from perflint.cli.exits import explained, write
from perflint.cli.language import choose_language
from perflint.cli.options import Lang
from perflint.facts import Setting
from perflint.judge import resolve, setting_kinds
from perflint.model import Profile, load_profiles
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config, find_config, load_config


def config(
    path: Annotated[Path, typer.Argument(help="文件或文件夹。File or folder.")] = Path(),
    profile: Annotated[str, typer.Option(help="按哪个模板。Profile.")] = "",
    lang: Lang = None,
) -> None:
    """显示对某个路径生效的设置及其来源。Show the settings in force for a path and where each comes from."""
    with explained(lang):
        found = find_config(path)
        chosen = load_config(found) if found else Config()
        name = Checker(chosen, Options(profile=profile)).default_profile()
        profiles = load_profiles(chosen.packs)
        settings = resolve(profiles[name].settings, dict(chosen.settings))
    spoken = choose_language(lang, chosen.lang)
    _write_line("config", str(found or "-"))
    _write_line("profile", f"{name}  {profiles[name].en if spoken == 'en' else profiles[name].zh}")
    _write_line("profiles", ", ".join(sorted(profiles)))
    for kind, choices in profiles[name].choices.items():
        _write_line(f"forms.{kind}", ", ".join(choice.form.letter for choice in choices))
    _write_line("rules", ", ".join(f"{code}: {word}" for code, word in profiles[name].rules.items()) or "-")
    _write_line("select", ", ".join(chosen.selection.select))
    if chosen.selection.fixes:
        _write_line("fixes", ", ".join(f"{code}: {trust}" for code, trust in chosen.selection.fixes))
    _write_line("ignore", f"{', '.join(chosen.selection.ignore) or '-'}\n")
    for setting in setting_kinds().values():
        origin = chosen.origins.get(f"settings.{setting.name}") or _origin(profiles[name], setting.name)
        shown = f"{_shown(settings[setting.name])}{setting.unit}"
        meaning = setting.en if spoken == "en" else setting.zh
        _write_line(setting.name, f"{shown:12} [{origin}] {meaning}")


def _write_line(name: str, text: str) -> None:
    write(f"{name:30} {text}\n")


def _shown(value: Setting) -> str:
    if isinstance(value, tuple):
        return ", ".join(_shown(item) for item in value)
    return str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else value


def _origin(profile: Profile, setting: str) -> str:
    """Return the profile that gives a setting, itself or one that it extends, or that it has its default."""
    known = profile.origins.get(setting)
    return f"profile {known}" if known else "default"

"""What is in force for a path, line by line: key, value, and where it comes from."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from perflint.facts import Setting
from perflint.judge import resolve, setting_kinds
from perflint.model import Profile, load_profiles
from perflint.workspace.checking import Checker
from perflint.workspace.configuration.config import Config
from perflint.workspace.configuration.locking import keepers
from perflint.workspace.configuration.of_files import Configurations
from perflint.workspace.disk.naming import is_folder

DEFAULT = "default"


class Row(NamedTuple):
    """One line: a key of the configuration, what holds, `path:line` or another word for where that comes from."""

    key: str
    value: str
    origin: str = ""
    meaning: str = ""


def rows_of(checker: Checker, configurations: Configurations, path: Path) -> Iterator[Row]:
    """Yield all that is in force for a path.

    Raises:
        ConfigError, ProfileError: it is broken.
    """
    config, english = checker.config, checker.options.lang == "en"
    name = checker.default_profile()
    profiles = load_profiles(config.packs)
    profile = profiles[name]
    yield Row("config", str(config.path or "-"))
    origin = "command line" if checker.options.profile else config.origins.get("profile", DEFAULT)
    yield Row("profile", name, origin, profile.en if english else profile.zh)
    yield Row("profiles", ", ".join(sorted(profiles)))
    for kind, choices in profile.choices.items():
        yield Row(f"forms.{kind}", ", ".join(choice.form.letter for choice in choices), f"profile {name}")
    yield from _of_the_run(configurations.of_run([path]))
    yield from _selection(config, profile, name)
    yield from _files(configurations, path)
    yield from _settings(config, profile, english=english)


def _of_the_run(config: Config) -> Iterator[Row]:
    origins = config.origins
    yield Row("lang", config.lang or "-", origins.get("lang", DEFAULT))
    yield Row("fail_on", config.fail_on or "error", origins.get("fail_on", DEFAULT))
    yield Row("baseline", str(config.baseline or "-"), origins.get("baseline", DEFAULT))


def _selection(config: Config, profile: Profile, name: str) -> Iterator[Row]:
    chosen, origins = config.selection, config.origins
    yield Row("select", ", ".join(chosen.select), origins.get("select", DEFAULT))
    for key, codes in (("extend_select", chosen.extend), ("ignore", chosen.ignore)):
        yield from (Row(key, code, origins.get(f"{key}.{code}", "")) for code in dict.fromkeys(codes))
    yield from (Row("severity", f"{code}: {word}", f"profile {name}") for code, word in profile.rules.items())
    for key, pairs in (("severity", chosen.severity), ("fixes", chosen.fixes)):
        yield from (Row(key, f"{code}: {word}", origins.get(f"{key}.{code}", "")) for code, word in dict(pairs).items())
    for keeper in keepers(config):
        yield from (Row("lock", code, keeper.origins.get(f"lock.{code}", str(keeper.path))) for code in keeper.lock)
    yield from (Row("rules", str(pack), origins.get("rules", "")) for pack in config.packs)


def _files(configurations: Configurations, path: Path) -> Iterator[Row]:
    place = path if is_folder(path) else path.parent
    for globs in configurations.excluding(Path(os.path.realpath(place))):
        yield from (Row("exclude", line, globs.where) for line in globs.lines)
    if not is_folder(path):
        yield Row("excluded", "yes" if configurations.is_excluded(path) else "no")
    written = configurations.of_folder(place)
    applied = {written.overrides[index].files for index in written.applying(path)}
    for override in written.overrides:
        used = "" if is_folder(path) else " ✓" if override.files in applied else " –"
        yield Row("overrides", ", ".join(override.files.lines) + used, override.files.where)


def _settings(config: Config, profile: Profile, *, english: bool) -> Iterator[Row]:
    settings = resolve(profile.settings, dict(config.settings))
    for kind in setting_kinds().values():
        known = profile.origins.get(kind.name)
        origin = config.origins.get(f"settings.{kind.name}") or (f"profile {known}" if known else DEFAULT)
        yield Row(kind.name, f"{shown(settings[kind.name])}{kind.unit}", origin, kind.en if english else kind.zh)


def shown(value: Setting) -> str:
    """Return a setting as it is written."""
    if isinstance(value, tuple):
        return ", ".join(shown(item) for item in value)
    return str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else value

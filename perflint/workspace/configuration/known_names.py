"""Whether the names in a configuration mean something: rules, profiles, settings."""

from collections.abc import Callable, Iterator

from perflint.judge import Selection, SelectionError, SettingError, check_selectors, load_pack, resolve
from perflint.judge.nearest import nearest
from perflint.model import load_profiles
from perflint.workspace.configuration.config import Config, ConfigError, Settings


def check_names(config: Config) -> None:
    """Check that rules, profiles and settings that a configuration names exist, those of its overrides too.

    Raises:
        ConfigError: one does not.
        RuleError, ProfileError: the packs of the configuration are broken.
    """
    parts = [(str(config.path or ""), config.selection, config.settings, config.profile)]
    parts += [(one.files.where, one.selection, one.settings, one.profile) for one in config.overrides]
    for where, selection, settings, profile in parts:
        for check in _checks(config, selection, settings, profile):
            try:
                check()
            except (SelectionError, SettingError) as fault:
                raise ConfigError(f"{where}: {fault}" if where else str(fault)) from fault


def _checks(config: Config, selection: Selection, settings: Settings, profile: str) -> Iterator[Callable[[], object]]:
    rules = load_pack(config.packs).rules
    yield lambda: check_selectors(rules, selection)
    yield lambda: check_selectors(rules, Selection(config.lock))
    yield lambda: _check_settings(settings)
    yield lambda: _check_profile(config, profile)


def _check_settings(settings: Settings) -> None:
    try:
        resolve(dict(settings))
    except SettingError as fault:
        raise SettingError(f"settings: {fault}") from fault


def _check_profile(config: Config, name: str) -> None:
    """Check that there is a profile of a name.

    Raises:
        ConfigError: there is none.
    """
    known = load_profiles(config.packs)
    if name and name not in known:
        raise SelectionError(f"没有名为“{name}”的模板 / there is no profile `{name}`{nearest(name, known)}")

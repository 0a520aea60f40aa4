"""Rules that a configuration locks: no configuration below it, pack, override, comment or baseline silences them."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from perflint.judge import Rule, Selection, in_force, load_pack
from perflint.judge.cel import names_in
from perflint.judge.selection import answers
from perflint.judge.settings import PREFIX, setting_kinds
from perflint.judge.violating import InForce
from perflint.model import Profile, load_profiles
from perflint.workspace.configuration.config import Config, Settings

GENERAL = "general"
# The rule that tells who tried: where anything is locked, it is locked too.
_TELLS = "SUP005"


class Attempt(NamedTuple):
    """A key of a configuration that would silence locked rules, and which rules, or which settings that these are judged by."""

    key: str
    named: tuple[str, ...]


def keepers(config: Config) -> tuple[Config, ...]:
    """Return the configurations that lock rules for one, itself among them, the outermost first."""
    found = [config]
    while found[-1].above is not None:
        found.append(found[-1].above)
    return tuple(one for one in reversed(found) if one.lock)


def is_locked(config: Config, code: str, name: str) -> bool:
    """Return whether a rule is locked for the files of a configuration."""
    return any(
        code == _TELLS or selector in {"ALL", name} or (selector != "" and code.startswith(selector))
        for keeper in keepers(config) for selector in keeper.lock
    )  # fmt: skip


def locked_by(keeper: Config, rule: Rule) -> bool:
    """Return whether a configuration locks a rule."""
    return rule.id == _TELLS or any(answers(rule, selector) for selector in keeper.lock)


def profile_of(config: Config, name: str) -> Profile:
    """Return a profile as a configuration and its packs have it; an unknown name is the general one."""
    profiles = load_profiles(config.packs)
    return profiles.get(name, profiles[GENERAL])


def kept_in_force(
    entries: tuple[InForce, ...], config: Config, profile: str, select: Callable[[Config], Selection]
) -> tuple[InForce, ...]:
    """Return the rules in force, with locked ones at least as they are for the configuration that locks them.

    `select` gives the selection of a configuration, with that of the command line where it counts.
    """
    found = {entry.rule.id: entry for entry in entries}
    for keeper in keepers(config):
        if keeper is config:
            continue
        rules = [rule for rule in load_pack(config.packs).rules if locked_by(keeper, rule)]
        for entry in in_force(rules, profile_of(keeper, profile).rules, select(keeper)):
            own = found.get(entry.rule.id)
            if own is None or own.severity.rank > entry.severity.rank:
                found[entry.rule.id] = entry if own is None else own._replace(severity=entry.severity)
    return tuple(found[code] for code in sorted(found))


def kept_settings(config: Config, profile: str) -> dict[str, Any]:
    """Return the settings of a configuration; what locked rules are judged by stays as the locking one has it."""
    found = dict(config.settings)
    for keeper in keepers(config):
        if keeper is config:
            continue
        outer = {**profile_of(keeper, profile).settings, **dict(keeper.settings)}
        for name in _asked_by(keeper, config):
            found.pop(name, None)
            if name in outer:
                found[name] = outer[name]
    return found


def _asked_by(keeper: Config, config: Config) -> Iterator[str]:
    """Yield the settings that the rules which a configuration locks may be judged by.

    These are what their expressions ask for, and what no expression asks for: facts read that, whichever rule they are for.
    """
    rules = load_pack(config.packs).rules
    yield from _named(rule for rule in rules if locked_by(keeper, rule))
    yield from setting_kinds().keys() - _named(rules)


def _named(rules: Iterable[Rule]) -> set[str]:
    """Return the settings that the expressions of rules ask for."""
    known = {PREFIX + name: None for name in setting_kinds()}
    texts = (text for rule in rules for _, text, _ in rule.expressions)
    return {name.removeprefix(PREFIX) for text in texts for name in names_in(text, known)}


def attempts(config: Config, profile: str) -> Iterator[Attempt]:
    """Yield what a configuration would silence of the rules that are locked for it; what it does not speak of is no attempt."""
    loosened = tuple(_loosened(config, profile))
    if loosened:
        yield Attempt(_key(config), loosened)
    unkept = tuple(_unkept(config.settings, config, profile))
    if unkept:
        yield Attempt("settings", unkept)
    for index, override in enumerate(config.overrides):
        over = config.overridden((index,))
        codes = [code for code in _loosened(over, over.profile or profile) if code not in loosened]
        named = (*codes, *_unkept(override.settings, over, profile))
        if named:
            yield Attempt("overrides", named)
    if config.exclude and any(keeper is not config and keeper.exclude != config.exclude for keeper in keepers(config)):
        yield Attempt("exclude", ())
    for pack in config.packs:
        if any(keeper is not config and pack not in keeper.packs for keeper in keepers(config)) and _rewrites(pack):
            yield Attempt("rules", ())


def _unkept(settings: Settings, config: Config, profile: str) -> Iterator[str]:
    """Yield the settings that are written and have another value because locked rules are judged by them."""
    kept = kept_settings(config, profile)
    yield from (name for name, value in dict(settings).items() if kept.get(name) != value)


def _loosened(config: Config, profile: str) -> Iterator[str]:
    """Yield the codes of locked rules that a configuration by itself would switch off or make milder."""
    rules, changes = load_pack(config.packs).rules, profile_of(config, profile).rules
    own = in_force(rules, changes, config.selection)
    unsaid = {entry.rule.id: entry.severity for entry in in_force(rules, changes, Selection())}
    severities = {entry.rule.id: entry.severity for entry in own}
    for entry in kept_in_force(own, config, profile, lambda one: one.selection):
        severity = severities.get(entry.rule.id)
        is_said = severity is not unsaid.get(entry.rule.id) or _speaks_of(config.selection, entry.rule)
        if severity is not entry.severity and is_said:
            yield entry.rule.id


def _speaks_of(selection: Selection, rule: Rule) -> bool:
    selectors = (*selection.ignore, *(selector for selector, _ in selection.severity))
    return any(answers(rule, selector) for selector in selectors)


def _rewrites(pack: Path) -> bool:
    return (pack / "lexicon").is_dir() or (pack / "profiles").is_dir()


def _key(config: Config) -> str:
    return next((key for key in ("ignore", "severity", "select", "profile", "rules") if key in config.lines), "ignore")


def trusted_packs(config: Config) -> Config:
    """Return a configuration without packs that would change word lists or profiles where something is locked above it."""
    outer = [keeper for keeper in keepers(config) if keeper is not config]
    if not outer:
        return config
    kept = tuple(
        pack for pack in config.packs
        if not _rewrites(pack) or all(pack in keeper.packs for keeper in outer)
    )  # fmt: skip
    return config if kept == config.packs else replace(config, packs=kept)

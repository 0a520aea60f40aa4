"""One file's bytes to its inspection, under a configuration."""

from pathlib import Path
from typing import Any

from msgspec import Struct, field

from perflint.data import LexiconError
from perflint.facts import failed, load_knowledge
from perflint.judge import (
    Engine,
    InputError,
    RuleError,
    Selection,
    SelectionError,
    SettingError,
    check_selectors,
    in_force,
    load_pack,
)
from perflint.judge.inspection import Inspection, inspect_source
from perflint.judge.nearest import nearest
from perflint.model import ProfileError, Table, load_profiles, printed_names, read_tables
from perflint.regular import read_regular
from perflint.source import Fault, Source, Unreadable, read_source
from perflint.typography import fold
from perflint.workspace.configuration.config import Config, ConfigError
from perflint.workspace.configuration.locking import is_locked, keepers, kept_in_force, kept_settings
from perflint.workspace.documents import is_document, open_document, relocated
from perflint.workspace.processes.timing import SECONDS, TimeUp, time_limit

GENERAL = "general"
BROKEN_RULES = (RuleError, LexiconError, ProfileError, SettingError, SelectionError)


class Options(Struct, frozen=True):
    """What the command line decides for a whole run; "" means that it decides nothing.

    `summarize`: the report is to say what each table looks like, not only what was found.
    `gather`: what is said once a table is told at its first place, with the others beside it.
    `seconds` is what one file may take, 0 for no limit. `year`: tables of other years are not judged, others are compared with
    them (0: all are judged; NO_YEAR: none is).
    """

    lang: str = "zh"
    profile: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    summarize: bool = False
    gather: bool = False
    seconds: float = SECONDS
    year: int = 0


class Checker(Struct):
    """Checks files under one configuration; keeps an engine a profile, and the name of the usual one.

    Raises at the first use:
        RuleError, LexiconError, ProfileError, SettingError, SelectionError, ConfigError: the rules or settings are broken.
    """

    config: Config
    options: Options
    engines: dict[str, Engine] = field(default_factory=dict)
    usual: str = ""
    printed: tuple[tuple[str, str], ...] | None = None

    def engine(self, profile: str) -> Engine:
        """Return the engine for a profile; an unknown name falls back to the general one."""
        known = self.engines.get(profile)
        if known is None:
            known = self.engines[profile] = self._build(profile)
        return known

    def _build(self, name: str) -> Engine:
        packs = self.config.packs
        profiles = load_profiles(packs)
        profile = profiles.get(name, profiles[GENERAL])
        pack = load_pack(packs)
        selection = self.selection()
        check_selectors(pack.rules, selection)
        check_selectors(pack.rules, Selection(self.config.lock))
        rules = in_force(pack.rules, profile.rules, selection)
        settings = dict(self.config.settings)
        if keepers(self.config):
            rules = kept_in_force(rules, self.config, name, lambda one: selection_of(one, self.options))
            settings = kept_settings(self.config, name)
        try:
            firm = frozenset(one.rule.id for one in rules if is_locked(self.config, one.rule.id, one.rule.name))
            return Engine(profile, rules, pack, settings, load_knowledge(packs), self.options.lang, firm)
        except SettingError as fault:  # those of profiles are checked as they are read: this one is the configuration's
            raise ConfigError(f"{self.config.path}: settings: {fault}") from fault

    def selection(self) -> Selection:
        """Return the selection of the configuration with that of the command line over it."""
        return selection_of(self.config, self.options)

    def default_profile(self) -> str:
        """Return the profile for tables that name none.

        Raises:
            ConfigError: the configuration or the command line names one that does not exist.
        """
        if not self.usual:
            name = self.options.profile or self.config.profile or GENERAL
            profiles = load_profiles(self.config.packs)
            if name not in profiles:
                raise ConfigError(f"没有名为“{name}”的模板 / there is no profile `{name}`{nearest(name, profiles)}")
            self.usual = name
        return self.usual

    def engine_for(self, table: Table) -> Engine:
        """Return the engine for the profile that a table names, else the default one."""
        return self.engine(fold(table.text("profile")) or self.default_profile())

    def printed_names(self) -> tuple[tuple[str, str], ...]:
        """Return the names that the profiles of the packs have for cells."""
        if self.printed is None:
            self.printed = printed_names(self.config.packs)
        return self.printed

    def check(self, data: bytes, path: str) -> Inspection | InputError:
        """Return the inspection of a file's bytes, or why they cannot be read; an office document is imported in memory.

        Whatever the file does, it is that file's error: one that takes too long is a finding, one that breaks something
        is an input that could not be read.
        """
        try:
            with time_limit(self.options.seconds):
                return self._check(data, path)
        except TimeUp:
            return self._too_slow(path)
        except (*BROKEN_RULES, ConfigError):
            raise
        except Exception as fault:  # noqa: BLE001  # the other files are checked all the same
            reason = failed(fault)
            return InputError(
                path, f"cannot be checked: {reason.en}" if self.options.lang == "en" else f"无法审核：{reason.zh}"
            )

    def _too_slow(self, path: str) -> Inspection:
        most = f"{self.options.seconds:g}"
        fault = Fault("time-limit", f"审核这个文件用时超过 {most} 秒，已停止，没有审核完。请拆分文件，或用 --time-limit 放宽。",
                      f"Checking this file took longer than {most} s and was stopped unfinished. "
                      "Split the file, or allow more with --time-limit.", 0, 0)  # fmt: skip
        return self._inspect(Source(path, "", "utf-8", (), (), (fault,)))

    def _check(self, data: bytes, path: str) -> Inspection | InputError:
        if is_document(path):
            document = open_document(
                data, path, self.config, self.options.lang, self.options.profile, self.options.seconds
            )
            if isinstance(document, InputError):
                return document
            if document.heads or not self._is_yaml(data, path):
                return relocated(self._inspect(document.source), document)
        try:
            source = read_source(data, path)
        except Unreadable as fault:
            return InputError(path, fault.en if self.options.lang == "en" else fault.zh)
        return self._inspect(source)

    def _is_yaml(self, data: bytes, path: str) -> bool:
        """Return whether a text that holds no form is a table in YAML under another name."""
        if not path.lower().endswith((".txt", ".md")):
            return False
        try:
            return bool(read_tables(read_source(data, path), self.printed_names()).tables)
        except Unreadable:
            return False

    def _inspect(self, source: Source) -> Inspection:
        usual = self.engine(self.default_profile())
        return inspect_source(
            source, usual, self.engine_for, self.printed_names(), summarize=self.options.summarize, year=self.options.year
        )  # fmt: skip


def selection_of(config: Config, options: Options) -> Selection:
    """Return the selection of a configuration with that of the command line over it."""
    own = config.selection
    return Selection(
        options.select or own.select,
        own.extend + options.extend,
        own.ignore + options.ignore,
        own.severity,
        own.fixes,
    )


def read_file(path: Path, lang: str) -> bytes | InputError:
    """Return a file's bytes, or why they cannot be read."""
    try:
        return read_regular(path)
    except OSError as fault:
        reason: Any = fault.strerror or fault
        return InputError(str(path), f"cannot be read: {reason}" if lang == "en" else f"无法读取：{reason}")

"""What every command that judges can be told, declared once: which rules, which profile, which configuration, which language."""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

from perflint.cli.arguments import codes_in, configuration_for
from perflint.cli.declaring import Parameter, parameters_of
from perflint.cli.language import choose_language
from perflint.cli.options import ConfigFile, ExtendSelect, History, Ignore, Lang, NoConfig, OnlyYear, Profile, Select
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.discovering import Plan


class Judging(NamedTuple):
    """The options of judging as the command line gives them."""

    select: Select = ""
    ignore: Ignore = ""
    extend_select: ExtendSelect = ""
    profile: Profile = ""
    lang: Lang = None
    config: ConfigFile = None
    no_config: NoConfig = False
    history: History = None
    year: OnlyYear = 0

    def configured(self, paths: list[Path] | None) -> tuple[Config, str]:
        """Return the configuration that decides for a run, and the language to speak.

        Raises:
            ConfigError: it is broken.
            SystemExit: the one named is not there.
        """
        found = configuration_for(paths, self.config, no_config=self.no_config)
        return found, choose_language(self.lang, found.lang)

    def options(self, lang: str, **more: Any) -> Options:  # noqa: ANN401  # further fields of the options
        """Return the options of a run in a language; `more` are those of one command alone."""
        codes = codes_in(self.select), codes_in(self.ignore), codes_in(self.extend_select)
        return Options(lang, self.profile, *codes, year=self.year, **more)

    def plan(
        self,
        paths: list[Path] | None,
        options: Options,
        jobs: int = 0,
        *,
        cached: bool = True,
        documents: bool = False,
        force_exclude: bool = False,
    ) -> Plan:
        """Return the run that is asked for; without paths it is of the current folder, without jobs by all processors."""
        where = tuple(paths or [Path()])
        processes = jobs or os.cpu_count() or 1
        return Plan(
            where, options, self.config, self.no_config, processes, cached, documents, force_exclude, self.past()
        )

    def past(self) -> tuple[Path, ...]:
        """Return where the tables of earlier years lie that the run is to compare with."""
        return tuple(self.history or ())


AS_CONFIGURED = Judging()
"""Nothing told: the configuration decides alone."""


def judges(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command whose parameter `judging` is given as the options it holds, in the place where it stands."""
    shared = {
        name: Parameter(name, annotation, Judging._field_defaults[name])
        for name, annotation in Judging.__annotations__.items()
    }

    @wraps(command)
    def told(**given: Any) -> None:  # noqa: ANN401  # whatever options the commands have
        judging = Judging(**{name: given.pop(name) for name in shared if name in given})
        command(judging=judging, **given)

    every: list[Parameter] = []
    for parameter in parameters_of(command):
        every += shared.values() if parameter.name == "judging" else [parameter]
    told.parameters = tuple(every)  # type: ignore[attr-defined]  # what the options are read from
    return told

"""What an engine calls: files inspected one by one, anywhere; and the report on all of them, where they come together."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from perflint.judge import Finding, InputError
from perflint.judge import inspection as judged
from perflint.judge.agencies import agency_of
from perflint.report import Report
from perflint.workspace.checking import Options
from perflint.workspace.configuration.of_files import Configurations
from perflint.workspace.processes.timing import SECONDS
from perflint.workspace.runs.conclusion import conclude as concluded
from perflint.workspace.runs.workers import Job, checker_for

LANGUAGES = ("zh", "en")
Codes = Sequence[str] | str


class Checker:
    """Inspects files under one configuration; it can be pickled, and then works the same in another process.

    `config` is a configuration file (none: only what perflint comes with; packs of rules that it names are read where the
    checker works). The others are the options of the command line: `select`, `ignore` and `extend_select` take codes,
    prefixes or names, as a list or with commas; `time_limit` is in seconds a file, 0 for none.

    Raises:
        ConfigError: the configuration cannot be used.
        ValueError: `lang` is neither `zh` nor `en`.
    """

    def __init__(
        self,
        config: str | Path | None = None,
        *,
        lang: str = "zh",
        profile: str = "",
        select: Codes = (),
        ignore: Codes = (),
        extend_select: Codes = (),
        time_limit: float = SECONDS,
    ) -> None:
        if lang not in LANGUAGES:
            raise ValueError(f"lang: 应为 zh 或 en，而不是“{lang}” / `zh` or `en` is expected, not `{lang}`")
        self.options = Options(
            lang, profile, _codes(select), _codes(ignore), _codes(extend_select), gather=True, seconds=time_limit
        )  # fmt: skip
        named = None if config is None else Path(config)
        self.config = Configurations(named, none=named is None).of_folder(Path())

    def inspect(self, data: bytes | str, path: str = "table.yaml") -> "Inspection":
        """Return what one file yields by itself: a table or several in YAML, or an office document, by the name of `path`.

        Nothing is read from the disk. A text is taken as a file in UTF-8. What the file does (it cannot be read, takes too
        long) is told by the inspection and raises nothing.

        Raises:
            ERRORS: the rules or the settings are broken.
        """
        content = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
        return Inspection(path, self, checker_for(self.job(path).config, self.options).check(content, path))

    def job(self, path: str) -> Job:
        """Return a file as a run takes it: its path and the configuration that holds for it."""
        place = Path(path)
        return Job(place, path, self.config.of_file(place))


class Inspection(Struct, frozen=True):
    """What one file yields before it is compared with others; small, and free of the file's text. It can be pickled."""

    path: str
    checker: Checker
    outcome: judged.Inspection | InputError

    @property
    def error(self) -> InputError | None:
        """Why the file could not be read, None if it could."""
        return self.outcome if isinstance(self.outcome, InputError) else None

    @property
    def agencies(self) -> tuple[str, ...]:
        """Whose tables the file holds, without codes and 本级, each once: what has one in common belongs to one `conclude`."""
        if isinstance(self.outcome, InputError):
            return ()
        return tuple(dict.fromkeys(name for name, _ in map(agency_of, self.outcome.glance.members) if name))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings on the file alone, those that it suppresses among them."""
        return () if isinstance(self.outcome, InputError) else self.outcome.findings


def conclude(inspections: Iterable[Inspection], *, whole: bool = True) -> Report:
    """Return the report on inspected files, in the order of a folder's files: what is found across their tables is added.

    The order in which they come makes no difference. `whole`: these are all the tables there are, so that a suppression
    of what is found across tables can be said to be of no use.

    Raises:
        ValueError: the inspections were made in different languages or with different options.
    """
    every = sorted(inspections, key=lambda one: one.path.split("/"))
    options = _options_of(every)
    read = [(one.checker.job(one.path), one.outcome) for one in every if isinstance(one.outcome, judged.Inspection)]
    errors = [one.outcome for one in every if isinstance(one.outcome, InputError)]
    return concluded(read, errors, options, whole=whole)


def _options_of(inspections: Sequence[Inspection]) -> Options:
    """Return the options with which files were inspected.

    Raises:
        ValueError: there are several.
    """
    found = {one.checker.options for one in inspections} or {Options(gather=True)}
    if len(found) > 1:
        raise ValueError("这些文件是用不同的选项审核的 / these files were inspected with different options")
    return found.pop()


def _codes(given: Codes) -> tuple[str, ...]:
    parts = given.replace("，", ",").split(",") if isinstance(given, str) else given
    return tuple(part.strip() for part in parts if part.strip())

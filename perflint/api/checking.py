"""Files, folders and texts checked in one call."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict, Unpack

from perflint.api.checker import Checker, conclude
from perflint.report import Report
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.run import run


class Told(TypedDict, total=False):
    """What a call can tell: the options of `Checker`."""

    lang: str
    profile: str
    select: Sequence[str] | str
    ignore: Sequence[str] | str
    extend_select: Sequence[str] | str
    time_limit: float


def check(
    *paths: str | Path,
    config: str | Path | None = None,
    no_config: bool = False,
    jobs: int = 1,
    cache: bool = False,
    **told: Unpack[Told],
) -> Report:
    """Return the report on files and folders, as `perflint check` makes it; without paths on the current folder.

    `config` is the configuration for all files; without it the nearest one above each file holds, and none with
    `no_config`. `jobs` is the number of processes, `cache` whether inspections are kept for the next time. The further
    options are those of `Checker`. Inputs that cannot be read are in `errors` of the report.

    Raises:
        ERRORS: rules or settings are broken.
        ValueError: `lang` is neither `zh` nor `en`.
    """
    options = Checker(**told).options
    where = tuple(Path(path) for path in paths) or (Path(),)
    named = Path(config) if config is not None else None
    return run(Plan(where, options, named, no_config=no_config, jobs=jobs, cached=cache, documents=True))


def check_text(
    text: str | bytes, path: str = "table.yaml", *, config: str | Path | None = None, **told: Unpack[Told]
) -> Report:
    """Return the report on a text, or on the bytes of a file; `path` is what it is called, and its ending what it is.

    Nothing is read from the disk but `config`. The further options are those of `Checker`.

    Raises:
        ERRORS: rules or settings are broken.
        ValueError: `lang` is neither `zh` nor `en`.
    """
    return conclude([Checker(config, **told).inspect(text, path)], whole=False)

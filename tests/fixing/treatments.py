"""Files mended as `perflint fix` mends them, and what is found on them before and after."""

from pathlib import Path
from typing import NamedTuple

from perflint.judge import Finding, Severity
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.discovering import Plan
from perflint.workspace.runs.fixing import FixRun, mend_all
from perflint.workspace.runs.run import run_one
from perflint.workspace.runs.workers import Job, checker_for

Mark = tuple[str, str]


class Treated(NamedTuple):
    """One file after mending: its bytes, and all that was said."""

    data: bytes
    fix_run: FixRun

    @property
    def text(self) -> str:
        """The new content, read as UTF-8."""
        return self.data.decode()

    @property
    def mended(self) -> set[str]:
        """The codes that were mended."""
        return {finding.code for repair in self.fix_run.repairs for finding in repair.mended}

    @property
    def refused(self) -> dict[str, str]:
        """Why the fix of a code was refused."""
        return {entry.finding.code: entry.reason for repair in self.fix_run.repairs for entry in repair.refused}


def treat(folder: Path, data: bytes | str, *, unsafe: bool = False, select: tuple[str, ...] = (), lang: str = "zh",
          config: Config | None = None) -> Treated:  # fmt: skip
    """Return what mending makes of a file's content; nothing is written."""
    path = folder / "表.yaml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    given = None
    if config is not None and config.path is not None:
        given = config.path
    plan = Plan((path,), Options(lang, select=select), given, no_config=given is None, cached=False)
    fix_run = mend_all(plan, unsafe=unsafe)
    changed = [repair.after for repair in fix_run.repairs]
    return Treated(changed[0] if changed else path.read_bytes(), fix_run)


def findings_on(data: bytes) -> tuple[Finding, ...]:
    """Return all findings on a file's content."""
    options, config = Options("zh"), Config()
    job = Job(Path("表.yaml"), "表.yaml", config)
    return tuple(run_one(job, checker_for(config, options).check(data, "表.yaml"), options).findings)


def grave(data: bytes) -> set[Mark]:
    """Return code and cell of the findings that are warnings or errors."""
    return {
        (finding.code, finding.place.pointer) for finding in findings_on(data) if finding.severity is not Severity.INFO
    }

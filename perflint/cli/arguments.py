"""What the command line gives, turned into what the program works with."""

from pathlib import Path

from perflint.cli.exits import fail
from perflint.workspace.configuration.config import Config
from perflint.workspace.configuration.of_files import Configurations


def codes_in(text: str) -> tuple[str, ...]:
    """Return the codes, prefixes or names of a list with commas."""
    return tuple(code.strip() for code in text.replace("，", ",").split(",") if code.strip())


def configuration_for(paths: list[Path] | None, config: Path | None, *, no_config: bool) -> Config:
    """Return the configuration that decides language, baseline and exit code: the one named, else that at the common root.

    Raises:
        ConfigError: it is broken.
        SystemExit: the one named is not there.
    """
    if config is not None and not config.is_file():
        fail(f"没有这个配置文件 / there is no such configuration file: {config}")
    return Configurations(config, none=no_config).of_run(paths or [Path()])

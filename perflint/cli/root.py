"""`perflint` itself, without a command: its version, and where to begin."""

from typing import Annotated

import typer

from perflint.cli.exits import WRONG, write
from perflint.cli.guidance import welcome
from perflint.cli.language import choose_language
from perflint.version import __version__


def _print_version(wanted: bool) -> None:  # the signature that typer calls
    if wanted:
        typer.echo(f"perflint {__version__}")
        raise typer.Exit


def root(
    context: typer.Context,
    _version: Annotated[  # handled by its callback
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="版本号。Show the version.")
    ] = False,
) -> None:
    """检查预算绩效目标表。Check budget performance-target tables before they are submitted."""
    if context.invoked_subcommand is None:
        write(welcome(choose_language()))
        # A job that forgot the command must not pass.
        raise typer.Exit(WRONG)

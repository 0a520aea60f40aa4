"""The command `perflint`: finds the command that is asked for and runs it."""

import gc
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Annotated

import typer

from perflint.cli.exits import WRONG, write
from perflint.cli.guarding import guarded
from perflint.cli.guidance import welcome
from perflint.cli.language import choose_language
from perflint.version import __version__

# Each command with the function that is it, imported only when it is asked for: a check need not load the office's documents.
COMMANDS = {
    "check": "check:check",
    "fix": "fix:fix",
    "report": "report:report",
    "baseline": "baseline:baseline",
    "import": "importing:import_",
    "export": "export:export",
    "annotate": "annotate:annotate",
    "rules": "rules:rules",
    "explain": "explain:explain",
    "rules-test": "rules_test:rules_test",
    "facts": "facts:facts",
    "value": "value:value",
    "config": "configuration:config",
    "schema": "schema:schema",
    "init": "init:init",
    "lsp": "lsp:lsp",
    "serve": "serve:serve",
    "batch": "batch:batch",
}


def _print_version(wanted: bool) -> None:  # the signature that typer calls
    if wanted:
        typer.echo(f"perflint {__version__}")
        raise typer.Exit


def _root(
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


def command_line(wanted: Iterable[str]) -> typer.Typer:
    """Return the command line with some of its commands."""
    app = typer.Typer(
        name="perflint",
        help=_root.__doc__,
        invoke_without_command=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    for name in wanted:
        module, _, function = COMMANDS[name].partition(":")
        app.command(name)(getattr(import_module(f"perflint.cli.{module}"), function))
    return app


def main() -> None:
    """Run the command line.

    Raises:
        SystemExit: always, with the exit code.
    """
    guarded(_run)


def _run() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
    # What a run makes goes by reference counts; looking for cycles again and again costs an eighth of the time.
    gc.set_threshold(50_000, 20, 100)
    first = sys.argv[1] if len(sys.argv) > 1 else ""
    command_line([first] if first in COMMANDS else COMMANDS)(prog_name="perflint")

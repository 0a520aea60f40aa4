"""The command `perflint`: collects the commands and runs one."""

import gc
import sys
from typing import Annotated

import typer

from perflint import __version__
from perflint.cli import (
    baseline,
    check,
    configuration,
    explain,
    export,
    facts,
    fix,
    importing,
    init,
    report,
    rules,
    schema,
    trial,
    value,
)
from perflint.cli.exits import WRONG, write
from perflint.cli.guidance import welcome
from perflint.cli.language import choose_language

app = typer.Typer(
    name="perflint",
    help="检查预算绩效目标表。Check budget performance-target tables before they are submitted.",
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check")(check.check)
app.command("fix")(fix.fix)
app.command("report")(report.report)
app.command("baseline")(baseline.baseline)
app.command("import")(importing.import_)
app.command("export")(export.export)
app.command("rules")(rules.rules)
app.command("explain")(explain.explain)
app.command("rules-test")(trial.rules_test)
app.command("facts")(facts.facts)
app.command("value")(value.value)
app.command("config")(configuration.config)
app.command("schema")(schema.schema)
app.command("init")(init.init)


def _print_version(wanted: bool) -> None:  # the signature that typer calls
    if wanted:
        typer.echo(f"perflint {__version__}")
        raise typer.Exit


@app.callback()
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


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
    # What a run makes goes by reference counts; looking for cycles again and again costs an eighth of the time.
    gc.set_threshold(50_000, 20, 100)
    app(prog_name="perflint")

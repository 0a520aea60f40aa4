"""The command `perflint`: finds the command that is asked for and runs it."""

import atexit
import gc
import os
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from types import ModuleType

    import typer

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


def command_line(wanted: Iterable[str]) -> "typer.Typer":
    """Return the command line with some of its commands."""
    import typer  # noqa: PLC0415  # a plain check does without: a fifth of what its start takes

    from perflint.cli.declaring import for_typer  # noqa: PLC0415  # as above
    from perflint.cli.root import root  # noqa: PLC0415  # as above

    app = typer.Typer(
        name="perflint",
        help=root.__doc__,
        invoke_without_command=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(root)
    for name in wanted:
        app.command(name)(for_typer(_command(name), typer.Option, typer.Argument))
    return app


def _command(name: str) -> Callable[..., None]:
    module, _, function = COMMANDS[name].partition(":")
    return cast("Callable[..., None]", getattr(import_module(f"perflint.cli.{module}"), function))


def main() -> None:
    """Run the command line.

    Raises:
        SystemExit: always, with the exit code.
    """
    gc.disable()  # while modules are loaded: nothing of them goes
    _load_msgspec()
    from perflint.cli.guarding import guarded  # noqa: PLC0415  # it is the first of what is loaded

    guarded(_run)


def start() -> None:
    """Run the command line as a program: once all is written, the process ends without taking its memory apart.

    Raises:
        SystemExit: with the exit code, where others still have something to do: threads, other processes, a profiler.
    """
    try:
        main()
    except SystemExit as end:
        if _is_busy() or not isinstance(end.code, int):
            raise
        atexit._run_exitfuncs()  # noqa: SLF001  # as the interpreter does
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(end.code)  # what is left is memory alone: a twentieth of the time of a check of one file


def _is_busy() -> bool:
    """Return whether somebody looks on, or works besides."""
    monitoring: Any = getattr(sys, "monitoring", None)  # since Python 3.12
    watched = sys.getprofile() or sys.gettrace() or (monitoring and any(map(monitoring.get_tool, range(6))))
    return bool(watched) or threading.active_count() > 1 or "multiprocessing" in sys.modules


def _load_msgspec() -> None:
    """Load msgspec without typing_extensions, of which it takes what Python has had since 3.11: 20 ms of a start."""
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = cast("ModuleType", None)  # to Python, a module that is not there
    try:
        import msgspec  # noqa: F401, PLC0415  # as just said
    finally:
        del sys.modules["typing_extensions"]


def _run() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
    call = _asked(sys.argv[1:])
    gc.freeze()
    # What a run makes goes by reference counts; looking for cycles again and again costs an eighth of the time.
    gc.set_threshold(50_000, 20, 100)
    gc.enable()
    try:
        call()
    finally:
        gc.freeze()  # the end of the process takes everything away: it need not be looked through once more


def _asked(words: list[str]) -> Callable[[], object]:
    """Return what does what the command line asks for."""
    name = words[0] if words else ""
    if name == "check":
        from perflint.cli.plain import plainly  # noqa: PLC0415  # only a check can do without typer

        command = _command(name)
        given = plainly(command, words[1:], os.environ)
        if given is not None:
            return partial(command, **given)
    return partial(command_line([name] if name in COMMANDS else COMMANDS), prog_name="perflint")

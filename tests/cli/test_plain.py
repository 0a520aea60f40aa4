"""A plain command line means what typer makes of it; what is not plain is left to typer."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from perflint.cli.check import check
from perflint.cli.declaring import for_typer
from perflint.cli.language import Language
from perflint.cli.main import COMMANDS, _command
from perflint.cli.options import Colour, FailOn
from perflint.cli.plain import plainly

WORDS = (
    "a.yaml", "-", "表/甲.yaml", "--", "--lang", "zh", "en", "fr", "--lang=en", "--format", "json", "--format=sarif", "--jobs", "2",
    "-1", "--jobs=0", "-q", "--quiet", "-qq", "--fail-on", "warning", "never", "--fail-on=info", "--no-cache", "--no-cache=1",
    "--config", "perflint.yaml", "--select", "DIR,PLN", "--select=", "--time-limit", "1.5", "nan", "--watch", "--help", "-h", "--unknown",
    "--show-suppressed", "--color=never", "--max-findings=3", "", "--no-config", "--add-suppressions", "--reason", "试点", "--since=HEAD",
)  # fmt: skip
LINES = st.lists(st.sampled_from(WORDS), max_size=6)


def by_typer(words: Sequence[str]) -> dict[str, Any] | None:
    """Return what typer gives the command, None where it refuses or helps."""
    said: list[dict[str, Any]] = []
    app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)

    def note(**given: Any) -> None:  # noqa: ANN401  # whatever options the command has
        said.append(given)

    made = for_typer(check, typer.Option, typer.Argument)
    note.__signature__ = made.__signature__  # type: ignore[attr-defined]  # what typer reads
    note.__annotations__ = made.__annotations__
    app.command("check")(note)
    app.callback()(lambda: None)
    try:
        app(["check", *words], standalone_mode=False)
    except Exception:  # noqa: BLE001  # however typer refuses
        return None
    return said[0] if said else None


def filled(given: dict[str, Any]) -> dict[str, Any]:
    """Return what the command is called with, what is not given by its defaults."""
    usual = by_typer([])
    assert usual is not None
    return {**usual, **given}


@given(LINES)
def test_what_is_read_plainly_is_what_typer_reads(words: list[str]) -> None:
    plain = plainly(check, words, {})
    if plain is not None:
        assert filled(plain) == by_typer(words)


@pytest.mark.parametrize("seconds", ["nan", "inf", "-1", "86401"])
def test_seconds_that_no_clock_counts_are_refused(seconds: str) -> None:
    assert plainly(check, ["--time-limit", seconds], {}) is None
    assert by_typer(["--time-limit", seconds]) is None


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ((), {}),
        (("a.yaml", "表/甲.yaml"), {"paths": [Path("a.yaml"), Path("表/甲.yaml")]}),
        (("-", "--stdin-filename", "a.yaml", "-q"), {"paths": [Path("-")], "stdin_filename": "a.yaml", "quiet": True}),
        (("--format", "json", "--format=sarif=a.sarif"), {"formats": ["json", "sarif=a.sarif"]}),
        (("--fail-on=warning", "--lang", "en"), {"fail_on": FailOn.WARNING, "lang": Language.EN}),
        (
            ("--color", "never", "--jobs=2", "--time-limit", "1.5"),
            {"color": Colour.NEVER, "jobs": 2, "time_limit": 1.5},
        ),
        (("--select=DIR,PLN", "--config", "c.yaml"), {"select": "DIR,PLN", "config": Path("c.yaml")}),
    ],
)
def test_what_hooks_and_scripts_ask_for_is_plain(words: tuple[str, ...], given: dict[str, Any]) -> None:
    assert plainly(check, words, {}) == given


@pytest.mark.parametrize(
    "line",
    ["--help", "-h", "--unknown", "--jobs", "--jobs -1", "--jobs two", "--lang fr", "-qq", "--quiet=1", "--lang zh --lang en", "-- a.yaml",
     "--format --quiet", "--fail-on=often"],
)  # fmt: skip
def test_what_is_not_plain_is_typers(line: str) -> None:
    assert plainly(check, line.split(), {}) is None


def test_completion_is_typers() -> None:
    assert plainly(check, ["a.yaml"], {"_PERFLINT_COMPLETE": "complete_bash"}) is None


def test_every_option_of_a_check_can_be_read_plainly() -> None:
    """An option that is declared in a way that `plainly` does not know would make every check load typer."""
    assert plainly(check, [], {}) == {}
    assert COMMANDS["check"] == "check:check"
    assert _command("check") is check

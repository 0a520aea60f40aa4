"""A plain command line read without typer, from the declarations that typer would read: what a hook or a script asks for.

Whatever is not plain (help, a mistake, completion, a word in an unusual place) is left to typer, which owns the command line.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from perflint.cli.declaring import Argument, declared, parameters_of

_WILD = frozenset("*?[]~%$")


class NotPlain(Exception):  # noqa: N818  # said of a command line
    """A command line that typer must read."""


class _Known(NamedTuple):
    """A parameter of a command: its name, the type of one value, whether it takes several, how it is called."""

    name: str
    kind: type
    several: bool
    called: tuple[str, ...]
    least: int | None
    most: int | None


def plainly(
    command: Callable[..., None], words: Sequence[str], environment: Mapping[str, str]
) -> dict[str, Any] | None:
    """Return what a command is given by a plain command line, by parameter; None where typer must read it."""
    if "_PERFLINT_COMPLETE" in environment or (os.name == "nt" and _WILD & set("".join(words))):
        return None
    try:
        return _given(_parameters(command), list(words))
    except NotPlain:
        return None


def _given(known: Sequence[_Known], words: list[str]) -> dict[str, Any]:
    named = {called: parameter for parameter in known for called in parameter.called}
    rest = next((parameter for parameter in known if not parameter.called), None)
    given: dict[str, Any] = {}
    while words:
        word = words.pop(0)
        parameter, value = _option(word, words, named) if word.startswith("-") and word != "-" else (rest, word)
        if parameter is None or (not parameter.several and parameter.name in given):
            raise NotPlain
        one = True if parameter.kind is bool else _value(parameter, value)
        given[parameter.name] = [*given.get(parameter.name, ()), one] if parameter.several else one
    return given


def _option(word: str, words: list[str], named: Mapping[str, _Known]) -> tuple[_Known, str]:
    """Return the option that a word names, with its value: behind `=`, or the next word."""
    name, joint, value = word.partition("=")
    parameter = named.get(name)
    if parameter is None or (joint and not name.startswith("--")) or (joint and parameter.kind is bool):
        raise NotPlain
    if joint or parameter.kind is bool:
        return parameter, value
    if not words or words[0].startswith("-"):
        raise NotPlain
    return parameter, words.pop(0)


def _value(parameter: _Known, text: str) -> Any:  # noqa: ANN401  # of the parameter's type
    try:
        value = parameter.kind(text)
    except ValueError:
        raise NotPlain from None
    if parameter.least is not None and not value >= parameter.least:  # nan is neither
        raise NotPlain
    if parameter.most is not None and not value <= parameter.most:
        raise NotPlain
    return value


def _parameters(command: Callable[..., None]) -> list[_Known]:
    found = []
    for parameter in parameters_of(command):
        said = declared(parameter.annotation)
        if said is None:
            raise NotPlain
        (plain,) = get_args(parameter.annotation)[:1]
        kind, several = _kind(plain)
        called = () if isinstance(said, Argument) else said.names or (f"--{parameter.name.replace('_', '-')}",)
        if kind is bool and not said.names:  # typer knows `--no-…` for it as well
            raise NotPlain
        found.append(_Known(parameter.name, kind, several, called, said.more.get("min"), said.more.get("max")))
    return found


def _kind(annotation: Any) -> tuple[type, bool]:  # noqa: ANN401  # annotations have no type of their own
    """Return the type of one value of a parameter, and whether it takes several."""
    if get_origin(annotation) in {Union, UnionType}:
        (annotation,) = [part for part in get_args(annotation) if part is not NoneType]
    several = get_origin(annotation) is list
    kind = get_args(annotation)[0] if several else annotation
    if kind not in {str, int, float, bool, Path} and not (isinstance(kind, type) and issubclass(kind, Enum)):
        raise NotPlain
    return kind, several

"""What an option is, as data: the commands say it without typer, which is loaded where it reads a command line.

A check by a hook need not pay for it: `plain.py` reads what such a hook asks for.
"""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, get_args, get_origin


class Declared:
    """An option or argument with what typer is to be told of it."""

    def __init__(self, *names: str, **more: Any) -> None:  # noqa: ANN401  # whatever typer takes
        self.names = names
        self.more = more


class Option(Declared):
    """An option: its names, `--` and the parameter's name if there are none."""


class Argument(Declared):
    """An argument: what stands on the command line without a name before it."""


def declared(annotation: Any) -> Declared | None:  # noqa: ANN401  # annotations have no type of their own
    """Return what a parameter is declared as, None if it is not."""
    extras = get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()
    return next((extra for extra in extras if isinstance(extra, Declared)), None)


def for_typer(
    command: Callable[..., None], option: Callable[..., Any], argument: Callable[..., Any]
) -> Callable[..., None]:
    """Return a command whose declarations are typer's own, made by its `Option` and `Argument`."""

    @wraps(command)
    def told(**given: Any) -> None:  # noqa: ANN401  # as above
        command(**given)

    def of_typer(parameter: inspect.Parameter) -> inspect.Parameter:
        said = declared(parameter.annotation)
        if said is None:
            return parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        make = option if isinstance(said, Option) else argument
        plain = get_args(parameter.annotation)[0]
        return parameter.replace(
            kind=inspect.Parameter.KEYWORD_ONLY, annotation=Annotated[plain, make(*said.names, **said.more)]
        )

    every = [of_typer(parameter) for parameter in inspect.signature(command, eval_str=True).parameters.values()]
    told.__signature__ = inspect.Signature(every)  # type: ignore[attr-defined]  # what typer reads the options from
    told.__annotations__ = {parameter.name: parameter.annotation for parameter in every}
    return told

"""What an option is, as data: the commands say it without typer, which is loaded where it reads a command line.

A check by a hook need not pay for it: `plain.py` reads what such a hook asks for.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Annotated, Any, NamedTuple, get_args, get_origin


class Declared:
    """An option or argument with what typer is to be told of it."""

    def __init__(self, *names: str, **more: Any) -> None:  # noqa: ANN401  # whatever typer takes
        self.names = names
        self.more = more


class Option(Declared):
    """An option: its names, `--` and the parameter's name if there are none."""


class Argument(Declared):
    """An argument: what stands on the command line without a name before it."""


class Parameter(NamedTuple):
    """A parameter of a command: its name, what it is declared as, its default; `...` where it must be given."""

    name: str
    annotation: Any
    default: Any


def parameters_of(command: Callable[..., None]) -> tuple[Parameter, ...]:
    """Return the parameters of a command, each with its default: those that it says it has, else those it is written with."""
    said: tuple[Parameter, ...] | None = getattr(command, "parameters", None)
    return tuple(_written(command)) if said is None else said


def _written(command: Any) -> Iterator[Parameter]:  # noqa: ANN401  # a function, whichever
    # Not by `inspect`, which takes longer to load than what it is asked for by a check.
    code, defaults = command.__code__, command.__defaults__ or ()
    every = (*(...,) * (code.co_argcount - len(defaults)), *defaults)
    for name, default in zip(code.co_varnames[: code.co_argcount], every, strict=True):
        yield Parameter(name, command.__annotations__[name], default)


def declared(annotation: Any) -> Declared | None:  # noqa: ANN401  # annotations have no type of their own
    """Return what a parameter is declared as, None if it is not."""
    extras = get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()
    return next((extra for extra in extras if isinstance(extra, Declared)), None)


def for_typer(
    command: Callable[..., None], option: Callable[..., Any], argument: Callable[..., Any]
) -> Callable[..., None]:
    """Return a command whose declarations are typer's own, made by its `Option` and `Argument`."""
    import inspect  # noqa: PLC0415  # as in `_written`

    @wraps(command)
    def told(**given: Any) -> None:  # noqa: ANN401  # as above
        command(**given)

    def of_typer(parameter: Parameter) -> inspect.Parameter:
        name, annotation, default = parameter
        said = declared(annotation)
        if said is not None:
            make = option if isinstance(said, Option) else argument
            annotation = Annotated[get_args(annotation)[0], make(*said.names, **said.more)]
        usual = inspect.Parameter.empty if default is ... else default
        return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=usual, annotation=annotation)

    every = [of_typer(parameter) for parameter in parameters_of(command)]
    told.__signature__ = inspect.Signature(every)  # type: ignore[attr-defined]  # what typer reads the options from
    told.__annotations__ = {parameter.name: parameter.annotation for parameter in every}
    return told

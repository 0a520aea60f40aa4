"""Whether what is written for a person may be coloured and animated: the option, then NO_COLOR, FORCE_COLOR, TERM, the terminal."""

from collections.abc import Mapping

from perflint.cli.options import Colour


def is_coloured(asked: Colour, environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Return whether to colour: as asked, else as the environment says, else where a terminal reads it.

    NO_COLOR (https://no-color.org) weighs more than FORCE_COLOR (https://force-color.org); set to nothing, neither counts.
    """
    if asked is not Colour.AUTO:
        return asked is Colour.ALWAYS
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] != "0"
    return terminal and not is_dumb(environment)


def is_dumb(environment: Mapping[str, str]) -> bool:
    """Return whether the terminal can neither colour nor move its cursor."""
    return environment.get("TERM") == "dumb"

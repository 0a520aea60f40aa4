"""Office documents annotated in a process of its own, as they are read: a hostile one can exhaust no more than that."""

from typing import TYPE_CHECKING, TypeVar

from perflint.workspace.processes.apart import NotDone, do_apart
from perflint.workspace.processes.papers import unopened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from perflint.judge import Finding
    from perflint.office.annotate import Annotated, AnnotateOptions

Words = tuple[str, str]
Made = TypeVar("Made")


def annotated_apart(
    data: bytes, name: str, findings: "Sequence[Finding]", options: "AnnotateOptions", seconds: float
) -> "Annotated":
    """Return a document with its findings as comments.

    Raises:
        Unopened, Refused: it cannot be read, or not annotated; the exception says why, in both languages.
        TimeUp: it takes longer than `seconds`.
    """
    return _apart(seconds, _annotated, data, name, tuple(findings), options)


def stripped_apart(data: bytes, name: str, seconds: float) -> bytes:
    """Return a document without what perflint wrote into it before.

    Raises:
        Unopened, Refused: it cannot be read, or not annotated; the exception says why, in both languages.
        TimeUp: it takes longer than `seconds`.
    """
    return _apart(seconds, _stripped, data, name)


def _apart(seconds: float, work: "Callable[..., Made | Words]", *given: object) -> Made:
    from perflint.office.annotate import Refused  # noqa: PLC0415  # most runs see no office document

    try:
        made = do_apart(work, *given, seconds=seconds)
    except NotDone as fault:
        raise unopened(fault) from fault
    if isinstance(made, tuple):
        raise Refused(*made)
    return made


def _annotated(
    data: bytes, name: str, findings: "Sequence[Finding]", options: "AnnotateOptions"
) -> "Annotated | Words":  # in the other process: an exception of two texts would not come back whole
    from perflint.office.annotate import Refused, annotate  # noqa: PLC0415  # as above
    from perflint.office.grid import Unopened  # noqa: PLC0415

    try:
        return annotate(data, name, findings, options)
    except (Refused, Unopened) as fault:
        return fault.zh, fault.en


def _stripped(data: bytes, name: str) -> "bytes | Words":
    from perflint.office.annotate import Refused, without_own  # noqa: PLC0415  # as above
    from perflint.office.grid import Unopened  # noqa: PLC0415

    try:
        return without_own(data, name)
    except (Refused, Unopened) as fault:
        return fault.zh, fault.en

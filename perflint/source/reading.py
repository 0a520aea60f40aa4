"""The way from bytes to a Source."""

from collections.abc import Callable

from perflint.source.aliases import Anchors
from perflint.source.comments import find_comments
from perflint.source.composition import Composition, compose
from perflint.source.diagnosis import diagnose, find_no_table, find_wide_keys
from perflint.source.encoding import decode
from perflint.source.events import EventReader, YAMLError, read_events
from perflint.source.fault import Fault, Halt
from perflint.source.source import Limits, Source

_LIMITS = Limits()


def read_source(data: bytes, path: str, limits: Limits = _LIMITS) -> Source:
    """The text, tree, comments and faults of a file's bytes; raises Unreadable for bytes that are no text."""
    text, encoding = decode(data, limits.max_bytes)
    return parse_text(text, path, limits, encoding)


def parse_text(
    text: str,
    path: str,
    limits: Limits = _LIMITS,
    encoding: str = "utf-8",
    read: Callable[[str], EventReader] = read_events,
) -> Source:
    """The same from text, without byte order marks before it. Raises nothing: what is wrong stands in `faults`."""
    text = text.lstrip("\ufeff")
    work = Composition(text, limits, Anchors(limits))
    fatal = _compose(work, read)
    stop = fatal.start if fatal else len(text)
    faults = [*work.faults, *find_no_table(text, work.roots), *find_wide_keys(text, work.roots)]
    if fatal:
        faults.append(fatal)
    comments = find_comments(text, work.scalars, stop)
    return Source(path, text, encoding, tuple(work.roots), comments, tuple(faults))


def _compose(work: Composition, read: Callable[[str], EventReader]) -> Fault | None:
    """Build the documents; the fault that ended it early, or None."""
    try:
        compose(work, read(work.text))
    except Halt as halt:
        return halt.fault
    except (YAMLError, ValueError, OverflowError) as error:  # the last two: code points that are none
        return diagnose(work.text, error)
    return None

"""The way from bytes to a Source."""

from collections.abc import Callable

from perflint.source.aliases import Anchors
from perflint.source.comments import find_comments
from perflint.source.composition import Composition
from perflint.source.diagnosis import find_no_table, find_wide_keys
from perflint.source.encoding import decode
from perflint.source.events import EventReader, read_events
from perflint.source.recovery import Stream
from perflint.source.source import Comment, Limits, Source

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
    stream = Stream(Composition(text, limits, Anchors(limits)), read)
    stream.run()
    roots = stream.work.roots
    faults = [*stream.work.faults, *find_no_table(text, roots), *find_wide_keys(text, roots), *stream.fatal]
    return Source(path, text, encoding, tuple(roots), _comments(stream), tuple(faults))


def _comments(stream: Stream) -> tuple[Comment, ...]:
    """The comments of all that was read."""
    text, scalars = stream.work.text, stream.work.scalars
    if not stream.unread:
        return find_comments(text, scalars, len(text))
    edges = [0, *(edge for span in sorted(stream.unread) for edge in span), len(text)]
    spans = zip(edges[::2], edges[1::2], strict=True)
    return tuple(comment for start, stop in spans for comment in find_comments(text, scalars, stop, start))

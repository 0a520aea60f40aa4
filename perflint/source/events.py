"""YAML text to parser events: libyaml where its extension is installed, the pure Python parser elsewhere."""

from collections.abc import Callable
from typing import Any, TypeAlias

from msgspec import Struct
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

try:
    from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # imported there for others
except ImportError:  # no wheel of the C extension for this platform
    CParser = None

__all__ = [
    "AliasEvent",
    "DocumentEndEvent",
    "DocumentStartEvent",
    "EventReader",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "YAMLError",
    "place_of",
    "read_events",
    "read_pure_events",
    "shifted",
]

# Events have no types of their own in ruamel.yaml; composition.py is the only one to look into them.
EventReader: TypeAlias = Callable[[], Any]


def read_events(text: str) -> EventReader:
    """A function that gives the next event of a text each time it is called; raises YAMLError at a syntax error."""
    if CParser is None:
        return read_pure_events(text)
    reader: EventReader = CParser(text).get_event
    return reader


def read_pure_events(text: str) -> EventReader:
    """The same from the parser written in Python: the same events and offsets, about fifty times slower."""
    reader: EventReader = iter(YAML(typ="safe", pure=True).parse(text)).__next__
    return reader


# What the parser written in Python raises beside YAMLError on text that nobody means: `%YAML 1.3`.
_TRIPS = (AssertionError, AttributeError, IndexError, KeyError, TypeError, RecursionError)


class _Mark(Struct, frozen=True):
    """An offset into the whole text, in the place of a parser's mark in a part of it."""

    index: int


def shifted(next_event: EventReader, offset: int) -> EventReader:
    """The events and errors of a part of a text, with offsets into the whole of it."""

    def read() -> Any:  # noqa: ANN401  # parser's own
        try:
            event = next_event()
        except MarkedYAMLError as error:
            error.problem_mark, error.context_mark = (
                _moved(error.problem_mark, offset),
                _moved(error.context_mark, offset),
            )
            raise
        except _TRIPS as error:
            raise YAMLError(str(error)) from error
        event.start_mark, event.end_mark = _moved(event.start_mark, offset), _moved(event.end_mark, offset)
        return event

    return read


def _moved(mark: Any, offset: int) -> _Mark | None:  # noqa: ANN401  # parser's own
    return _Mark(mark.index + offset) if mark else None


def place_of(error: Exception, default: int) -> int:
    """The offset at which a parser gave up, the default where it does not say."""
    mark = getattr(error, "problem_mark", None)
    return mark.index if mark else default

"""YAML text to parser events: libyaml where its extension is installed, the pure Python parser elsewhere."""

from collections.abc import Callable
from typing import Any, TypeAlias

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
    "read_events",
    "read_pure_events",
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

"""Bytes to a tree with places: encoding, YAML, comments, and plain words for what breaks a file."""

from perflint.source.diagnosis import fullwidth_key
from perflint.source.encoding import encode
from perflint.source.fault import Fault, Unreadable
from perflint.source.node import Data, Node, NodeKind, lookup, to_data
from perflint.source.reading import parse_text, read_source
from perflint.source.source import Comment, Limits, Source
from perflint.source.spans import locate

__all__ = [
    "Comment",
    "Data",
    "Fault",
    "Limits",
    "Node",
    "NodeKind",
    "Source",
    "Unreadable",
    "encode",
    "fullwidth_key",
    "locate",
    "lookup",
    "parse_text",
    "read_source",
    "to_data",
]

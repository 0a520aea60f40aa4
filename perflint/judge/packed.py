"""What a pack of rules is once it is compiled."""

from collections.abc import Mapping

from msgspec import Struct

from perflint.judge.preconditions import Traits
from perflint.judge.rule import Rule
from perflint.pattern import pattern

PLACEHOLDER = pattern(r"\{([a-z_][a-z0-9_.]*)\}")
"""The name of a fact in a message."""


class Pack(Struct, frozen=True):
    """Rules in order of their codes, their expressions by (rule id, key), the simple parts of conditions.

    Expressions are there in the form that the runtime compiled (b"": it compiles them when they are needed), and, as far as
    Python can evaluate them, as trees.
    """

    rules: tuple[Rule, ...]
    compiled: Mapping[tuple[str, str], bytes]
    trees: Mapping[tuple[str, str], bytes]
    traits: Mapping[str, Traits]

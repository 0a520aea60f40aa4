"""A benefit that repeats an output (STR014). STR AUTHOR: wrd overwrote your echo.py by a clash of names; put your text back here.

Until then this stub keeps the pack loading and yields nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary

ECHO = Vocabulary("echo", "与产出重复的效益指标", "a benefit that repeats an output")


@dataclass(frozen=True, slots=True)
class EchoView:
    """A benefit row beside an output row."""

    scope: Scope

    def spot(self, at: str) -> Spot:
        """Return the place of a cell."""
        return Spot(at)


def echo_views(view: TableView) -> Iterator[EchoView]:  # noqa: ARG001  # a stub
    """Yield nothing."""
    return iter(())


for _name, _kind in (("benefit", STRING), ("value", STRING), ("output", STRING), ("output_value", STRING), ("same", BOOL)):
    ECHO.fact(_name, _kind, zh="待恢复", en="to be restored")(lambda _: "")

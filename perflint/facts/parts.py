"""Parts of a row: the few cells that most facts need, so that rows which have them alike are asked once.

A part answers what the whole row would answer, or says that it lies `Beyond` it: whatever is read besides the cells of the
part, its settings, year or form, raises. So nothing has to declare what it reads, and no answer can be wrong for another row.
"""

from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, NoReturn, cast

from perflint.facts.knowledge import Knowledge, Scope
from perflint.facts.row import RowView
from perflint.typography import is_blank


class Beyond(BaseException):
    """What is asked for is not in the part; no `except Exception` of a fact may take it for an answer."""


class Part(NamedTuple):
    """The cells of a part, and what it has from the row that is derived from others as well."""

    name: str
    cells: frozenset[str]
    derived: tuple[str, ...] = ()


_LABELS = ("level1", "level2", "direction", "value_type", "unit")
PARTS = (
    Part("name", frozenset({*_LABELS, "name", "description"}), ("declined",)),
    Part("value", frozenset({*_LABELS, "value", "op"}), ("declined", "value", "money_context", "side", "direction")),
)
"""The parts that rows are asked by. A cell that is empty is in all of them."""
Key = tuple[Hashable, ...]


def keys_of(row: RowView) -> tuple[Key, ...]:
    """Return for each part what is equal for rows that have it alike: which cells are filled, the texts and what is derived."""
    printed = row.printed
    filled = tuple([field for field, text in printed.items() if text])
    return tuple(
        [
            (part.name, filled, *[printed[field] for field in own], *[getattr(row, name) for name in part.derived])
            for part, own in zip(PARTS, _own(filled), strict=True)
        ]
    )


@lru_cache(maxsize=256)
def _own(filled: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return for each part which of the filled cells are in it."""
    return tuple(tuple(field for field in filled if field in part.cells) for part in PARTS)


class PartView(RowView):
    """A row of which only a part can be seen."""

    def __init__(self, part: Part, row: RowView) -> None:
        self.scope = cast("Scope", _NoScope(row.scope.knowledge))
        self.printed = _Seen(part.cells, row.printed)
        self.texts = _Seen(part.cells, row.texts)
        self.__dict__.update({name: getattr(row, name) for name in part.derived})

    def text(self, field: str) -> str:
        """Return the text of a cell of the part."""
        return self.texts.get(field, "")

    def filled(self, field: str) -> bool:
        """Return whether a cell of the part holds more than blanks."""
        return not is_blank(self.texts.get(field, ""))


class _Seen(Mapping[str, str]):
    """The texts of a part; what else a row has cannot be seen, not even whether it is there."""

    def __init__(self, cells: frozenset[str], texts: Mapping[str, str]) -> None:
        self._texts = {field: text for field, text in texts.items() if field in cells and text}
        self._hidden = frozenset(field for field, text in texts.items() if field not in cells and text)

    def get(self, field: str, default: Any = None) -> Any:  # noqa: ANN401  # as in `Mapping`
        """Return the text of a cell, the default "" where it is empty."""
        if field in self._texts:
            return self._texts[field]
        return _beyond() if field in self._hidden or default != "" else ""

    def __getitem__(self, field: str) -> str:
        return self._texts[field] if field in self._texts else _beyond()

    def __contains__(self, field: object) -> bool:
        return field in self._texts or _beyond()

    def __iter__(self) -> Iterator[str]:
        _beyond()

    def __len__(self) -> int:  # noqa: PLE0303  # it never returns
        _beyond()


class _NoScope:
    """Stands for the scope: what is known of the world, and nothing of the table."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __getattr__(self, name: str) -> NoReturn:
        _beyond()


def _beyond() -> NoReturn:
    raise Beyond

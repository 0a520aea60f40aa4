"""What can be wrong with a file before anybody reads meaning into it."""

from msgspec import Struct


class Fault(Struct, frozen=True):
    """A place in the text that breaks the file, and what to write there instead.

    `cause` is a stable kebab-case id. `zh` and `en` are complete messages for a budget officer. `start` and `end` are
    code-point offsets into the text, end exclusive. `replacement` is the text to write at the span, or None where no
    mechanical repair is known.
    """

    cause: str
    zh: str
    en: str
    start: int
    end: int
    replacement: str | None = None


class Unreadable(Exception):  # noqa: N818  # the name says what the file is
    """Raised for bytes that are no text at all; `zh` and `en` say why, for a person. `located`: they name the place."""

    def __init__(self, zh: str, en: str, *, located: bool = False) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en
        self.located = located


class Halt(Exception):  # noqa: N818  # ends the building of a tree; never leaves this package
    """Raised inside this package when building the tree has to stop; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.cause)
        self.fault = fault

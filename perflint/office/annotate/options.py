"""What is asked of an annotation, and what came of it."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from perflint.judge import Severity

AUTHOR = "perflint"


class Fixes(StrEnum):
    """What becomes of the changes that the machine can propose: said in the comment, written as tracked changes, or left out."""

    COMMENT = "comment"
    TRACKED = "tracked"
    NONE = "none"


class AnnotateOptions(Struct, frozen=True):
    """How a document is to be annotated.

    `minimum` is the least severity that is written. `author` stands on comments and changes, with `moment` (None: now).
    `profile` and `packs` are those with which the document was checked: it is read again with them, so that the findings
    lead back to its cells, and the packs hold the reasons of the rules.
    """

    lang: str = "zh"
    fixes: Fixes = Fixes.COMMENT
    minimum: Severity = Severity.INFO
    author: str = AUTHOR
    moment: datetime | None = None
    profile: str = ""
    packs: tuple[Path, ...] = ()


class Unplaced(Struct, frozen=True):
    """A finding, or its tracked change, that does not stand at its own characters: the code, its place, and why."""

    code: str
    place: str
    reason: str


class Annotated(Struct, frozen=True):
    """An annotated document: its bytes, how many comments and tracked changes were written, how many old ones replaced.

    `elsewhere` are findings whose comment stands at another place than their own, `unchanged` changes that could have
    been proposed and are no tracked change, each with the reason. `changed` are the places that hold a tracked change,
    `kept` counts comments of others, all of them still there.
    """

    data: bytes
    comments: int
    changes: int
    replaced: int
    kept: int
    elsewhere: tuple[Unplaced, ...] = ()
    unchanged: tuple[Unplaced, ...] = ()
    changed: frozenset[str] = frozenset()


class Refused(Exception):  # noqa: N818  # said of a document, not of the program
    """A document that is not annotated; `zh` and `en` say why and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh, en)
        self.zh = zh
        self.en = en

    def say(self, lang: str) -> str:
        """Return the reason in a language, `zh` or `en`."""
        return self.en if lang == "en" else self.zh

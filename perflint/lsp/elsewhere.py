"""Places in files that are not the one at hand, as an editor counts them."""

from collections.abc import Mapping
from pathlib import Path

from lsprotocol.types import Location

from perflint.lsp.diagnosing import Elsewhere, nowhere
from perflint.lsp.positions import Positions
from perflint.regular import read_regular
from perflint.source import Unreadable
from perflint.source.encoding import decode
from perflint.source.place import Place

_MOST = 16 * 1024 * 1024


def elsewhere(addresses: Mapping[str, str], typed: Mapping[str, str], encoding: str) -> Elsewhere:
    """Return what finds places in other files: in what is typed there (by path), else in what is saved.

    `addresses` are those that the editor itself uses for the paths of open files.
    """

    def find(place: Place) -> Location:
        text = typed.get(place.path) or _saved(place.path)
        if text is None:
            return nowhere(place)
        marks = len(text) - len(text.lstrip("\ufeff"))
        span = Positions(text, marks, encoding).span(place.start, place.end)
        return Location(addresses.get(place.path) or Path(place.path).resolve().as_uri(), span)

    return find


def _saved(path: str) -> str | None:
    try:
        return decode(read_regular(Path(path), _MOST), _MOST)[0].lstrip("\ufeff")
    except (OSError, Unreadable):
        return None

"""Comments that suppress findings, written into a text; whatever else stands there stays as it is, byte for byte."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from perflint.adoption.comment_placement import Placement
from perflint.fixing import differences
from perflint.source import Source, parse_text


class Note(NamedTuple):
    """What a comment says beside its codes: why, and until which day (YYYY-MM-DD, "" for no end)."""

    reason: str
    until: str = ""


class Noted(NamedTuple):
    """A text with comments added, and the pieces that were inserted: offsets in the old text, in its order."""

    source: Source
    pieces: tuple[tuple[int, str], ...]


def add_notes(source: Source, codes: Mapping[Placement, Collection[str]], note: Note) -> Noted | None:
    """Return the text with a comment at each place, None where it would not read as before.

    As before: equal in every key and scalar, no new fault, and every comment that was there still there.
    """
    pieces = sorted(
        piece for placement, named in codes.items() for piece in _pieces(source, placement, sorted(set(named)), note)
    )
    after = parse_text(_spliced(source.text, pieces), source.path, encoding=source.encoding)
    if _expected(source, codes, note) != Counter(comment.text for comment in after.comments):
        return None
    same = differences(source, replace(after, comments=source.comments), {})
    return Noted(after, tuple(pieces)) if same == [] else None


def moved(noted: Noted, offset: int) -> int:
    """Return where what stood at an offset of the old text stands now."""
    return offset + sum(len(text) for at, text in noted.pieces if at < offset or (at == offset and _is_above(text)))


def _is_above(text: str) -> bool:
    return text.endswith(("\n", "\r"))


def _pieces(source: Source, placement: Placement, codes: list[str], note: Note) -> Iterable[tuple[int, str]]:
    if placement.own is None:
        yield placement.at, f"{placement.lead}#{_words(codes, note)}{placement.tail}"
        return
    missing = [code for code in codes if code not in placement.own.codes]
    if missing:
        yield placement.at, "".join(f", {code}" for code in missing)
    if note.reason not in placement.own.reason:
        end = placement.own.start + len(source.text[placement.own.start : placement.own.end].rstrip())
        yield end, f"；{note.reason}"


def _words(codes: list[str], note: Note) -> str:
    until = f" until={note.until}" if note.until else ""
    return f" perflint: ignore[{', '.join(codes)}]{until} {note.reason}"


def _expected(source: Source, codes: Mapping[Placement, Collection[str]], note: Note) -> Counter[str]:
    """Return the comments that have to be there afterwards."""
    extended = {
        placement.own.start: (placement, named) for placement, named in codes.items() if placement.own is not None
    }
    found: Counter[str] = Counter()
    for comment in source.comments:
        text = source.text[comment.start : comment.end]
        if comment.start in extended:
            placement, named = extended[comment.start]
            pieces = _pieces(source, placement, sorted(set(named)), note)
            text = _spliced(text, [(at - comment.start, piece) for at, piece in pieces])
        found[text[1:]] += 1
    found.update(_words(sorted(set(named)), note) for placement, named in codes.items() if placement.own is None)
    return found


def _spliced(text: str, pieces: Iterable[tuple[int, str]]) -> str:
    parts, reached = [], 0
    for at, piece in pieces:
        parts += [text[reached:at], piece]
        reached = at
    return "".join([*parts, text[reached:]])

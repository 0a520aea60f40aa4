"""Comments that suppress findings, written into a text; whatever else stands there stays as it is, byte for byte."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from perflint.files.perch import Perch
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


def add_notes(source: Source, codes: Mapping[Perch, Collection[str]], note: Note) -> Noted | None:
    """Return the text with a comment at each place, None where it would not read as before.

    As before: equal in every key and scalar, no new fault, and every comment that was there still there.
    """
    pieces = sorted(
        piece for perch, named in codes.items() for piece in _pieces(source, perch, sorted(set(named)), note)
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


def _pieces(source: Source, perch: Perch, codes: list[str], note: Note) -> Iterable[tuple[int, str]]:
    if perch.own is None:
        yield perch.at, f"{perch.lead}#{_words(codes, note)}{perch.tail}"
        return
    missing = [code for code in codes if code not in perch.own.codes]
    if missing:
        yield perch.at, "".join(f", {code}" for code in missing)
    if note.reason not in perch.own.reason:
        end = perch.own.start + len(source.text[perch.own.start : perch.own.end].rstrip())
        yield end, f"；{note.reason}"


def _words(codes: list[str], note: Note) -> str:
    until = f" until={note.until}" if note.until else ""
    return f" perflint: ignore[{', '.join(codes)}]{until} {note.reason}"


def _expected(source: Source, codes: Mapping[Perch, Collection[str]], note: Note) -> Counter[str]:
    """Return the comments that have to be there afterwards."""
    extended = {perch.own.start: (perch, named) for perch, named in codes.items() if perch.own is not None}
    found: Counter[str] = Counter()
    for comment in source.comments:
        text = source.text[comment.start : comment.end]
        if comment.start in extended:
            perch, named = extended[comment.start]
            pieces = _pieces(source, perch, sorted(set(named)), note)
            text = _spliced(text, [(at - comment.start, piece) for at, piece in pieces])
        found[text[1:]] += 1
    found.update(_words(sorted(set(named)), note) for perch, named in codes.items() if perch.own is None)
    return found


def _spliced(text: str, pieces: Iterable[tuple[int, str]]) -> str:
    parts, reached = [], 0
    for at, piece in pieces:
        parts += [text[reached:at], piece]
        reached = at
    return "".join([*parts, text[reached:]])

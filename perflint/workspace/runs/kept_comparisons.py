"""What is found across the tables of an agency, kept by all that it depends on: what did not change is not compared again."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from perflint.across.summary import Member
from perflint.across.years.row_years import RowYears
from perflint.judge import Finding, Unchecked
from perflint.judge.across import Owner
from perflint.judge.everywhere import Groups
from perflint.workspace.checking import Options
from perflint.workspace.runs.cache import Cache, short
from perflint.workspace.runs.comparison import Comparison, Told, compared_groups
from perflint.workspace.runs.gathering import judging_state

_BATCH = 100
_LEAST = 2  # tables of an agency: of one alone there is hardly anything to say


class _Found(NamedTuple):
    """What was found across the tables of an agency."""

    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    series: tuple[tuple[Owner, tuple[RowYears, ...]], ...]


_ENCODE = msgspec.msgpack.Encoder().encode
_DECODER = msgspec.msgpack.Decoder(_Found)


def packed(told: Sequence[Told]) -> bytes:
    """Return what there is to tell as bytes."""
    findings = tuple(one for one in told if isinstance(one, Finding))
    unchecked = tuple(one for one in told if isinstance(one, Unchecked))
    series = tuple(one for one in told if isinstance(one, tuple))
    return _ENCODE(_Found(findings, unchecked, series))


def unpacked(data: bytes) -> list[Told]:
    """Return what `packed` made bytes of: findings first, then what could not be compared, then earlier years.

    Raises:
        msgspec.MsgspecError: the bytes are damaged.
    """
    found = _DECODER.decode(data)
    return [*found.findings, *found.unchecked, *found.series]


class Keys:
    """The keys of groups of tables: equal where the tables, their configurations, the rules and all that is known elsewhere are."""

    def __init__(self, comparison: Comparison, options: Options) -> None:
        self._comparison = comparison
        self._options = options
        self._states: dict[str, bytes] = {}
        self._everywhere = comparison.everywhere.identity()

    def of(self, group: Sequence[Member]) -> bytes | None:
        """Return the key of a group, None where it is not worth keeping."""
        if len(group) < _LEAST:
            return None
        digest = hashlib.blake2b(self._everywhere, person=b"across", digest_size=16)
        for member in group:
            digest.update(self._state(member.path))
            digest.update(short_of(member))
        return digest.digest()

    def _state(self, path: str) -> bytes:
        config = self._comparison.configs.of(path)
        if config.identity not in self._states:
            self._states[config.identity] = short(judging_state(config, self._options))
        return self._states[config.identity]


def short_of(member: Member) -> bytes:
    """Return 16 bytes that stand for a table in short."""
    return hashlib.blake2b(_ENCODE(member), digest_size=16).digest()


def compared_or_kept(comparison: Comparison, groups: Groups, options: Options, processes: int) -> Iterator[list[Told]]:
    """Yield what there is to tell of each group, in order; only those are compared that nothing is kept of."""
    cache, keys = Cache(), Keys(comparison, options)
    every = [keys.of(group) for group in groups()]
    known = cache.kept(key for key in every if key)

    def left() -> Iterator[Sequence[Member]]:
        return (group for group, key in zip(groups(), every, strict=True) if key not in known)

    new: list[tuple[bytes, bytes]] = []
    fresh = compared_groups(comparison, left, processes if len(known) < len(every) else 1)
    for group, key in zip(groups(), every, strict=True):
        told = _kept(cache, key) if key in known else None
        if told is None:
            told = comparison.of(group) if key in known else next(fresh)  # the former: what is kept is damaged
            if key:
                new.append((key, packed(told)))
        yield told
        if len(new) >= _BATCH:
            cache.put(new)
            new.clear()
    yield from fresh  # nothing, but it ends
    cache.put(new)
    cache.close()


def _kept(cache: Cache, key: bytes | None) -> list[Told] | None:
    data = cache.data(key) if key else None
    try:
        return unpacked(data) if data else None
    except msgspec.MsgspecError:
        return None

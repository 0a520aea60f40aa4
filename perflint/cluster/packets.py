"""What the steps of a batch hand on: files that are there whole or not at all, parcelled by whom they are for."""

import os
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec


def write_packets(path: Path, packets: Mapping[int, Iterable[Any]]) -> None:
    """Write lists of things by number."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(draft, "w") as archive:
        for number, things in packets.items():
            archive.writestr(str(number), msgspec.msgpack.encode(list(things)))
    draft.replace(path)


def read_packet(path: Path, number: int, kind: Any) -> Iterator[Any]:  # noqa: ANN401  # a type of things
    """Yield the things for one number; none where there are none for it."""
    with zipfile.ZipFile(path) as archive:
        if str(number) in archive.NameToInfo:
            yield from msgspec.msgpack.decode(archive.read(str(number)), type=list[kind])

"""What a batch reads: a folder, a zip, a Parquet file or an address of one, cut into partitions of paths and bytes."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
from msgspec import Struct

from perflint.cluster.inspecting import Content, content_of
from perflint.judge import InputError
from perflint.source import Limits
from perflint.workspace.checking import read_file
from perflint.workspace.configuration.config import Config
from perflint.workspace.disk.discovery import OFFICE, Stray, find_files
from perflint.workspace.disk.naming import shown

_ENDINGS = (".yaml", ".yml", *OFFICE)


class Part(Struct, frozen=True):
    """A partition: its number, how it is read (`disk`, `zip`, `files`, `parquet`), where, and the names in it.

    `stamp` changes with what it holds: sizes and times, or checksums. Of a Parquet file the names are a row group and which
    slice of it.
    """

    number: int
    kind: str
    address: str
    names: tuple[str, ...]
    stamp: str
    size: int


class SourceError(Exception):
    """A source that cannot be read; the text says why in both languages."""


def parts_of(source: str, config: Config, size: int, errors: list[InputError], lang: str) -> list[Part]:
    """Return the partitions of a source, of `size` tables each; what a folder holds and cannot be read goes to `errors`.

    Raises:
        SourceError: there is no such source, or no library for its kind of address.
    """
    try:
        if Path(source).is_dir():
            return _cut("disk", os.fspath(Path.cwd()), _on_disk(Path(source), config, errors, lang), size)
        if source.lower().endswith(".parquet"):
            return list(_slices(source, size))
        return _cut(*_through_fsspec(source), size)
    except BadZipFile as fault:
        raise _refused(source, "不是完整的 zip 文件", "no zip file, or not all of it") from fault
    except (OSError, ImportError, ValueError) as fault:
        raise _refused(source, str(fault), str(fault)) from fault


def _refused(source: str, zh: str, en: str) -> SourceError:
    return SourceError(f"{source}: 无法读取（{zh}） / cannot be read ({en})")


def contents(part: Part, lang: str) -> Iterator[Content]:
    """Yield each path of a partition with its bytes, or why they cannot be had."""
    if part.kind == "disk":
        for name in part.names:
            data = read_file(Path(part.address) / name, lang)
            yield (
                shown(Path(name)),
                InputError(shown(Path(name)), data.message) if isinstance(data, InputError) else data,
            )
    elif part.kind == "parquet":
        yield from _rows(part, lang)
    else:
        files = _zip(part.address) if part.kind == "zip" else fsspec.core.url_to_fs(part.address)[0]
        for name in part.names:
            yield name, _fetched(files, name, lang)


def _on_disk(folder: Path, config: Config, errors: list[InputError], lang: str) -> Iterator[tuple[str, str]]:
    for file in find_files(folder, lambda _: config.exclude, documents=True):
        if isinstance(file, Stray):
            errors.append(InputError(shown(file.path), file.en if lang == "en" else file.zh))
        else:
            status = file.stat()
            yield os.fspath(file), f"{status.st_size} {status.st_mtime_ns}"


def _through_fsspec(source: str) -> tuple[str, str, Iterator[tuple[str, str]]]:
    if source.lower().endswith(".zip"):
        files, root, kind = _zip(source), "", "zip"
    else:
        files, root = fsspec.core.url_to_fs(source)
        kind = "files"
    found: dict[str, dict[str, Any]] = files.find(root, detail=True)
    if not found and not files.exists(root):
        raise _refused(source, "没有这个文件或文件夹", "there is no such file or folder")
    names = sorted((name for name in found if name.lower().endswith(_ENDINGS)), key=lambda name: name.split("/"))
    return kind, source, ((name, _stamp(found[name])) for name in names)


def _stamp(entry: dict[str, Any]) -> str:
    told = ("size", "CRC", "ETag", "etag", "mtime", "LastModified", "last_modified", "modificationTime", "sha256")
    return " ".join(str(entry[name]) for name in told if name in entry)


def _cut(kind: str, address: str, entries: Iterable[tuple[str, str]], size: int) -> list[Part]:
    every = iter(entries)
    parts: list[Part] = []
    while chunk := list(islice(every, size)):
        stamp = _digest(f"{name}\0{stamp}" for name, stamp in chunk)
        parts.append(Part(len(parts), kind, address, tuple(name for name, _ in chunk), stamp, len(chunk)))
    return parts


def _digest(texts: Iterable[str]) -> str:
    whole = "\1".join(texts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(whole, digest_size=12).hexdigest()


def _zip(address: str) -> Any:  # noqa: ANN401  # fsspec has no types
    return fsspec.filesystem("zip", fo=address)


def _fetched(files: Any, name: str, lang: str) -> bytes | InputError:  # noqa: ANN401  # as above
    try:
        most = Limits().max_bytes
        if files.info(name)["size"] > most:
            said = f"大于 {most} 字节，没有读取", f"is larger than {most} bytes and was not read"
            return InputError(name, said[lang == "en"])
        data: bytes = files.cat_file(name)
    except Exception as fault:  # noqa: BLE001  # each store has errors of its own; the other files are read all the same
        said = f"无法读取：{fault}", f"cannot be read: {fault}"
        return InputError(name, said[lang == "en"])
    return data


def _slices(source: str, size: int) -> Iterator[Part]:
    files, place = fsspec.core.url_to_fs(source)
    stamp, number = _stamp(files.info(place)), 0
    with files.open(place) as stream:
        table = pq.ParquetFile(stream)
        if not _has_columns(table.schema_arrow):
            raise _refused(source, "应有 path（文字）、content（文字或二进制）两列",
                           "the columns path (a text) and content (text or binary) are expected")  # fmt: skip
        for group in range(table.num_row_groups):
            rows = table.metadata.row_group(group).num_rows
            for which, start in enumerate(range(0, rows, size)):
                names = (str(group), str(which), str(size))
                yield Part(number, "parquet", source, names, _digest((stamp, *names)), min(size, rows - start))
                number += 1


def _has_columns(schema: pa.Schema) -> bool:
    texts, binaries = {pa.string(), pa.large_string()}, {pa.binary(), pa.large_binary()}
    kinds = {
        field.name: getattr(field.type, "value_type", field.type) for field in schema
    }  # a dictionary's, where it is one
    return kinds.get("path") in texts and kinds.get("content") in texts | binaries


def _rows(part: Part, lang: str) -> Iterator[Content]:
    group, which, size = map(int, part.names)
    files, place = fsspec.core.url_to_fs(part.address)
    with files.open(place) as stream:
        batches = pq.ParquetFile(stream).iter_batches(size, row_groups=[group], columns=["path", "content"])
        for batch in islice(batches, which, which + 1):
            for place, row in enumerate(batch.to_pylist(), which * size + 1):
                yield content_of(row["path"] or f"{group}:{place}", row["content"], lang)

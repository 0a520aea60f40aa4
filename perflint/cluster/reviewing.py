"""The tables of one agency, taken from a batch's result, as a review wants them."""

import difflib
from collections.abc import Collection, Iterator
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
from msgspec import Struct

from perflint.cluster.dossiers import SCHEMA, Dossier
from perflint.judge.agencies import plain_agency
from perflint.report import Report, Summary

_NEAR, _SHOWN = 0.5, 5


class ResultError(Exception):
    """A folder that is no batch's result, or knows no such agency; the text says so in both languages."""


class _Head(Struct):
    """What is read of `summary.json`; all else in it is for others."""

    schema: str = ""
    lang: str = ""


class _Row(Struct):
    """A row of the folder `reviews`."""

    agency: str
    agency_plain: str
    dossier: str


def language_of(folder: Path) -> str:
    """Return the language in which a batch speaks of its tables.

    Raises:
        ResultError: the folder is not the result of a batch that came to its end.
    """
    try:
        head = msgspec.json.decode((folder / "summary.json").read_bytes(), type=_Head)
    except (OSError, msgspec.DecodeError):
        head = _Head()
    if head.schema != SCHEMA or not head.lang or not (folder / "reviews").is_dir():
        raise ResultError(
            f"{folder}: 不是 perflint batch 的结果，或没有做完；请写 perflint batch -o 后面的文件夹 / "
            "not the result of `perflint batch`, or not of one that came to its end; name the folder after its -o"
        )
    return head.lang


def report_on(folder: Path, agency: str) -> Report:
    """Return the tables of one agency with their findings and doubts; its name may stand with or without code and 本级.

    Raises:
        ResultError: the folder cannot be read, or there is no such agency in it; the nearest names are told.
    """
    wanted, known, dossiers = plain_agency(agency), dict[str, str](), list[Dossier]()
    for file in sorted((folder / "reviews").glob("part-*")):
        try:
            names = _names(file)
            known.update((plain, name) for name, plain in names if plain)
            if wanted and any(plain == wanted for _, plain in names):
                texts = (row.dossier for row in _rows(file) if row.agency_plain == wanted)
                dossiers += (msgspec.json.decode(text, type=Dossier) for text in texts)
        except (OSError, pa.ArrowInvalid, msgspec.DecodeError) as fault:
            raise ResultError(f"{file}: 无法读取（{fault}） / cannot be read ({fault})") from fault
    if not dossiers:
        raise ResultError(_unknown(folder, agency, known.values()))
    return Report(
        Summary(), [finding for one in dossiers for finding in one.findings], [],
        [doubt for one in dossiers for doubt in one.unchecked], [],
        table_summaries=[one.summary for one in dossiers],
    )  # fmt: skip


def _names(file: Path) -> set[tuple[str, str]]:
    """Return the agencies of a partition, as written and plain, without reading the dossiers where that can be spared."""
    if file.suffix == ".jsonl":
        return {(row.agency, row.agency_plain) for row in _rows(file)}
    held = pq.read_table(file, columns=["agency", "agency_plain"])
    return {*zip(held["agency"].to_pylist(), held["agency_plain"].to_pylist(), strict=True)}


def _rows(file: Path) -> Iterator[_Row]:
    if file.suffix == ".jsonl":
        for line in file.read_bytes().splitlines():
            yield msgspec.json.decode(line, type=_Row)
    else:
        yield from msgspec.convert(pq.read_table(file).to_pylist(), list[_Row])


def _unknown(folder: Path, agency: str, known: Collection[str]) -> str:
    near = [name for name in known if agency and agency in name]
    near += difflib.get_close_matches(agency, known, _SHOWN, _NEAR)
    some = [*dict.fromkeys(near)][:_SHOWN]
    zh, en = ("最接近的", "the nearest") if some else ("其中有", "it has")
    shown = some or sorted(known)[:_SHOWN]
    more = ("……", ", …") if not some and len(known) > _SHOWN else ("", "")
    if not known:
        return f"{folder}: 其中没有写明单位的表 / no table in it names an agency"
    asked = (
        (f"没有单位“{agency}”", f"there is no agency `{agency}`")
        if agency
        else ("请用 --agency 写明单位", "name one with --agency")
    )
    return f"{folder}: {asked[0]}；{zh}：{'、'.join(shown)}{more[0]} / {asked[1]}; {en}: {', '.join(shown)}{more[1]}"

"""Document numbers in running text: 财预〔2021〕101号, as it is typed and as it should be, with what is wrong in it."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from perflint.pattern import pattern

_OPEN, _CLOSE = r"[〔【\[［（(﹝]", r"[〕】\]］）)﹞]"
_OPENINGS = tuple("〔【[［（(﹝")
_OPEN_SURE, _CLOSE_SURE = r"[〔【\[［﹝]", r"[〕】\]］﹞]"  # no round ones, which stand around too many other figures
_YEAR = r"(?P<year>(?:[1１][9９]|[2２][0０])\d{2})"
_GAP = r"[ \u00a0\u3000]{0,3}"
_TAIL = rf"{_GAP}(?P<ordinal>第?)(?P<zeros>[0０]{{0,4}})(?P<number>\d{{1,5}}){_GAP}号"
_WHOLE = pattern(rf"(?P<opening>{_OPEN}){_GAP}{_YEAR}{_GAP}(?P<closing>{_CLOSE}){_TAIL}")
_SIGNLESS = pattern(
    rf"(?P<opening>{_OPEN_SURE}){_GAP}{_YEAR}{_GAP}(?P<closing>{_CLOSE_SURE})"
    r"(?P<ordinal>第?)(?P<zeros>[0０]{0,4})(?P<number>\d{1,5})(?=$|[，,、；;。．)）》〉]|文件|文$)"
)
_SHORT = pattern(rf"(?P<opening>{_OPEN_SURE})(?P<year>\d{{2}})(?P<closing>{_CLOSE_SURE}){_TAIL}")
_UNCLOSED = pattern(
    rf"(?P<opening>{_OPEN_SURE}){_YEAR}(?P<closing>)(?:[ \u3000]{{1,3}}|(?=第))"
    rf"(?P<ordinal>第?)(?P<zeros>[0０]{{0,4}})(?P<number>\d{{1,5}})号(?!{_CLOSE})"
)
_UNOPENED = pattern(rf"(?<=[\u4e00-\u9fa5])(?P<opening>){_YEAR}(?P<closing>{_CLOSE_SURE}){_TAIL}")
_AGENCY = pattern(r"[\u4e00-\u9fa5]{2,20}[ \u3000]{0,3}$")
_LONGEST_AGENCY = 23  # twenty characters and up to three blanks
_JOINTS = pattern(r"^.*(?:[及和与据照见]|文件|印发|转发|下达|执行|落实)(?=..)")
_SERIAL = ("公告", "通告", "公报", "令")  # 财政部公告（2021）第5号: a serial number of a gazette, no document number
# Certificates, contracts and audit reports are numbered by their own rules: 合同（2021）12号, 审字（2021）第005号 are right.
_PRIVATE = ("证", "许可", "合同", "协议", "审字", "验字", "评字", "鉴字", "估字", "检字", "许字", "会字", "报字")
_COUNTED = (*_PRIVATE, "纪要", "会议")  # and minutes have 第
# Last characters of the short name that a number begins with; asked for where a part of the number is missing.
_ISSUING = tuple(
    "发函字办文通财预行教科建农社资企综规指批复电政税会库购监审环卫民医安交水林住城国绩采基投贸商运食药市知保质计编委组宣纪党人劳"
)
_LATEST_SHORT_YEAR = 49

SIGN, SHORT_YEAR, ORDINAL, SPACE, BRACKET = "sign", "year", "ordinal", "space", "bracket"


class DocumentNumber(NamedTuple):
    """One document number: as typed, as it should be, who issued it, and its faults (SIGN, SHORT_YEAR, …)."""

    text: str
    plain: str
    agency: str
    year: int
    start: int
    end: int
    brackets: str
    faults: tuple[str, ...]


def find_numbers(text: str) -> Iterator[DocumentNumber]:
    """Yield the numbers that have agency, bracketed year of four digits, number and 号, in order."""
    return _found(_WHOLE, text, ()) if "号" in text else iter(())


def find_broken_numbers(text: str) -> Iterator[DocumentNumber]:
    """Yield what is meant as a document number but lacks 号, a digit of the year or a bracket."""
    if not any(mark in text for mark in "〔【[［﹝〕】]］﹞"):
        return
    yield from _found(_SIGNLESS, text, (SIGN,))
    if "号" in text:
        yield from _found(_SHORT, text, (SHORT_YEAR,))
        yield from _found(_UNCLOSED, text, (BRACKET,))
        unopened = _found(_UNOPENED, text, (BRACKET,))
        yield from (number for number in unopened if text[max(0, number.start - 1) : number.start] not in _OPENINGS)


def _found(shape: re.Pattern[str], text: str, faults: tuple[str, ...]) -> Iterator[DocumentNumber]:
    for hit in shape.finditer(text):
        before = _AGENCY.search(text[max(0, hit.start() - _LONGEST_AGENCY) : hit.start()])
        if not before or before[0].rstrip(" \u3000").endswith(_SERIAL):
            continue
        agency = _JOINTS.sub("", before[0].rstrip(" \u3000"))
        if (faults and not agency.endswith(_ISSUING)) or (hit["opening"] != "〔" and agency.endswith(_PRIVATE)):
            continue
        start = hit.start() - len(before[0]) + before[0].rindex(agency)
        year, number = (unicodedata.normalize("NFKC", hit[part]) for part in ("year", "number"))
        full = int(year) if len(year) > len("21") else _full_year(int(year))
        typed = text[start : hit.end()]
        yield DocumentNumber(
            text=typed,
            plain=f"{agency}〔{full}〕{number}号",
            agency=agency,
            year=full,
            start=start,
            end=hit.end(),
            brackets=hit["opening"] + hit["closing"],
            faults=(*faults, *_small_faults(hit, agency, typed)),
        )


def _small_faults(hit: re.Match[str], agency: str, typed: str) -> Iterator[str]:
    if (hit["ordinal"] or hit["zeros"]) and not agency.endswith(_COUNTED):
        yield ORDINAL
    if any(blank in typed for blank in " \u00a0\u3000"):
        yield SPACE


def _full_year(short: int) -> int:
    return short + (2000 if short <= _LATEST_SHORT_YEAR else 1900)

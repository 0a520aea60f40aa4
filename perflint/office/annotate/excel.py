"""A workbook with its findings as notes on cells, and the list of them on a sheet of its own."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from perflint.judge import Finding, Rule
from perflint.office.annotate.markup import read_markup, unreadable
from perflint.office.annotate.notes import SHEET, Note, noted, take_out_notes, write_notes
from perflint.office.annotate.options import Annotated, AnnotateOptions, Fixes, Refused, Unplaced
from perflint.office.annotate.origins import Origins
from perflint.office.annotate.package import Package
from perflint.office.annotate.remarks import Remark, own_sheet, sheets_of, write_remarks
from perflint.office.annotate.revising import is_proposed
from perflint.office.annotate.wording import message_of, reason, remark, severity_word, summary_of_workbook, why_of
from perflint.office.reading.sheet import HIDDEN
from perflint.pattern import pattern

_ADDRESS: Final = pattern(r"^([A-Z]{1,3})([0-9]{1,7})$")
_ON: Final = frozenset({"1", "true"})


class Spot(NamedTuple):
    """A cell of a workbook: its sheet, the sheet's part, its address, row and column from 0."""

    sheet: str
    part: str
    address: str
    row: int
    column: int


def annotate_excel(
    package: Package, origins: Origins, findings: Sequence[Finding], options: AnnotateOptions, rules: Mapping[str, Rule]
) -> Annotated:
    """Return a workbook with notes and the list of remarks; `findings` are sorted out by severity before.

    Raises:
        Refused: it is protected, or cannot be edited in place.
    """
    workbook = main_part(package)
    sheets = sheets_of(package, workbook)
    spots = [spot_of(origins.spot(one).place, sheets) for one in findings]
    _check_protection(package, workbook, {spot.part: spot.sheet for spot in spots if spot})
    replaced = take_out_of_workbook(package)
    taken = {part: set(noted(package, part)) for part in dict.fromkeys(sheets.values())}
    elsewhere = _write_notes(package, findings, spots, taken, (sheets, origins, options, rules))
    paired = sorted(zip(findings, spots, strict=True), key=lambda pair: pair[0].severity.rank)
    rows = [_row(finding, spot, (origins, options, rules)) for finding, spot in paired]
    write_remarks(package, workbook, rows, summary_of_workbook(findings, options.lang), options.lang)
    unchanged = _unchanged(findings, origins, options)
    written = len({(spot.part, spot.address) for spot in spots if spot and spot.address not in taken[spot.part]})
    return Annotated(
        package.bytes(), written, 0, replaced, sum(map(len, taken.values())), tuple(elsewhere), tuple(unchanged)
    )  # fmt: skip


_Judged = tuple[Mapping[str, str], Origins, AnnotateOptions, Mapping[str, Rule]]


def _write_notes(
    package: Package,
    findings: Sequence[Finding],
    spots: Sequence[Spot | None],
    taken: Mapping[str, set[str]],
    judged: _Judged,
) -> list[Unplaced]:
    """Write the notes, one a cell; return the findings that have none, with the reason."""
    sheets, origins, options, rules = judged
    texts: dict[Spot, list[str]] = {}
    elsewhere = []
    for finding, spot in zip(findings, spots, strict=True):
        if spot is None or spot.address in taken[spot.part]:
            why = reason("nowhere" if spot is None else "taken", options.lang)
            elsewhere.append(Unplaced(finding.code, origins.spot(finding).place, why))
        else:
            lines = texts.setdefault(spot, [])
            lines += [
                *([""] if lines else []),
                *remark(finding, rules.get(finding.code), origins.printed, options),
            ]
    for number, part in enumerate(sheets.values(), start=1):
        notes = [
            Note(spot.address, spot.row, spot.column, tuple(lines))
            for spot, lines in texts.items()
            if spot.part == part
        ]
        write_notes(package, part, notes, options.author, number)
    return elsewhere


def _row(finding: Finding, spot: Spot | None, judged: tuple[Origins, AnnotateOptions, Mapping[str, Rule]]) -> Remark:
    origins, options, rules = judged
    proposal = (finding.suggestion or "") if options.fixes is not Fixes.NONE else ""
    texts = (severity_word(finding.severity, options.lang), message_of(finding, origins.printed),
             why_of(rules.get(finding.code), options.lang), proposal, finding.legal_basis or "", finding.code)  # fmt: skip
    sheet, address = (spot.sheet, spot.address) if spot else ("", "")
    return Remark(sheet, address, origins.spot(finding).place, texts)


def _unchanged(findings: Sequence[Finding], origins: Origins, options: AnnotateOptions) -> list[Unplaced]:
    if options.fixes is not Fixes.TRACKED:
        return []
    mendable = (one for one in findings if is_proposed(one.fix or one.proposed))
    return [Unplaced(one.code, origins.spot(one).place, reason("excel", options.lang)) for one in mendable]


def take_out_of_workbook(package: Package) -> int:
    """Take perflint's notes out of a workbook and return how many; its list stays until it is written anew."""
    return sum(take_out_notes(package, part) for part in sheets_of(package, main_part(package)).values())


def main_part(package: Package) -> str:
    """Return the name of a workbook's main part.

    Raises:
        Refused: it has none.
    """
    found = package.target("", "officeDocument")
    if found is not None and read_markup(package.parts[found]).root.tag != f"{{{SHEET}}}workbook":
        raise unreadable()
    if found is None:
        raise Refused("文件里没有工作簿部件，未加批注", "the file has no main part and was not annotated")
    return found


def spot_of(place: str, sheets: Mapping[str, str]) -> Spot | None:
    """Return the cell that a place names (`Sheet1!C5`), None where the workbook has no such cell."""
    sheet, _, cell = place.removesuffix(HIDDEN).rpartition("!")
    found = _ADDRESS.match(cell)
    if found is None or sheet not in sheets:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return Spot(sheet, sheets[sheet], cell, int(found[2]) - 1, column - 1)


def _check_protection(package: Package, workbook: str, parts: Mapping[str, str]) -> None:
    """Let pass a workbook into which notes and a sheet may be put.

    Raises:
        Refused: its structure is locked, or a sheet that is to have notes is protected against them.
    """
    root = read_markup(package.parts[workbook]).root
    locked = any(one.get("lockStructure") in _ON for one in root.iter(f"{{{SHEET}}}workbookProtection"))
    if locked and own_sheet(package, workbook) is None:
        raise Refused(
            "工作簿的结构受保护，不能加入“审核意见”工作表；请在“审阅—保护工作簿”里取消保护，再试",
            "the structure of the workbook is protected, and no sheet of remarks can be added;"
            " take the protection off under Review, Protect Workbook, then try",
        )
    for part, name in parts.items():
        guards = read_markup(package.parts[part]).root.iter(f"{{{SHEET}}}sheetProtection")
        if any(one.get("sheet") in _ON and one.get("objects") in _ON for one in guards):
            raise Refused(
                f"工作表“{name}”受保护，不准加批注；请在“审阅—撤销工作表保护”里取消保护，再试",
                f"the sheet {name} is protected against notes; take the protection off under Review, Unprotect Sheet, then try",
            )

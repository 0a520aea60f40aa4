"""What is shown where the pointer rests: the pages of the rules that speak there, and how a target value is read."""

from collections.abc import Iterator

from lsprotocol.types import Hover, MarkupContent, MarkupKind

from perflint.judge import Finding
from perflint.lsp.analysis import Analysis
from perflint.lsp.diagnosing import rules_of
from perflint.lsp.wording import describe_value
from perflint.model import Cell, Table, read_tables
from perflint.report.page import page

_MOST_PAGES = 3
_RULE = "\n\n---\n\n"


def hover(analysis: Analysis, offset: int) -> Hover | None:
    """Return what is shown at an offset, None where there is nothing to say."""
    here = [one for one in analysis.findings if one.place.start <= offset < max(one.place.end, one.place.start + 1)]
    found = _cell_at(analysis, offset)
    pieces = [*_reading(analysis, found), *_pages(analysis, here)]
    if not pieces:
        return None
    spans = [(one.place.start, one.place.end) for one in here] or [
        (cell.node.start, cell.node.end) for _, _, cell in found
    ]
    content = MarkupContent(MarkupKind.Markdown, _RULE.join(pieces))
    return Hover(content, analysis.positions.span(*min(spans, key=lambda span: span[1] - span[0])))


def _pages(analysis: Analysis, findings: list[Finding]) -> Iterator[str]:
    known = rules_of(analysis)
    for code in list(dict.fromkeys(finding.code for finding in findings))[:_MOST_PAGES]:
        if code in known:
            said = "\n\n".join(_said(finding) for finding in findings if finding.code == code)
            yield f"{said}\n\n{page(known[code], analysis.lang, 3)}"


def _said(finding: Finding) -> str:
    return f"**{finding.code}** {finding.message}"


def _reading(analysis: Analysis, found: list[tuple[Table, int, Cell]]) -> Iterator[str]:
    if analysis.checker is None:
        return
    for table, index, _ in found:
        view, _ = analysis.checker.engine_for(table).judge(table)
        yield describe_value(view.rows[index].value, analysis.lang)


def _cell_at(analysis: Analysis, offset: int) -> list[tuple[Table, int, Cell]]:
    """Return the target value at an offset with its table and row; none where the offset is not in one."""
    if analysis.checker is None:
        return []
    tables = read_tables(analysis.source, analysis.checker.printed_names()).tables
    cells = ((table, index, row.cells.get("value")) for table in tables for index, row in enumerate(table.rows))
    found = ((table, index, cell) for table, index, cell in cells if cell and _holds(cell, offset))
    return [one for one, _ in zip(found, range(1), strict=False)]


def _holds(cell: Cell, offset: int) -> bool:
    return cell.filled and not cell.node.shared and cell.node.start <= offset < cell.node.end

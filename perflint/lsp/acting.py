"""Code actions: what a finding's rule would write, and a comment that suppresses it."""

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol.types import CodeAction, CodeActionKind, Range, TextEdit, WorkspaceEdit

from perflint.adoption.comment_placement import placements, survey
from perflint.adoption.writing_comments import Note, add_notes, moved
from perflint.fixing import apply_edits, mend, proves
from perflint.judge import Finding, Fix, Safety, suppressions_in
from perflint.lsp.analysis import Analysis
from perflint.lsp.diagnosing import diagnostic, rules_of

FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.perflint"
# Each action is proven on the text before it is offered: of a selection as large as a file, those of the first findings.
_MOST = 20
_REASON = {"zh": "（请写明理由）", "en": "(say why)"}
_TITLES = {
    "zh": {"fix": "修改", "unsafe": "（需确认）", "suppress": "屏蔽 {code}：写在注释里", "all": "perflint：改好所有可自动修改的"},
    "en": {"fix": "Fix", "unsafe": " (to be confirmed)", "suppress": "Suppress {code} with a comment", "all": "perflint: apply all safe fixes"},
}  # fmt: skip


def act(analysis: Analysis, span: Range, only: Sequence[str] = ()) -> list[CodeAction]:
    """Return the actions for a range; `only` names the kinds that are asked for, () for all."""
    start, end = analysis.positions.offset(span.start), analysis.positions.offset(span.end)
    here = [one for one in analysis.findings if one.place.start <= end and start <= max(one.place.end, one.place.start)]
    found: list[CodeAction] = []
    if _wanted(CodeActionKind.QuickFix.value, only):
        found += _fixes(analysis, here[:_MOST])
        found += _suppressions(analysis, here[:_MOST])
    if _wanted(FIX_ALL, only):
        found += _all(analysis)
    return found


def _wanted(kind: str, only: Sequence[str]) -> bool:
    return not only or any(kind == asked or kind.startswith(f"{asked}.") for asked in only)


def _fixes(analysis: Analysis, findings: Iterable[Finding]) -> Iterator[CodeAction]:
    for finding in findings:
        fix = finding.fix
        if fix is not None and fix.safety is not Safety.DISPLAY and _is_proven(analysis, fix):
            words = _TITLES[analysis.lang]
            doubt = words["unsafe"] if fix.safety is Safety.UNSAFE else ""
            edits = [(edit.start, edit.end, edit.text) for edit in fix.edits]
            title = f"{words['fix']} {finding.code}{doubt}: {fix.title}"
            yield _action(analysis, title, edits, finding, preferred=fix.safety is Safety.SAFE)


def _is_proven(analysis: Analysis, fix: Fix) -> bool:
    """Return whether the text with a fix reads as before but for the cells that the fix is about."""
    return proves(analysis.source, apply_edits(analysis.source.text, fix.edits), [fix])


def _suppressions(analysis: Analysis, findings: Iterable[Finding]) -> Iterator[CodeAction]:
    for finding in {(one.code, one.place.line): one for one in findings}.values():
        pieces = _comment(analysis, finding)
        if pieces:
            title = _TITLES[analysis.lang]["suppress"].format(code=finding.code)
            yield _action(analysis, title, [(at, at, text) for at, text in pieces], finding, preferred=False)


def _comment(analysis: Analysis, finding: Finding) -> tuple[tuple[int, str], ...]:
    """Return the pieces of text that suppress a finding: at the line's end, else above; () where no comment can stand."""
    if finding.category == "suppression":
        return ()
    source, start, note = analysis.source, finding.place.start, Note(_REASON[analysis.lang])
    ground = survey(source, suppressions_in(source))
    for placement in placements(ground, start, note.reason, note.until):
        noted = add_notes(source, {placement: {finding.code}}, note)
        if noted and any(one.covers(finding.code, moved(noted, start)) for one in suppressions_in(noted.source)):
            return noted.pieces
    return ()


def _all(analysis: Analysis) -> Iterator[CodeAction]:
    safe = [one.fix for one in analysis.findings if one.fix is not None and one.fix.safety is Safety.SAFE]
    applied = mend(analysis.source, safe).applied if safe else ()
    edits = [(edit.start, edit.end, edit.text) for fix in applied for edit in fix.edits]
    if edits:
        change = _change(analysis, sorted(set(edits)))
        yield CodeAction(_TITLES[analysis.lang]["all"], kind=FIX_ALL, edit=change)


def _action(
    analysis: Analysis, title: str, edits: list[tuple[int, int, str]], finding: Finding, *, preferred: bool
) -> CodeAction:
    marked = diagnostic(finding, analysis, rules_of(analysis).get(finding.code))
    change = _change(analysis, edits)
    return CodeAction(title, CodeActionKind.QuickFix, [marked], is_preferred=preferred, edit=change)


def _change(analysis: Analysis, edits: list[tuple[int, int, str]]) -> WorkspaceEdit:
    written = [TextEdit(analysis.positions.span(start, end), text) for start, end, text in edits]
    return WorkspaceEdit({analysis.uri: written})

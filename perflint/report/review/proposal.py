"""What stands in a cell and what should stand there, and who can write it."""

from msgspec import Struct

from perflint.judge import Change, Finding, Safety
from perflint.report.review.cellname import CellName, cell_name
from perflint.report.review.model import Mending

_MOST = 6
_MORE = {"zh": "……等{count}处", "en": "… {count} places in all"}
_COLON = {"zh": "：", "en": ": "}
# Blanks as signs: a plain one, one as wide as a Chinese character, one that does not break.
_VISIBLE = {ord(" "): "␣", 0x3000: "□", 0xA0: "␣", ord("\t"): "⇥"}
_MENDINGS = {Safety.SAFE: Mending.SAFE, Safety.UNSAFE: Mending.UNSAFE, Safety.DISPLAY: Mending.DISPLAY}


class Proposal(Struct, frozen=True):
    """The present text of one cell or several, and the text suggested ("" if only a person can say)."""

    present: str
    suggested: str


class Difference(Struct, frozen=True):
    """Two texts apart: what they begin with, the old and the new middle, what they end with."""

    head: str
    old: str
    new: str
    tail: str


def proposal_of(finding: Finding, lang: str) -> Proposal:
    """Return present and suggested text: of the whole cells that a fix changes, else of the characters complained of."""
    changes = finding.fix.changes if finding.fix else ()
    if not changes:
        return Proposal(finding.value.strip(), (finding.suggestion or "").strip())
    if len(changes) == 1 and changes[0].pointer == finding.place.pointer and not changes[0].key:
        return Proposal(*_texts(changes[0]))
    more = "\n" + _MORE[lang].format(count=len(changes)) if len(changes) > _MOST else ""
    own = cell_name(finding.place.pointer, (), lang)
    named = [(_name(change, own, lang), *_texts(change)) for change in changes[:_MOST]]
    return Proposal(
        "\n".join(name + before for name, before, _ in named) + more,
        "\n".join(name + after for name, _, after in named) + more,
    )


def mending_of(finding: Finding) -> Mending:
    """Return who can mend a finding."""
    if finding.fix:
        return _MENDINGS[finding.fix.safety]
    return Mending.REFUSED if finding.refusal else Mending.MANUAL


def is_blank_cell(finding: Finding) -> bool:
    """Return whether a finding is about a cell that holds nothing, and not about a name or a whole part of the form."""
    place = finding.place
    marked = finding.excerpt[place.column - 1 : place.end_column - 1] if place.line == place.end_line else "…"
    return not finding.value.strip() and not marked.strip("\"' \t")


def difference(present: str, suggested: str, around: int = 24) -> Difference:
    """Return where two texts differ, with at most so many characters of what they share on either side."""
    start, shorter = 0, min(len(present), len(suggested))
    while start < shorter and present[start] == suggested[start]:
        start += 1
    end = 0
    while end < shorter - start and present[-1 - end] == suggested[-1 - end]:
        end += 1
    head, tail = present[:start], present[len(present) - end :]
    return Difference(
        head if len(head) <= around else "…" + head[-around:], present[start : len(present) - end],
        suggested[start : len(suggested) - end], tail if len(tail) <= around else tail[:around] + "…",
    )  # fmt: skip


def seen(text: str) -> str:
    """Return a text with signs in place of blanks."""
    return text.translate(_VISIBLE)


def _texts(change: Change) -> tuple[str, str]:
    """Return a cell before and after; the blanks around it as signs where nothing else differs."""
    before, after = change.before.strip(), change.text.strip()
    return (seen(change.before), seen(change.text)) if before == after else (before, after)


def _name(change: Change, own: CellName, lang: str) -> str:
    """Return the name of a cell that is changed, without what the finding's own says; a changed key is a name itself."""
    if change.key:
        return ""
    name = cell_name(change.pointer, (), lang)
    where = name.where.removeprefix(f"{own.where}·")
    return f"{name.row}·{where}{_COLON[lang]}" if name.row != own.row else f"{where}{_COLON[lang]}"

"""A Word document with its findings as comments, and what can be mended as tracked changes."""

from collections.abc import Sequence
from datetime import datetime
from itertools import count
from typing import Final

from msgspec import Struct, field

from perflint.judge import Finding, Rule
from perflint.office.annotate.markup import Element, Markup, read_markup
from perflint.office.annotate.options import Annotated, AnnotateOptions, Fixes, Refused, Unplaced
from perflint.office.annotate.origins import Origins, Spot, within
from perflint.office.annotate.package import Package
from perflint.office.annotate.revising import Cannot, Cut, Reviser, is_proposed
from perflint.office.annotate.wordcomments import MARK, Written, first_number, marks_of, prefix_of, write_comments
from perflint.office.annotate.wording import reason, remark, say, summary
from perflint.office.annotate.wordmarks import Canvas, anchored
from perflint.office.annotate.wordown import take_out
from perflint.office.annotate.wordplaces import WordPlace, WordPlaces, word_places
from perflint.office.reading.wordtext import W

_REVISIONS: Final = tuple(
    f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "bookmarkStart")
)  # fmt: skip
_NO_COMMENTS: Final = frozenset({"readOnly", "forms"})
_NO_CHANGES: Final = frozenset({"comments"})


class Sheet(Struct):
    """A document while it is annotated."""

    canvas: Canvas
    origins: Origins
    places: WordPlaces
    reviser: Reviser
    options: AnnotateOptions
    rules: dict[str, Rule]
    number: int
    comments: list[Written] = field(default_factory=list)
    elsewhere: list[Unplaced] = field(default_factory=list)
    unchanged: list[Unplaced] = field(default_factory=list)
    changes: int = 0


def main_part(package: Package) -> str:
    """Return the name of a document's main part.

    Raises:
        Refused: it has none.
    """
    found = package.target("", "officeDocument")
    if found is None:
        raise Refused("文件里没有正文部件，未加批注", "the file has no main part and was not annotated")
    return found


def annotate_word(
    package: Package, origins: Origins, findings: Sequence[Finding], options: AnnotateOptions, rules: dict[str, Rule]
) -> Annotated:
    """Return a Word document with comments; `findings` are sorted out by severity before.

    Raises:
        Refused: it is protected against comments, or cannot be edited in place.
    """
    main = main_part(package)
    protected = _protection(package, main)
    replaced = take_out(package, main)
    markup = read_markup(package.parts[main])
    sheet = _sheet(package, main, markup, origins, options, rules)
    sheet.reviser.may_change = not protected & _NO_CHANGES
    top = _reserve_top(sheet)
    for finding in findings:
        _comment(sheet, finding)
    if top is not None:
        sheet.comments.insert(0, Written(top, summary(findings, sheet.changes, options.lang)))
    kept = _count(package, main)
    package.put(main, sheet.canvas.text())
    write_comments(package, main, sheet.comments, (options.author, sheet.reviser.moment))
    return Annotated(
        package.bytes(), len(sheet.comments), sheet.changes, replaced, kept, tuple(sheet.elsewhere), tuple(sheet.unchanged),
        frozenset(sheet.reviser.used),
    )  # fmt: skip


def _sheet(
    package: Package, main: str, markup: Markup, origins: Origins, options: AnnotateOptions, rules: dict[str, Rule]
) -> Sheet:
    roots = [_root(package, main, kind) for kind in ("numbering", "styles")]
    places = word_places(markup.root, *roots)
    taken = [int(number) for one in markup.root.iter(*_REVISIONS) if (number := one.get(f"{W}id") or "").isdecimal()]
    last = max((number for number in taken if number < 2**30), default=0)
    canvas = Canvas(markup, prefix_of(markup.root), count(last + 1))
    moment = options.moment or datetime.now().astimezone()
    reviser = Reviser(canvas, origins, places, options.author, moment, may_change=True)
    return Sheet(canvas, origins, places, reviser, options, rules, first_number(package, main, markup))


def _root(package: Package, main: str, kind: str) -> Element | None:
    place = package.target(main, kind)
    return None if place is None else read_markup(package.parts[place]).root


def _protection(package: Package, main: str) -> frozenset[str]:
    """Return what a document is protected for.

    Raises:
        Refused: no comments may be written into it.
    """
    settings = _root(package, main, "settings")
    marks = [] if settings is None else list(settings.iter(f"{W}documentProtection"))
    kinds = frozenset(
        one.get(f"{W}edit") or "" for one in marks if (one.get(f"{W}enforcement") or "0") not in {"0", "false", "off"}
    )
    if kinds & _NO_COMMENTS:
        raise Refused(
            "文档设了“限制编辑”（只读或只准填写窗体），不能加批注；请在“审阅—限制编辑”里停止保护，再试",
            "the document is protected (read only, or filling in forms) and takes no comments;"
            " stop the protection under Review, Restrict Editing, then try",
        )
    return kinds


def _count(package: Package, main: str) -> int:
    """Return how many comments of others a document holds."""
    place = package.target(main, "comments")
    every = () if place is None else read_markup(package.parts[place]).root.iter(f"{W}comment")
    return sum(one.get(f"{W}initials") != MARK for one in every)


def _comment(sheet: Sheet, finding: Finding) -> None:
    spot = sheet.origins.spot(finding)
    lang = sheet.options.lang
    place, said = _place(sheet, spot)
    if place is None:
        sheet.elsewhere.append(Unplaced(finding.code, spot.place, reason("nowhere", lang)))
        return
    more = []
    if said == "elsewhere":
        sheet.elsewhere.append(Unplaced(finding.code, spot.place, reason(said, lang)))
    if said and spot.place and spot.place != place.place:
        more.append(say("place", lang, spot.place))
    span = within("".join(one.char for one in place.characters), spot) if not said else None
    cuts: tuple[Cut, ...] = ()
    if sheet.options.fixes is Fixes.TRACKED and is_proposed(finding.fix or finding.proposed):
        cuts, note = _revise(sheet, finding, spot)
        more.append(note)
    lines = remark(finding, sheet.rules.get(finding.code), sheet.origins.printed, sheet.options, more)
    number = sheet.number
    sheet.number += 1
    sheet.comments.append(Written(number, lines))
    own = [cut for cut in cuts if cut.place == place.place]
    anchored(sheet.canvas, place, _widened(place, span, own), marks_of(sheet.canvas, number))


def _widened(place: WordPlace, span: tuple[int, int] | None, cuts: Sequence[Cut]) -> tuple[int, int] | None:
    """Return the characters of a comment, with those that its change strikes among them."""
    if span is None or not cuts:
        return span
    every = place.characters
    at = [number for number, one in enumerate(every) for cut in cuts if one in (*cut.struck, cut.like)]
    return min(span[0], *at), max(span[1], *(number + 1 for number in at))


def _place(sheet: Sheet, spot: Spot) -> tuple[WordPlace | None, str]:
    """Return where the comment goes, and why it is not the finding's own place ("" where it is)."""
    known = sheet.places.known.get(spot.place)
    if known is None:
        return sheet.places.first(), "whole"
    if not known.is_open:
        return sheet.places.open_at(spot.place) or sheet.places.first(), "elsewhere"
    if not any(one.char.strip() for one in known.characters):
        return sheet.places.beside(spot.place) or known, "elsewhere"
    return known, "" if spot.is_own else "whole"


def _revise(sheet: Sheet, finding: Finding, spot: Spot) -> tuple[tuple[Cut, ...], str]:
    """Write a finding's fix as a tracked change; return what it does and what the comment says of it."""
    lang = sheet.options.lang
    fix = finding.fix or finding.proposed
    try:
        cuts = sheet.reviser.revise(fix) if fix else ()
    except Cannot as fault:
        sheet.unchanged.append(Unplaced(finding.code, spot.place, reason(fault.why, lang)))
        return (), say("not_tracked", lang, reason(fault.why, lang))
    sheet.changes += 1
    return cuts, say("tracked", lang)


def _reserve_top(sheet: Sheet) -> int | None:
    """Mark the place of the comment at the top, before all others there, and return its number; None without any place."""
    place = sheet.places.first()
    if place is None:
        return None
    number = sheet.number
    sheet.number += 1
    anchored(sheet.canvas, place, None, marks_of(sheet.canvas, number))
    return number

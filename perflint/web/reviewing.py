"""One upload from files to the folder that its pages and downloads are read from; runs in a process of its own."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import msgspec
from msgspec import Struct, field

from perflint.facts import failed
from perflint.judge import InputError
from perflint.judge.inspection import Inspection
from perflint.office.export import TooLong
from perflint.report import Report
from perflint.report.review.model import Review
from perflint.web.annotating import put_annotated, without_own
from perflint.web.correcting import Corrected, corrected
from perflint.web.delivering import Desk, put_forms, put_review, put_tables
from perflint.web.opening import Opened, inspected, opened
from perflint.web.outcome import Line, Order, Outcome, Page, Progress
from perflint.web.paging import pages
from perflint.web.sample import sample
from perflint.web.unpacking import Item, unpacked
from perflint.web.words import say
from perflint.workspace.checking import BROKEN_RULES, Checker, Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.processes.timing import TimeUp, time_limit
from perflint.workspace.runs.conclusion import conclude
from perflint.workspace.runs.reviewing import review_of
from perflint.workspace.runs.workers import Job, checker_for

MOST_PAGES = 300
OUTCOME = "outcome"
FINISHING = 20.0
"""Seconds beyond those of the order for what is written at the end."""
_LEAST = 0.1  # of a second: 0 would be no limit
Tell = Callable[[Progress], None]


class Run(Struct):
    """An upload while it is worked on: files opened with what was found in them, errors, and until when there is time."""

    order: Order
    checker: Checker
    until: float
    opened: list[Opened] = field(default_factory=list)
    inspected: list[tuple[Job, Inspection]] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def left(self) -> float:
        """The seconds that are left."""
        return self.until - time.monotonic()

    def say(self, key: str, **values: object) -> str:
        """Return words in the language of the upload."""
        return say(key, self.order.lang, **values)


def checker_in(lang: str) -> Checker:
    """Return this process's checker; it has no clock of its own, which would end that of the upload."""
    return checker_for(Config(), Options(lang, summarize=True, gather=True, seconds=0))


def reviewed(order: Order, tell: Tell) -> Outcome:
    """Return what an upload comes to; pages and downloads are written into its folder."""
    run = Run(order, checker_in(order.lang), time.monotonic() + order.seconds)
    config, options = run.checker.config, run.checker.options
    items = [sample(order.lang, run.checker)] if order.sample else unpacked(order)
    for number, item in enumerate(items):
        tell(Progress("reading", number, len(items)))
        _take_in(run, item)
    tell(Progress("judging", len(items), len(items)))
    report = conclude(run.inspected, run.errors, options)
    review = review_of(report, options, config, datetime.now(UTC).astimezone().date().isoformat(), "")
    tell(Progress("writing", len(items), len(items)))
    return _written(run, report, review)


def _take_in(run: Run, item: Item | InputError) -> None:
    """Open and inspect one file; whatever it does, it is that file's error."""
    if isinstance(item, InputError):
        run.errors.append(item)
        return
    try:
        seconds = max(run.left, _LEAST)
        with time_limit(seconds):
            one = opened(without_own(item), run.checker, seconds)
            if isinstance(one, InputError):
                run.errors.append(one)
                return
            found = inspected(one, run.checker)
    except TimeUp:
        run.errors.append(InputError(item.name, run.say("out_of_time", seconds=f"{run.order.seconds:g}")))
    except BROKEN_RULES:
        raise
    except Exception as fault:  # noqa: BLE001  # the other files are reviewed all the same
        said = failed(fault)
        kind = said.en if run.order.lang == "en" else said.zh
        run.errors.append(InputError(item.name, run.say("breaks", kind=kind)))
    else:
        if not found.glance.tables and not found.findings:
            run.errors.append(InputError(item.name, run.say("no_table")))
            return
        run.opened.append(one)
        run.inspected.append((Job(Path(item.name), item.name, run.checker.config), found))


def _written(run: Run, report: Report, review: Review) -> Outcome:
    """Write pages and downloads, the most needed first; what there is no time for is left out and said."""
    folder, lang = Path(run.order.folder), run.order.lang
    desk = Desk(folder)
    shown = _paged(run, report, review, folder)
    if review.sheets:
        _in_time(run, lambda: put_review(desk, review), "no_review")
        _in_time(run, lambda: _annotate(run, desk, report), "no_annotated")
    if run.opened:
        _in_time(run, lambda: put_tables(desk, run.opened, lang), "no_yaml")
    mended = _corrected(run, desk, folder) if run.opened and report.summary.tables else 0
    outcome = Outcome(
        lang, tuple(_lines(review)), shown, review.count, review.unread, desk.offered, mended, tuple(run.notes)
    )
    (folder / OUTCOME).write_bytes(msgspec.msgpack.encode(outcome))
    return outcome


def _annotate(run: Run, desk: Desk, report: Report) -> None:
    run.notes += put_annotated(desk, run.opened, [one for _, one in run.inspected], report.findings, run.order.lang)


def _in_time(run: Run, make: Callable[[], None], note: str) -> None:
    """Make something, or note that there was no time for it."""
    try:
        with time_limit(max(run.left + FINISHING, _LEAST)):
            make()
    except TimeUp:
        run.notes.append(run.say(note))


def _paged(run: Run, report: Report, review: Review, folder: Path) -> int:
    """Write the pages of the tables, as many as there is time for; return how many."""
    written: list[Page] = []

    def write() -> None:
        for page in islice(pages(review, report, run.opened, run.checker), MOST_PAGES):
            (folder / f"page-{len(written) + 1}").write_bytes(msgspec.msgpack.encode(page))
            written.append(page)

    _in_time(run, write, "no_pages")
    return len(written)


def _corrected(run: Run, desk: Desk, folder: Path) -> int:
    """Write the corrected forms; return how many places were mended."""
    made: list[Corrected] = []

    def write() -> None:
        made.append(corrected(run.opened, folder / "tables", run.checker))
        if made[0].sheets:
            put_forms(desk, made[0].sheets, run.order.lang)

    try:
        _in_time(run, write, "no_forms")
    except TooLong:
        run.notes.append(run.say("no_excel"))
    return made[0].mended if made else 0


def _lines(review: Review) -> Iterator[Line]:
    for sheet in review.sheets:
        yield Line(sheet.number, sheet.heading, sheet.agency, sheet.path, sheet.verdict, sheet.count)

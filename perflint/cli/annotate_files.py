"""What `perflint annotate` does: documents read, checked together, and each written back with its comments."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from perflint.cli.annotate_messages import say, unplaced
from perflint.cli.exits import CLEAN, NOTHING, WRONG, complain, fail, write
from perflint.office.annotate import Annotated, AnnotateOptions, Refused
from perflint.office.grid import Unopened
from perflint.regular import read_regular
from perflint.report import Report
from perflint.workspace.disk.discovery import outside
from perflint.workspace.disk.naming import is_folder, shown
from perflint.workspace.disk.tree import leaves, tree_of
from perflint.workspace.disk.writing import write_whole_file
from perflint.workspace.processes.annotating import annotated_apart, stripped_apart
from perflint.workspace.processes.timing import TimeUp
from perflint.workspace.runs.discovering import Plan, config_for
from perflint.workspace.runs.run import run

Made = TypeVar("Made")


class Order(Struct, frozen=True):
    """What is to be annotated and how: the files with their rules, the comments, where to, over what is there or not."""

    plan: Plan
    options: AnnotateOptions
    output: Path
    force: bool


class Failed(Exception):  # noqa: N818  # said of one file
    """A file that is not annotated; the message says why, in the language of the run."""


def annotate_files(order: Order) -> int:
    """Annotate the files of an order, say what came of each, and return the exit code.

    Raises:
        ConfigError, RuleError, LexiconError, ProfileError, SettingError, SelectionError: rules or settings are broken.
        SystemExit: the output names one file for several.
    """
    files, lang = order.plan.paths, order.options.lang
    if len(files) > 1 and order.output.suffix and not is_folder(order.output):
        fail(say("folder", lang, path=order.output.as_posix()))
    contents, failed = _read(order)
    judged = {shown(path): bare for path, (_, bare) in contents.items()}
    report = run(replace(order.plan, paths=tuple(contents)), contents=judged)
    done = 0
    for path, (data, _) in contents.items():
        try:
            write(_annotate(order, report, path, data))
            done += 1
        except Failed as fault:
            failed.append((path, str(fault)))
    for path, why in failed:
        complain(f"perflint: {shown(path)}: {why}\n")
    empty = not done and all(why == say("none", lang) for _, why in failed)
    return NOTHING if empty else WRONG if failed else CLEAN


def _read(order: Order) -> tuple[dict[Path, tuple[bytes, bytes]], list[tuple[Path, str]]]:
    """Return what the files hold, with and without earlier comments of perflint; and those that cannot be annotated."""
    contents: dict[Path, tuple[bytes, bytes]] = {}
    failed = []
    for path in order.plan.paths:
        try:
            contents[path] = _held(order, path)
        except Failed as fault:
            failed.append((path, str(fault)))
    return contents, failed


def _held(order: Order, path: Path) -> tuple[bytes, bytes]:
    lang = order.options.lang
    if path.is_symlink() and leaves(path, tree_of(path.parent)):
        stray = outside(path)
        raise Failed(stray.en if lang == "en" else stray.zh)
    try:
        data = read_regular(path)
    except OSError as fault:
        missing = not path.exists()
        raise Failed(say("missing" if missing else "unreadable", lang, reason=fault.strerror or fault)) from fault
    return data, _tried(order, lambda: stripped_apart(data, path.name, order.plan.options.seconds))


def _annotate(order: Order, report: Report, path: Path, data: bytes) -> str:
    """Write one document with its comments; return what is said of it.

    Raises:
        Failed: it cannot be annotated or written.
    """
    lang, name = order.options.lang, shown(path)
    errors = [error.message for error in report.errors if error.path == name]
    if errors:
        raise Failed(errors[0])
    findings = [one for one in report.findings if one.place.path == name]
    if name not in report.paths:
        raise Failed(say("none", lang))
    packs = config_for(path, order.plan).packs
    how = replace(order.options, packs=packs)
    made = _tried(order, lambda: annotated_apart(data, path.name, findings, how, order.plan.options.seconds))
    target = _target(order, path)
    _put(order, target, made.data)
    return "".join(f"{line}\n" for line in _said(path, target, made, lang))


def _tried(order: Order, work: Callable[[], Made]) -> Made:
    lang = order.options.lang
    try:
        return work()
    except (Refused, Unopened) as fault:
        raise Failed(fault.en if lang == "en" else fault.zh) from fault
    except TimeUp as fault:
        raise Failed(say("slow", lang, seconds=f"{order.plan.options.seconds:g}")) from fault


def _target(order: Order, path: Path) -> Path:
    """Return where a document is written to: the file that was named, or one of its own name in the folder.

    Raises:
        Failed: the file that was named is of another kind.
    """
    output = order.output
    if len(order.plan.paths) > 1 or is_folder(output) or not output.suffix:
        return output / path.name
    if output.suffix.lower() != path.suffix.lower():
        raise Failed(say("kind", order.options.lang, suffix=path.suffix, path=output.as_posix()))
    return output


def _put(order: Order, target: Path, data: bytes) -> None:
    lang = order.options.lang
    try:
        write_whole_file(target, (data,), over=order.force, folders=True)
    except FileExistsError as fault:
        raise Failed(say("there", lang, path=target.as_posix())) from fault
    except OSError as fault:
        raise Failed(say("unwritable", lang, path=target.as_posix(), reason=fault.strerror or fault)) from fault


def _said(path: Path, target: Path, made: Annotated, lang: str) -> Iterator[str]:
    yield say("written", lang, path=shown(path), target=target.as_posix(), comments=made.comments)
    if made.changes:
        yield say("changes", lang, count=made.changes)
    if made.replaced:
        yield say("replaced", lang, count=made.replaced)
    if made.kept:
        yield say("kept", lang, count=made.kept)
    yield from (say("elsewhere", lang, one=unplaced(one)) for one in made.elsewhere)
    yield from (say("unchanged", lang, one=unplaced(one)) for one in made.unchanged)

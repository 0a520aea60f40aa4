"""What `perflint import` reads and writes: documents recognised, and one YAML file for each table."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from perflint.office.export import file_names
from perflint.office.grid import Unopened
from perflint.office.recognition import Draft
from perflint.office.recognition.reporting import Import
from perflint.office.yamlwriting import write_bundle, write_table
from perflint.regular import read_regular
from perflint.workspace.disk.discovery import outside
from perflint.workspace.disk.tree import leaves, tree_of
from perflint.workspace.disk.writing import write_whole_file
from perflint.workspace.documents import is_document
from perflint.workspace.processes.papers import recognised
from perflint.workspace.processes.timing import SECONDS, TimeUp

_SAID = {
    "zh": {
        "slow": "读入超过 {seconds:g} 秒，已停止；请拆分后再导入", "missing": "没有这个文件或文件夹", "unreadable": "无法读取：{reason}", "none": "没有找到绩效目标表",
        "written": "{path}：{count} 张表", "table": "  → {output}{notes}", "left": "未归入栏目 {count} 处（见 x-left-over）",
        "damaged": "原文受损，请核对", "guessed": "{field} 为推断：{value}", "there": "文件已存在，没有写入；要覆盖请加 --force",
        "nothing": "没有找到可导入的绩效目标表", "unwritable": "无法写入（{reason}）",
    },
    "en": {
        "slow": "reading it took longer than {seconds:g} s and was stopped; split it and import the parts",
        "missing": "there is no such file or folder", "unreadable": "cannot be read: {reason}",
        "none": "no target table was found in it", "written": "{path}: tables: {count}", "table": "  → {output}{notes}",
        "left": "{count} cells without a field (see x-left-over)", "damaged": "the source is damaged, compare it",
        "guessed": "{field} is concluded: {value}", "there": "the file exists and was not written; --force replaces it",
        "nothing": "no target table to import was found", "unwritable": "cannot be written ({reason})",
    },
}  # fmt: skip
_DOUBTFUL = 0.7


class Order(Struct, frozen=True):
    """How documents are to be imported: where to, in which keys, by which profile, with which packs."""

    folder: Path
    keys: str
    profile: str
    packs: tuple[Path, ...]
    lang: str
    bundle: bool = False
    force: bool = False


class Intake(Struct):
    """What came of it so far: documents imported, and inputs that could not be read or written."""

    order: Order
    imports: list[Import]
    errors: list[tuple[str, str]]
    taken: list[str]


def say(key: str, lang: str) -> str:
    """Return a message in a language."""
    return _SAID[lang][key]


def documents_in(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the documents that are named, and those in folders that are named."""
    for path in paths:
        if path.is_dir():
            tree = tree_of(path)
            found = (one for one in sorted(path.rglob("*")) if is_document(one.name) and one.is_file())
            inside = (one for one in found if not (one.is_symlink() and leaves(one, tree)))
            yield from (one for one in inside if not one.name.startswith(("~$", ".")))
        else:
            yield path


def take_in(intake: Intake, path: Path) -> Iterator[str]:
    """Import one document; yield what is to be said of it."""
    lang = intake.order.lang
    if path.is_symlink() and leaves(path, tree_of(path.parent)):
        stray = outside(path)
        intake.errors.append((path.as_posix(), stray.en if lang == "en" else stray.zh))
        return
    try:
        found = recognised(read_regular(path), path.name, intake.order.profile, intake.order.packs, SECONDS)
    except Unopened as fault:
        intake.errors.append((path.as_posix(), fault.en if lang == "en" else fault.zh))
        return
    except TimeUp:
        intake.errors.append((path.as_posix(), say("slow", lang).format(seconds=SECONDS)))
        return
    except OSError as fault:
        reason = (
            say("unreadable", lang).format(reason=fault.strerror or fault) if path.exists() else say("missing", lang)
        )
        intake.errors.append((path.as_posix(), reason))
        return
    outputs = _keep(intake, path, found.tables) if found.tables else ()
    intake.imports.append(Import(path.as_posix(), found, tuple(outputs)))
    if not found.tables:
        yield f"{path.as_posix()}: {say('none', lang)}\n"
        return
    yield say("written", lang).format(path=path.as_posix(), count=len(found.tables)) + "\n"
    for draft, output in zip(found.tables, outputs, strict=True):
        if output:
            yield say("table", lang).format(output=output, notes=_notes(draft, lang)) + "\n"


def _notes(draft: Draft, lang: str) -> str:
    left = sum(use.role == "left" for use in draft.uses)
    notes = [say("damaged", lang)] if draft.text("extraction") else []
    notes += [say("left", lang).format(count=left)] if left else []
    notes += [
        say("guessed", lang).format(field=guess.field, value=guess.value)
        for guess in draft.guesses if guess.confidence < _DOUBTFUL
    ]  # fmt: skip
    open_, close, comma = (" (", ")", "; ") if lang == "en" else ("（", "）", "；")
    return f"{open_}{comma.join(notes)}{close}" if notes else ""


def _keep(intake: Intake, path: Path, tables: Sequence[Draft]) -> list[str]:
    """Write the tables of a document; return the file of each, "" where it was not written."""
    order = intake.order
    if order.bundle:
        name = _free_names(intake, [path.stem])[0]
        return [_write(intake, name, write_bundle([draft.tree for draft in tables], order.keys))] * len(tables)
    names = _free_names(intake, [title_of(draft) or path.stem for draft in tables])
    return [
        _write(intake, name, write_table(draft.tree, order.keys)) for name, draft in zip(names, tables, strict=True)
    ]  # fmt: skip


def title_of(draft: Draft) -> str:
    """Return what a table's file is called after: code and name of the project, else agency and title."""
    code, name = draft.text("project.code"), draft.text("project.name")
    if name:
        return f"{code}-{name}" if code else name
    agency = draft.text("agency.name") or draft.text("agency")
    title = draft.text("title")
    return title if not agency or agency in title else "-".join(part for part in (agency, title) if part)


def _free_names(intake: Intake, titles: Sequence[str]) -> list[str]:
    """Return names that no table of this run has yet."""
    every = file_names([*intake.taken, *titles])
    intake.taken = every
    return every[-len(titles) :]


def _write(intake: Intake, name: str, text: str) -> str:
    path = intake.order.folder / f"{name}.yaml"
    lang = intake.order.lang
    try:
        write_whole_file(path, (text.encode("utf-8", "replace"),), over=intake.order.force, folders=True)
    except FileExistsError:
        intake.errors.append((path.as_posix(), say("there", lang)))
        return ""
    except OSError as fault:
        intake.errors.append((path.as_posix(), say("unwritable", lang).format(reason=fault.strerror or fault)))
        return ""
    return path.as_posix()

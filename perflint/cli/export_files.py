"""What `perflint export` writes: documents, none of them over one that is there unless that is asked for."""

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from perflint.cli.exits import fail, write
from perflint.cli.export_sheets import say
from perflint.office.export import Sheet, TooLong, file_names, write_excel, write_word
from perflint.workspace.disk.writing import write_whole_file


class Target(Struct, frozen=True):
    """One document to write and the sheets that it holds."""

    path: Path
    kind: str
    sheets: tuple[Sheet, ...]


def targets(sheets: Sequence[Sheet], output: Path, suffix: str) -> list[Target]:
    """Return what is to be written: one document, or one a table where `suffix` is `/` and the kind."""
    if not suffix.startswith("/"):
        return [Target(output, suffix[1:], tuple(sheets))]
    kind = suffix[1:]
    names = file_names(sheet.file_name for sheet in sheets)
    return [Target(output / f"{name}.{kind}", kind, (sheet,)) for name, sheet in zip(names, sheets, strict=True)]


def put(documents: Sequence[Target], lang: str, *, force: bool) -> bool:
    """Write documents, say so, and return whether all were written; none is if one is there and may not be replaced.

    Raises:
        SystemExit: one is there, or the library for its kind is not.
    """
    there = [target.path for target in documents if os.path.lexists(target.path) and not force]
    if there:
        fail("\nperflint: ".join(say("there", lang).format(path=path.as_posix()) for path in there))
    done = [_put(target, lang, force=force) for target in documents]  # every one is tried
    return all(done)


def _put(target: Target, lang: str, *, force: bool) -> bool:
    try:
        data = (write_word if target.kind == "docx" else write_excel)(target.sheets)
        _save(target.path, data, force=force)
    except ModuleNotFoundError as fault:
        fail(say("library", lang).format(library={"docx": "python-docx"}.get(fault.name or "", fault.name)))
    except TooLong as fault:
        write((fault.en if lang == "en" else fault.zh) + "\n")
        return False
    except OSError as fault:
        reason = fault.strerror or str(fault)
        write(say("unwritable", lang).format(path=target.path.as_posix(), reason=reason) + "\n")
        return False
    write(say("written", lang).format(path=target.path.as_posix(), count=len(target.sheets)) + "\n")
    return True


def _save(path: Path, data: bytes, *, force: bool) -> None:
    """Write a document whole; one that is there is exchanged at once where that was asked for."""
    write_whole_file(path, (data,), over=force, folders=True)

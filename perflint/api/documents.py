"""Office documents turned into tables in YAML, in memory."""

from pathlib import Path
from typing import Literal

from perflint.workspace.processes.papers import recognised
from perflint.workspace.processes.timing import SECONDS, TimeUp


class DocumentError(Exception):
    """A document that cannot be read; `zh` and `en` say why and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh, en)
        self.zh = zh
        self.en = en

    def __str__(self) -> str:
        return f"{self.zh} / {self.en}"


def import_document(
    data: bytes,
    name: str,
    *,
    keys: Literal["zh", "en"] = "zh",
    profile: str = "",
    packs: tuple[Path, ...] = (),
    time_limit: float = SECONDS,
) -> list[str]:
    """Return the target tables of a document (docx, xlsx, html, text, PDF …), each as YAML text; none where it holds none.

    `name` is the file's name, whose ending tells what it is; `keys` the language of the keys; `profile` the form of the
    tables, "" for the one that they look like. It is read in a process of its own, for at most `time_limit` seconds.

    Raises:
        DocumentError: it cannot be opened, is too large or takes too long, or a library for it (extra `office`) is missing.
    """
    from perflint.office.grid import Unopened  # noqa: PLC0415  # most programs see no office document
    from perflint.office.yamlwriting import write_table  # noqa: PLC0415  # the same

    try:
        found = recognised(data, name, profile, packs, time_limit)
    except Unopened as fault:
        raise DocumentError(fault.zh, fault.en) from fault
    except TimeUp as fault:
        most = f"{time_limit:g}"
        raise DocumentError(
            f"读入超过 {most} 秒，已停止；请拆分后再读",
            f"reading it took longer than {most} s and was stopped; split it",
        ) from fault
    return [write_table(draft.tree, keys) for draft in found.tables]

"""What is true of a generated repository, as its `truth.json` holds it."""

import json
from pathlib import Path
from typing import TypedDict

FILE = "truth.json"


class Place(TypedDict):
    """A fault in a table: what else may rightly be said there; without `must` nothing needs to be said."""

    path: str
    kind: str
    row: str
    also: list[str]
    must: bool


class Entry(TypedDict):
    """A project: what happened to it, in how many years it stands, its tables and its faults."""

    event: str
    years: int
    paths: list[str]
    planted: list[Place]


def write_truth(folder: Path, entries: list[Entry]) -> None:
    """Write what is true of a repository into its folder."""
    (folder / FILE).write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

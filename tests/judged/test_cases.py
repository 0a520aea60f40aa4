"""Kinds of mistake, one in each otherwise clean table, each beside a near miss that looks like it and is right."""

from collections import Counter
from pathlib import Path
from typing import Any

from tests.judged.reading import HERE, load, said_alone

CASES: list[dict[str, Any]] = load("cases.yaml")
LINES = {path.stem: set(path.read_text(encoding="utf-8").splitlines()) for path in (HERE / "cases").glob("*.yaml")}
BASES = sorted(stem for stem in LINES if stem.startswith("base-"))


def base_of(stem: str) -> str:
    """Return the clean table that a case was made from: the one that shares most of its lines."""
    return max(BASES, key=lambda base: len(LINES[stem] & LINES[base]) - len(LINES[base] - LINES[stem]) / 2)


def added(stem: str) -> set[str]:
    """Return the codes that a case has more often than its clean base, at any severity."""
    found = said_alone("cases")
    codes = Counter((one.code, one.severity) for one in found[stem])
    return {code for code, _ in codes - Counter((one.code, one.severity) for one in found[base_of(stem)])}


def stem_of(case: dict[str, Any]) -> str:
    return Path(case["file"]).stem


def unnoticed() -> list[dict[str, Any]]:
    faulty = [case for case in CASES if not case["near_miss"] and "undecidable" not in case]
    return [case for case in faulty if not added(stem_of(case)) & set(case["expect"])]


def test_the_clean_tables_are_clean() -> None:
    assert [one for base in BASES for one in said_alone("cases")[base] if one.loud] == []


def test_most_mistakes_are_noticed() -> None:
    assert len(unnoticed()) <= int(load("floors.yaml")["cases_missed"]), [(x["file"], x["kind"]) for x in unnoticed()]


def test_near_misses_say_nothing_more_than_their_base() -> None:
    near = [(case["file"], added(stem_of(case))) for case in CASES if case["near_miss"]]
    assert [(file, codes) for file, codes in near if codes] == []

"""What is kept is kept by a stamp: it changes when a file changes, comes or goes, and not when others do."""

import os
import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from perflint.data.assets import stamp_below
from perflint.facts.kind import _modules_of


def _lengthen(folder: Path) -> None:
    (folder / "core" / "a.yaml").write_text("id: A 2", encoding="utf-8")


def _touch(folder: Path) -> None:
    os.utime(folder / "core" / "a.yaml", ns=(1, 2))


def _add(folder: Path) -> None:
    (folder / "core" / "deep" / "b.yaml").write_text("", encoding="utf-8")


def _take_away(folder: Path) -> None:
    (folder / "core" / "deep" / "c.yaml").unlink()


def _rename(folder: Path) -> None:
    (folder / "core" / "a.yaml").rename(folder / "core" / "z.yaml")


@pytest.mark.parametrize("change", [_lengthen, _touch, _add, _take_away, _rename])
def test_a_change_changes_the_stamp(tmp_path: Path, change: Callable[[Path], None]) -> None:
    (tmp_path / "core" / "deep").mkdir(parents=True)
    (tmp_path / "core" / "a.yaml").write_text("id: A", encoding="utf-8")
    (tmp_path / "core" / "deep" / "c.yaml").write_text("id: C", encoding="utf-8")
    before = stamp_below(tmp_path)
    assert stamp_below(tmp_path) == before
    (tmp_path / "core" / "notes.txt").write_text("no rule", encoding="utf-8")
    assert stamp_below(tmp_path) == before
    change(tmp_path)
    assert stamp_below(tmp_path) != before


@pytest.mark.parametrize("package", ["perflint.facts", "perflint.across.facts"])
def test_the_modules_of_facts_are_those_that_python_finds(package: str) -> None:
    known = pkgutil.walk_packages(import_module(package).__path__, f"{package}.")
    assert list(_modules_of(package)) == [module.name for module in known]

"""Profiles: which form a province prints in a budget year, which classes hold, which settings and rules differ."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from perflint.data.assets import data_files, rules_root, stamp
from perflint.data.built import built
from perflint.data.store import remember
from perflint.model.forms import FORMS_FILE, Form, read_forms
from perflint.model.profile_checks import check_levels, check_rules, check_settings, rule_words
from perflint.model.profile_file import FRAME, KINDS, ProfileFile, near
from perflint.model.profile_forms import FormChoice, read_choice, read_fields
from perflint.model.table import Table
from perflint.source import lookup


class Profile(Struct, frozen=True):
    """One profile with what it inherits already merged in; settings and rule changes are plain text values.

    `origins` says which profile of the line gave a setting.
    """

    name: str
    zh: str
    en: str
    choices: Mapping[str, tuple[FormChoice, ...]]
    taxonomy: str
    settings: Mapping[str, Any]
    rules: Mapping[str, str]
    level_names: tuple[str, ...]
    suffix_optional: bool
    origins: Mapping[str, str]
    printed: tuple[tuple[str, str], ...] = ()


def load_profiles(packs: tuple[Path, ...] = ()) -> Mapping[str, Profile]:
    """Return all profiles by name: the shipped ones, then those of further packs, which may replace them.

    Raises:
        ProfileError: a profile file is broken or extends one that does not exist.
    """
    if not packs and (shipped := built("profiles", dict[str, Profile])):
        return shipped
    groups = tuple(data_files(root / "profiles") for root in (rules_root(), *packs))
    known = rule_words(packs) if any(groups[1:]) else frozenset[str]()
    files = [*(path for group in groups for path in group), rules_root() / FORMS_FILE, rules_root() / "fields.yaml",
             rules_root() / "settings.yaml"]  # fmt: skip
    return _load(groups, known, f"{stamp(files)}|{sorted(known)}")


def printed_names(packs: tuple[Path, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Return the names that the profiles of packs have for cells: (name, canonical dotted name)."""
    found = (name for profile in load_profiles(packs).values() for name in profile.printed) if packs else ()
    return tuple(sorted(set(found)))


@lru_cache(maxsize=8)
def _load(groups: tuple[tuple[Path, ...], ...], known: frozenset[str], state: str) -> Mapping[str, Profile]:
    return remember("profiles", state, lambda: _build(groups, known), dict[str, Profile])


def _build(groups: tuple[tuple[Path, ...], ...], known: frozenset[str]) -> dict[str, Profile]:
    forms = read_forms(rules_root() / FORMS_FILE)
    written: dict[str, ProfileFile] = {}
    for group in groups:
        own: dict[str, ProfileFile] = {}
        for path in group:
            file = ProfileFile(path)
            if file.name in own:
                at = own[file.name].path
                file.fail(0, f"“{file.name}”与 {at} 重名", f"the id `{file.name}` is taken by {at}")
            own[file.name] = file
            _check(file, known)
        written |= own
    return {name: _profile(_line(file, written), forms) for name, file in written.items()}


def _check(file: ProfileFile, known: frozenset[str]) -> None:
    check_settings(file)
    check_levels(file)
    check_rules(file, known or rule_words(()))


def _line(file: ProfileFile, written: Mapping[str, ProfileFile]) -> list[ProfileFile]:
    """Return a profile and those that it extends, the first ancestor first."""
    line = [file]
    while "extends" in line[0].data:
        child = line[0]
        place = lookup(child.root, "extends") or child.root
        parent = child.data["extends"]
        if parent not in written:
            zh, en = near(parent, written)
            child.fail_at(place, f"没有名为“{parent}”的模板{zh}", f"extends {parent}, which is no profile{en}")
        if written[parent] in line:
            zh = f"extends 互相引用：{parent}"
            child.fail_at(place, zh, f"extends {parent}, which is itself or extends this one")
        line.insert(0, written[parent])
    return line


def _profile(line: list[ProfileFile], forms: Mapping[str, Form]) -> Profile:
    parts = {key: _merged(line, key) for key in ("title", "settings", "rules", "levels")}
    settings, levels = parts["settings"], parts["levels"]
    taxonomy, name = _frame(line), line[-1].name
    return Profile(
        name,
        parts["title"].get("zh", name),
        parts["title"].get("en", name),
        {kind: _choices(line, kind, forms) for kind in KINDS},
        taxonomy,
        settings | ({FRAME: taxonomy} if taxonomy != "auto" else {}),
        parts["rules"],
        (*levels.get("also", ()), *levels.get("names", {})),
        levels.get("suffix_optional") == "true",
        {key: file.name for file in line for key in _given(file)},
        tuple(name for file in line for name in read_fields(file)),
    )


def _frame(line: list[ProfileFile]) -> str:
    """Return the taxonomy that the last of a line names, under either of its names."""
    frames = (file.data.get("taxonomy") or file.data.get("settings", {}).get(FRAME) for file in reversed(line))
    return next((frame for frame in frames if frame), "auto")


def _merged(line: list[ProfileFile], key: str) -> dict[str, Any]:
    return {name: value for file in line for name, value in file.data.get(key, {}).items()}


def _given(file: ProfileFile) -> tuple[str, ...]:
    return (*file.data.get("settings", {}), *((FRAME,) if "taxonomy" in file.data else ()))


def _choices(line: list[ProfileFile], kind: str, forms: Mapping[str, Form]) -> tuple[FormChoice, ...]:
    """Return the forms of a kind as the last of a line lists them."""
    file = next((file for file in reversed(line) if file.items("forms", kind)), None)
    if file is None:
        line[-1].fail(0, f"缺少 forms.{kind}；写上 extends: general 即沿用通用表式",
                      f"`forms:` needs a form for {kind}; `extends: general` brings one")  # fmt: skip
    none = _frame(line) == "none"  # no class is expected on any form
    known = {letter: replace(form, levels=form.levels and not none) for letter, form in forms.items()}
    return tuple(read_choice(file, entry, kind, known) for entry in file.items("forms", kind))


def choose_form(profile: Profile, table: Table) -> Form:
    """Return the form that a table is printed on: the first of the profile whose marks the table bears."""
    kind = "department" if table_kind(table) == "department" else "project"
    choices = profile.choices[kind]
    return next((choice.form for choice in choices if _bears(choice, table)), choices[-1].form)


def table_kind(table: Table) -> str:
    """Return `project`, `department`, or "" where the table says neither."""
    typed = table.text("kind").strip()
    return {"project": "project", "项目": "project", "department": "department", "部门整体": "department",
            "部门": "department", "整体": "department"}.get(typed, "")  # fmt: skip


def _bears(choice: FormChoice, table: Table) -> bool:
    if choice.no_levels and any(row.text("level1").strip() or row.text("level2").strip() for row in table.rows):
        return False
    if not choice.marks and not choice.row_marks:
        return True
    return any(table.filled(mark) or table.records.get(mark) for mark in choice.marks) or any(
        mark in row.cells and row.cells[mark].filled for row in table.rows for mark in choice.row_marks
    )

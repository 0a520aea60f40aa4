"""Profiles: which form a province prints in a budget year, which classes hold, which settings and rules differ."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from perflint.data.assets import data_files, rules_root, stamp
from perflint.data.store import remember
from perflint.model.table import Table
from perflint.source import Unreadable, read_source, to_data

FORMS_FILE = "forms.yaml"
_KINDS = ("project", "department")
# The keys of a profile file and what each holds.
_SHAPES: Mapping[str, type] = {
    "id": str, "extends": str, "taxonomy": str, "source": str,
    "title": dict, "forms": dict, "settings": dict, "rules": dict, "levels": dict,
}  # fmt: skip


class ProfileError(Exception):
    """A profile that cannot be used; the text names the file and what to mend."""


class Form(Struct, frozen=True):
    """One printed form: its letter, whose table it is, its cells, and those that must be filled."""

    letter: str
    kind: str
    levels: bool
    required: tuple[str, ...]
    columns: tuple[str, ...]
    zh: str
    en: str


class FormChoice(Struct, frozen=True):
    """A form and the marks by which a table is known to be printed on it."""

    form: Form
    marks: tuple[str, ...]
    row_marks: tuple[str, ...]
    no_levels: bool


class Profile(Struct, frozen=True):
    """One profile with what it inherits already merged in; settings and rule changes are plain text values."""

    name: str
    zh: str
    en: str
    choices: Mapping[str, tuple[FormChoice, ...]]
    taxonomy: str
    settings: Mapping[str, Any]
    rules: Mapping[str, str]
    level_names: tuple[str, ...]
    suffix_optional: bool


def load_profiles(packs: tuple[Path, ...] = ()) -> Mapping[str, Profile]:
    """Return all profiles by name: the shipped ones, then those of further packs, which may replace them.

    Raises:
        ProfileError: a profile file is broken or extends one that does not exist.
    """
    files = [*data_files(rules_root() / "profiles")]
    for pack in packs:
        files.extend(data_files(pack / "profiles"))
    forms = rules_root() / FORMS_FILE
    return _load(tuple(files), forms, stamp([*files, forms]))


@lru_cache(maxsize=8)
def _load(files: tuple[Path, ...], forms: Path, state: str) -> Mapping[str, Profile]:
    return remember("profiles", state, lambda: _build(files, forms))


def _build(files: tuple[Path, ...], forms_file: Path) -> dict[str, Profile]:
    forms = {letter: _form(letter, entry) for letter, entry in _mapping(forms_file).items()}
    written: dict[str, tuple[Path, dict[str, Any]]] = {}
    for path in files:
        data = _mapping(path)
        _check(path, data)
        written[data["id"]] = (path, data)
    return {name: _profile(_merged(name, written, ()), written[name][0], forms) for name in written}


def _check(path: Path, data: dict[str, Any]) -> None:
    """Raise ProfileError at the first key that is unknown, missing, or holds something of another shape."""
    unknown = sorted(data.keys() - _SHAPES.keys())
    if unknown or "id" not in data:
        raise ProfileError(f"{path}: {'unknown key ' + unknown[0] if unknown else 'the key `id` is missing'}")
    for key, value in data.items():
        if not isinstance(value, _SHAPES[key]):
            wanted = "a mapping" if _SHAPES[key] is dict else "a text"
            raise ProfileError(f"{path}: `{key}:` needs {wanted}")


def _mapping(path: Path) -> dict[str, Any]:
    try:
        source = read_source(path.read_bytes(), str(path))
    except Unreadable as fault:
        raise ProfileError(f"{path}: {fault.en}") from fault
    data = to_data(source.roots[0]) if source.roots and not source.faults else None
    if not isinstance(data, dict):
        raise ProfileError(f"{path}: {source.faults[0].en if source.faults else 'a mapping is expected'}")
    return data


def _form(letter: str, entry: dict[str, Any]) -> Form:
    return Form(
        letter,
        entry["kind"],
        entry["levels"] == "true",
        tuple(entry["required"]),
        tuple(entry["columns"]),
        entry["title"]["zh"],
        entry["title"]["en"],
    )


def _merged(name: str, written: dict[str, tuple[Path, dict[str, Any]]], seen: tuple[str, ...]) -> dict[str, Any]:
    path, data = written[name]
    parent = data.get("extends")
    if parent is None:
        return data
    if parent not in written or parent in seen:
        raise ProfileError(f"{path}: extends {parent}, which is {'itself' if parent in seen else 'no profile'}")
    base = _merged(parent, written, (*seen, name))
    both = {key: {**base.get(key, {}), **data.get(key, {})} for key in ("settings", "rules", "forms", "levels")}
    return {**base, **data, **both}


def _profile(data: dict[str, Any], path: Path, forms: dict[str, Form]) -> Profile:
    levels = data.get("levels", {})
    try:
        choices = {kind: tuple(_choice(entry, forms) for entry in data["forms"][kind]) for kind in _KINDS}
    except (KeyError, TypeError, AttributeError) as fault:
        raise ProfileError(f"{path}: `forms:` needs a known form for project and department ({fault})") from fault
    if not all(choices.values()):
        raise ProfileError(f"{path}: `forms:` needs a form for project and one for department")
    return Profile(
        data["id"],
        data.get("title", {}).get("zh", data["id"]),
        data.get("title", {}).get("en", data["id"]),
        choices,
        data.get("taxonomy", "auto"),
        data.get("settings", {}),
        data.get("rules", {}),
        tuple(levels.get("also", ())),
        levels.get("suffix_optional") == "true",
    )


def _choice(entry: dict[str, Any], forms: dict[str, Form]) -> FormChoice:
    return FormChoice(
        forms[entry["form"]],
        tuple(entry.get("marks", ())),
        tuple(entry.get("row_marks", ())),
        entry.get("no_levels") == "true",
    )


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

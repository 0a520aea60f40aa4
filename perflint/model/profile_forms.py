"""The forms that a profile lists: each a printed form, with the cells that this profile adds, demands or does without."""

from collections.abc import Mapping
from typing import NoReturn

from msgspec import Struct
from msgspec.structs import replace

from perflint.model.fields import catalogue, home
from perflint.model.forms import ROWS, Form, cell_names, nearest_cell
from perflint.model.profile_file import ProfileFile
from perflint.source import Node


class FormChoice(Struct, frozen=True):
    """A form and the marks by which a table is known to be printed on it."""

    form: Form
    marks: tuple[str, ...]
    row_marks: tuple[str, ...]
    no_levels: bool


def read_choice(file: ProfileFile, entry: Node, kind: str, forms: Mapping[str, Form]) -> FormChoice:
    """Return one form that a profile lists for a kind of table.

    Raises:
        ProfileError: the form or a cell does not exist.
    """
    nodes = {key.text: value for key, value in entry.pairs}
    form = _printed(file, nodes.get("form", entry), kind, forms)
    if "levels" in nodes:
        form = replace(form, levels=nodes["levels"].text == "true")
    cells = {key: tuple(_cell(file, item) for item in value.items) for key, value in nodes.items()}
    return FormChoice(
        _adapted(form, cells),
        cells.get("marks", ()),
        tuple(_row_cell(file, item) for item in nodes["row_marks"].items) if "row_marks" in nodes else (),
        "no_levels" in nodes and nodes["no_levels"].text == "true",
    )


def read_fields(file: ProfileFile) -> tuple[tuple[str, str], ...]:
    """Return the names that a profile's form prints for cells: (name, canonical dotted name).

    Raises:
        ProfileError: a cell does not exist, or the name is that of another cell beside it.
    """
    found = []
    for key, value in file.pairs("fields"):
        cell = _cell(file, value)
        section, name = home(cell)
        known = catalogue().spelled[section].get(key.text)
        if known and known.name != name:
            zh = f"“{key.text}”已是另一个栏目（{known.name}）的名称"
            file.fail_at(key, zh, f"`{key.text}` is the name of another cell already: {known.name}")
        found.append((key.text, cell))
    return tuple(found)


def _printed(file: ProfileFile, node: Node, kind: str, forms: Mapping[str, Form]) -> Form:
    fitting = {letter: form for letter, form in forms.items() if form.kind == kind}
    if node.text not in fitting:
        said = "、".join(f"{letter}（{form.zh}）" for letter, form in fitting.items())
        zh = f"“{node.text}”不是 {kind} 的表式，可写：{said}"
        file.fail_at(node, zh, f"`form:` needs a form for {kind}: {', '.join(fitting)}")
    return fitting[node.text]


def _cell(file: ProfileFile, node: Node) -> str:
    """Return the canonical name of the cell that a profile names; a bare name may be one of the row."""
    names = cell_names(node.text) or cell_names(f"{ROWS}.{node.text}")
    return names[0] if len(names) == 1 else _no_cell(file, node, names)


def _row_cell(file: ProfileFile, node: Node) -> str:
    """Return the canonical name within the row of the cell that a profile names."""
    names = cell_names(f"{ROWS}.{node.text}") or cell_names(node.text)
    if len(names) != 1:
        _no_cell(file, node, names)
    if not names[0].startswith(f"{ROWS}."):
        zh = f"“{node.text}”不是指标行的栏目，请写在 marks 下"
        file.fail_at(node, zh, f"`{node.text}` is no cell of a row; write it under `marks`")
    return names[0].removeprefix(f"{ROWS}.")


def _no_cell(file: ProfileFile, node: Node, names: tuple[str, ...]) -> NoReturn:
    typed, close = node.text, nearest_cell(node.text)
    if names:
        zh = f"“{typed}”可能是 {'、'.join(names)}，请写全"
        file.fail_at(node, zh, f"`{typed}` may be {', '.join(names)}; write one of them")
    zh, en = (f"，是否应为“{close}”？", f"; did you mean `{close}`?") if close else (
        "（perflint schema table 列出全部）", "; `perflint schema table` lists them")  # fmt: skip
    file.fail_at(node, f"没有“{typed}”这个栏目{zh}", f"there is no cell `{typed}`{en}")


def _adapted(form: Form, cells: Mapping[str, tuple[str, ...]]) -> Form:
    """Return a form with what the profile requires, adds, does not demand and does not print."""
    gone, free = {*cells.get("without", ())}, {*cells.get("optional", ())}
    required = dict.fromkeys((*form.required, *cells.get("require", ())))
    columns = dict.fromkeys((*form.columns, *cells.get("columns", ()), *(name for name in required if name in free)))
    return replace(
        form,
        required=tuple(name for name in required if name not in gone | free),
        columns=tuple(name for name in columns if name not in gone),
        asked=cells.get("require", ()),
    )

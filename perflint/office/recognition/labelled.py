"""Lines of a remark that name a field (`立项依据：…`), as an export prints what its form has no cell for: back in the field."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from perflint.model import catalogue
from perflint.model.fields import INNER
from perflint.model.section import ROWS
from perflint.office.labels import label_of, lined
from perflint.office.recognition.draft import Branch, Leaf
from perflint.office.recognition.wording import halves, trimmed
from perflint.pattern import pattern
from perflint.typography import is_blank

MIDTERM = "中长期·"  # before what a remark says of the left half of a form
_UNPRINTED = frozenset({"kind", "profile", "title", "annex", "remark"})
_ROWS_OF = {"execution.sources": INNER["execution_rows"]}
_COLUMN = pattern(r"第\d+列$|(?<=!)[A-Z]{1,3}(?=\d+)")
_OWN = pattern(r"^([^【】：:\n]{0,12}·)?【([^【】\n]{1,40})】(.*)$")
_NUMBERED = pattern(r"^([^\d]{2,12})(\d{1,4})$")


def unpack(branch: Branch, section: str = "table") -> None:
    """Give the labelled lines of a table's or a row's remark back to the fields that they name, where these are free."""
    remark = branch.get("remark")
    if not isinstance(remark, Leaf):
        return
    kept: list[str] = []
    for label, lines in _labelled(remark.text.split("\n"), section):
        if not label or not _put(branch, label, "\n".join(lines), section, remark.place):
            kept += [_again(label, lines[0]), *lines[1:]] if label else lines
    if kept:
        branch["remark"] = Leaf("\n".join(kept), remark.place)
    else:
        del branch["remark"]


def _again(label: str, text: str) -> str:
    """Return a line as it stood."""
    above, mark, key = label.partition("x-")
    return lined(f"{above}【{key}】" if mark else label, text)


def unpack_rows(rows: Sequence[Branch]) -> None:
    """Give the labelled lines of the rows' remarks back to their fields; those of the left half go to the row there."""
    left = {place: row for row in rows if "horizon" in row and (place := _line_of(row))}
    for row in rows:
        remark, other = row.get("remark"), left.get(_line_of(row))
        if isinstance(remark, Leaf) and MIDTERM in remark.text and other is not None and other is not row:
            own, theirs = _parted(remark.text.split("\n"))
            row["remark"] = Leaf("\n".join(own), remark.place)
            other["remark"] = Leaf("\n".join(theirs), remark.place)
    for row in rows:
        unpack(row, "indicators")


def _parted(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the lines of a remark on the row itself and those on the left half, which are marked; others go on."""
    own: list[str] = []
    theirs: list[str] = []
    into = own
    for line in lines:
        if line.startswith(MIDTERM):
            into = theirs
            into.append(line.removeprefix(MIDTERM))
        elif (named := halves(line)) and named[0] in _names("indicators"):
            into = own
            into.append(line)
        else:
            into.append(line)
    return own, theirs


def _line_of(row: Branch) -> str:
    """Return where a row stands, without its column; "" where the place names none."""
    name = row.get("name")
    return _COLUMN.sub("", name.place) if isinstance(name, Leaf) else ""


def _labelled(lines: Sequence[str], section: str) -> Iterator[tuple[str, list[str]]]:
    """Yield labels with the lines that belong to each; what stands before the first label has none."""
    label, held = "", list[str]()
    for line in lines:
        name, text = _own_key(line) or halves(line) or ("", "")
        if name and _is_name(name, section):
            if label or held:
                yield label, held
            label, held = name, [text]
        else:
            held.append(line)
    if label or held:
        yield label, held


def _own_key(line: str) -> tuple[str, str] | None:
    """Return the key and the text of a line that prints a key of the author's own, `【经办】…`."""
    found = _OWN.match(line)
    return (f"{found[1] or ''}x-{found[2]}", trimmed(found[3])) if found else None


def _is_name(name: str, section: str) -> bool:
    if name in _names(section) or "x-" in name or "·" in name:
        return True
    return section == "table" and (name.startswith(_plan()) or _numbered(name) is not None)


def _put(branch: Branch, label: str, text: str, section: str, place: str) -> bool:
    """Put a text where its label says; return whether there was room."""
    if is_blank(text):
        return False
    if "x-" in label:
        return _put_own(branch, label, Leaf(text, place))
    if label.startswith(_plan()):
        plan = branch.setdefault("spending_plan", {})
        return (
            isinstance(plan, dict) and plan.setdefault(label.removeprefix(_plan()), leaf := Leaf(text, place)) is leaf
        )
    if label in _names(section):
        return _put_field(branch, _names(section)[label], Leaf(text, place))
    return _numbered(label) is not None and _put_row(branch, label, text, place)


def _put_own(branch: Branch, label: str, leaf: Leaf) -> bool:
    """Put a text under a key of the author's own, in the section that stands before it."""
    above, mark, key = label.partition("x-")
    section = catalogue().spelled["table"].get(above.strip("·"))
    if above and (section is None or section.shape not in {"section", "goals"}):
        return False
    inner = branch.setdefault(section.name, {}) if section else branch
    return isinstance(inner, dict) and inner.setdefault(mark + key, leaf) is leaf


def _put_field(branch: Branch, name: str, leaf: Leaf) -> bool:
    *above, last = name.split(".")
    for step in above:
        inner = branch.setdefault(step, {})
        if not isinstance(inner, dict):
            return False
        branch = inner
    known = branch.get(last)
    if known is not None and not (isinstance(known, Leaf) and is_blank(known.text)):
        return False
    branch[last] = leaf
    return True


def _put_row(branch: Branch, label: str, text: str, place: str) -> bool:
    """Put a row of a list that was printed in one line: `年度主要任务1：任务名称：…；合计：…`."""
    listing, number = _numbered(label) or ("", 0)
    *above, last = listing.split(".")
    for step in above:
        inner = branch.setdefault(step, {})
        if not isinstance(inner, dict):
            return False
        branch = inner
    rows = branch.setdefault(last, [])
    if not listing or not isinstance(rows, list) or number != len(rows) + 1:
        return False
    row: Branch = {}
    for piece in text.split("；"):
        own = _own_key(piece)
        if own:
            _put_own(row, own[0], Leaf(own[1], place))
            continue
        name, said = halves(piece) or ("", "")
        field = "remark" if name == label_of("remark") else _names(listing).get(name)
        if field:
            _put_field(row, last_field := field, Leaf(trimmed(said), place))
        elif row:
            known = row.get(last_field)
            row[last_field] = Leaf(f"{known.text if isinstance(known, Leaf) else ''}；{piece}", place)
    rows.append(row)  # type: ignore[arg-type]  # a list of rows, since a leaf stands under no such name
    return bool(row)


def _numbered(label: str) -> tuple[str, int] | None:
    """Return the list and the number that a label such as 年度主要任务2 names."""
    found = _NUMBERED.match(label)
    listing = _lists().get(found[1]) if found else None
    return (listing, int(found[2])) if found and listing else None


@lru_cache(maxsize=1)
def _plan() -> str:
    return label_of("spending_plan") + "·"


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, str]:
    every = [name for name, shape in _fields("table", "") if shape in ROWS and name != "indicators"]
    return {label_of(name): name for name in every}


@lru_cache(maxsize=16)
def _names(section: str) -> Mapping[str, str]:
    """Return the dotted fields of a table, or of a row of a list, by the labels that an export prints for them."""
    lead = "" if section == "table" else f"{section}."
    found: dict[str, str] = {}
    twice = set[str]()
    for name, shape in _fields(_ROWS_OF.get(section, section.rpartition(".")[2]), ""):
        if shape not in ROWS and name not in _UNPRINTED:
            label = label_of(lead + name)
            label = label.rpartition("·")[2] if lead and section != "indicators" else label
            twice |= {label} & found.keys()
            found[label] = name
    return {label: name for label, name in found.items() if label not in twice}


def _fields(section: str, lead: str) -> Iterator[tuple[str, str]]:
    for field in catalogue().sections[section]:
        name = f"{lead}{field.name}"
        if field.shape in {"section", "goals", "midterm_goal"}:
            yield from _fields(INNER.get(field.shape, field.name), f"{name}.")
        elif field.shape == "agency":
            yield from (
                (one, shape) for one, shape in ((name, "text"), (f"{name}.code", "text"), (f"{name}.name", "text"))
            )
        elif field.shape != "plan":
            yield name, field.shape

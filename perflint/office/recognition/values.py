"""Values put under their fields, in the shape that each field has; what cannot be a value of its field is left."""

from perflint.office.grid import GridCell
from perflint.office.recognition.boxes import has_boxes, read_boxes
from perflint.office.recognition.desk import Desk
from perflint.office.recognition.draft import Leaf
from perflint.office.recognition.kinds import suits
from perflint.office.recognition.naming import kept_key, known_key
from perflint.office.recognition.wording import trimmed, unnumbered
from perflint.pattern import pattern
from perflint.typography import fold, is_blank

_CODE_AND_NAME = pattern(r"^(\d{3,12})[ \u3000\-—]+(?!年)([\u4e00-\u9fff（）()]{2,60})$")
_SEAL = pattern(
    r"^[（(](?:盖章|公章|签章|加盖公章|章)[)）][ \u3000]*(?=\S)|(?<=\S)[ \u3000]*[（(](?:盖章|公章|签章|加盖公章|章)[)）]$"
)
_CODE_LAST = pattern(r"^([\u4e00-\u9fff（）()]{2,60})[ \u3000]*(\d{3,12})$")
_PROJECT = pattern(r"^([0-9A-Z]{15,30})[ \u3000\-—_]+(\S.*)$")
_PERIOD = pattern(r"^(.*?\d.*?)[ \u3000]*(?:至|到|[—–~～]+|(?<=[年月日号])-+)[ \u3000]*(.*\d.*)$")
_DASHED = pattern(r"^(\d{4}(?:[.年]?\d{0,2}月?)?)[ \u3000]*-[ \u3000]*(\d{4}.*)$")
_HEIGHTS = (
    (4, pattern(r"财政")),
    (3, pattern(r"中央|国家|国务院|部委")),
    (2, pattern(r"省|自治区|兵团")),
    (1, pattern(r"(?<!县)市(?!县)|盟|州")),
)
_ANNUAL, _OPEN_TERM = pattern(r"年度|当年|本年|全年|20\d\d年"), 0.7
_SPAN = pattern(r"20\d\d年?[-—–~～至到]+20\d\d年?")
_LASTING = pattern(r"一次性|经常性|常年性|长期性")
_POLICY = pattern(r"产业|民生|基础设施|发展|保障")
_TRIMMED = frozenset({"agency", "agency.code", "supervisor", "project.period", "project.term", "year", "currency_unit"})
_PARTIES = frozenset({"agency", "supervisor"})
_YEARS = pattern(r"[（(](20[\d*+Nn]*年?)[-—–~至到]+(20[\d*+Nn]*年?)[)）]")
_LISTS = frozenset({"project.basis_types"})
_NESTED = {"goals.midterm": "goals.midterm.text"}


def put_value(desk: Desk, field: str, text: str, cell: GridCell, label: GridCell | None = None) -> bool:
    """Put a value under its field; one that has no room there is kept under its label. Return whether it was put."""
    if has_boxes(text) and field.startswith("project."):
        put_boxes(desk, field, cell, text)
        return True
    text = trimmed(text) if field in _TRIMMED else text
    if not is_blank(text) and not suits(field, text):
        return _keep(desk, field, text, cell, label)
    if field == "project.schedule":
        desk.draft.lists.setdefault(field, []).append({"task": Leaf(text, cell.place)})
        desk.draft.use(cell, "project.schedule.task", "value")
        return True
    if field == "goals.midterm" and label is not None:
        put_years(desk, label)
    field = field if is_blank(text) else _meant(desk, field, text, label)
    if label is not None and unnumbered(label.text) != label.text and desk.draft.add(field, text, cell):
        return True
    for path, part in _parts(desk, field, text):
        if not desk.draft.put(known_key(path), part, cell):
            return _keep(desk, field, text, cell, label)
    return True


def put_years(desk: Desk, label: GridCell) -> None:
    """Put the years that a label of the mid-term goal names: 中长期目标（2021年—2023年）."""
    years = _YEARS.search(label.text)
    if years:
        desk.draft.put("goals.midterm.from", years[1], label)
        desk.draft.put("goals.midterm.to", years[2], label)


def _of_party(desk: Desk, label: GridCell) -> str:
    """Return the key for one of several supervising departments: the table's own is that of the lowest level."""
    before = desk.draft.named.get("supervisor", "")
    if not before or before == label.text:
        desk.draft.named["supervisor"] = label.text
        return "supervisor"
    if _height(label.text) < _height(before):
        desk.draft.move("supervisor", kept_key("supervisor", before))
        desk.draft.named["supervisor"] = label.text
        return "supervisor"
    return kept_key("supervisor", label.text)


def _of_term(desk: Desk, label: GridCell) -> str:
    """Return the goal that a label names where a goal without a term and one of the year stand in a form: 总体, 年度."""
    before, words = desk.draft.named.get("goals.annual", ""), fold(label.text)
    desk.draft.named.setdefault("goals.annual", words)
    if not before or desk.draft.holds("goals.midterm") is not None or _is_annual(before) == _is_annual(words):
        return "goals.annual"
    desk.draft.guess("goals.midterm.text", words if _is_annual(before) else before, _OPEN_TERM)
    if _is_annual(before):
        return "goals.midterm"
    known = desk.draft.holds("goals")
    if isinstance(known, dict) and "annual" in known:
        known["midterm"] = {"text": known.pop("annual")}
        desk.draft.rename("goals.annual", "goals.midterm.text")
    return "goals.annual"


def _is_annual(label: str) -> bool:
    """Return whether a label names a year, not a span of years."""
    return _ANNUAL.search(_SPAN.sub("", label)) is not None


def _height(label: str) -> int:
    """Return how far above the table's unit a department stands: 0 for its own, more for the city's, the state's, a finance office."""
    return next((height for height, words in _HEIGHTS if words.search(label)), 0)


def _make_room(desk: Desk, field: str, text: str, label: GridCell | None) -> None:
    """Give a field to a label that is listed, where one that could only be read had it."""
    if label is None or is_blank(text):
        return
    before = desk.draft.named.get(field, "") if field != "supervisor" else ""
    listed = desk.vocabulary.listed(label.text) is not None
    finer = field == "project.name" and "一级" in before and "一级" not in label.text
    if (
        before
        and (listed or finer)
        and (finer or desk.vocabulary.listed(before) is None)
        and desk.draft.text(field) not in {"", text}
    ):
        desk.draft.move(field, kept_key(field, before))
        before = ""
    if not before and field != "supervisor":
        desk.draft.named[field] = label.text


def _meant(desk: Desk, field: str, text: str, label: GridCell | None) -> str:
    """Return the field that a text belongs to where its label alone leaves that open or has been used before."""
    if field == "project.policy_type" and not _POLICY.search(text):
        field = "project.term" if _LASTING.search(text) else "project.category"
    if field == "agency" and desk.draft.text("agency") not in {"", text} and desk.draft.holds("implementer") is None:
        return "implementer"
    if field == "goals.annual" and label is not None:
        return _of_term(desk, label)
    _make_room(desk, field, text, label)
    return _of_party(desk, label) if field == "supervisor" and label is not None else field


def _keep(desk: Desk, field: str, text: str, cell: GridCell, label: GridCell | None) -> bool:
    """Keep a value that has no room under its field (or is none of it) under the label that it was printed with."""
    key = kept_key(field, label.text) if label is not None else ""
    if not key or not desk.draft.put(key, text, cell):
        desk.leave(cell)
        return False
    return True


def _parts(desk: Desk, field: str, text: str) -> list[tuple[str, str]]:
    """Return the paths that a value goes to, with its parts: code and name, start and end."""
    if field in _PARTIES:
        return _party(desk, field, text)
    if field in {"agency.code", "supervisor.code"} and (both := _CODE_AND_NAME.match(trimmed(text))):
        return [(field, both[1]), (f"{field.partition('.')[0]}.name", both[2])]
    if field in {"agency.code", "supervisor.code"}:
        return _code(desk, field, text)
    if field == "project.name" and (found := _PROJECT.match(trimmed(text))):
        return [("project.code", found[1]), ("project.name", found[2])]
    if field in {"project.period", "project.term"}:
        return _period(field, text)
    return [(_NESTED.get(field, field), text)]


def _party(desk: Desk, field: str, text: str) -> list[tuple[str, str]]:
    text = _SEAL.sub("", text)
    first, last = _CODE_AND_NAME.match(text), _CODE_LAST.match(text)
    if first:
        return [(f"{field}.code", first[1]), (f"{field}.name", first[2])]
    if last:
        return [(f"{field}.name", last[1]), (f"{field}.code", last[2])]
    return [(f"{field}.name" if isinstance(desk.draft.holds(field), dict) else field, text)]


def _code(desk: Desk, field: str, text: str) -> list[tuple[str, str]]:
    """Make room for the code beside a name that was read as one text."""
    name = field.partition(".")[0]
    known = desk.draft.tree.get(name)
    if isinstance(known, Leaf):
        desk.draft.tree[name] = {"name": known} if known.text else {}
    return [(field, trimmed(text))]


def _period(field: str, text: str) -> list[tuple[str, str]]:
    span = _DASHED.match(trimmed(text)) or _PERIOD.match(trimmed(text))
    if span:
        return [("project.period.start", span[1]), ("project.period.end", span[2])]
    if field == "project.term":
        return [(field, text)]
    return [("project.period.start", text), ("project.period.end", "")]


def put_boxes(desk: Desk, field: str, cell: GridCell, text: str = "") -> None:
    """Put the ticked options of a cell under its field."""
    if field == "project.policy_type" and not _POLICY.search(cell.text):
        field = "project.term" if _LASTING.search(cell.text) else "project.category"
    become = desk.vocabulary.more["boxes_become"].get(field, field)
    names = desk.vocabulary.more["options"].get(field, {})
    options = [one.text for one in read_boxes(text or cell.text) if one.ticked]
    ticked = [Leaf(names.get(one, one), cell.place) for one in options]
    desk.draft.use(cell, become, "value")
    above, _, last = become.rpartition(".")
    branch = desk.draft.tree.setdefault(above, {})
    if not isinstance(branch, dict):
        return
    known = branch.get(last)
    before = [leaf for leaf in known if isinstance(leaf, Leaf)] if isinstance(known, list) else []
    if isinstance(known, Leaf) and known.text:
        before = [known]
    every = before + [leaf for leaf in ticked if leaf.text not in {one.text for one in before}]
    branch[last] = every if become in _LISTS or len(every) > 1 else (every[0] if every else Leaf("", cell.place))

"""Facts about a key that does not fit the format: unknown, misshapen, given twice, or required and missing."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.tableview import UNITS, TableView
from perflint.facts.taxonomy import one_off
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.model import Irregularity, catalogue
from perflint.model.profile import table_kind
from perflint.pattern import pattern
from perflint.typography import fold

FIELD = Vocabulary(
    "field",
    "不符合格式的一个键（只在有问题时出现）",
    "a key that does not fit the format (only where something is wrong)",
)

_OWNED = frozenset(
    {"goals.annual", "project.attribute", "project.term", "project.policy_type", "project.basis_types", "project.basis",
     "spending_plan", "budget.total", "tasks_total"}
)  # fmt: skip
# Cells of a row whose absence a rule of its own finds.
_OWNED_IN_ROWS = frozenset({"level1", "level2", "name", "value", "description", "basis", "weight"})
_ROWS = "indicators."
_PERIOD, _ENDLESS = "project.period", ("持续", "经常", "长期", "常年")
_BOX = pattern("[□☐口○]")  # an open box: all choices are printed
_SHORTEST = 3  # characters of a key that can be told from another word
_CUTOFF = 0.5  # of the characters: names that share fewer are not near
_SHAPES = {
    "text": ("一段文字", "a text"), "texts": ("一段文字或文字列表", "a text or a list of texts"), "money": ("一个金额", "an amount"),
    "section": ("一组“键: 值”", "a group of `key: value`"), "agency": ("一段文字，或编码加名称", "a text, or code and name"),
    "rows": ("以“- ”开头的若干行", "a list of rows that start with `- `"), "plan": ("若干“期间: 百分比”", "`period: percentage` pairs"),
    "goals": ("一段文字、列表，或年度目标加中长期目标", "a text, a list, or annual and mid-term goals"),
    "midterm_goal": ("一段文字，或起、止、内容", "a text, or from, to and text"),
}  # fmt: skip


_KINDS = ("project", "department", "项目", "部门整体")


class FieldView(Struct, frozen=True):
    """One key that does not fit, or a required cell that is missing."""

    scope: Scope
    problem: str
    name: str
    section: str
    expected: str
    pointer: str
    row: int = -1

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a field has one place
        """Return the place of the key, or of the missing cell."""
        return Spot(self.pointer, records="indicators", index=self.row) if self.row >= 0 else Spot(self.pointer)


def field_views(view: TableView) -> Iterator[FieldView]:
    """Yield one view for each key of a table that does not fit and each required cell that no other rule owns."""
    wide = sorted(fault.start for fault in view.table.source.faults if fault.cause == "fullwidth-colon")
    for stray in view.table.irregularities:
        if _is_wide_key(wide, stray):
            continue
        yield FieldView(view.scope, stray.kind, stray.spelled, stray.section, stray.expected, f"@{stray.cell.pointer}")
    typed = fold(view.text("profile"))
    if typed and typed != view.scope.profile:
        yield FieldView(view.scope, "profile", view.text("profile").strip(), "table", "text", "profile")
    if view.filled("kind") and not table_kind(view.table):
        yield FieldView(view.scope, "kind", view.text("kind").strip(), "table", "text", "kind")
    wanted = ("kind", "year", "agency.name", *(() if view.scope.evaluation else view.form.required))
    for name in wanted:
        if name in _OWNED or name.startswith("indicators.") or (name == _PERIOD and _goes_on(view)):
            continue
        if not _is_given(view, name):
            yield FieldView(view.scope, "missing", name, "table", "text", name)
    yield from _missing_in_rows(view)


def _missing_in_rows(view: TableView) -> Iterator[FieldView]:
    """Yield, for each row with a name, the blank cells that a profile asks for itself and no other rule owns."""
    demanded = () if view.scope.evaluation else view.form.asked
    asked = [name.removeprefix(_ROWS) for name in demanded if name.startswith(_ROWS)]
    wanted = [name for name in asked if name not in _OWNED_IN_ROWS]
    for index, row in enumerate(view.rows if wanted else ()):
        blank = [_ROWS + name for name in wanted if row.filled("name") and not row.filled(name)]
        if blank:
            yield FieldView(view.scope, "missing", ", ".join(blank), "indicators", "text", "name", index)


def _is_wide_key(wide: Sequence[int], stray: Irregularity) -> bool:
    """Return whether the reader has found a full-width colon there (STR003): the key is then not said to be unknown."""
    node = stray.cell.node
    at = bisect_left(wide, node.start)
    return at < len(wide) and wide[at] < node.end


def _goes_on(view: TableView) -> bool:
    """Return whether a project is said to have no end (持续性, 经常性, 长期), so that it has no period."""
    told = fold(view.text("project.term") + view.text("project.attribute") + view.text("project.category"))
    return not _BOX.search(told) and any(word in told for word in _ENDLESS)


def _is_given(view: TableView, name: str) -> bool:
    if name == "agency.name":
        return any(view.filled(cell) for cell in UNITS)
    if view.filled(name) or view.table.records.get(name):
        return True
    below = f"{name}."
    return any(cell.filled for field, cell in view.table.cells.items() if field.startswith(below))


@FIELD.fact(
    "problem",
    STRING,
    zh="unknown（未知）、shape（形状不对）、twice（重复）、missing（缺少）",
    en="unknown, shape, twice or missing",
)
def problem(subject: FieldView) -> str:
    return subject.problem


@FIELD.fact(
    "name", STRING, zh="键，照录；缺少时为标准名称", en="the key as spelled; the canonical name where it is missing"
)
def name(subject: FieldView) -> str:
    return subject.name


@FIELD.fact("chinese", STRING, zh="缺少的字段的中文名", en="Chinese name of a missing field")
def chinese(subject: FieldView) -> str:
    return "、".join(map(_chinese, subject.name.split(", "))) if subject.problem == "missing" else subject.name


def _chinese(name: str) -> str:
    section, _, last = name.rpartition(".")
    known = catalogue().spelled.get(section.rpartition(".")[2] or "table", {}).get(last)
    return known.spellings[0] if known else name


@FIELD.fact("nearest", STRING, zh="最接近的已知键，没有为空", en="nearest known key, empty if none")
def nearest(subject: FieldView) -> str:
    import difflib  # noqa: PLC0415  # what few need, few pay for

    every = _KINDS if subject.problem == "kind" else catalogue().spelled.get(subject.section, {})
    size, letters = len(subject.name), set(subject.name)
    known = [
        name for name in every
        if _CUTOFF * (len(name) + size) <= 2 * min(len(name), size) and not letters.isdisjoint(name)
    ]  # what cannot be near is not compared: a file may hold thousands of such keys  # fmt: skip
    close = difflib.get_close_matches(subject.name, known, n=1, cutoff=_CUTOFF)
    return close[0] if close else ""


@FIELD.fact(
    "slip",
    BOOL,
    zh="未知的键是否只是把最接近的键写错一个字",
    en="whether an unknown key is the nearest known one with one character wrong, missing or too many",
)
def slip(subject: FieldView) -> bool:
    typed, known = subject.name.lower(), nearest(subject).lower()
    if len(typed) < _SHORTEST or not known:
        return False
    if typed.isascii():
        return one_off(typed, known) or sorted(typed) == sorted(known)
    return len(typed) == len(known) and one_off(typed, known)


@FIELD.fact("expected_zh", STRING, zh="应有的形状（中文）", en="expected shape, in Chinese")
def expected_zh(subject: FieldView) -> str:
    return _SHAPES.get(subject.expected, (subject.expected, ""))[0]


@FIELD.fact("expected_en", STRING, zh="应有的形状（英文）", en="expected shape, in English")
def expected_en(subject: FieldView) -> str:
    return _SHAPES.get(subject.expected, ("", subject.expected))[1]


SUBJECTS = (SubjectKind(FIELD, in_table=field_views),)

"""One indicator row as facts see it: its texts, its value as read, its classes, its direction.

Pure: rows that are written alike in tables of one scope are one view, and are judged once.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from msgspec.structs import replace

from perflint.data import Lexicon
from perflint.facts.derived import derived
from perflint.facts.direction import NEGATIVE, POSITIVE, UPPER, plain_name
from perflint.facts.idle import is_idle
from perflint.facts.knowledge import Scope
from perflint.facts.printed import MASK, STAR, bare, pieces, unit_of
from perflint.facts.prose import Prose, prose_cells
from perflint.facts.spot import Spot
from perflint.facts.taxonomy import LevelClass
from perflint.pattern import pattern
from perflint.quantity import Hint, Value
from perflint.typography import BLANKS, fold

_DATE_TAIL = pattern(r"(?:年|月)(?:份|底|末|初|前|之前|以前|内|全年|[上下]半年|年底|底前|末前|份前)+")
_FIRST_NUMBER = pattern(r"(?:20)?\d{1,2}")
_BARE_NUMBER = pattern(r"[≥≤><=]*\d+(?:\.\d+)?")
_RATE_TAILS = ("率", "比例", "占比", "比重", "比率", "覆盖面", "满意度", "认可度", "知晓度", "信任度")
_DECLARED = {"正向": POSITIVE, "反向": NEGATIVE, "适中": "moderate"}
# The cost of the whole, in forms that print no classes.
_WHOLE_COST = pattern(r"(?:项目|工程|年度|本年)?总?成本(?:概算|预算|总额|控制数|控制)?")
# Names of what is counted or measured, and is no money, whatever class they stand in: 补助人数, 用电量, 印刷册数, 碳排放.
_THINGS = pattern(
    r"(?:(?<![额钱款金费元])数|(?<![款金费])(?<!资金)(?<!现金)(?<!投资)(?<!交易)(?<!总)量|面积|里程|长度|人口|人员|人次|排放|能耗|产能|藏书)$"
)
_MIDTERM = ("中长期", "中期", "长期")


@lru_cache(maxsize=4096)
def _speaks_of_money(text: str, lexicon: Lexicon) -> bool:
    for word in lexicon.words("words.money_word_exclusions"):
        text = text.replace(word, "")
    return any(word in text for word in lexicon.words("words.money_words"))


class _Cells(dict[str, str]):
    """The texts of a row by field; the text of a cell that it does not have is ""."""

    def __missing__(self, field: str) -> str:
        self[field] = ""
        return ""


class RowView:
    """The facts' view of one indicator row."""

    def __init__(self, scope: Scope, texts: Mapping[str, str]) -> None:
        self.scope = scope
        self.printed = texts
        name = texts.get("name", "")
        plain = bare(name)
        self.texts: Mapping[str, str] = texts if plain == name else {**texts, "name": plain}
        filled = {field for field, text in self.texts.items() if text.strip(BLANKS)}
        # Asked a thousand times a table: without a function of Python between.
        self.text: Callable[[str], str] = _Cells(self.texts).__getitem__
        """Return the text of a cell as typed, "" where the row does not have it; of a name what the form did not print."""
        self.filled: Callable[[str], bool] = filled.__contains__
        """Return whether a cell holds more than blanks."""

    def spot(self, at: str) -> Spot:
        """Return the place of a cell of this row."""
        return Spot(at.removeprefix("indicator.").removeprefix("value."))

    @derived
    def prose(self) -> tuple[Prose, ...]:
        """The filled cells of prose."""
        return prose_cells(self.printed)

    @derived
    def name(self) -> str:
        """The indicator name, folded."""
        return fold(self.text("name"))

    @derived
    def is_part(self) -> bool:
        """Whether the row is a part of the one above: its name opens with 其中."""
        return fold(self.printed.get("name", "")).lstrip("★☆*").startswith("其中")

    @derived
    def starred(self) -> bool:
        """Whether the form marks the name with a star: rows below it may be its parts."""
        return any(piece.kind == STAR for piece in pieces(self.printed.get("name", "")))

    @derived
    def declined(self) -> bool:
        """Whether the row is none: it says that its class does not apply (无, 不适用, /), or is a note or dots of the form."""
        words = self.scope.knowledge.lexicon.words("value_words.not_applicable")
        return is_idle(self.printed.get("name", ""), self.printed.get("value", ""), words)

    @derived
    def level1(self) -> LevelClass | None:
        """The first-level class, None if the label is blank or unknown."""
        return self.scope.knowledge.taxonomy.find(self.text("level1"), 1) if self.filled("level1") else None

    @derived
    def level2(self) -> LevelClass | None:
        """The second-level class, None if the label is blank or unknown."""
        return self.scope.knowledge.taxonomy.find(self.text("level2"), 2) if self.filled("level2") else None

    @derived
    def class_id(self) -> str:
        """The most exact class known: the second level's id, else the first level's, else ""."""
        known = self.level2 or self.level1
        return known.id if known else ""

    @derived
    def side(self) -> str:
        """`output`, `benefit`, `satisfaction` or `cost`: what the row counts as in either frame; forms without classes say it by name."""
        unclassed = not (self.filled("level1") or self.filled("level2"))
        return "cost" if unclassed and _WHOLE_COST.fullmatch(self.name) else self.class_id.split(".")[0]

    @derived
    def midterm(self) -> bool:
        """Whether the row belongs to the mid-term half of the form."""
        return fold(self.text("horizon")).startswith(_MIDTERM)

    @derived
    def money_context(self) -> bool:
        """Whether a bare 万 or 亿 in this row means money: the cost class, or a money word in name or description.

        The name of a thing that is counted (补助人数) is none of money in either case.
        """
        if _THINGS.search(plain_name(self.name)):
            return False
        if self.side == "cost":
            return True
        return _speaks_of_money(self.name + fold(self.text("description")), self.scope.knowledge.lexicon)

    @derived
    def value(self) -> Value:
        """The target value as read, the columns `op` and `unit` of split forms taken in."""
        if not self.date_tail:
            return self.read("value", split=True)
        said = self.text("op").replace("=", "") + self.text("value").strip() + self.date_tail
        return replace(self.scope.knowledge.reader.read(said), text=self.text("value"))

    @derived
    def date_tail(self) -> str:
        """The rest of a date whose first number alone stands in the value cell (11 | 月前, 2023 | 年底), "" if there is none."""
        unit = fold(self.text("unit"))
        return unit if _DATE_TAIL.fullmatch(unit) and _FIRST_NUMBER.fullmatch(fold(self.text("value"))) else ""

    @derived
    def _unit_in_print(self) -> str:
        """The unit that the form prints in the name for a bare number: 项目总投入（≥**万元） with 6070."""
        if not _BARE_NUMBER.fullmatch(fold(self.text("value"))):
            return ""
        name = self.printed.get("name", "")
        return next((unit_of(name[piece.start : piece.end]) for piece in pieces(name) if piece.kind == MASK), "")

    def read(self, field: str, *, split: bool = False) -> Value:
        """Return any cell of the row read as a value (history and standard cells too)."""
        hint = Hint(
            money=self.money_context,
            op=self.text("op") if split else "",
            unit=(self.text("unit") or self._unit_in_print) if split else "",
        )
        return self.scope.knowledge.reader.read(self.text(field), hint)

    @derived
    def rate(self) -> bool:
        """Whether the row is a rate: the unit is % or ‰, or the name's head ends like a rate."""
        return self.value.unit in {"%", "‰"} or self.rate_by_name

    @derived
    def rate_by_name(self) -> bool:
        """Whether the name alone says that the row is a rate."""
        return plain_name(self.text("name")).endswith(_RATE_TAILS)

    @derived
    def lexicon_direction(self) -> str:
        """The direction that the name implies: positive, negative, upper-bound or ambiguous."""
        workload = self.class_id == "output.quantity"
        found = self.scope.knowledge.directions.of_name(self.text("name"), workload=workload)
        if (
            found == "ambiguous"
            and self.side == "cost"
            and self.value.parts
            and self.value.parts[0].dimension == "money"
        ):
            return NEGATIVE
        return found

    @derived
    def declared_direction(self) -> str:
        """The direction that the row declares, "" if it declares none."""
        return _DECLARED.get(fold(self.text("direction")), "")

    @derived
    def direction(self) -> str:
        """The declared direction, else the one that the name implies."""
        return self.declared_direction or self.lexicon_direction

    @property
    def upper_bound_family(self) -> bool:
        """Whether "≤" is right on this rate although more looks better (预算执行率, 成本控制率)."""
        return self.lexicon_direction == UPPER

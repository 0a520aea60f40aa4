"""What a target value is once it has been read: kinds, comparators, parts."""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from perflint.quantity.day import Day


class Kind(StrEnum):
    """What a whole cell says."""

    NUMERIC = "numeric"
    RANGE = "range"
    DURATION = "duration"
    DEADLINE = "deadline"
    PERIOD = "period"
    DATE_RANGE = "date-range"
    FREQUENCY = "frequency"
    RANK = "rank"
    GRADE = "grade"
    ZERO_EVENT = "zero-event"
    RELATIVE = "relative"
    COMPOUND = "compound"
    QUALITATIVE = "qualitative"
    PLACEHOLDER = "placeholder"
    EMPTY = "empty"
    UNKNOWN = "unknown"


class Op(StrEnum):
    """How a result is compared with the quantity of a part."""

    EQ = "eq"
    GE = "ge"
    GT = "gt"
    LE = "le"
    LT = "lt"
    BETWEEN = "between"
    UP = "up"
    DOWN = "down"
    NONE = "none"
    TEXT = "text"

    @property
    def sign(self) -> str:
        """The sign that rules and reports use, `=`, `>=`, `>`, `<=` or `<`; other operators give their name."""
        return _SIGNS.get(self, self._value_)  # without the descriptor of `value`, which takes two calls

    @property
    def direction(self) -> int:
        """1 for a lower bound (more is better), -1 for an upper bound, 0 for all others."""
        return _DIRECTIONS.get(self, 0)


_SIGNS = {Op.EQ: "=", Op.GE: ">=", Op.GT: ">", Op.LE: "<=", Op.LT: "<"}
_DIRECTIONS = {Op.GE: 1, Op.GT: 1, Op.LE: -1, Op.LT: -1}


class Approx(StrEnum):
    """How exact a number says it is: 约 and 左右 about, 余 and 多 over, 近 nearly, 数十 and 几 vague."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    NEARLY = "nearly"
    VAGUE = "vague"


class Part(Struct, frozen=True):
    """One quantity, date, grade or text of a cell.

    `low` and `high` have their scale resolved (41万台件 is 410000) and money in 元; `low == high` for a plain number, one of
    them is None for a bound. `op_from` and `ops` list every comparator met, in reading order. `number` is the number as
    typed, in half width; `printed` the number with its unit as typed. `start` and `end` are offsets into the raw cell text.
    `canonical_factor` turns `unit` into the canonical unit of `dimension`.
    """

    label: str = ""
    op: Op = Op.NONE
    op_from: tuple[str, ...] = ()
    ops: tuple[Op, ...] = ()
    low: Decimal | Day | None = None
    high: Decimal | Day | None = None
    low_included: bool = True
    high_included: bool = True
    unit: str = ""
    dimension: str = ""
    scale: Decimal = Decimal(1)
    number: str = ""
    printed: str = ""
    per: tuple[str, ...] = ()
    approx: Approx = Approx.EXACT
    modal: str = ""
    flags: tuple[str, ...] = ()
    text: str = ""
    start: int = 0
    end: int = 0
    canonical_factor: Decimal | None = None


class Edit(Struct, frozen=True):
    """A spelling that has a plainer form: `typed` at raw offsets `start` to `end`, better `plain`.

    `why` is fullwidth (VAL021), comparator or doubtful-comparator (VAL022), or chinese-numeral (VAL020).
    """

    start: int
    end: int
    typed: str
    plain: str
    why: str


class Value(Struct, frozen=True):
    """A cell as read: its kind and its parts in order; `residue` is the text that no part accounts for."""

    text: str
    kind: Kind
    parts: tuple[Part, ...] = ()
    residue: str = ""
    edits: tuple[Edit, ...] = ()

    @property
    def first(self) -> Part:
        """The first part, or an empty one."""
        return self.parts[0] if self.parts else _NOTHING

    @property
    def op(self) -> Op:
        """The comparator of the first part."""
        return self.first.op

    @property
    def low(self) -> Decimal | Day | None:
        """The lower end of the first part."""
        return self.first.low

    @property
    def high(self) -> Decimal | Day | None:
        """The upper end of the first part."""
        return self.first.high

    @property
    def unit(self) -> str:
        """The unit of the first part."""
        return self.first.unit

    @property
    def per(self) -> tuple[str, ...]:
        """The base of the first part, as in 元/人·月."""
        return self.first.per

    @property
    def approx(self) -> Approx:
        """How exact the first part is."""
        return self.first.approx


_NOTHING = Part()


class Hint(Struct, frozen=True):
    """What the rest of the row says about a cell.

    `money`: False where nothing speaks of money, so that a bare 万 is a count. `op` and `unit`: the columns 指标性质 and
    度量单位 of forms that split the target. Only what reading looks at stands here: each hint is read once more.
    """

    money: bool | None = None
    op: str = ""
    unit: str = ""

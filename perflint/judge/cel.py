"""CEL, the language of rule conditions, behind one module: checked against typed facts, compiled, evaluated.

The runtime is `cel-expr-python`. Three outcomes are kept apart: true, false, and unknown (a fact that could not be derived).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from cel_expr_python import cel
from cel_expr_python.ext import ext_strings

from perflint.facts import FactType

TYPES: dict[FactType, Any] = {
    FactType.BOOL: cel.Type.BOOL,
    FactType.INT: cel.Type.INT,
    FactType.DOUBLE: cel.Type.DOUBLE,
    FactType.STRING: cel.Type.STRING,
    FactType.STRINGS: cel.Type.List(cel.Type.STRING),
    FactType.MARKS: cel.Type.List(cel.Type.STRING),
}
EMPTY: dict[FactType, Any] = {
    FactType.BOOL: False,
    FactType.INT: 0,
    FactType.DOUBLE: 0.0,
    FactType.STRING: "",
    FactType.STRINGS: [],
    FactType.MARKS: [],
}
_TEXT = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_NAME = re.compile(r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)+")
_PLACE = re.compile(r"<input>:(\d+):(\d+): (.*?)(?:\n| \[|$)")
PASSED, VIOLATED, OPEN = 0, 1, 2
_GUARD = "has_"


class CelError(Exception):
    """An expression that does not check: what is wrong, and at which character (from 0) of the expression."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


class Condition(NamedTuple):
    """A rule's two expressions: it is violated where `when` holds and `demand` does not."""

    when: str
    demand: str

    @property
    def violated(self) -> str:
        """One expression that is true where the rule is violated."""
        return f"({self.when}) && !({self.demand})"


def names_in(expression: str, known: Mapping[str, object]) -> list[str]:
    """Return the known dotted names that an expression uses, in order of first use; string literals do not count."""
    found: dict[str, None] = {}
    for name in _NAME.findall(_TEXT.sub("''", expression)):
        while name and name not in known:
            name = name.rpartition(".")[0]  # noqa: PLW2901  # `name.size()` is a call on a fact
        if name:
            found[name] = None
    return list(found)


class Environment:
    """The facts that one kind of subject offers, as typed CEL variables."""

    def __init__(self, facts: Mapping[str, FactType], settings: Mapping[str, Any], optional: frozenset[str]) -> None:
        self.facts = facts
        self.optional = optional
        variables = {name: TYPES[kind] for name, kind in facts.items()}
        variables |= {name: _setting_type(value) for name, value in settings.items()}
        variables |= {guard_of(name): cel.Type.BOOL for name in optional}
        self.names: dict[str, object] = dict.fromkeys(variables)
        self._env = cel.NewEnv(variables=variables, extensions=[ext_strings.ExtStrings()])

    def compile(self, expression: str) -> bytes:
        """Return a checked expression in serialised form.

        Raises:
            CelError: it does not parse or its types do not fit.
        """
        try:
            return bytes(self._env.compile(expression).serialize())
        except RuntimeError as fault:
            raise _explained(str(fault), expression) from None

    def check(self, expression: str, wanted: str) -> None:
        """Check that an expression has the type wanted: bool, string, or list.

        Raises:
            CelError: it does not parse, its types do not fit, or it yields another type.
        """
        try:
            kind = self._env.compile(expression).return_type()
        except RuntimeError as fault:
            raise _explained(str(fault), expression) from None
        found = str(kind.name()).lower()
        if wanted not in found:
            raise CelError(f"a {wanted} is expected here, this is a {found}", 0)

    def load(self, compiled: bytes) -> Any:  # noqa: ANN401  # an expression of the untyped runtime
        """Return a compiled expression ready to evaluate."""
        return self._env.deserialize(compiled)

    def screen(self, conditions: Sequence[Condition]) -> str:
        """Return one expression that judges many conditions at once: a list of PASSED, VIOLATED or OPEN.

        OPEN stands where a fact that the condition needs is unknown; only then is the condition evaluated by itself.
        """
        return "[" + ", ".join(self._screened(condition) for condition in conditions) + "]"

    def _screened(self, condition: Condition) -> str:
        judged = f"(({condition.demand}) ? {PASSED} : {VIOLATED})"
        inner = self._guarded(condition.demand, judged)
        outer = f"(({condition.when}) ? {inner} : {PASSED})" if condition.when != "true" else inner
        return self._guarded(condition.when, outer)

    def _guarded(self, expression: str, then: str) -> str:
        needed = [guard_of(name) for name in names_in(expression, self.names) if name in self.optional]
        return f"(({' && '.join(needed)}) ? {then} : {OPEN})" if needed else then


def guard_of(name: str) -> str:
    """Return the variable that says whether an optional fact is known."""
    return _GUARD + name.replace(".", "_")


def _setting_type(value: object) -> Any:  # noqa: ANN401  # a type object of the untyped runtime
    if isinstance(value, bool):
        return cel.Type.BOOL
    if isinstance(value, str):
        return cel.Type.STRING
    if isinstance(value, tuple):
        words = any(isinstance(item, str) for item in value)
        return cel.Type.List(cel.Type.STRING if words else cel.Type.DOUBLE)
    return cel.Type.DOUBLE


def _explained(text: str, expression: str) -> CelError:
    found = _PLACE.search(text)
    if not found:
        return CelError(text.partition("\n")[0], 0)
    line, column = int(found[1]), int(found[2])
    offset = sum(len(part) + 1 for part in expression.split("\n")[: line - 1]) + column - 1
    return CelError(found[3], offset)


def outcomes(expression: Any, data: Mapping[str, Any]) -> list[int] | str:  # noqa: ANN401  # untyped runtime
    """Return what a screen says of each condition, or the runtime's message where it failed as a whole."""
    result = expression.eval(data=data)
    plain = result.plain_value()
    return plain if isinstance(plain, list) else str(plain)


def evaluate(expression: Any, data: Mapping[str, Any]) -> Any:  # noqa: ANN401  # bool, str, list, or an Undecided
    """Return the plain value of an expression, or an `Undecided` where a fact it needs is unknown or it failed."""
    result = expression.eval(data=data)
    if result.type() == cel.Type.ERROR:
        return Undecided(str(result.value()))
    return result.plain_value()


class Undecided(NamedTuple):
    """An evaluation without an answer and the runtime's words for it."""

    message: str

    @property
    def unknown(self) -> bool:
        """Whether a fact was missing; else the expression itself failed (for example a division by zero)."""
        return self.message.startswith("UNKNOWN")

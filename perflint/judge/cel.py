"""CEL, the language of rule conditions, behind one module: checked against typed facts, compiled, evaluated.

The runtime is `cel-expr-python`. Three outcomes are kept apart: true, false, and unknown (a fact that could not be derived).
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple, cast

from perflint.facts import FactType
from perflint.judge.cel_messages import told
from perflint.pattern import pattern

WANTED = {"bool": "是非（条件）", "string": "文字", "list": "列表"}
_TEXT = pattern(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_PATTERN = pattern(r"\bmatches\(\s*(?:[^()'\"]*,\s*)?(r?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"))\s*\)")
_NAME = pattern(r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)+")
_CELL = pattern(r"([a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)+)\[\s*(?:'([^'\\]*)'|\"([^\"\\]*)\")\s*\]")
_PLACE = pattern(r"<input>:(\d+):(\d+): (.*?)(?:\n| \[|$)")


@cache
def _runtime() -> Any:  # noqa: ANN401  # the untyped runtime
    """Return the runtime, loaded where it is first needed: it weighs 49 MiB, and most runs do without."""
    from cel_expr_python import cel  # noqa: PLC0415  # as above

    return cel


def _types() -> dict[FactType, Any]:
    kinds = _runtime().Type
    words = kinds.List(kinds.STRING)
    return {
        FactType.BOOL: kinds.BOOL, FactType.INT: kinds.INT, FactType.DOUBLE: kinds.DOUBLE,
        FactType.STRING: kinds.STRING, FactType.STRINGS: words, FactType.MARKS: words,
        FactType.TEXTS: kinds.Map(kinds.STRING, kinds.STRING),
    }  # fmt: skip


class CelError(Exception):
    """An expression that does not check: what is wrong, in both languages, and at which character (from 0) of it.

    `unknown` is the name that does not exist, where that is the fault.
    """

    def __init__(self, zh: str, en: str, offset: int, unknown: str = "") -> None:
        super().__init__(en)
        self.zh, self.en, self.offset, self.unknown = zh, en, offset, unknown


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


def cells_in(expression: str) -> dict[str, dict[str, str]]:
    """Return the cells that an expression asks for by name (`table.cells["x-科室"]`), by fact, each with a blank text."""
    found: dict[str, dict[str, str]] = {}
    for name, single, double in _CELL.findall(expression):
        found.setdefault(name, {})[single or double] = ""
    return found


class Environment:
    """The facts that one kind of subject offers, as typed CEL variables."""

    def __init__(self, facts: Mapping[str, FactType], settings: Mapping[str, Any]) -> None:
        from cel_expr_python.ext import ext_strings  # noqa: PLC0415  # as in `_runtime`

        types = _types()
        variables = {name: types[kind] for name, kind in facts.items()}
        variables |= {name: _setting_type(value) for name, value in settings.items()}
        self.names: dict[str, object] = dict.fromkeys(variables)
        self._env = _runtime().NewEnv(variables=variables, extensions=[ext_strings.ExtStrings()])

    def compile(self, expression: str, wanted: str = "") -> bytes:
        """Return a checked expression in serialised form; `wanted` is the type that it must have: bool, string, or list.

        Raises:
            CelError: it does not parse, its types do not fit, or it yields another type.
        """
        try:
            compiled = self._env.compile(expression)
        except RuntimeError as fault:
            raise _explained(str(fault), expression) from None
        found = str(compiled.return_type().name()).lower()
        if wanted not in found:
            raise CelError(
                f"这里要的是{WANTED.get(wanted, wanted)}，写的是 {found}",
                f"a {wanted} is expected here, this is a {found}",
                0,
            )
        return bytes(compiled.serialize())

    def check_patterns(self, expression: str) -> None:
        """Check that every pattern written out in a call of `matches` is one.

        Raises:
            CelError: one is not.
        """
        for found in _PATTERN.finditer(expression):
            result = self._env.compile(f"''.matches({found[1]})").eval(data={})
            if result.type() == _runtime().Type.ERROR:
                raise CelError(
                    f"{found[1]} 不是正则表达式：{result.value()}", f"{found[1]} is no regular expression: {result.value()}",
                    found.start(1),
                )  # fmt: skip

    def load(self, compiled: bytes) -> Any:  # noqa: ANN401  # an expression of the untyped runtime
        """Return a compiled expression ready to evaluate."""
        return self._env.deserialize(compiled)


def _setting_type(value: object) -> Any:  # noqa: ANN401  # a type object of the untyped runtime
    kind = setting_type(value)
    numbers = kind is FactType.STRINGS and not any(isinstance(item, str) for item in cast("tuple[object, ...]", value))
    return _runtime().Type.List(_runtime().Type.DOUBLE) if numbers else _types()[kind]


def setting_type(value: object) -> FactType:
    """Return the type of a setting as rules see it, by its default; a list is one of texts here, also of numbers."""
    if isinstance(value, bool):
        return FactType.BOOL
    if isinstance(value, str):
        return FactType.STRING
    return FactType.STRINGS if isinstance(value, tuple) else FactType.DOUBLE


def _explained(text: str, expression: str) -> CelError:
    found = _PLACE.search(text)
    if not found:
        said = told(text.partition("\n")[0])
        return CelError(said.zh, said.en, 0)
    line, column = int(found[1]), int(found[2])
    offset = sum(len(part) + 1 for part in expression.split("\n")[: line - 1]) + column - 1
    said = told(found[3])
    # what is unknown is pointed at from its first character on; the runtime gives the dot of a name
    start = expression.rfind(said.unknown, 0, offset + len(said.unknown)) if said.unknown else offset
    return CelError(said.zh, said.en, max(start, 0), said.unknown)


def evaluate(expression: Any, data: Mapping[str, Any]) -> Any:  # noqa: ANN401  # bool, str, list, or an Undecided
    """Return the plain value of an expression, or an `Undecided` where a fact it needs is unknown or it failed."""
    result = expression.eval(data=data)
    if result.type() == _runtime().Type.ERROR:
        return Undecided(str(result.value()))
    return result.plain_value()


class Undecided(NamedTuple):
    """An evaluation without an answer and the runtime's words for it."""

    message: str

    @property
    def unknown(self) -> bool:
        """Whether a fact was missing; else the expression itself failed (for example a division by zero)."""
        return self.message.startswith("UNKNOWN")

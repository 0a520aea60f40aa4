"""The key `where:` of a rule file: names for conditions, so that what a rule says stays a line that can be read."""

from collections.abc import Mapping
from typing import Any

from perflint.judge.rule import Bilingual
from perflint.pattern import pattern

_NAME = pattern(r"[a-z][a-z0-9_]{0,60}")
_WORDS = pattern(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|[A-Za-z_][\w.]*')
_EXPRESSIONS = ("when", "assert", "suggest", "with", "safe_when", "only_when")


class DefinitionError(Exception):
    """A definition that cannot be used; `said` tells what to write."""

    def __init__(self, said: Bilingual) -> None:
        super().__init__(said.en)
        self.said = said


def with_definitions(data: Mapping[str, Any], where: Mapping[str, str]) -> dict[str, Any]:
    """Return the entries of a rule file with every defined name in its expressions replaced by what it stands for.

    A definition may use those above it.

    Raises:
        DefinitionError: a name is none, or is used nowhere; `said` tells what to write.
    """
    used: set[str] = set()
    meanings: dict[str, str] = {}
    for name, text in where.items():
        if not _NAME.fullmatch(name):
            raise DefinitionError(
                Bilingual(
                    f"`where` 里的名称写成 short_of_full 这样，不能是“{name}”",
                    f"`where` gives names such as short_of_full, not `{name}`",
                )
            )
        meanings[name] = f"({_replaced(text.strip(), meanings, used)})"
    expanded = {key: _in_entry(key, entry, meanings, used) for key, entry in data.items()}
    idle = next((name for name in meanings if name not in used), "")
    if idle:
        raise DefinitionError(
            Bilingual(
                f"`where` 定义了“{idle}”，规则里却没有用到",
                f"`where` defines `{idle}`, and no expression of the rule uses it",
            )
        )
    return expanded


def _in_entry(key: str, entry: Any, meanings: Mapping[str, str], used: set[str]) -> Any:  # noqa: ANN401  # data as read
    if key == "cases":
        return [_in_parts(case, meanings, used) for case in entry]
    if key == "fix" and isinstance(entry, dict):
        return _in_parts(entry, meanings, used)
    return _replaced(entry, meanings, used) if key in _EXPRESSIONS and isinstance(entry, str) else entry


def _in_parts(entry: Mapping[str, Any], meanings: Mapping[str, str], used: set[str]) -> dict[str, Any]:
    return {key: _in_part(part, meanings, used) if key in _EXPRESSIONS else part for key, part in entry.items()}


def _in_part(part: Any, meanings: Mapping[str, str], used: set[str]) -> Any:  # noqa: ANN401  # data as read
    if isinstance(part, list):
        return [_in_part(item, meanings, used) for item in part]
    return _replaced(part, meanings, used) if isinstance(part, str) else part


def _replaced(text: str, meanings: Mapping[str, str], used: set[str]) -> str:
    """Return an expression with the defined names replaced; quoted text and names with dots stay as they are."""

    def one(match: Any) -> str:  # noqa: ANN401  # a match of either regular expression library
        word: str = match[0]
        if word not in meanings:
            return word
        used.add(word)
        return meanings[word]

    return _WORDS.sub(one, text)

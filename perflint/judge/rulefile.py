"""Rule files: YAML → Rule, with every mistake reported at its place in the file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from perflint.judge.cel import Condition
from perflint.judge.definitions import DefinitionError, with_definitions
from perflint.judge.repairfile import read_repair
from perflint.judge.rule import Bilingual, Case, Example, Repair, Rule, RulePage, Severity
from perflint.judge.rule_error import RuleError
from perflint.judge.rule_shapes import DEFAULTS, misfits, severity_said
from perflint.regular import read_regular
from perflint.source import Node, NodeKind, Source, Unreadable, locate, read_source, to_data

_MOST = 1024 * 1024


class RuleFile:
    """One rule file being read: knows the place of every key."""

    def __init__(self, path: Path, category: str) -> None:
        self.path = str(path)
        self.category = category
        try:
            self.source: Source = read_source(read_regular(path, _MOST), self.path)
        except Unreadable as fault:
            raise RuleError(self.path, 1, 1, Bilingual(fault.zh, fault.en)) from fault
        except OSError as fault:
            said = Bilingual(f"无法读取：{fault.strerror or fault}", f"cannot be read: {fault.strerror or fault}")
            raise RuleError(self.path, 1, 1, said) from fault
        if self.source.faults:
            first = self.source.faults[0]
            self.fail(first.start, Bilingual(first.zh, first.en))
        if len(self.source.roots) != 1 or self.source.roots[0].kind is not NodeKind.MAPPING:
            self.fail(0, Bilingual("一个规则文件只写一条规则：一组“键: 值”", "a rule file holds one mapping"))
        self.root = self.source.roots[0]
        self.nodes = {key.text: value for key, value in self.root.pairs}
        self.data: dict[str, Any] = to_data(self.root)  # type: ignore[assignment]  # a mapping, see above

    def fail(self, offset: int, said: Bilingual) -> NoReturn:
        """Raise a RuleError at a character of the file."""
        line, column = self.source.line_column(offset)
        raise RuleError(self.path, line, column, said)

    def fail_in(self, key: str, text: str, offset: int, said: Bilingual) -> NoReturn:
        """Raise a RuleError at a character of the text that a key holds (`cases.0.when`), as near as the file allows."""
        node = self._node(key)
        lead = len(node.text) - len(node.text.lstrip())
        if node.text.strip() == text and offset < len(text):
            self.fail(locate(self.source, node, lead + offset, lead + offset + 1)[0], said)
        self.fail(node.start, said)

    def _node(self, key: str) -> Node:
        """Return the node that a dotted key leads to, the last one above it that there is."""
        node = self.root
        for step in key.split("."):
            below = {name.text: value for name, value in node.pairs}
            if step.isdecimal() and int(step) < len(node.items):
                node = node.items[int(step)]
            elif step in below:
                node = below[step]
        return node

    def rule(self) -> Rule:
        """Return the rule.

        Raises:
            RuleError: a key is unknown, missing or has a wrong value.
        """
        for node, said in misfits(self.root.pairs):
            self.fail(node.start if node else 0, said)
        self._define()
        authority = self.data.get("authority")
        return Rule(
            id=self.data["id"],
            name=self.data["name"],
            category=self.category,
            severity=Severity(self.data["severity"]),
            enabled=DEFAULTS[self.data.get("default", "on").lower()],
            since=self.data.get("since", "0.1"),
            title=self._both("title"),
            authority=self._both("authority") if authority else None,
            unverified=isinstance(authority, dict) and authority.get("unverified") == "true",
            given=self.data["given"],
            forms=self._forms(excepted=False),
            not_forms=self._forms(excepted=True),
            condition=Condition(self.data.get("when", "true").strip(), self.data["assert"].strip()),
            at=self._list("at") or (self.data["given"],),
            message=self._both("message"),
            suggest=self.data.get("suggest"),
            cases=tuple(self._case(number, entry) for number, entry in enumerate(self.data.get("cases", ()))),
            repair=self._repair(),
            damaged=Severity(self.data["damaged"]) if "damaged" in self.data else None,
            once="once" in self.data,
            path=self.path,
            packed_page=self._page().packed(),
        )

    def _page(self) -> RulePage:
        exceptions = self._both("exceptions") if "exceptions" in self.data else None
        return RulePage(self._both("why"), exceptions, tuple(self._examples()), self._lines())

    def _define(self) -> None:
        """Replace the names that `where` defines by what they stand for."""
        where = self.data.get("where", {})
        if not isinstance(where, dict) or not all(isinstance(text, str) for text in where.values()):
            self.fail(
                self.nodes["where"].start,
                Bilingual(
                    "`where` 要写名称，每个名称一个表达式：{short_of_full: plan.last < 100.0}",
                    "`where` needs names with one expression each: {short_of_full: plan.last < 100.0}",
                ),
            )
        try:
            self.data = with_definitions(self.data, where)
        except DefinitionError as fault:
            self.fail(self.nodes["where"].start, fault.said)

    def _both(self, key: str) -> Bilingual:
        return _bilingual(self.data[key])

    def _list(self, key: str) -> tuple[str, ...]:
        entry = self.data.get(key, ())
        return tuple(text.strip() for text in ((entry,) if isinstance(entry, str) else entry))

    def _forms(self, *, excepted: bool) -> frozenset[str]:
        entry = self.data.get("forms", [])
        letters = entry.get("except", ()) if isinstance(entry, Mapping) else entry
        letters = [letters] if isinstance(letters, str) else letters
        if isinstance(letters, Mapping) or not all(isinstance(letter, str) for letter in letters):
            self.fail(
                self.nodes["forms"].start,
                Bilingual(
                    "`forms` 写表式代号，如 [A, B] 或 {except: [C]}",
                    "`forms` holds letters of forms, as in [A, B] or {except: [C]}",
                ),
            )
        return frozenset(letters) if excepted is isinstance(entry, Mapping) else frozenset()

    def _case(self, number: int, entry: dict[str, Any]) -> Case:
        severity = entry.get("severity")
        if severity is not None and severity not in {"error", "warning", "info"}:
            self.fail(self._node(f"cases.{number}.severity").start, severity_said(severity))
        return Case(
            entry["when"].strip(),
            Severity(severity) if severity else None,
            _bilingual(entry["message"]) if "message" in entry else None,
            entry.get("suggest"),
        )

    def _repair(self) -> Repair | None:
        if "fix" not in self.data:
            return None
        repair = read_repair(self.data["fix"], self.data["given"])
        if isinstance(repair, Bilingual):
            self.fail(self.nodes["fix"].start, repair)
        return repair

    def _examples(self) -> list[Example]:
        found = []
        for node, entry in zip(self.nodes["examples"].items, self.data["examples"], strict=True):
            if ("good" in entry) == ("bad" in entry):
                self.fail(
                    node.start,
                    Bilingual(
                        "一个例子写 `bad:`（有修改的还要 `fixed:`）或者 `good:`",
                        "an example is `bad:` (with `fixed:` if there is a fix) or `good:`",
                    ),
                )
            line, _ = self.source.line_column(node.start)
            text = str(entry["good"] if "good" in entry else entry["bad"])
            found.append(Example(text, "good" in entry, entry.get("fixed"), line, entry.get("lock", "")))
        return found

    def _lines(self) -> dict[str, int]:
        """Return the line of each top-level key's value, and of parts of `fix` and `cases` by dotted name."""
        places: dict[str, int] = {}
        _collect("", self.root, self.source, places)
        return places


def _bilingual(entry: Mapping[str, str]) -> Bilingual:
    return Bilingual(entry["zh"].strip(), entry["en"].strip())


def _collect(prefix: str, node: Node, source: Source, places: dict[str, int]) -> None:
    if node.kind is NodeKind.MAPPING:
        children = [(key.text, value) for key, value in node.pairs]
    elif node.kind is NodeKind.SEQUENCE:
        children = [(str(index), item) for index, item in enumerate(node.items)]
    else:
        return
    for name, child in children:
        places[prefix + name] = source.line_column(child.start)[0]
        if prefix + name != "examples":
            _collect(f"{prefix}{name}.", child, source, places)

"""A rule file spoilt in 300 ways: it is read, or its author is told file, line, column and what to write; never a traceback."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from perflint.judge import RuleError
from perflint.judge.pack_building import check_rule_file

RULE = """\
id: OWN001
name: own-rule
severity: warning
default: on
since: "0.2"
title: {zh: 满意度没有写成下限, en: A satisfaction target without a bound}
why: {zh: 写成一个数说不清。, en: 'One number leaves it open, and more is better.'}
authority: {zh: 某市办法第十二条, en: Art. 12 of the measures, unverified: true}
exceptions: {zh: 方案规定等于某个数。, en: The plan demands this number.}
given: value
forms: {except: [D1]}
where: {a_rate: 'value.unit == "%"', low: value.low < 60.0}
when: indicator.side == "satisfaction" && a_rate
assert: value.op in [">=", ">"] && !low
at: [value, op]
message: {zh: '“{indicator.name}”请写“≥{value.number}%”。', en: 'Write “≥{value.number}%” for “{indicator.name}”.'}
suggest: '"≥" + value.number + "%"'
cases:
  - when: value.low > 90.0
    severity: info
    message: {zh: '请核对“{value.text}”。', en: 'Check “{value.text}”.'}
fix: {safety: unsafe, with: '"≥" + value.number + "%"', only_when: value.number != ""}
damaged: info
examples:
  - bad: |
      indicators:
        - {level1: 满意度指标, name: 群众满意度, value: 90%}     # <- OWN001
    fixed: |
      indicators:
        - {level1: 满意度指标, name: 群众满意度, value: ≥90%}
  - good: |
      indicators:
        - {level1: 满意度指标, name: 群众满意度, value: ≥90%}
"""
WORDS = (
    "", "maybe", "[a, b]", "{a: b}", "null", "12", "[[]]", "- x", "!!int 3", "*x", "&x y", "ERROR", "Own Rule", "own_rule",
    "'", '"', "{zh: 我}", "{en: me}", "{zh: '', en: me}", "[]", "{}", "value", "table", "valeu", "descripton", "value.low > 3",
    "value.low >", "value.rat", "value.rate and true", "size(value.low) > 0", "value.text.matches('(')", "a && b", "真",
    "value.text = 'a'", "DIR001", "positive-rate-upper-bound", "{zh: '{value.nothing}', en: '{value.nothing}'}", "safe", ">5",
)  # fmt: skip
PLAIN_PYTHON = re.compile(
    r"Traceback|NoneType|object has no|unhashable|KeyError|TypeError|AttributeError|<class|Undecided|\bNone\b"
)
Spoil = Callable[[list[str], random.Random], None]


def other_value(lines: list[str], chance: random.Random) -> None:
    """Give a key another value."""
    at = chance.randrange(len(lines))
    key, colon, _ = lines[at].partition(":")
    lines[at] = f"{key}{colon} {chance.choice(WORDS)}\n"


def other_key(lines: list[str], chance: random.Random) -> None:
    """Misspell a key, or write one that stands elsewhere already."""
    at = chance.randrange(len(lines))
    key, colon, rest = lines[at].partition(":")
    word = chance.choice([key[:-1], key + "s", key.upper(), "assert", "标题", ""])
    lines[at] = f"{word}{colon}{rest}"


def no_line(lines: list[str], chance: random.Random) -> None:
    """Leave a line out."""
    del lines[chance.randrange(len(lines))]


def twice(lines: list[str], chance: random.Random) -> None:
    """Write a line twice."""
    at = chance.randrange(len(lines))
    lines.insert(at, lines[at])


def other_character(lines: list[str], chance: random.Random) -> None:
    """Put a character in the place of another, or leave it out."""
    at = chance.randrange(len(lines))
    place = chance.randrange(max(len(lines[at]) - 1, 1))
    with_ = chance.choice(
        ["", "'", '"', "{", "}", "[", "]", ":", ",", "&", "*", "\t", "：", "，", "“", "\u00a0", "#", "|", ">", "="]
    )
    lines[at] = lines[at][:place] + with_ + lines[at][place + 1 :]


def swapped_words(lines: list[str], chance: random.Random) -> None:
    """Change one word of an expression."""
    text = "".join(lines)
    word = chance.choice(
        [
            "value.op",
            "value.low",
            "value.number",
            "indicator.side",
            "a_rate",
            "low",
            "&&",
            "==",
            "in",
            "60.0",
            '"%"',
            "+",
        ]
    )
    places = [found.start() for found in re.finditer(re.escape(word), text)]
    if places:
        at = chance.choice(places)
        text = (
            text[:at]
            + chance.choice(["value.lo", "3", "and", "=", "'x'", "nothing", "(", "", "value.text", "||"])
            + text[at + len(word) :]
        )
    lines[:] = text.splitlines(keepends=True)


def indented(lines: list[str], chance: random.Random) -> None:
    """Move a line to the right or left."""
    at = chance.randrange(len(lines))
    lines[at] = chance.choice(["  " + lines[at], lines[at].lstrip(), "\t" + lines[at]])


SPOILS: tuple[Spoil, ...] = (
    other_value,
    other_value,
    other_key,
    no_line,
    twice,
    other_character,
    swapped_words,
    indented,
)


def spoilt(seed: int) -> str:
    """Return the rule with one to three changes."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    lines = RULE.splitlines(keepends=True)
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        chance.choice(SPOILS)(lines, chance)
    return "".join(lines)


def told(text: str, folder: Path) -> RuleError | None:
    """Return what is said of a rule file, None where it can be used."""
    path = folder / "own" / "rule.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    try:
        check_rule_file(path)
    except RuleError as fault:
        return fault
    return None


def test_the_rule_is_right_before_it_is_spoilt(tmp_path: Path) -> None:
    assert told(RULE, tmp_path) is None


@pytest.mark.parametrize("seed", range(300))
def test_whatever_is_wrong_is_said_at_its_place_in_both_languages(tmp_path: Path, seed: int) -> None:
    text = spoilt(seed)
    fault = told(text, tmp_path)
    if fault is None:
        return
    lines = text.splitlines() or [""]
    assert fault.path.endswith("rule.yaml")
    assert 1 <= fault.line <= len(lines) + 1
    assert fault.column >= 1
    for lang in ("zh", "en"):
        said = fault.say(lang)
        assert not PLAIN_PYTHON.search(said.partition(": ")[2].partition("\n")[0]), said
        assert len(said) > len(fault.place) + 5
    assert re.search("[\u4e00-\u9fff]", fault.said.zh)


def test_most_of_these_are_noticed(tmp_path: Path) -> None:
    noticed = sum(told(spoilt(seed), tmp_path) is not None for seed in range(300))
    assert noticed >= 200

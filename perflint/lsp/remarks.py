"""What is wrong in a configuration or a rule file that is open: said in that file, at its line."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from perflint.data import rules_root
from perflint.judge import RuleError
from perflint.judge.pack import rule_files
from perflint.judge.pack_building import check_rule_file
from perflint.lsp.opened import Opened
from perflint.pattern import pattern
from perflint.regular import read_regular_text
from perflint.workspace.checking import BROKEN_RULES, Checker, Options
from perflint.workspace.configuration.config import Config, ConfigError
from perflint.workspace.configuration.loading import config_of_text
from perflint.workspace.runs.omissions import config_findings
from perflint.workspace.runs.rule_examples import try_rule

_PLACED = pattern(r":(\d{1,9}):(\d{1,9}): ")
_QUOTED = pattern(r"[`“]([^`”\n]{1,80})[`”]")
_MOST = 1024 * 1024


class Remark(Struct, frozen=True):
    """What is said of a line (from 1; 0 where it is not known) from a column (from 1) on; `word` stands there, or ""."""

    line: int
    column: int
    message: str
    word: str = ""
    is_error: bool = True


def remarks_on_config(opened: Opened, lang: str) -> Iterator[Remark]:
    """Yield what is wrong in a configuration as it is typed: its shape, its selectors, settings and profile, its packs."""
    try:
        config = config_of_text(opened.path, opened.text.lstrip("\ufeff"))
        checker = Checker(config, Options(lang))
        checker.engine(checker.default_profile())
    except (ConfigError, *BROKEN_RULES) as fault:
        yield _remark(opened.path, str(fault), lang)
    else:
        if _is_saved(opened):
            for finding in config_findings(config, Options(lang)):
                yield Remark(finding.place.line, 1, f"{finding.code} {finding.message}", is_error=False)


def remarks_on_rule(opened: Opened, packs: tuple[Path, ...], lang: str) -> Iterator[Remark]:
    """Yield what is wrong in a rule file as it is typed; once it is saved, also which of its examples do not hold."""
    with tempfile.TemporaryDirectory(prefix="perflint-") as folder:
        typed = Path(folder) / opened.path.parent.name / opened.path.name
        typed.parent.mkdir()
        typed.write_text(opened.text, encoding="utf-8", errors="replace", newline="")
        try:
            rule = check_rule_file(typed)
        except RuleError as fault:
            yield Remark(fault.line, fault.column, fault.said.say(lang))
            return
    if _is_saved(opened):
        try:
            for failure in try_rule(rule, Config(packs=packs)):
                yield Remark(failure.line, 1, failure.message.say(lang), is_error=False)
        except BROKEN_RULES as fault:
            yield _remark(opened.path, str(fault), lang)


def is_rule_file(path: Path, packs: tuple[Path, ...]) -> bool:
    """Return whether a file is one of the rules of some packs, or of the shipped ones."""
    real = path.resolve()
    if not any(real.is_relative_to(place) for place in (rules_root(), *packs)):
        return False
    return any(file.resolve() == real for file, _ in rule_files(packs))


def _remark(path: Path, said: str, lang: str) -> Remark:
    """Return what an error says; its place, where that is in this file, else the first word that it quotes."""
    placed = _PLACED.match(said, len(str(path))) if said.startswith(str(path)) else None
    message = _in(lang, said[placed.end() :] if placed else said.removeprefix(f"{path}: "))
    if placed:
        return Remark(int(placed[1]), int(placed[2]), message)
    quoted = _QUOTED.search(message)
    return Remark(0, 1, message, quoted[1] if quoted else "")


def _in(lang: str, said: str) -> str:
    """Return the half of a message in both languages that is in this one; one that is in one language as it is."""
    halves = said.split(" / ")
    return halves[lang == "en"] if len(halves) == len(("zh", "en")) and not halves[0].isascii() else said


def _is_saved(opened: Opened) -> bool:
    try:
        return opened.saved and read_regular_text(opened.path, _MOST) == opened.text
    except (OSError, UnicodeDecodeError):
        return False

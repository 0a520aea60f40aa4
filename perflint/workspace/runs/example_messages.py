"""What is said of a rule's example that does not hold, in both languages."""

from collections.abc import Iterator, Sequence

from perflint.judge import Rule
from perflint.judge.obstacle import Obstacle
from perflint.judge.rule import Bilingual
from perflint.report import Report

_BROKEN = "RUL001"
ONE_OF_EACH = Bilingual(
    "一条规则至少要有一个 bad 例子和一个 good 例子", "a rule needs at least one bad and one good example"
)
NO_TABLE = Bilingual(
    "这个例子不是一张表，什么也检查不到：请加上 `kind: project`（或 department），或写出 indicators",
    "this example is no table, so nothing is checked in it: add `kind: project` (or department), or give it indicators",
)
MARKED_GOOD = Bilingual(
    "good 例子里不能有 `# <- 代码` 标记",
    "a good example has no marked line; take `# <- CODE` away, or make it a bad one",
)
UNMARKED_BAD = Bilingual(
    "bad 例子要用 `# <- 代码` 标出应当发现问题的行", "a bad example marks the lines of its findings with `# <- CODE`"
)
UNFIXED = Bilingual(
    "规则在这里会作修改，例子还要写出 `fixed:`", "the rule writes a fix here; the example needs `fixed:`"
)


def said_of_lines(found: Sequence[int], wanted: Sequence[int]) -> Bilingual:
    """Return what is said where findings stand on other lines of an example than the marked ones."""
    return Bilingual(
        f"例子里标出的是{_lines(wanted)}，发现问题的是{_lines(found)}",
        f"found on lines {list(found)}, marked on lines {list(wanted)}",
    )


def said_of_severity(line: int, found: str, wanted: str) -> Bilingual:
    """Return what is said where the finding of a marked line is of another severity than the mark names."""
    return Bilingual(
        f"第 {line} 行标出的是 {wanted}，发现的是 {found}", f"line {line} is marked as {wanted}, found as {found}"
    )


def _lines(lines: Sequence[int]) -> str:
    return f"第 {'、'.join(map(str, lines))} 行" if lines else "（没有）"


def reasons(rule: Rule, zh: Report, en: Report) -> Iterator[Bilingual]:
    """Yield why a rule did not answer on an example, by its reports in both languages: a fact was unknown, or the rule broke."""
    said = dict.fromkeys(zip(_told(rule, zh), _told(rule, en), strict=False))
    yield from (Bilingual(f"未能检查：{one}", f"unchecked: {other}") for one, other in said)


def _told(rule: Rule, report: Report) -> list[str]:
    broken = [finding.message for finding in report.findings if finding.code == _BROKEN != rule.id]
    return [one.reason for one in report.unchecked if one.code == rule.id] + broken


def refused(obstacle: Obstacle) -> Bilingual:
    """Return what is said where a fix cannot be written."""
    return Bilingual(f"修改不能应用：{obstacle.say('zh')}", f"a fix is refused: {obstacle.say('en')}")


def written_otherwise(mended: str, wanted: str) -> Bilingual:
    """Return what is said where a fix writes another text than the example shows."""
    return Bilingual(f"修改后是\n{mended}而例子写的是\n{wanted}", f"the fix writes\n{mended}instead of\n{wanted}")


def still_found(lines: Sequence[int]) -> Bilingual:
    """Return what is said where findings are left after the fix."""
    return Bilingual(f"修改后{_lines(lines)}仍有问题", f"after the fix there are still findings on lines {list(lines)}")

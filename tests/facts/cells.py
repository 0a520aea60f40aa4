"""Pages of small tables, written before the program was run on them: what each must be told, and what none may be told.

A page is a block of lines. The first says `wrong CODE… severity: what it is` (one of the codes, at least that loud) or
`right CODE…: what it is` (none of the codes, which may be categories). Then follow lines of YAML, and rows: `class | name | value`,
or `class | name | op | value | unit`, with further cells as `key: text`.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from perflint.judge import Finding
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.run import run_one
from perflint.workspace.runs.workers import Job

LEVELS = {
    "数量": ("产出指标", "数量指标"), "质量": ("产出指标", "质量指标"), "时效": ("产出指标", "时效指标"),
    "成本": ("成本指标", "经济成本指标"), "经济": ("效益指标", "经济效益指标"), "社会": ("效益指标", "社会效益指标"),
    "生态": ("效益指标", "生态效益指标"), "满意": ("满意度指标", "服务对象满意度指标"),
}  # fmt: skip
RANKS = {"info": 1, "warning": 2, "error": 3}


class Page(Struct, frozen=True):
    """One small table with what is to be said of it."""

    wrong: bool
    codes: tuple[str, ...]
    severity: str
    about: str
    text: str

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that the rules say of the table."""
        return findings_on(self.text)

    @property
    def told(self) -> list[str]:
        """The findings that count here, in words."""
        least = RANKS[self.severity]
        return [
            f"{found.severity} {found.code} {found.place.path}: {found.message}"
            for found in self.findings
            if found.code.startswith(self.codes) and RANKS[found.severity.value] >= least
        ]


def pages_of(path: Path) -> list[Page]:
    """Return the pages of a file."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [_page(block) for block in blocks if block.startswith(("wrong ", "right "))]


def _page(block: str) -> Page:
    head, *lines = block.strip().splitlines()
    said, _, about = head.partition(": ")
    violation, *codes = said.split()
    severity = codes.pop() if codes[-1] in RANKS else "warning"
    return Page(violation == "wrong", tuple(codes), severity, about, "\n".join(_yaml(lines)))


def _yaml(lines: list[str]) -> Iterator[str]:
    rows = [line for line in lines if " | " in line]
    if not any(line.startswith("kind:") for line in lines):
        yield "kind: project"
    yield from (line for line in lines if line not in rows)
    yield "indicators:" if rows else "indicators: []"
    yield from map(_row, rows)


def _row(line: str) -> str:
    level, name, *cells = line.split(" | ")
    further = [cell.partition(": ") for cell in cells if cell.partition(": ")[1] and cell.partition(": ")[0].isascii()]
    plain = cells[: len(cells) - len(further)]
    fields = dict(zip(("op", "value", "unit") if len(plain) > 1 else ("value",), plain, strict=True))
    fields |= {key: text for key, _, text in further}
    level1, level2 = LEVELS[level]
    given = {"level1": level1, "level2": level2, "name": name, **fields}
    return "  - {" + ", ".join(f'{key}: "{text}"' for key, text in given.items()) + "}"


@cache
def _checker() -> Checker:
    return Checker(Config(), Options(lang="zh"))


@cache
def findings_on(text: str) -> tuple[Finding, ...]:
    """Return the findings of the whole catalogue on a YAML text."""
    job = Job(Path("page.yaml"), "page.yaml", Config())
    return tuple(run_one(job, _checker().check(text.encode(), "page.yaml"), Options(lang="zh")).findings)

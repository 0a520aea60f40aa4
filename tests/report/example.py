"""One report for all formats: Chinese names, emoji, a byte order mark, CRLF, several lines, and text that wants escaping."""

from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from perflint.judge import (
    Bilingual,
    Edit,
    Finding,
    Fix,
    InputError,
    Place,
    Related,
    Rule,
    Safety,
    Severity,
    TableName,
    Unchecked,
    load_pack,
)  # fmt: skip
from perflint.judge.rule import RulePage
from perflint.report import Report, Summary
from perflint.report.context import Context
from perflint.source.source import line_column

PLAN = "预算 2023/项目 100%,#1:甲.yaml"
MARKED = "有BOM.yaml"
CLEAN = "干净.yaml"
TEXTS = {
    PLAN: (
        "# 😀 支出计划\r\n"
        "资金支出计划: {3月底: 25%, 6月底: 25%, 9月底: 25%, 12月底: 25%}\r\n"
        "绩效目标: |\r\n"
        "  保障😀全年办公，\r\n"
        "  ::error::做好@all #12 |工作| `x`\r\n"
    ),
    MARKED: '😀: {指标值: "≤100%", 备注: \u0007响铃}\n',
    CLEAN: "kind: project\n",
}
TABLE = TableName("project", "卢龙县市场监督管理局本级", 2023, "13032423P0001", "综合事务“经费” <一> & 二")
NOBODY = TableName("project", "", 0, "", "")


class Cell(NamedTuple):
    """Where a piece of a file stands."""

    path: str
    text: str

    def place(self, pointer: str) -> Place:
        start = TEXTS[self.path].index(self.text)
        line, column = line_column(TEXTS[self.path], start)
        end_line, end_column = line_column(TEXTS[self.path], start + len(self.text))
        return Place(self.path, pointer, line, column, end_line, end_column, start, start + len(self.text))

    def line(self) -> str:
        return TEXTS[self.path].splitlines()[self.place("").line - 1]


def edit(path: str, before: str, old: str, new: str) -> Edit:
    """Return the replacement of a piece that stands right behind another piece of a file."""
    start = TEXTS[path].index(before) + len(before)
    assert TEXTS[path].startswith(old, start)
    (line, column), (end_line, end_column) = (
        line_column(TEXTS[path], start), line_column(TEXTS[path], start + len(old)),
    )  # fmt: skip
    return Edit(line, column, end_line, end_column, start, start + len(old), new)


def finding(code: str, severity: Severity, cell: Cell, pointer: str, message: str) -> Finding:
    name, category = {
        "PLN001": ("plan-not-cumulative", "plan"),
        "DIR001": ("positive-rate-upper-bound", "direction"),
    }.get(code, ("our-rule", "ours"))
    return Finding(
        code, name, category, severity, message, None, None, cell.place(pointer), cell.line(), cell.text, TABLE, None, (),
        None, "0" * 24,
    )  # fmt: skip


def findings() -> tuple[Finding, ...]:
    """Return the findings that count."""
    quarters = tuple(edit(PLAN, f"{month}月底: ", "25%", f"{share}%") for month, share in ((6, 50), (9, 75), (12, 100)))
    plan = finding(
        "PLN001", Severity.ERROR, Cell(PLAN, "资金支出计划"), "/资金支出计划", "累计进度应为 25%、50%；见[上年](x)。"
    )
    goal = finding(
        "OWN001",
        Severity.WARNING,
        Cell(PLAN, "保障😀全年办公，\r\n  ::error::做好@all #12 |工作| `x`"),
        "/绩效目标",
        "两行\n::warning::100% 的*话*, @all #12 |表| `x`",
    )
    rate = finding("DIR001", Severity.ERROR, Cell(MARKED, "≤100%"), "/😀/指标值", "“运转\u0007保障率”是上限。")
    note = finding("OWN001", Severity.INFO, Cell(MARKED, "备注"), "/😀/备注", "看看。")
    return (
        replace(plan, suggestion="25%；50%；75%；100%", legal_basis="表样", fingerprint="a" * 24,
                fix=Fix(Safety.SAFE, "改为累计", quarters)),
        replace(goal, fingerprint="b" * 24, suggestion="第一行\n第二行"),
        replace(rate, indicator="运转保障率", suggestion="100%", fingerprint="c" * 24,
                fix=Fix(Safety.UNSAFE, "改为：100%", (edit(MARKED, '"', "≤", ""),)),
                related=(Related(Cell(PLAN, "绩效目标").place("/绩效目标"), "目标[一]里写的"),)),
        replace(note, fingerprint="c" * 24 + "-1", table=NOBODY,
                fix=Fix(Safety.DISPLAY, "补写", (edit(MARKED, "}", "", "\n# 备注: 待填"),))),
    )  # fmt: skip


def report() -> Report:
    """Return a run with findings, a suppressed one, one of the baseline, a doubt and an input that cannot be read."""
    plan, goal, rate, note = findings()
    return Report(
        Summary(3, 3, 7, 2, 1, 1, 1, 1, 2, 1), (plan, goal, rate, note),
        (replace(rate, suppressed="县财政局“批复”时\n已确认", fix=None),),
        (Unchecked("BUD003", PLAN, "/预算", "没有预算数"),), (InputError("坏 1.yaml", "不是文本"),),
        baselined=(replace(note, message="早就有了", fingerprint="d" * 24),), paths=(PLAN, MARKED, CLEAN),
    )  # fmt: skip


def clean() -> Report:
    """Return a run that found nothing."""
    return Report(Summary(files=1, tables=1, indicators=2), (), (), (), (), paths=(CLEAN,))


def rules() -> tuple[Rule, ...]:
    """Return two rules with texts of their own, so that other texts of the packs change nothing here."""
    known = {rule.id: rule for rule in load_pack().rules}
    page = RulePage(Bilingual("因为" * 600, "Because."), None, (), {})
    return tuple(
        replace(
            known[code], severity=Severity.ERROR, title=Bilingual(f"{code} 的标题", f"Title of {code}"), cases=(),
            packed_page=page.packed(), authority=Bilingual("依据", "Basis"), unverified=False,
            given="table", forms=frozenset(), not_forms=frozenset(), at=("value",), repair=None, enabled=True,
        )
        for code in ("DIR001", "PLN001")
    )  # fmt: skip


def write_files(folder: Path) -> None:
    """Write the files of the report."""
    for path, text in TEXTS.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((b"\xef\xbb\xbf" if path == MARKED else b"") + text.encode())


def context(folder: Path, lang: str = "zh", *, hidden: bool = False) -> Context:
    """Return what formats are told."""
    return Context(lang, rules, folder.as_posix(), hidden)

"""The few words that reports add to findings, in both languages."""

from perflint.report.document import Omitted, Report, Summary

_WORDS = {
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "info"),
    "suppressed": ("已屏蔽", "suppressed"),
    "safe": ("可自动修改", "safe fix"),
    "unsafe": ("需确认后修改", "unsafe fix"),
    "display": ("仅供参考", "for display only"),
    "help": ("建议", "help"),
    "basis": ("依据", "basis"),
    "refused": ("不能自动修改", "not fixable by machine"),
    "see": ("另见", "see"),
    "more": ("还有 {count} 条未显示（--max-findings）。", "{count} more findings are not shown (--max-findings)."),
    "gravest": (
        "以上是最严重的 {limit} 条，还有 {count} 条未显示。按规则统计：",
        "These are the gravest {limit}; {count} more are not shown. By rule:",
    ),
    "by_rule": ("按规则统计：", "By rule:"),
    "stale": (
        "基线中有 {count} 条已过时：表检查过，问题已不在。用 perflint baseline --prune 删去。",
        "{count} entries of the baseline are stale: the table was checked, the finding is gone. `perflint baseline --prune` removes them.",
    ),
    "unreadable": ("无法读取", "cannot be read"),
}

_UNLOOKED = (
    "；另有 {count} 个 CSV、Markdown、网页、文本或 PDF 文件像有目标表，文件夹里的这类文件不检查，请写出文件名",
    "; {count} CSV, Markdown, web, text or PDF files seem to hold a table: in folders these are not checked, name them",
)
_HIDDEN = ("；未显示 {count}（--min-severity）", "; {count} hidden (--min-severity)")


def say(word: str, lang: str) -> str:
    """Return a word of the reports in a language."""
    zh, en = _WORDS[word]
    return en if lang == "en" else zh


def omission_line(omitted: Omitted, lang: str) -> str:
    """Return what stands behind the closing line: what the run was told to leave out, "" where it was told nothing."""
    parts = []
    if omitted.rules:
        parts.append(f"{omitted.rules} rules switched off" if lang == "en" else f"停用规则 {omitted.rules} 条")
    if omitted.files:
        parts.append(f"{omitted.files} files excluded" if lang == "en" else f"排除文件 {omitted.files} 个")
    if omitted.profiles:
        names = ", ".join(omitted.profiles)
        parts.append(f"profiles replaced by packs: {names}" if lang == "en" else f"规则包替换了模板 {names}")
    told = ""
    if parts:
        told = f"; by configuration: {', '.join(parts)}" if lang == "en" else f"；按配置：{'，'.join(parts)}"
    if omitted.past:
        more = (
            f"; {omitted.past} tables of other years were not judged"
            if lang == "en"
            else f"；其他年度的 {omitted.past} 张表只作对照，没有审核"
        )
        told += more
    if omitted.ignored:
        told += (
            f"; files left out by .gitignore: {omitted.ignored}"
            if lang == "en"
            else f"；.gitignore 排除文件 {omitted.ignored} 个"
        )
    return told + (_UNLOOKED[lang == "en"].format(count=omitted.unlooked) if omitted.unlooked else "")


def closing_line(report: Report, lang: str) -> str:
    """Return the closing line of a report with what was left out of it: by the configuration, and as less grave."""
    hidden = _HIDDEN[lang == "en"].format(count=report.hidden) if report.hidden else ""
    return summary_line(report.summary, lang) + hidden + omission_line(report.omitted, lang)


def summary_line(summary: Summary, lang: str) -> str:
    """Return the closing line: what was looked at, what was found, what could not be checked."""
    known = (
        (f", {summary.baselined} baselined" if lang == "en" else f"，基线内 {summary.baselined}")
        if summary.baselined
        else ""
    )
    if lang == "en":
        return (
            f"{summary.files} files, {summary.tables} tables, {summary.indicators} indicators: {summary.errors} errors, "
            f"{summary.warnings} warnings, {summary.infos} infos; {summary.suppressed} suppressed{known}, "
            f"{summary.fixable} fixable, {summary.unchecked} unchecked"
        )
    return (
        f"共 {summary.files} 个文件、{summary.tables} 张表、{summary.indicators} 个指标：错误 {summary.errors}，"
        f"警告 {summary.warnings}，提示 {summary.infos}；已屏蔽 {summary.suppressed}{known}，"
        f"可修改 {summary.fixable}，未能检查 {summary.unchecked}"
    )

"""The words of a review in both languages."""

from perflint.judge import Severity
from perflint.report.review.model import Count, Mending, Remark, Review, Sheet, Verdict

_WORDS = {
    "title": ("绩效目标审核意见", "Review of performance targets"),
    "reviewer": ("审核单位", "Reviewed by"), "date": ("审核日期", "Date"), "made": ("生成工具", "Made with"),
    "overview": ("总体情况", "Overview"), "tables": ("表", "Tables"), "findings": ("问题", "Findings"),
    "agency": ("预算单位", "Agency"), "agencies": ("各单位情况", "By agency"), "project": ("项目", "Project"),
    "code": ("项目编码", "Project code"), "budget": ("预算数", "Budget"), "year": ("年度", "Year"),
    "kind": ("表类型", "Kind"), "indicators": ("指标数", "Indicators"), "verdict": ("审核结论", "Verdict"),
    "rests": ("（见第 {numbers} 条）", " (findings {numbers})"),
    "rests_on_more": ("（见第 {numbers} 等 {count} 条）", " (findings {numbers} and others, {count} in all)"),
    "file": ("文件", "File"), "line": ("行", "Line"),
    "severity": ("级别", "Severity"), "rule": ("规则", "Rule"),
    "rules": ("常见问题", "Commonest problems"), "number": ("序号", "No."), "where": ("位置", "Cell"),
    "what": ("问题", "What is wrong"), "why": ("为什么", "Why"), "present": ("现填内容", "Now"),
    "suggested": ("建议修改为", "Suggested"), "basis": ("依据", "Authority"), "mending": ("能否自动修改", "Fix"),
    "reply": ("单位反馈", "Agency's reply"), "see": ("另见", "See also"), "count": ("条数", "Findings"),
    "in_tables": ("涉及表数", "Tables concerned"), "fixable": ("机器可改", "Fixable"), "plan": ("资金支出计划", "Spending plan"),
    "history": ("指标值与历史值、标准值对照", "Targets beside their history and standards"),
    "indicator": ("指标", "Indicator"), "target": ("指标值", "Target"), "total": ("合计", "Total"),
    "gaps": ("未能检查的内容", "What could not be checked"), "reason": ("原因", "Reason"),
    "unread": ("无法读取的文件", "Inputs that could not be read"), "explained": ("规则说明", "The rules explained"),
    "no_gaps": ("启用的规则都已检查，没有未能检查的内容。", "Every rule in force was checked; nothing was left out."),
    "clean": ("未发现问题。", "Nothing was found."),
    "filter": ("筛选", "Filter"), "all": ("全部", "all"), "shown": ("显示 {shown} 条，共 {all} 条", "{shown} of {all} findings shown"),
    "skip": ("跳到审核意见", "Skip to the findings"), "no_agency": ("（未填预算单位）", "(no agency given)"),
    "department": ("部门整体绩效目标", "Targets of the whole department"), "noname": ("（未填项目名称）", "(no project name)"),
    "kind_project": ("项目", "project"), "kind_department": ("部门整体", "department"), "kind_": ("—", "—"),
    "suppressed": ("已屏蔽 {count} 条（文件中注明了理由）", "{count} suppressed, with a reason in the file"),
    "baselined": ("基线内 {count} 条不再列出", "{count} known from the baseline, not listed"),
    "hidden": ("另有 {count} 条较轻的未列出（--min-severity）", "{count} less grave ones are not listed (--min-severity)"),
    "counted": ("{findings} 条，{tables} 张表", "{findings} findings in {tables} tables"),
    "tag": ("【{text}】", "[{text}] "), "aside": ("（{text}）", " ({text})"),
    "written": ("{path}：{tables} 张表（{verdicts}），{findings} 条问题", "{path}: {tables} tables ({verdicts}), {findings} findings"),
    "removed": ("（删去）", "(remove)"), "empty": ("（空）", "(blank)"), "summary": ("汇总", "Summary"),
    "sign": ("审核单位（盖章）：", "Reviewer (stamp):"),
    "sign_date": ("日期：", "Date:"), "colon": ("：", ": "), "comma": ("、", ", "), "semicolon": ("；", "; "),
    "hint": (
        "黄色两栏可以填写：“建议修改为”可改，“单位反馈”写明采纳与否及理由。",
        "The two yellow columns can be edited: the suggestion, and the agency's reply (accepted or not, and why).",
    ),
    "cumulative": ("累计进度", "cumulative"), "shares": ("各期占比", "shares of each period"), "amounts": ("金额", "amounts"),
    "history.last_year": ("上年值", "Last year"), "history.year_before_last": ("前年值", "Year before last"),
    "history.average_3y": ("前三年均值", "Mean of three years"), "standard.current": ("当年标准值", "Standard of the year"),
    "standard.planned": ("规划值", "Planned"),
    "years": ("往年的指标值和完成值（取自往年的表，不是本表所印）", "Earlier years (from the tables of these years, not printed in this one)"),
    "earlier": ("往年各表", "Earlier tables"), "trend": ("变化", "Course"),
    "year_target": ("{year}年指标值", "Target of {year}"), "year_result": ("{year}年完成值", "Result of {year}"),
    "of_year": ("{year}年 {target}", "{year}: {target}"), "with_result": ("{year}年 {target}，完成 {result}", "{year}: {target}, reached {result}"),
}  # fmt: skip
_NAMED = 8
_COUNTED = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_VERDICTS = {
    Verdict.PASSED: ("通过", "passed"), Verdict.AMENDED: ("修改后通过", "passed once amended"),
    Verdict.RETURNED: ("退回", "returned"),
}  # fmt: skip
_SEVERITIES = {
    Severity.ERROR: ("错误", "error"), Severity.WARNING: ("警告", "warning"), Severity.INFO: ("提示", "info"),
    Severity.OFF: ("—", "—"),
}  # fmt: skip
_MENDINGS = {
    Mending.SAFE: ("可自动修改", "by machine"), Mending.UNSAFE: ("确认后可自动修改", "by machine once confirmed"),
    Mending.DISPLAY: ("需人工修改（建议仅供参考）", "by hand; the suggestion is a guide"),
    Mending.REFUSED: ("需人工修改", "by hand"), Mending.MANUAL: ("需人工修改", "by hand"),
}  # fmt: skip


def word(key: str, lang: str, **values: object) -> str:
    """Return a word of the review, with values filled in."""
    return _WORDS[key][lang == "en"].format(**values) if values else _WORDS[key][lang == "en"]


def none_listed(sheet: Sheet, lang: str) -> str:
    """Return what is said of a table without a remark: nothing was found, or nothing grave enough to be listed."""
    return word("hidden", lang, count=sheet.hidden) if sheet.hidden else word("clean", lang)


def verdict_word(verdict: Verdict, lang: str) -> str:
    """Return what a verdict is called."""
    return _VERDICTS[verdict][lang == "en"]


def verdict_counts(review: Review) -> str:
    """Return how many tables have each verdict, the worst first."""
    counts = (f"{verdict_word(verdict, review.lang)} {review.verdicts(verdict)}" for verdict in reversed(Verdict))
    return word("comma", review.lang).join(counts)


def severity_counts(count: Count, lang: str) -> str:
    """Return how many findings there are of each severity, the worst first."""
    numbers = zip(_COUNTED, (count.errors, count.warnings, count.infos), strict=True)
    return word("comma", lang).join(f"{severity_word(severity, lang)} {number}" for severity, number in numbers)


def verdict_line(sheet: Sheet, lang: str) -> str:
    """Return a table's verdict with the numbers of the remarks that it rests on."""
    if not sheet.deciding:
        return verdict_word(sheet.verdict, lang)
    numbers = word("comma", lang).join(str(number) for number in sheet.deciding[:_NAMED])
    key, count = "rests" if len(sheet.deciding) <= _NAMED else "rests_on_more", len(sheet.deciding)
    return verdict_word(sheet.verdict, lang) + word(key, lang, numbers=numbers, count=count)


def present_text(remark: Remark, lang: str) -> str:
    """Return what stands in a cell, in words where nothing does."""
    return remark.present or (word("empty", lang) if remark.blank else "—")


def severity_word(severity: Severity, lang: str) -> str:
    """Return what a severity is called."""
    return _SEVERITIES[severity][lang == "en"]


def mending_word(mending: Mending, lang: str) -> str:
    """Return who can mend a finding, in words."""
    return _MENDINGS[mending][lang == "en"]

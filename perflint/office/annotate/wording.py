"""What stands in a comment: the words of a finding and of the summary, in both languages."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Final

from perflint.judge import Finding, Rule, Severity
from perflint.office.annotate.options import AnnotateOptions, Fixes
from perflint.pattern import pattern

_SEVERITIES: Final = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"},
    "en": {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Info"},
}
_SAID: Final = {
    "zh": {
        "head": "【{severity}】{message}", "why": "为什么：{}", "proposal": "建议：{}", "basis": "依据：{}", "code": "代码：{}",
        "place": "位置：{}", "related": "另见：{}", "tracked": "已写成修订，可接受或拒绝。", "not_tracked": "未写成修订：{}。",
        "summary": "perflint 审核：共 {count} 条意见，其中{counts}。", "none": "perflint 审核：没有发现问题。", "counted": "{severity} {count}",
        "where": "每条意见都是一条批注，标在所指的文字上；整张表的意见标在表的标题上。先改“错误”，再看“警告”和“提示”。",
        "changes": "另有 {count} 处修改已写成修订：在“审阅”里逐处“接受”或“拒绝”，对应批注写明理由。",
        "workbook": "每条意见是所指单元格上的批注；点“单元格”一栏可跳到那里。先改“错误”，再看“警告”和“提示”。",
        "again": "改好后可重新审核：本次的批注会被新的替换，别人的批注不动。",
        "comma": "、", "line": "{}", "other": "{file} {message}",
    },
    "en": {
        "head": "[{severity}] {message}", "why": "Why: {}", "proposal": "Proposal: {}", "basis": "Basis: {}", "code": "Code: {}",
        "place": "Place: {}", "related": "See also: {}", "tracked": "Written as a tracked change, to be accepted or rejected.",
        "not_tracked": "Not written as a tracked change: {}.",
        "summary": "perflint review: {count} remarks ({counts}).", "none": "perflint review: nothing was found.",
        "counted": "{severity}: {count}",
        "where": "Each remark is a comment on the characters meant; remarks on a whole table stand on its title."
                 " Mend the errors first, then look at warnings and infos.",
        "changes": "{count} changes are written as tracked changes: accept or reject each under Review; its comment gives the reason.",
        "workbook": "Each remark is a note on its cell; a click on a cell below leads there."
                    " Mend the errors first, then look at warnings and infos.",
        "again": "After mending, review again: these comments are replaced by new ones, those of others stay.",
        "comma": ", ", "line": "{}", "other": "{file} {message}",
    },
}  # fmt: skip
_SENTENCE: Final = pattern(r"^.*?(?:[。！？]|[.!?](?=\s|$)|$)")
_LONGEST: Final = 1_000
REASONS: Final[Mapping[str, tuple[str, str]]] = {
    "tracked": ("该单元格已有修订，先接受或拒绝原有修订", "the cell already holds tracked changes; accept or reject these first"),
    "protected": ("文档设了保护，不能加修订", "the document is protected and allows no tracked changes"),
    "shared": ("这是几行共用的合并单元格，改了会牵动其他行", "the cell is merged over several rows; the change would touch the others"),
    "unlike": ("单元格里的文字与读出的值不能逐字对应", "the characters in the cell cannot be matched with what was read from it"),
    "field": ("文字由域、公式或内容控件生成", "the text is made by a field, a formula or a content control"),
    "again": ("该单元格已写了另一处修订", "another change is already written into this cell"),
    "elsewhere": ("所指处加不了批注（空白、文本框或绑定的控件），加在附近",
                  "its own place bears no comment (blank, a text box, a bound control); it stands nearby"),
    "taken": ("该单元格已有他人的批注，意见只列在“审核意见”表里", "the cell has somebody else's note; the remark stands in the list alone"),
    "excel": ("Excel 没有修订，建议写在批注里", "Excel has no tracked changes; the proposal stands in the note"),
    "nowhere": ("文件里找不到可加批注的地方", "nowhere in the file can bear a comment"),
}  # fmt: skip


def say(key: str, lang: str, *given: object, **named: object) -> str:
    """Return a sentence in a language, `zh` or `en`, filled in."""
    return _SAID["en" if lang == "en" else "zh"][key].format(*given, **named)


def reason(key: str, lang: str) -> str:
    """Return why something was not done, in a language."""
    zh, en = REASONS[key]
    return en if lang == "en" else zh


def severity_word(severity: Severity, lang: str) -> str:
    """Return what a severity is called in a language."""
    return _SEVERITIES["en" if lang == "en" else "zh"][severity]


def message_of(finding: Finding, places: Collection[str]) -> str:
    """Return a finding's message without the place that stands before it: the comment itself is there."""
    place, bracket, message = finding.message.removeprefix("[").partition("] ")
    return message if bracket and finding.message.startswith("[") and place in places else finding.message


def remark(
    finding: Finding, rule: Rule | None, places: Collection[str], options: AnnotateOptions, more: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the lines of a comment; `more` are what is said of its place or its tracked change."""
    lang = options.lang
    head = say("head", lang, severity=severity_word(finding.severity, lang), message=message_of(finding, places))
    return tuple(
        _short(line) for line in (head, *_reasons(finding, rule, options), *more, say("code", lang, finding.code))
    )


def _reasons(finding: Finding, rule: Rule | None, options: AnnotateOptions) -> Iterator[str]:
    lang = options.lang
    if rule is not None:
        yield say("why", lang, why_of(rule, lang))
    if finding.suggestion and options.fixes is not Fixes.NONE:
        yield say("proposal", lang, finding.suggestion)
    if finding.legal_basis:
        yield say("basis", lang, finding.legal_basis)
    for other in finding.related:
        elsewhere = other.place.path != finding.place.path
        file = PurePath(other.place.path).name
        yield say("related", lang, say("other", lang, file=file, message=other.message) if elsewhere else other.message)


def why_of(rule: Rule | None, lang: str) -> str:
    """Return why a rule is there, in one sentence; "" for one that is not known."""
    return "" if rule is None else _first_sentence(rule.why.say(lang))


def _first_sentence(text: str) -> str:
    line = " ".join(text.split())
    found = _SENTENCE.match(line)
    return found[0] if found and found[0] else line


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def summary(findings: Sequence[Finding], changes: int, lang: str) -> tuple[str, ...]:
    """Return the lines of the comment at the top: what was found, and how to go on."""
    if not findings:
        return (say("none", lang),)
    more = (say("changes", lang, count=changes),) if changes else ()
    return (_counted(findings, lang), say("where", lang), *more, say("again", lang))


def summary_of_workbook(findings: Sequence[Finding], lang: str) -> tuple[str, ...]:
    """Return the lines above the list of remarks of a workbook."""
    if not findings:
        return (say("none", lang),)
    return (_counted(findings, lang), say("workbook", lang), say("again", lang))


def _counted(findings: Sequence[Finding], lang: str) -> str:
    counts = Counter(finding.severity for finding in findings)
    each = [
        say("counted", lang, severity=severity_word(severity, lang), count=counts[severity])
        for severity in sorted(counts, key=lambda one: one.rank)
    ]
    return say("summary", lang, count=len(findings), counts=say("comma", lang).join(each))

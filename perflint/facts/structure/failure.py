"""Facts about rules that could not be applied: something in them, or in what they are told of a table, failed."""

from collections.abc import Sequence
from decimal import DecimalException

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import STRING, Unknown, Vocabulary

FAILURE = Vocabulary(
    "failure", "没能执行的规则（只在程序出错时出现）", "rules that could not be applied (only where the program failed)"
)
_SHOWN = 6
_TOO_LARGE = Unknown("数字太大，无法计算", "a number is too large to calculate with")
_TOO_LONG = Unknown(
    "规则的表达式循环太多，没有算完", "the rule's expression goes through too many steps and was stopped"
)
_TOO_DEEP = Unknown("内容嵌套太深", "the content is nested too deeply")


class FailureView(Struct, frozen=True):
    """Rules that failed at one place, in words of both languages, and why."""

    rules_zh: str
    rules_en: str
    zh: str
    en: str

    def spot(self, at: str) -> Spot:
        """Return a spot that names no cell: a failure is placed where its rules would be."""
        return Spot(at)


def failure_view(codes: Sequence[str], reason: Unknown) -> FailureView:
    """Return the failure of some rules; without codes, of all rules there."""
    if not codes:
        return FailureView("全部规则", "All rules", *reason)
    shown = [*codes[:_SHOWN], *(("…",) if len(codes) > _SHOWN else ())]
    word = "Rule" if len(codes) == 1 else "Rules"
    return FailureView(f"规则 {'、'.join(shown)} ", f"{word} {', '.join(shown)}", *reason)


def failed(fault: Exception) -> Unknown:
    """Return why something failed, in words for a person; what is no matter of the table names the kind of error."""
    if isinstance(fault, (DecimalException, OverflowError)) or "integer string conversion" in str(fault):
        return _TOO_LARGE
    if isinstance(fault, RecursionError):
        return _TOO_DEEP
    if "Iteration budget exceeded" in str(fault):  # CEL's own end to loops
        return _TOO_LONG
    said = getattr(fault, "said", None)
    if isinstance(said, Unknown):
        return said
    name = type(fault).__name__
    return Unknown(f"程序出错（{name}），请报告给维护者", f"the program failed ({name}); please report it")


FAILURE.attribute("rules_zh", STRING, zh="没能执行的规则（中文）", en="the rules that failed, in Chinese")
FAILURE.attribute("rules_en", STRING, zh="没能执行的规则（英文）", en="the rules that failed, in English")
FAILURE.attribute("reason_zh", STRING, zh="原因（中文）", en="why, in Chinese", of="zh")
FAILURE.attribute("reason_en", STRING, zh="原因（英文）", en="why, in English", of="en")


SUBJECTS = (SubjectKind(FAILURE),)

"""Whether more or less of an indicator is better, read from its name (domain: §5.1)."""

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from perflint.data import Lexicon
from perflint.facts.composition import OPEN, Composition
from perflint.facts.derived import derived
from perflint.pattern import pattern
from perflint.typography import fold

POSITIVE, NEGATIVE, AMBIGUOUS, UPPER = "positive", "negative", "ambiguous", "upper-bound"
_BARE_RATES = ("比率", "比例", "占比", "率")
_EVENT_COUNTS = ("起数", "次数", "人数", "人口", "件数", "宗数", "例数", "个数", "数")
_BRACKETS = pattern(r"\([^()]*\)|\[[^\[\]]*\]")
_ABSENCES = ("无", "零", "0")
_REDUCTIONS = (
    "降低", "下降", "减少", "压降", "压减", "控制", "防止", "防范", "遏制", "预防", "不发生", "未发生", "杜绝", "避免", "消除",
)  # fmt: skip
# directly before a complaint: a rate of work done
_HANDLED = ("处理", "受理", "办理", "处置", "化解", "调解", "查处", "查办")
# directly before 办结率, 整改率 or 受理率
_LATE = ("超时", "逾期", "超期", "延期", "延迟", "推迟", "滞后", "不予", "拒绝")
_ABSENT = pattern(r"无(?![锡人线形证害障纸])")  # 无重大事故发生率, not 无锡 and 无人机
_COMPLAINTS = ("投诉率", "信访率", "上访率", "举报率", "违法率", "违规率", "违约率", "逾期率")


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Return an indicator name folded, without bracketed definitions: the form in which heads are looked for."""
    bare = _BRACKETS.sub("", fold(name))
    return bare or fold(name)


class Directions(Struct, frozen=True, dict=True):
    """The direction lexicon, ready for longest-suffix search."""

    lexicon: Lexicon

    @derived
    def heads(self) -> dict[str, str]:
        """The words that a name ends in, folded, with the direction that they mean."""
        named = ((name, self.words(name.replace("-", "_"))) for name in (POSITIVE, NEGATIVE, AMBIGUOUS, UPPER))
        return {fold(term): name for name, terms in named for term in terms}

    @derived
    def longest(self) -> int:
        """The length of the longest of them."""
        return max(map(len, self.heads))

    @derived
    def composition(self) -> Composition:
        """What the parts of a name say together."""
        return Composition(self.lexicon.section("composition"), self.lexicon.section("direction"))

    @derived
    def _remembered(self) -> Callable[[str, bool], str]:
        return lru_cache(maxsize=4096)(self._of_name)

    def words(self, name: str) -> tuple[str, ...]:
        """Return one list of the direction section."""
        return tuple(self.lexicon.section("direction")[name])

    def of_name(self, name: str, *, workload: bool = False) -> str:
        """Return the direction that a name implies; `workload` says that the row counts work (class 数量)."""
        return self._remembered(plain_name(name), workload)

    def _of_name(self, plain: str, workload: bool) -> str:  # noqa: FBT001  # a memo key
        found = self._decide(plain, workload=workload)
        if found:
            return found
        for suffix in self.words("strip_suffixes"):
            if plain.endswith(suffix) and len(plain) > len(suffix):
                found = self._decide(plain.removesuffix(suffix), workload=workload)
                if found:
                    return found
        return self._event_count(plain) or AMBIGUOUS

    def work_named(self, plain: str) -> bool:
        """Return whether a folded name speaks of work done or of what it achieves (检查次数, 硬化里程, 示范村数量)."""
        verbs = self.lexicon.words("words.service_verbs")
        return any(verb in plain for verb in verbs) or self.composition.work_named(plain)

    def _decide(self, plain: str, *, workload: bool) -> str:
        for rule in (self._conditional, self._composed, self._head, self._bare_rate):
            found = rule(plain, workload=workload)
            if found:
                return found
        return ""

    def _composed(self, plain: str, *, workload: bool) -> str:  # noqa: ARG002  # one signature for all steps
        """Return the direction that the parts of a rate give, "" where a list says otherwise or they leave it open."""
        if self.heads.get(self._listed(plain)) == UPPER:
            return ""
        lean = self.composition.lean(plain)
        if lean is None or not lean.certain:
            return ""
        return AMBIGUOUS if lean.direction == OPEN else lean.direction

    def _conditional(self, plain: str, *, workload: bool) -> str:
        if plain.endswith("控制率") and self._listed(plain) in ("", "控制率"):
            return self._control_rate(plain.removesuffix("控制率"))
        if self._spared(plain):
            return AMBIGUOUS
        if plain.endswith("投诉量"):
            return AMBIGUOUS if workload else NEGATIVE
        if plain.endswith("复议率"):
            return NEGATIVE if re.search("败|撤销|纠错", plain) else AMBIGUOUS
        if plain.endswith("结余率") and self._listed(plain) == "":
            return AMBIGUOUS if "基金" in plain else NEGATIVE
        return ""

    def _spared(self, plain: str) -> bool:
        """Return whether a name is about the use of a resource that is to be spared, or loaded only so far (CPU使用率)."""
        if not plain.endswith(self.words("spared_uses")) or any(word in plain for word in self.words("reused")):
            return False
        return any(word in plain for word in self.words("spared"))

    def _control_rate(self, before: str) -> str:
        """Return the direction of 控制率, decided by the word nearest before it."""
        upper = max((before.rfind(word) for word in self.words("upper_bound_modifiers")), default=-1)
        positive = max((before.rfind(word) for word in self.words("control_positive_modifiers")), default=-1)
        if max(upper, positive) < 0:
            return AMBIGUOUS
        return UPPER if upper > positive else POSITIVE

    def _listed(self, plain: str) -> str:
        """Return the longest listed term that the name ends with, "" if none."""
        for size in range(min(len(plain), self.longest), 0, -1):
            if plain[-size:] in self.heads:
                return plain[-size:]
        return ""

    def _head(self, plain: str, *, workload: bool) -> str:  # one signature for all steps
        head = self._listed(plain)
        if not head:
            return ""
        if head in _BARE_RATES:
            return self._bare_rate(plain, workload=workload) or AMBIGUOUS
        direction, before = self.heads[head], plain[: -len(head)]
        if direction == NEGATIVE:
            return self._evil(head, before)
        if before.endswith(_LATE):
            return AMBIGUOUS
        return NEGATIVE if direction == POSITIVE and self._negated(before) else direction

    def _evil(self, head: str, before: str) -> str:
        """Return the direction of a negative head: its absence (无差错率) is good, less of it or work on it is no evil."""
        if before.endswith(_ABSENCES):
            return POSITIVE
        if before.endswith(self.words("negation_prefixes")) or any(verb in before for verb in _REDUCTIONS):
            return AMBIGUOUS
        if _ABSENT.match(before):
            return AMBIGUOUS
        if head in _COMPLAINTS and before.endswith(_HANDLED):
            return AMBIGUOUS
        counted = head.endswith(_EVENT_COUNTS)
        return AMBIGUOUS if counted and self._served(before) else NEGATIVE

    def _served(self, before: str) -> bool:
        """Return whether a verb of service stands before an event, so that the count is one of work done."""
        return any(verb in before for verb in self.lexicon.words("words.service_verbs"))

    def _negated(self, before: str) -> bool:
        """Return whether a negation stands directly before a positive head; 是非 (right and wrong) is a noun."""
        return before.endswith(self.words("negation_prefixes")) and not before.endswith("是非")

    def _bare_rate(self, plain: str, *, workload: bool) -> str:  # noqa: ARG002  # one signature for all steps
        rate = next((rate for rate in _BARE_RATES if plain.endswith(rate)), "")
        before = plain.removesuffix(rate) if rate else ""
        if not before:
            return ""
        event = max((word for word in self.words("negative_events") if before.endswith(word)), key=len, default="")
        if event:
            return self._evil(plain.removeprefix(before), before.removesuffix(event))
        for state in self.words("positive_states"):
            if before.endswith(state):
                return NEGATIVE if self._negated(before.removesuffix(state)) else POSITIVE
        return ""

    def _event_count(self, plain: str) -> str:
        """Return negative for a count of negative events (事故起数), unless a verb of service stands before the event."""
        count = next((count for count in _EVENT_COUNTS if plain.endswith(count)), "")
        before = plain.removesuffix(count).removesuffix("发生") if count else ""
        event = next((event for event in self.words("negative_events") if before.endswith(event)), "")
        if not event and count and plain.removesuffix(count).endswith("案件发生"):
            event = "案件"
        if not event or any(verb in before for verb in _REDUCTIONS):
            return ""
        served = any(verb in before for verb in self.lexicon.words("words.service_verbs") if verb not in event)
        return "" if served else NEGATIVE

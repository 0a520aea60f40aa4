"""What a self-evaluation says of a row beside its result: words of full or more than full completion, and the completion rate."""

import re
from decimal import Decimal
from functools import lru_cache

from perflint.facts.evaluation.executionview import Rate, read_rate
from perflint.facts.evaluation.result import RESULT
from perflint.facts.evaluation.resultview import ResultView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.quantity import Approx
from perflint.typography import fold

_BREAK = pattern(r"[，,。；;！!\n]")
_OVER = pattern(
    r"超额(?:完成|实现|达成)|超过(?:了)?(?:年初|年度|预期|既定|计划)(?:的|设定的)?(?:目标|指标|任务)|(?:超出|好于|高于)预期|超预期"
)
_ALL = pattern(
    r"(?:已|均|均已|已经)?全部(?:按[时期质])?完成|(?:已|均)?完成(?:了)?(?:全部|全年|年度|年初|既定|预期)(?:的|设定的)?(?:绩效)?(?:目标|指标|任务)|圆满完成|100%完成"
)
# Not this result, or not as it is: 未能全部完成, 原计划超额完成, 剩余3家次年已全部完成.
_OTHERWISE = pattern(
    r"未|没|不|难|非|原|计划|拟|将|应|力争|确保|争取|预计|剩余|余下|其余|次年|后续|目前|现已|下一?年|20\d\d年|除"
)
_POINT = Decimal("1.05")  # points that a rate may be off: it is often printed without decimals
_HUNDRED = Decimal(100)


@lru_cache(maxsize=1024)
def _said(text: str, words: re.Pattern[str]) -> str:
    """Return the first of the words in a text in which nothing speaks against it, "" if there is none."""
    plain = fold(text)
    hit = words.search(plain)
    return hit[0] if hit and not _OTHERWISE.search(plain[: hit.start()]) else ""


def _told(view: ResultView, words: re.Pattern[str]) -> str:
    return next((hit for cell in ("deviation", "remark") if (hit := _said(view.row.text(cell), words))), "")


@RESULT.fact(
    "claims_more",
    STRING,
    zh="偏差原因或备注里说超过了目标的话（超额完成、超出预期），前面有“未、原计划、剩余”等的不算，没有为空",
    en="the words of the reason or the remark that the target was passed (超额完成); none behind 未, 原计划, 剩余 and the like; else empty",
)
def claims_more(view: ResultView) -> str:
    return _told(view, _OVER)


@RESULT.fact(
    "claims_all",
    STRING,
    zh="偏差原因或备注里说全部完成了的话（已全部完成、完成年度目标），前面有“未、计划、剩余”等的不算，没有为空",
    en="the words of the reason or the remark that all was done (已全部完成); none behind 未, 计划, 剩余 and the like; else empty",
)
def claims_all(view: ResultView) -> str:
    return _told(view, _ALL)


@RESULT.fact("completion", STRING, zh="完成率，照录", en="the completion rate as typed")
def completion(view: ResultView) -> str:
    return view.row.text("completion").strip()


@RESULT.fact(
    "completion_fits",
    BOOL,
    zh="完成率是否为完成值与指标值之比（差一个百分点以内；超过的写100%、直接写完成值也算），算不出的算是",
    en="whether the completion rate is the result in percent of the target, a point more or less; 100 % for more than that and the result "
    "itself fit too, and what cannot be worked out",
)
def completion_fits(view: ResultView) -> bool:
    rate = read_rate(view.row.text("completion"))
    outcome = view.outcome
    if rate is None or outcome is None or not outcome.reached or view.row.value.first.approx is not Approx.EXACT:
        return True
    wanted = [outcome.reached, min(outcome.reached, _HUNDRED)]
    result = view.row.read("actual").first.low
    wanted += [result] if isinstance(result, Decimal) and view.row.value.unit == "%" else []
    return any(_is_near(rate, number) for number in wanted)


def _is_near(rate: Rate, number: Decimal) -> bool:
    return rate.is_about(number) or rate.differs_by(number) < _POINT

"""Facts about the row that has another number for what the goal promises (domain: XTB010)."""

from perflint.facts.goals.multiple import LARGEST
from perflint.facts.goals.named import number_of
from perflint.facts.goals.promise import PROMISE, PromiseView
from perflint.facts.goals.showing import RATE, class_of
from perflint.facts.vocabulary import BOOL, STRING

_MORE = 2  # times


@PROMISE.fact(
    "other_name",
    STRING,
    zh="说同一件事而数字不同的指标，没有为空",
    en="indicator of the same thing with another number, or empty",
)
def other_name(promise: PromiseView) -> str:
    return promise.row.text("name").strip() if promise.row else ""


@PROMISE.fact("other_value", STRING, zh="那条指标的指标值", en="target value of that indicator")
def other_value(promise: PromiseView) -> str:
    return promise.row.text("value").strip() if promise.row else ""


@PROMISE.fact(
    "stricter",
    BOOL,
    zh="那条指标是否要求更高（目标95%以上，指标≥96%；目标控制在5%以内，指标≤3%）",
    en="whether that indicator asks for more (95 % in the goal, ≥96 % in the row; at most 5 % in the goal, ≤3 % in the row)",
)
def stricter(promise: PromiseView) -> bool:
    part = promise.row.value.first if promise.row else None
    number = number_of(part) if part else None
    amount = promise.amount
    bounded = promise.named or amount.op.direction > 0 or class_of(amount.unit, amount.dimension) == RATE
    if part is None or number is None or not bounded:
        return False
    units = promise.scope.knowledge.reader.units
    if units.comparable(part.unit, amount.unit):
        number = units.convert(number, part.unit, amount.unit)
    if number >= LARGEST or number > amount.low * _MORE:  # no higher aim but another number: 6.2万人 and 62000万人
        return False
    return part.op.direction * (number - amount.low) > 0

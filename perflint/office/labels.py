"""What a field is called on paper."""

from functools import lru_cache

from perflint.model import catalogue
from perflint.model.fields import home

# Two fields of one spelling are told apart where both can stand as a column of the same list.
_SPECIAL = {
    "indicators.standard.source": "标准值来源", "indicators.history.source": "历史值来源",
    "indicators.reference.basis": "参考值确定依据", "indicators.standard.current": "当年标准值",
    "agency.code": "单位编码", "agency.name": "单位名称", "supervisor.code": "主管部门编码", "supervisor.name": "主管部门",
    "goals.midterm.text": "中长期目标", "budget.midterm.total": "中长期资金总额", "budget.total": "年度资金总额",
}  # fmt: skip

_UNCERTAIN = frozenset({"extraction", "tasks_total", "project.basis_types", "spending_plan_title"})


@lru_cache(maxsize=1024)
def label_of(name: str) -> str:
    """Return the printed name of a field by its dotted name: sections and field, but for rows the field alone."""
    if name in _SPECIAL:
        return _SPECIAL[name]
    steps = name.split(".")
    spelled = [_spelled(".".join(steps[: count + 1])) for count in range(len(steps))]
    if steps[0] == "indicators" or steps[0] in {"project", "budget", "goals"}:
        spelled = spelled[1:] if steps[0] != "indicators" else spelled[-1:]
    return "·".join(spelled) or _spelled(name)


def has_own_label(name: str) -> bool:
    """Return whether the printed name of a field is one that no other field of a table has; not for what is no cell."""
    return "·" not in label_of(name) and name not in _UNCERTAIN


def lined(label: str, text: str) -> str:
    """Return a text with its label before it."""
    return f"{label}{text}" if label.endswith("】") else f"{label}：{text}"


def _spelled(name: str) -> str:
    section, key = home(name)
    fields = catalogue().spelled[section]
    return fields[key].spellings[0] if key in fields else key

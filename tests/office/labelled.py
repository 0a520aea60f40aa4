"""A small form around one printed label, and the field that its value is read into."""

from collections.abc import Iterator

from perflint.office.grid import Paper
from perflint.office.recognition import Leaf
from perflint.office.recognition.draft import Twig
from perflint.office.recognition.recognising import recognise
from tests.office.papers import paper

# What stands in the cell of a field; a field not named here has words.
_MONEY, _GOAL = "312.5", "全年检查企业四百家次，问题整改率达到百分之九十五。"
_VALUES = {
    "year": "2024", "phone": "0319-8160000", "currency_unit": "千元", "project.code": "13053424P000099", "agency.code": "318001",
    "agency": "清河县水务局", "supervisor": "清河县交通局", "implementer": "清河县公路站", "responsible": "某某",
    "project.period": "2024年1月至2024年12月", "project.period.start": "2024年1月", "project.period.end": "2024年12月",
    "project.attribute": "延续", "project.term": "经常性", "project.category": "其他运转类", "project.policy_type": "民生保障",
    "x-filled-on": "2023年10月20日", "x-opinion": "同意安排。", "budget.x-executed": "287.4",
    "goals.annual": _GOAL, "goals.midterm": "三年内检查企业一千二百家次。",
}  # fmt: skip
_COLUMNS = {
    "value": ("≥412家次", "≥96%"), "op": ("≥", "="), "unit": ("家次", "%"), "value_type": ("定量", "定性"), "direction": ("正向", "反向"),
    "weight": ("40", "60"), "score": ("38", "57.5"), "actual": ("433家次", "97%"), "completion": ("105%", "101%"),
    "level1": ("产出指标", "效益指标"), "level2": ("数量指标", "社会效益指标"), "name": ("检查家次", "整改率"),
    "standard.planned": ("≥400家次", "≥95%"), "standard.current": ("≥405家次", "≥95%"), "history.average_3y": ("398家次", "94%"),
    "history.last_year": ("401家次", "93%"), "history.year_before_last": ("388家次", "92%"), "x-completed": ("是", "否"),
    "region": ("马踏镇", "东林镇"), "total": ("30", "40"), "fiscal": ("20", "30"), "other": ("10", "10"), "amount": ("30", "40"),
    "start": ("2024年1月", "2024年7月"), "end": ("2024年6月", "2024年12月"),
}  # fmt: skip
_LISTS = {
    "indicators": {"level1": "一级指标", "level2": "二级指标", "name": "三级指标", "value": "指标值"},
    "tasks": {"name": "任务名称", "content": "主要内容", "total": "合计"},
    "project.schedule": {"task": "项目实施内容", "start": "开始时间", "end": "完成时间"},
    "budget.breakdown": {"item": "费用名称", "amount": "金额", "basis": "测算依据"},
}
_ROWS = ("一级指标|二级指标|三级指标|指标值", "产出指标|数量指标|覆盖户数|≥33户", "效益指标|社会效益指标|覆盖率|≥88%")


def form(label: str, field: str) -> tuple[Paper, str]:
    """Return a form in which a label stands in the place of a field, and the text that belongs to it."""
    name = next((name for name in _LISTS if field.startswith(f"{name}.")), "")
    if not name:
        return _head(label, field)
    own = field.removeprefix(f"{name}.")
    columns = {**{key: (text, _texts(key)) for key, text in _LISTS[name].items()}, own: (label, _texts(own))}
    lines = ["|".join(text for text, _ in columns.values())]
    lines += ["|".join(texts[row] for _, texts in columns.values()) for row in (0, 1)]
    rest = [] if name == "indicators" else list(_ROWS)
    return paper(["项目名称|某某项目|预算单位|某局", *lines, *rest]), _texts(own)[0]


def _head(label: str, field: str) -> tuple[Paper, str]:
    value = _VALUES.get(field, _MONEY if field.startswith("budget.") else f"按规定开展的{field.rpartition('.')[2]}")
    first = "项目名称|某某项目|<|<" if field != "project.name" else "资金性质|专项|<|<"
    if field.startswith("goals."):
        return paper([first, f"{label}|{value}|<|<", *_ROWS]), value
    return paper([first, f"{label}|{value}|填表说明|", *_ROWS]), value


def _texts(field: str) -> tuple[str, str]:
    return _COLUMNS.get(field, (f"甲{field.rpartition('.')[2]}事", f"乙{field.rpartition('.')[2]}事"))


def fields_of(document: Paper, text: str) -> set[str]:
    """Return the paths of a recognised document whose text is the one asked for; without those that hold what is left over."""
    return {
        path for draft in recognise(document).tables for path, own in _leaves(draft.tree, "") if own.strip() == text
    }


def _leaves(twig: Twig, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(twig, Leaf):
        yield path, twig.text
    elif isinstance(twig, dict):
        for key, inner in twig.items():
            if key not in {"x-left-over", "x-guessed"}:
                yield from _leaves(inner, f"{path}.{key}".lstrip("."))
    else:
        for inner in twig:
            yield from _leaves(inner, path)

"""Labels are read by what they are made of: measured on labels of published forms, with the lists and without any."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from perflint.office.recognition import recognising
from perflint.office.recognition.vocabulary import Vocabulary, vocabulary
from perflint.source import read_source, to_data
from tests.office.labelled import fields_of, form
from tests.thorough import tries

_FILE = Path(__file__).parent / "labels.yaml"
_THOUGHT_UP = Path(__file__).parent / "labels_thought_up.yaml"
_THOUGHT_UP_FLOOR = 0.975
# What a field is called in a table that has no key for it yet, and fields that split one cell into several.
_SAME = {
    "goals.midterm": {"goals.midterm.text"}, "agency": {"agency.name"}, "supervisor": {"supervisor.name"},
    "budget.x-carried-over": {"budget.carried_over"}, "budget.x-executed": {"execution.executed", "x-execution.executed"},
    "indicators.x-deviation": {f"indicators.{name}" for name in ("deviation", "x-completion", "completion", "x-completed")},
    "indicators.x-completed": {"indicators.completion", "indicators.x-completion"}, "project.basis": {"project.basis_types"},
}  # fmt: skip
_TIMES = {"project.period", "project.term"}
# Floors that may only rise: the share of the labels that go to their field.
_FLOORS = {("page", "lists"): 0.975, ("page", "bare"): 0.96, ("known", "lists"): 0.955, ("known", "bare"): 0.955}


class _Label(NamedTuple):
    text: str
    field: str
    right: frozenset[str]
    read_on: str


def _labels(path: Path = _FILE) -> Iterator[_Label]:
    data: Any = to_data(read_source(path.read_bytes(), str(path)).roots[0])
    for field, kinds in data.items():
        for read_on, entries in kinds.items():
            for entry in entries:
                also = entry["also"] if isinstance(entry, dict) else []
                right = {name for one in (field, *also) for name in (one, *_SAME.get(one, ()))}
                yield _Label(entry["text"] if isinstance(entry, dict) else entry, field, frozenset(right), read_on)


def _bare(packs: tuple[Path, ...] = ()) -> Vocabulary:
    """Return the vocabulary with every list of labels and headings empty."""
    known = vocabulary(packs)
    return replace(known, labels={}, listings=tuple(replace(one, columns={}) for one in known.listings))


def _is_read(label: _Label) -> bool:
    document, text = form(label.text, label.field)
    found = fields_of(document, text)
    if label.field in _TIMES:  # one cell of a period is two of the table
        found |= {path.removesuffix(".start") for path in fields_of(document, "2024年1月")}
    return bool(found & label.right)


@pytest.mark.parametrize("read_on", ["page", "known"])
@pytest.mark.parametrize(("how", "words"), [("lists", vocabulary), ("bare", _bare)])
def test_labels_of_published_forms_go_to_their_fields(
    read_on: str, how: str, words: Callable[[tuple[Path, ...]], Vocabulary], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognising, "vocabulary", words)
    labels = [label for label in _labels() if label.read_on == read_on]
    missed = [f"{label.field} {label.text}" for label in labels if not _is_read(label)]
    share = 1 - len(missed) / len(labels)
    assert share >= _FLOORS[read_on, how], (round(share, 3), missed)


@cache
def _read() -> list[_Label]:
    return [label for label in _labels() if _is_read(label) and len(label.text) > 2]


@pytest.mark.parametrize(("how", "words"), [("lists", vocabulary), ("bare", _bare)])
def test_labels_that_could_stand_on_a_form_go_to_their_fields(
    how: str, words: Callable[[tuple[Path, ...]], Vocabulary], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognising, "vocabulary", words)
    labels = list(_labels(_THOUGHT_UP))
    missed = [f"{label.field} {label.text}" for label in labels if not _is_read(label)]
    share = 1 - len(missed) / len(labels)
    assert share >= _THOUGHT_UP_FLOOR, (how, round(share, 3), missed)


def test_no_label_is_counted_twice() -> None:
    own = [label.text for label in _labels(_THOUGHT_UP)]
    assert len(own) >= 120
    assert not set(own) & {label.text for label in _labels()}


_SPACES = st.sampled_from(["", " ", "\u3000", "\n", "  "])
_ENDS = st.sampled_from(["", "：", ":", " ：", "＊", "（万元）", "（A）", "（必填）"])


@given(
    st.deferred(lambda: st.sampled_from(_read())),
    st.lists(_SPACES, min_size=1, max_size=12),
    _ENDS,
    st.sampled_from(["", "1.", "一、", "（二）", "★"]),
)
@settings(max_examples=tries(200), deadline=None)
def test_blanks_colons_brackets_and_numbers_change_nothing(
    label: _Label, blanks: list[str], end: str, number: str
) -> None:
    if label.text[-1] in "）)年率" or label.text[0].isdigit():
        end = ""
    spaced = "".join(char + blanks[place % len(blanks)] for place, char in enumerate(label.text))
    changed = label._replace(text=f"{number}{spaced.strip()}{end}")
    assert _is_read(changed), changed.text


_SYNONYMS = {
    "年度": ("当年", "本年度"), "目标值": ("指标值",), "主管部门": ("主管单位",), "实施单位": ("实施部门",), "填报": ("申报",), "预期": ("预计",),
    "财政拨款": ("财政补助",), "中长期": ("中期", "实施期"), "完成值": ("达成值",), "资金总额": ("资金合计",), "评分标准": ("计分标准",),
    "其他资金": ("其它资金",), "负责人": ("责任人",), "起止时间": ("起止日期",), "概况": ("概述",),
}  # fmt: skip


def _with_synonyms() -> list[_Label]:
    return [
        label._replace(text=re.sub(rf"(?<![上前跨当本以]){word}", other, label.text))
        for label in _read() for word, others in _SYNONYMS.items() for other in others
        if re.search(rf"(?<![上前跨当本以]){word}", label.text)
    ]  # fmt: skip


def test_synonyms_of_the_parts_of_a_label_change_nothing() -> None:
    labels = _with_synonyms()
    assert len(labels) > 40
    assert [f"{label.field} {label.text}" for label in labels if not _is_read(label)] == []


@pytest.mark.parametrize("text", [
    "项目名称满意度", "目标1", "预算执行率指标完成良好且无偏差", "社会效益", "覆盖率", "群众满意度", "道路养护里程", "按支出类型", "其中：", "",
    "总目标：三年修三座桥",
    "产出指标", "数量指标", "≥95%", "2024年", "市水务局", "新建道路10公里。",
])  # fmt: skip
def test_what_is_no_label_is_read_as_none(text: str) -> None:
    assert vocabulary(()).label(text) is None

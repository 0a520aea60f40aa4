"""Class names that are aliases, and tables with two frames."""

import pytest

from perflint.facts.structure.labels import LABELS, LabelsView, labels_views
from tests.facts.tables import view_of


def labels_of(*levels: str, profile: str = "general") -> LabelsView | None:
    """Return the view of a table with rows of the levels given as 一级/二级, None if nothing is unusual."""
    rows = "\n".join(
        f"  - {{level1: {one}, level2: {two}, name: 指标, value: 1次}}"
        for one, two in (level.split("/") for level in levels)
    )
    return next(iter(labels_views(view_of(f"profile: {profile}\nindicators:\n{rows}\n", profile))), None)


@pytest.mark.parametrize(
    ("levels", "pairs"),
    [
        (["效果指标/社会效益指标"], ["效果指标→效益指标"]), (["效益指标/环境效益指标"], ["环境效益指标→生态效益指标"]),
        (["产出指标/数量", "产出指标/质量指标"], ["数量→数量指标"]), (["产出指标/产出成本"], ["产出成本→成本指标"]),
        (["完成指标/数量指标"], ["完成指标→产出指标"]),
    ],
)  # fmt: skip
def test_aliases(levels: list[str], pairs: list[str]) -> None:
    labels = labels_of(*levels)
    assert labels is not None
    assert LABELS.facts["labels.pairs"].derive(labels) == tuple(pairs)


@pytest.mark.parametrize(
    ("levels", "profile"),
    [
        (["产出/数量", "效益/社会效益"], "general"), (["产出指标/数量指标", "满意度指标/服务对象 满"], "general"),
        (["效益指标/社会公众或服务对象满意度指标"], "general"), (["满意度指标/满意度指标"], "general"),
        (["产出指标（50分）/数量指标"], "general"), (["完成指标/数量", "效益指标/社会效益指标"], "sichuan"),
        (["产岀指标/数最指标"], "general"), (["产出指标/成本指标", "产出指标/成本指标"], "general"),
    ],
)  # fmt: skip
def test_names_that_forms_print_are_not_aliases(levels: list[str], profile: str) -> None:
    assert labels_of(*levels, profile=profile) is None


def test_two_frames_in_one_table() -> None:
    labels = labels_of("成本指标/经济成本指标", "产出指标/成本指标")
    assert labels is not None
    assert (labels.newer, labels.older) == ((0,), (1,))
    counts = [LABELS.facts[f"labels.{name}"].derive(labels) for name in ("costs_apart", "costs_under_output")]
    assert counts == [1, 1]
    assert labels.spot("labels.older").index == 1

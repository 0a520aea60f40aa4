"""The named thresholds: those of the design exist with default, unit and meaning, and editors are told their types."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from perflint.facts import Setting
from perflint.judge import resolve, setting_kinds
from perflint.model import load_profiles
from tests.pages import run

DEFAULTS: dict[str, Setting] = {
    "taxonomy.frame": "auto",
    "plan.required": False,
    "plan.cumulative": False,
    "plan.checkpoints": ("6月底 50%", "9月底 75%"),
    "plan.allow_carryover": False,
    "basis.required": False,
    "weights.totals": (90.0, 100.0),
    "satisfaction.advised": 90.0,
    "satisfaction.minimum": 80.0,
    "history.lower_tolerance": 5.0,
    "history.upper_tolerance": 30.0,
    "cost.include_misplaced": True,
    "taxonomy.allow_rate_quantity": False,
    "percent.strict": False,
    "privacy.stages": ("公开",),
    "name.min_self_explaining_length": 0.0,
}
# What the profiles change, and nothing else.
CHANGED: dict[str, dict[str, Setting]] = {
    "hebei": {"taxonomy.frame": "mof-2015", "plan.required": True, "plan.cumulative": True,
              "plan.checkpoints": ("6月底 50%", "10月底 75%"), "basis.required": True},
    "sichuan": {"taxonomy.frame": "mof-2015",
                "plan.checkpoints": ("4月底 25%", "6月底 40%", "8月底 60%", "10月底 80%")},
    "hubei": {"taxonomy.frame": "mof-2015", "basis.required": True, "weights.totals": (80.0,)},
    "mof-2015": {"taxonomy.frame": "mof-2015"},
    "mof-2021": {"taxonomy.frame": "mof-2021"},
    "zhejiang": {"weights.totals": (100.0,)},
}  # fmt: skip
UNITS = {
    "percent": {"%", "百分点"},
    "number": {"年", "分", "万元", "个", "字", "条", "张", "倍", ""},
    "numbers": {"分"},
}
JSON_TYPES: dict[str, object] = {
    "number": "number", "percent": ["number", "string"], "switch": ["boolean", "string"],
    "numbers": ["array", "number", "string"], "words": ["array", "string"], "text": "string", "months": ["object", "array"],
}  # fmt: skip


@pytest.mark.parametrize("name", DEFAULTS)
def test_a_threshold_has_the_default_of_the_design(name: str) -> None:
    assert setting_kinds()[name].default == DEFAULTS[name]


def test_codes_of_projects_have_two_patterns() -> None:
    assert setting_kinds()["code.patterns"].default == (
        r"\d{6}\d{2}[A-Z][0-9A-Z]{12}",
        r"\d{6}[A-Z]\d{2}[A-Z]{2}\d{4}",
    )


@pytest.mark.parametrize("profile", load_profiles())
def test_a_profile_changes_what_its_form_says_and_nothing_else(profile: str) -> None:
    resolved = resolve(load_profiles()[profile].settings)
    changed = {name: value for name, value in resolved.items() if value != setting_kinds()[name].default}
    assert changed == CHANGED.get(profile, {})


@pytest.mark.parametrize("name", setting_kinds())
def test_a_threshold_says_what_it_is_in_both_languages_and_its_unit(name: str) -> None:
    kind = setting_kinds()[name]
    assert any("\u4e00" <= character <= "\u9fff" for character in kind.zh)
    assert kind.en
    assert kind.en.isascii() or "其他" in kind.en
    assert kind.unit in UNITS.get(kind.type, {""})


@lru_cache(maxsize=2)
def schema(subject: str) -> dict[str, Any]:
    shown, exit_line = run(f"perflint schema {subject}", Path(__file__).parent).rsplit("[exit ", 1)
    assert exit_line == "0]\n"
    made: dict[str, Any] = msgspec.json.decode(shown)
    return made


@pytest.mark.parametrize("subject", ["config", "profile"])
@pytest.mark.parametrize("name", setting_kinds())
def test_editors_are_told_type_unit_default_and_meaning(subject: str, name: str) -> None:
    entry, kind = schema(subject)["properties"]["settings"]["properties"][name], setting_kinds()[name]
    assert entry["type"] == JSON_TYPES[kind.type]
    assert entry.get("x-unit", "") == kind.unit
    assert entry["default"] == (list(kind.default) if isinstance(kind.default, tuple) else kind.default)
    assert kind.zh in entry["description"]
    assert kind.en in entry["description"]

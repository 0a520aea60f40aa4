"""Values against names on whole tables: one finding for one fault, in any spelling of the table."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from tests.pages import run

HERE = Path(__file__).parent
ROWS = [
    tuple(line.split("\t"))
    for line in (HERE / "measure.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
IN_OTHER_WORDS = frozenset({"STR012", "VAL017"})  # they may speak of such a fault instead, and have faults of their own
FAMILY = frozenset({
    "VAL005", "VAL006", "VAL025", "VAL035", "VAL037", "VAL060", "VAL061", "VAL062", "VAL063", "TAX006", "TAX010", "TAX011",
    "TAX012", "TAX013", "TAX040", "TAX041", "TAX043",
})  # fmt: skip
_SIDES = {"数量": "产出", "质量": "产出", "时效": "产出", "经济成本": "成本", "服务对象满意度": "满意度"}
KEYS = {
    "en": ("level1", "level2", "name", "value", "unit", "indicators", "kind", "year"),
    "zh": ("一级指标", "二级指标", "三级指标", "指标值", "度量单位", "绩效指标", "表类型", "年度"),
}


def cells_of(row: tuple[str, ...], spelling: str) -> tuple[str, ...]:
    """Return the cells of a row: first and second level, name, value, unit."""
    name, value, unit, level2, _ = row
    side = _SIDES.get(level2.removesuffix("指标"), "效益")
    if spelling == "one cell":
        value, unit = value + unit, ""
    return f"{side}指标", level2, name, value, unit


def table(rows: list[tuple[str, ...]], keys: tuple[str, ...], spelling: str) -> str:
    """Return the rows as a table with the given keys."""
    indicators = [
        {key: cell for key, cell in zip(keys, cells_of(row, spelling), strict=False) if cell or key == keys[4]}
        for row in rows
    ]
    return json.dumps({keys[6]: "project", keys[7]: 2023, keys[5]: indicators}, ensure_ascii=False)


def found(folder: Path, text: str) -> dict[int, list[str]]:
    """Return the codes of the family that are loud on each row."""
    (folder / "t.yaml").write_text(text, encoding="utf-8")
    said = run("perflint check t.yaml --format json --no-config --fail-on never", folder)
    codes: dict[int, list[str]] = defaultdict(list)
    for finding in json.loads(said[: said.rindex("[exit")])["findings"]:
        steps = finding["pointer"].split("/")
        if finding["code"] in FAMILY | IN_OTHER_WORDS and finding["severity"] != "info" and len(steps) > 2:
            codes[int(steps[2])].append(finding["code"])
    return codes


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("spelling", ["two columns", "one cell"])
def test_each_fault_is_said_once_and_nothing_else(tmp_path: Path, lang: str, spelling: str) -> None:
    codes = found(tmp_path, table(ROWS, KEYS[lang], spelling))
    heard = {at: [code for code in codes[at] if row[4] == "1" or code in FAMILY] for at, row in enumerate(ROWS)}
    assert [(row, heard[at]) for at, row in enumerate(ROWS) if len(heard[at]) != int(row[4])] == []

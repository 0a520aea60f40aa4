"""The cache of inspections: what is old or too much goes, the rest stays; its key holds what judging depends on."""

from pathlib import Path

import pytest

from perflint.judge import Selection
from perflint.judge.inspection import Glance, Inspection
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.cache import Cache, encode
from perflint.workspace.runs.gathering import judging_state

_BEGIN = 20_000 * 86_400.0


def entry(number: int, size: int = 1) -> tuple[bytes, bytes]:
    return bytes([number]) * 16, encode(Inspection(Glance("x" * size, (), 0, 0), (), (), ()))


def kept(folder: Path) -> list[int]:
    cache = Cache(folder)
    kept = cache.kept(entry(number)[0] for number in range(9))
    return [number for number in range(9) if entry(number)[0] in kept]


@pytest.fixture
def day(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    now = {"day": 0.0}
    monkeypatch.setattr("time.time", lambda: _BEGIN + now["day"] * 86_400)
    return now


def test_what_nobody_asked_for_in_a_quarter_goes(tmp_path: Path, day: dict[str, float]) -> None:
    first = Cache(tmp_path)
    first.put([entry(1), entry(2)])
    first.close()
    day["day"] = 60
    second = Cache(tmp_path)
    assert second.get(entry(2)[0])
    second.put([entry(3)])
    second.close()
    assert kept(tmp_path) == [1, 2, 3]
    day["day"] = 100
    Cache(tmp_path).close()
    assert kept(tmp_path) == [2, 3]


def test_of_too_much_the_oldest_goes(tmp_path: Path, day: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perflint.workspace.runs.cache._AT_ONCE", 1)
    for number in range(6):
        day["day"] = number
        cache = Cache(tmp_path, most=5 * 100_000)
        cache.put([entry(number, 100_000)])
        cache.close()
    assert kept(tmp_path) == [2, 3, 4, 5]


def test_the_key_holds_what_judging_depends_on(tmp_path: Path) -> None:
    state = judging_state(Config(), Options())
    alike = Config(path=tmp_path / "perflint.yaml", fail_on="info", baseline=tmp_path / "b.json", lines={"lang": 3})
    assert judging_state(alike, Options(gather=True)) == state
    others = [
        judging_state(Config(profile="hebei"), Options()),
        judging_state(Config(selection=Selection(select=("DIR",))), Options()),
        judging_state(Config(settings=(("satisfaction.minimum", "85%"),)), Options()),
        judging_state(Config(), Options(lang="en")),
        judging_state(Config(), Options(seconds=1)),
    ]
    assert state not in others
    assert len({*others}) == len(others)

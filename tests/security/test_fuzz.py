"""The fuzz targets with a fixed seed, all together ten seconds; `make fuzz` runs them longer, with another seed each time."""

from pathlib import Path

from tests.security import fuzz
from tests.thorough import tries


def test_every_reader_takes_what_chance_made(tmp_path: Path) -> None:
    counts = fuzz.run(tries(10), 20_230_101, tmp_path)
    assert len(counts) == 15
    assert all(counts.values()), counts

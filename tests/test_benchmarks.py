"""The benchmark's corpus is the same everywhere and readable; its clock counts what children of a program cost."""

import re
import sys
from hashlib import blake2b
from pathlib import Path

import pytest

from benchmarks.batch import bytes_by_table, cost_of
from benchmarks.corpus import make_tables, write_corpus
from benchmarks.linear import GOAL, LENGTHS, WITHIN, calls_of, fitted, of_what_comes_on_top
from benchmarks.timing import Timing, best_of, time_command
from perflint.cluster.packets import write_packets
from perflint.model import read_tables
from perflint.source import parse_text, read_source

BUSY = "import time\nwhile time.process_time() < 0.4: pass"
LARGE = "import time\nheld = b'x' * 90_000_000\ntime.sleep(1)"
PARENT = "import subprocess, sys\nsubprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"


def test_a_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    assert list(make_tables(30, 7)) == list(make_tables(30, 7))
    assert list(make_tables(30, 7)) != list(make_tables(30, 8))


def test_the_bytes_are_the_same_on_every_machine() -> None:
    """A change of the corpus makes figures of other versions incomparable: then this number changes knowingly."""
    text = "".join(make_tables(20, 1))
    assert blake2b(text.encode(), digest_size=8).hexdigest() == "174067172f9b8666"


def test_tables_of_a_kind_differ_in_figures_alone() -> None:
    tables = list(make_tables(12, 3, kinds=4))
    words = [re.sub(r"[0-9]+", "#", text) for text in tables]
    assert words[:4] == words[4:8] == words[8:]
    assert len(set(words)) == 4
    assert len(set(tables)) == 12


def test_more_tables_begin_with_the_fewer() -> None:
    assert list(make_tables(12, 3))[:5] == list(make_tables(5, 3))


def test_every_table_can_be_read() -> None:
    for text in make_tables(60, 1):
        source = parse_text(text, "table.yaml")
        (table,) = read_tables(source).tables
        assert not source.faults
        assert len(table.rows) == 7


def test_tables_are_of_about_the_size_that_is_announced() -> None:
    sizes = [len(text.encode()) for text in make_tables(100, 1)]
    assert 1400 < sum(sizes) / len(sizes) < 1800


def test_a_hundred_tables_to_a_folder(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path / "corpus", 101, 1)
    assert [path.relative_to(tmp_path / "corpus").as_posix() for path in (paths[0], paths[-1])] == [
        "000/00.yaml",
        "001/00.yaml",
    ]
    assert paths[0].read_bytes() == next(make_tables(1, 1)).encode()
    assert not read_source(paths[-1].read_bytes(), str(paths[-1])).faults


@pytest.mark.skipif(sys.platform == "win32", reason="the clock of children is that of POSIX")
def test_cpu_of_children_counts() -> None:
    timing = time_command([sys.executable, "-c", PARENT, BUSY], {})
    assert timing.cpu >= 0.4
    assert timing.memory > 1
    assert timing.status == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the clock of children is that of POSIX")
def test_waiting_costs_no_cpu_and_failing_is_told() -> None:
    timing = time_command([sys.executable, "-S", "-c", "import time, sys; time.sleep(0.3); sys.exit(3)"], {})
    assert timing.wall >= 0.3
    assert timing.cpu < timing.wall
    assert timing.status == 3


def test_the_best_run_is_the_one_that_cost_least_cpu() -> None:
    quick, cheap = Timing(1.0, 0.9, 50.0, 0), Timing(2.0, 0.5, 50.0, 0)
    assert best_of([quick, cheap]) is cheap


def test_exponents() -> None:
    assert fitted((1, 2, 4), (3.0, 6.0, 12.0)) == pytest.approx(1)
    assert fitted((1, 2, 4), (3.0, 12.0, 48.0)) == pytest.approx(2)
    assert of_what_comes_on_top((9, 1010, 1020, 1040)) == pytest.approx(1)
    assert of_what_comes_on_top((1001, 1004, 1016)) == pytest.approx(2)


@pytest.mark.parametrize("quantity", sorted(WITHIN.keys() - LENGTHS))
def test_twice_as_much_calls_no_more_than_twice_as_many_functions(quantity: str) -> None:
    """Counted and not timed: a machine with other work to do changes nothing."""
    make, _ = WITHIN[quantity]
    calls_of(make(20).encode())  # whatever is loaded or built once
    assert of_what_comes_on_top([calls_of(make(size).encode()) for size in (160, 320, 640)]) <= GOAL


@pytest.mark.skipif(sys.platform == "win32", reason="the clock of children is that of POSIX")
def test_memory_of_a_child_is_told_apart_from_its_parents() -> None:
    cost = cost_of([sys.executable, "-c", PARENT, LARGE], {})
    first, child, grandchild = cost.peaks
    assert cost.status == 0
    assert first < 80 < child < cost.together
    assert grandchild == 0


def test_what_is_shuffled_is_all_but_what_stays(tmp_path: Path) -> None:
    write_packets(tmp_path / ".batch" / "inspected" / "000000-x", {0: ["stays" * 100], 1: ["goes"]})
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "part-000000.parquet").write_bytes(b"x" * 600)
    kept = (tmp_path / ".batch" / "inspected" / "000000-x").stat().st_size
    told = dict(bytes_by_table(tmp_path, 2))
    assert [*told.values()] == [300, kept / 2, len(b"\x91\xa4goes") / 2]

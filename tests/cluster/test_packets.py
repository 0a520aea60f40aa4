"""What the steps of a batch hand on: found again by number, whatever the file is called, and there whole or not at all."""

import sys
from pathlib import Path

import pytest

from perflint.cluster.packets import packet_sizes, read_packet, write_packets

NAMES = ["000001-ab", "有 空格?#%41&mode=rw", "表'；\"😀"]


@pytest.mark.parametrize("name", NAMES if sys.platform != "win32" else NAMES[:1])
def test_what_was_written_is_read_again(tmp_path: Path, name: str) -> None:
    file = tmp_path / name / name
    write_packets(file, {0: ["甲", "\x00", ""], 7: [], 768: ["乙"]})
    assert [list(read_packet(file, number, str)) for number in (0, 7, 768, 1)] == [["甲", "\x00", ""], [], ["乙"], []]
    assert packet_sizes(file) == {0: 8, 7: 1, 768: 5}
    assert [path.name for path in file.parent.iterdir()] == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux alone")
def test_a_folder_may_have_a_name_that_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / b"\xc7\xe0\xc9\xbd".decode("utf-8", "surrogateescape") / "000001"
    write_packets(file, {3: [1, 2]})
    assert list(read_packet(file, 3, int)) == [1, 2]


def test_a_second_attempt_takes_the_place_of_the_first(tmp_path: Path) -> None:
    file = tmp_path / "000001"
    for things in ([1], [2]):
        write_packets(file, {0: things})
    assert list(read_packet(file, 0, int)) == [2]


def test_an_attempt_that_broke_off_leaves_nothing_to_read(tmp_path: Path) -> None:
    file = tmp_path / "000001"
    with pytest.raises(TypeError):
        write_packets(file, {0: [object()]})
    assert not file.exists()

"""Archives are taken apart within bounds, and names cannot lead anywhere."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.judge import InputError
from perflint.web.outcome import Given, Order
from perflint.web.unpacking import MOST_FILES, Item, plain_name, unpacked
from tests.web.tables import archive


def _unpacked(folder: Path, files: dict[str, bytes], room: int = 1_000_000) -> list[Item | InputError]:
    given = []
    for number, (name, data) in enumerate(files.items()):
        (folder / str(number)).write_bytes(data)
        given.append(Given(str(folder / str(number)), name))
    return unpacked(Order(tuple(given), str(folder), "zh", 60, 1, room))


def _names(found: list[Item | InputError]) -> list[str]:
    return [one.name if isinstance(one, Item) else f"{one.path}: {one.message}" for one in found]


def test_members_are_files_like_any_other(tmp_path: Path) -> None:
    zipped = archive({"甲/表.yaml": b"a", "乙/表.yaml": b"b", "__MACOSX/甲/._表.yaml": b"x", "~$表.docx": b"x"})
    assert _names(_unpacked(tmp_path, {"两张.zip": zipped, "表.yaml": b"c"})) == [
        "表.yaml",
        "表 (2).yaml",
        "表 (3).yaml",
    ]


def test_names_written_by_chinese_windows_are_read(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr("0123.yaml", b"a")
    data = held.getvalue().replace(b"0123.yaml", "绩效".encode("gb18030") + b".yaml")
    assert _names(_unpacked(tmp_path, {"旧.zip": data})) == ["绩效.yaml"]


def test_an_archive_that_unpacks_to_too_much_is_cut_off(tmp_path: Path) -> None:
    zipped = archive({"大.txt": b"0" * 50_000_000, "小.yaml": b"a"})
    found = _unpacked(tmp_path, {"炸弹.zip": zipped})
    assert _names(found)[0].startswith("炸弹.zip/大.txt: 压缩包展开后超过 1 MB")
    assert _names(found)[1:] == ["小.yaml"]


def test_sizes_that_an_archive_claims_are_not_believed(tmp_path: Path) -> None:
    zipped = archive({"大.txt": b"0" * 3_000_000})
    lying = zipped.replace((3_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != zipped
    assert len(_unpacked(tmp_path, {"谎.zip": lying})) >= 1
    assert all(
        isinstance(one, InputError) or len(one.data) <= 1_000_000 for one in _unpacked(tmp_path, {"谎.zip": lying})
    )


def test_more_files_than_can_be_read_are_told(tmp_path: Path) -> None:
    found = _unpacked(tmp_path, {"多.zip": archive({f"{number}.yaml": b"a" for number in range(MOST_FILES + 50)})})
    assert len(found) == MOST_FILES + 1
    assert "200" in _names(found)[-1]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 and then nothing", "已损坏"),
        (archive({}), "没有文件"),
        (archive({"里.zip": archive({"表.yaml": b"a"})}), "不再打开"),
    ],
)
def test_what_cannot_be_unpacked_is_told(tmp_path: Path, data: bytes, said: str) -> None:
    (one,) = _unpacked(tmp_path, {"包.zip": data})
    assert isinstance(one, InputError)
    assert said in one.message


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\用户\\表.docx", "表.docx"),
        ("表\u202ecod.exe\x00\n.docx", "表cod.exe.docx"),
        ("a" * 500 + ".docx", "a" * 110 + ".docx"),
        ("", "file"),
        ("///", "file"),
        (".docx", ".docx"),
    ],
)
def test_a_name_is_the_last_part_of_what_came(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@given(st.text())
def test_no_name_leads_anywhere(name: str) -> None:
    plain = plain_name(name)
    assert plain
    assert len(plain) <= 130
    assert not {"/", "\\", "\0", "\n", "\u202e"} & set(plain)

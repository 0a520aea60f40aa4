"""The shipped word lists, a user's changes to them, and the store that keeps what was compiled."""

from itertools import count
from pathlib import Path

import pytest

from perflint.data import LexiconError, load_lexicon, remember
from perflint.data.store import cache_folder


def pack(folder: Path, text: str) -> Path:
    (folder / "lexicon").mkdir(exist_ok=True)
    (folder / "lexicon" / "own.yaml").write_text(text, encoding="utf-8")
    return folder


def test_shipped_lists_are_found_by_their_dotted_names() -> None:
    lexicon = load_lexicon()
    assert "补贴" in lexicon.words("words.one_off")
    with pytest.raises(KeyError):
        lexicon.words("words.没有")


def test_a_pack_adds_words_at_the_end_and_takes_others_away(tmp_path: Path) -> None:
    own = pack(tmp_path, "extend: {words.one_off: [慰问金]}\nremove: {words.one_off: [补贴]}\n")
    shipped = load_lexicon().words("words.one_off")
    assert load_lexicon((own,)).words("words.one_off") == (*(word for word in shipped if word != "补贴"), "慰问金")
    assert load_lexicon().words("words.one_off") == shipped


def test_a_pack_may_bring_lists_of_its_own(tmp_path: Path) -> None:
    assert load_lexicon((pack(tmp_path, "自己: {词: [甲, 乙]}\n"),)).words("自己.词") == ("甲", "乙")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("extend: {words.没有: [甲]}\n", "no word list named words.没有"),
        ("extend: {words.one_of: [甲]}\n", "own.yaml:1:10: 没有名为“words.one_of”的词表，是否应为“words.one_off”？"),
        ("extend: {words.one_of: [甲]}\n", "did you mean `words.one_off`?"),
        ("extends: {words.one_off: [甲]}\n", "there is no `extends`; did you mean `extend`?"),
        ("words: {one_off: [甲]}\n", "change its lists under `extend:` or `remove:`"),
        ("remove:\n  words.one_off: [补贴, 补帖]\n", "own.yaml:2:23: "),
        ("remove: {words.one_off: [补贴]}\nextend: 甲\n", "own.yaml:2:9: "),
        ("remove: {words.one_off: [没有这个词]}\n", "the list has no word `没有这个词`"),
        ("extend: {words: [甲]}\n", "no word list named words"),
        ("extend: {words.one_off: 甲}\n", "not a list"),
        ("extend: 甲\n", "maps list names to words"),
        ("- 甲\n", "a mapping of list names"),
        ("", "a mapping of list names"),
        ("甲: '乙\n", "never closed"),
        ("\0", "not a text file"),
    ],
)
def test_a_lexicon_that_cannot_be_used_says_why_and_where(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(LexiconError) as caught:
        load_lexicon((pack(tmp_path, text),))
    assert words in str(caught.value)
    assert "own.yaml" in str(caught.value)


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PERFLINT_CACHE_DIR", str(tmp_path / "甲"))
    monkeypatch.setattr("perflint.data.store.cache_folder", cache_folder.__wrapped__)
    return tmp_path / "甲"


def test_what_was_built_once_is_kept_until_its_state_changes(own_folder: Path) -> None:
    numbers = count()
    built = [remember("a", state, lambda: next(numbers), int) for state in ("x", "x", "y", "x")]
    assert built == [0, 0, 1, 0]
    assert len(list(own_folder.rglob("*"))) == 3


@pytest.mark.parametrize("damage", [b"", b"\x80", b"not a pickle", b"\0" * 17, b"\x80\x04h\x05.", b"I1e\n."])
def test_a_damaged_store_is_built_again(own_folder: Path, damage: bytes) -> None:
    remember("a", "x", lambda: 1, int)
    (path,) = own_folder.rglob("*.msgpack")
    path.write_bytes(damage)
    assert remember("a", "x", lambda: 2, int) == 2
    assert remember("a", "x", lambda: 3, int) == 2


def test_a_folder_that_cannot_be_written_costs_only_time(own_folder: Path) -> None:
    own_folder.write_text("a file where the folder should be", encoding="utf-8")
    assert [remember("a", "x", lambda: 1, int), remember("a", "x", lambda: 2, int)] == [1, 2]


def test_a_profile_s_names_for_national_classes_are_read_as_these_classes(tmp_path: Path) -> None:
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "own.yaml").write_text("id: own\nlevels: {names: {履职指标: 产出指标, 甲: 乙}}\n", encoding="utf-8")
    (folder / "broken.yaml").write_bytes(b"\0")
    aliases = {entry["name"]: entry["aliases"] for entry in load_lexicon((tmp_path,)).section("taxonomy")}
    assert aliases["产出指标"][-1] == "履职指标"
    assert not any("甲" in names for names in aliases.values())

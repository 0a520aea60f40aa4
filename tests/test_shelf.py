"""Expressions that were compiled before: taken from data they find what the compiler's own find; damaged data is not used."""

import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.data.store import keep, kept
from perflint.facts import load_knowledge
from perflint.pattern.shelf import SHELF, Kept, Shelf, python

EXPRESSIONS = (
    (r"[★☆▲△●◆]+|[*＊](?=[\u4e00-\u9fff])", 0),
    (r"(?P<year>(?:19|20)\d{2})年(?:(?P<month>1[0-2]|0?[1-9])月)?", 0),
    (r"(?<![\d.])\d+(?:\.\d+)?(?=[%％])", 0),
    (r"^[a-z]+\.$", re.IGNORECASE | re.MULTILINE),
    (r"(.)\1", re.DOTALL),
)
TEXTS = st.text(st.sampled_from("★*年月20241.5%％ab.Z\n其中率"), max_size=30)


def _known_before() -> Shelf:
    """Return a shelf on which all expressions lie as they come back from a file."""
    first, second = Shelf(), Shelf()
    for text, flags in EXPRESSIONS:
        first.compiled(text, flags)
    second.lay(msgspec.msgpack.decode(msgspec.msgpack.encode(first.worth_keeping()), type=dict[str, Kept]))
    return second


BEFORE = _known_before()


@given(TEXTS)
def test_what_was_kept_finds_what_was_compiled(text: str) -> None:
    for expression, flags in EXPRESSIONS:
        kept_one, fresh = BEFORE.compiled(expression, flags), re.compile(expression, flags)
        spans = [(hit.span(), hit.groupdict(), hit.lastgroup) for hit in kept_one.finditer(text)]
        assert spans == [(hit.span(), hit.groupdict(), hit.lastgroup) for hit in fresh.finditer(text)]
    assert not BEFORE.fresh


@pytest.mark.parametrize(("expression", "flags"), EXPRESSIONS)
def test_what_was_kept_is_what_was_compiled(expression: str, flags: int) -> None:
    kept_one, fresh = BEFORE.compiled(expression, flags), re.compile(expression, flags)
    assert kept_one == fresh
    assert (kept_one.pattern, kept_one.flags, kept_one.groups) == (fresh.pattern, fresh.flags, fresh.groups)
    assert kept_one.groupindex == fresh.groupindex


def test_every_expression_that_knowledge_needs_is_the_compilers_own() -> None:
    load_knowledge()
    assert len(SHELF.used) > 20
    for key in SHELF.used:
        flags, _, text = key.partition(":")
        assert SHELF.compiled(text, int(flags)) == re.compile(text, int(flags))


@pytest.mark.parametrize("code", [b"", b"\x01", b"\xff" * 8, b"\x00" * 64])
def test_damaged_code_is_compiled_anew(code: bytes) -> None:
    shelf = Shelf()
    shelf.lay({"0:[0-9]+": Kept(32, code, 0, {})})
    assert shelf.compiled("[0-9]+", 0).findall("3月12日") == ["3", "12"]


def test_a_broken_expression_is_told() -> None:
    with pytest.raises(re.error, match="unterminated"):
        Shelf().compiled("(抽检", 0)


def test_nothing_new_is_nothing_to_keep() -> None:
    assert BEFORE.worth_keeping() == {}


def test_where_too_many_lie_those_in_use_are_kept() -> None:
    shelf = Shelf()
    shelf.lay({f"0:{number}": Kept(32, b"", 0, {}) for number in range(3_000)})
    shelf.compiled("抽检", 0)
    assert list(shelf.worth_keeping()) == ["0:抽检"]


def test_what_is_kept_comes_back_with_its_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERFLINT_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr("perflint.data.store.cache_folder", lambda: tmp_path)
    shelf = Shelf()
    shelf.compiled("抽检|培训", 0)
    assert kept("patterns", python(), dict[str, Kept]) is None
    keep("patterns", python(), shelf.worth_keeping())
    assert kept("patterns", python(), dict[str, Kept]) == shelf.entries
    assert kept("patterns", "another Python", dict[str, Kept]) is None


def test_a_second_check_compiles_nothing(tmp_path: Path) -> None:
    table = Path(__file__).parent.parent / "examples" / "lulong-2023" / "01.yaml"
    script = (
        "import sys; from perflint.cli.main import main; from perflint.pattern.shelf import SHELF\n"
        "import perflint.data.kept_patterns as kept; sys.argv = ['perflint', 'check', sys.argv[1], '-q']\n"
        "def tell(*given): print(len(given[2]))\n"
        "plain = kept.keep; kept.keep = lambda *given: (tell(*given), plain(*given))\n"
        "try: main()\n"
        "except SystemExit: print(len(SHELF.fresh))\n"
    )

    def run(name: str) -> list[str]:
        copy = tmp_path / name
        copy.write_bytes(table.read_bytes() + f"# {name}\n".encode())
        environment = {"PERFLINT_CACHE_DIR": str(tmp_path / "cache"), "PATH": ""}
        done = subprocess.run(  # noqa: S603  # the project's own program
            [sys.executable, "-c", script, str(copy)], env=environment, capture_output=True, check=True, text=True
        )
        return done.stdout.split()

    first, second = run("a.yaml"), run("b.yaml")
    assert int(first[0]) > 200
    assert second == ["0"]


def test_what_another_process_compiled_is_as_new_as_ones_own() -> None:
    shelf, other = Shelf(), Shelf()
    shelf.compiled("抽检", 0)
    other.compiled("培训", 0)
    handed = other.hand_over()
    assert list(handed) == ["0:培训"]
    assert other.hand_over() == {}
    shelf.take(handed)
    assert sorted(shelf.worth_keeping()) == ["0:培训", "0:抽检"]
    assert shelf.fresh == {"0:培训", "0:抽检"}


def test_half_a_character_is_searched_for_and_not_kept() -> None:
    shelf = Shelf()
    assert shelf.compiled("\ud800+", 0).search("a\ud800\ud800")
    assert shelf.worth_keeping() == {}

"""Every reader on inputs that chance made: a sentence or a result, never a traceback and never much time.

`python -m tests.security.fuzz SECONDS [SEED]` runs all targets in turn; the seed is printed, so that a failure can be seen again.
"""

import contextlib
import io
import random
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from perflint.adoption.baseline import read_baseline
from perflint.adoption.entry import BaselineError
from perflint.data import LexiconError
from perflint.judge import RuleError
from perflint.judge.rulefile import RuleFile
from perflint.model import ProfileError, load_profiles
from perflint.office.grid import Unopened
from perflint.office.reading import read_document
from perflint.office.recognition import recognise
from perflint.quantity import Hint
from perflint.source import Unreadable, parse_text, read_source
from perflint.workspace.checking import Checker, Options
from perflint.workspace.configuration.config import Config, ConfigError
from perflint.workspace.configuration.loading import load_config
from perflint.workspace.runs.cache import decode

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 20.0
Target = Callable[[bytes, Path], None]
_SPICE = (
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"[" * 40,
    b"{",
    b"}",
    b": ",
    b"- ",
    b"&a ",
    b"*a",
    b"<<: ",
    b"'",
    b'"',
    b"|\n",
    b">",
    b"# perflint: ignore[",
    b"9" * 60,
    b"1e999",
    b"\xf0\x9f\x98\x80",
    "≤".encode(),
    "％".encode(),
    b"\r",
    b"\t",
    b"%",
    b"\x1b[",
    b"<!ENTITY a 'b'>",
    b"..\\",
    b"../",
    b"NaN",
)
_CONFIGURATIONS = [
    b"ignore: [DIR]\noverrides: [{files: 'a/**', ignore: [WRD]}]\nsettings: {satisfaction.minimum: 85%}\n",
    b'[tool.perflint]\nignore = ["DIR"]\n',
]
_ENTRY = b'{"fingerprint": "a", "code": "DIR001", "table": %s, "indicator": "", "field": "", "value": ""}'
_BASELINE = b'{"schema": "perflint-baseline/1", "findings": [\n%s\n]}\n' % (
    _ENTRY % b'{"kind": "", "agency": "", "year": 2023, "code": "", "name": ""}'
)
_WORDS = tuple("≤≥＜>0123456789.,，、%％‰次/万元年月日至-~比前后约达不低于 ()（）第个人户°\u200b\ud800")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with some pieces changed, cut, doubled, moved or spiced."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at, size = chance.randrange(len(changed) + 1), chance.randint(1, 60)
        kind = chance.randrange(5)
        if kind == 0 and changed:
            changed[at % len(changed)] = chance.randrange(256)
        elif kind == 1:
            del changed[at : at + size]
        elif kind == 2:
            changed[at:at] = changed[at : at + size] * chance.randint(1, 3)
        elif kind == 3:
            changed[at:at] = chance.choice(_SPICE)
        else:
            other = chance.randrange(len(changed) + 1)
            changed[at : at + size] = changed[other : other + size]
    return bytes(changed)


def zipped(data: bytes, chance: random.Random) -> bytes:
    """Return an archive with one member changed; what is no archive any more is changed as it is."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        target = chance.choice(old.namelist())
        for name in old.namelist():
            new.writestr(name, mutated(old.read(name), chance) if name == target else old.read(name))
    return held.getvalue()


_CHECKER = Checker(Config(), Options(seconds=LONGEST))


def check_table(data: bytes, _: Path) -> None:
    """Judge a table."""
    _CHECKER.check(data, "t.yaml")


def read_tree(data: bytes, _: Path) -> None:
    """Read YAML, and read again what was read."""
    try:
        source = read_source(data, "t.yaml")
    except Unreadable:
        return
    parse_text(source.text, "t.yaml")


def read_value(data: bytes, _: Path) -> None:
    """Read a target value."""
    _CHECKER.engine("general").knowledge.reader.read(data.decode("utf-8", "replace"), Hint())


def read_configuration(data: bytes, folder: Path) -> None:
    """Read a configuration, in YAML and in TOML."""
    for name in ("perflint.yaml", "pyproject.toml"):
        (folder / name).write_bytes(data)
        with contextlib.suppress(ConfigError):
            load_config.__wrapped__(folder / name)
        (folder / name).unlink()


def read_known(data: bytes, folder: Path) -> None:
    """Read a baseline."""
    (folder / "b.json").write_bytes(data)
    with contextlib.suppress(BaselineError):
        read_baseline(folder / "b.json")


def read_rules(data: bytes, folder: Path) -> None:
    """Read a rule of a pack."""
    (folder / "p").mkdir(exist_ok=True)
    (folder / "p" / "r.yaml").write_bytes(data)
    with contextlib.suppress(RuleError):
        RuleFile(folder / "p" / "r.yaml", "own").rule()


def read_profile(data: bytes, folder: Path) -> None:
    """Read a profile of a pack."""
    (folder / "q" / "profiles").mkdir(parents=True, exist_ok=True)
    (folder / "q" / "profiles" / "p.yaml").write_bytes(data)
    with contextlib.suppress(ProfileError, LexiconError, RuleError):
        load_profiles((folder / "q",))


def read_kept(data: bytes, _: Path) -> None:
    """Read an inspection of the cache."""
    import msgspec  # noqa: PLC0415  # only here

    with contextlib.suppress(msgspec.MsgspecError):
        decode(data)


def document(name: str) -> Target:
    """Return a target that reads a document by the suffix of a name, and recognises what is in it."""

    def read(data: bytes, _: Path) -> None:
        with contextlib.suppress(Unopened):
            recognise(read_document(data, name))

    return read


def _seeds(pattern: str, most: int = 12) -> list[bytes]:
    return [path.read_bytes() for path in sorted(ROOT.glob(pattern))[:most]] or [b""]


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    held = io.BytesIO()
    save(held)
    return held.getvalue()


def _documents() -> dict[str, list[bytes]]:
    """Return a small document of each kind."""
    import docx  # noqa: PLC0415  # extras
    import openpyxl  # noqa: PLC0415
    import xlwt  # noqa: PLC0415

    lines = [
        ["项目支出绩效目标表"],
        ["项目名称", "某项目"],
        ["一级指标", "二级指标", "三级指标", "指标值"],
        ["产出指标", "数量指标", "次数", "≥5次"],
    ]
    word, book, old = docx.Document(), openpyxl.Workbook(), xlwt.Workbook()
    table, sheet = word.add_table(len(lines), 4), old.add_sheet("a")
    for row, cells in enumerate(lines):
        book.active.append(cells)
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
            sheet.write(row, column, text)
    page = "<table>" + "".join("<tr>" + "".join(f"<td>{text}</td>" for text in cells) + "</tr>" for cells in lines)
    typed = "\n".join("\t".join(cells) for cells in lines)
    return {
        "docx": [_saved(word.save)], "xlsx": [_saved(book.save)], "xls": [_saved(old.save)], "html": [page.encode()],
        "txt": [typed.encode()], "csv": [typed.replace("\t", ",").encode()], "pdf": _seeds("tests/security/inputs/*.pdf"),
    }  # fmt: skip


def _typed(_: bytes, chance: random.Random) -> bytes:
    return "".join(chance.choices(_WORDS, k=chance.randint(0, 40))).encode("utf-8", "replace")


def targets() -> Iterator[tuple[str, Target, list[bytes], Callable[[bytes, random.Random], bytes]]]:
    """Yield each target: name, function, inputs to begin with, and how they are changed."""
    tables = _seeds("examples/lulong-2023/*.yaml")
    yield "table", check_table, tables, mutated
    yield "tree", read_tree, tables, mutated
    yield "value", read_value, [b"x"], _typed
    yield "configuration", read_configuration, _CONFIGURATIONS, mutated
    yield "baseline", read_known, [_BASELINE], mutated
    yield "rule", read_rules, _seeds("rules/core/direction/*.yaml"), mutated
    yield "profile", read_profile, _seeds("rules/profiles/*.yaml"), mutated
    yield "kept", read_kept, [b"\x85\xa0", b"\x90"], mutated
    for name, begin in _documents().items():
        yield name, document(f"a.{name}"), begin, zipped if name in {"docx", "xlsx"} else mutated


def run(seconds: float, seed: int, folder: Path) -> dict[str, int]:
    """Run all targets for so many seconds in all; return how many inputs each got.

    Raises:
        AssertionError: an input broke a reader, or took too long; the message says which.
    """
    every = list(targets())
    counts: dict[str, int] = {}
    for name, target, begin, change in every:
        chance = random.Random(f"{seed}-{name}")  # noqa: S311  # chance that can be repeated
        end = time.monotonic() + seconds / len(every)
        counts[name] = 0
        while time.monotonic() < end:
            data = change(chance.choice(begin), chance)
            started = time.process_time()
            try:
                target(data, folder)
            except Exception as fault:
                kept = folder / f"broken-{name}"
                kept.write_bytes(data)
                raise AssertionError(f"{name}, seed {seed}, input {counts[name]}, kept as {kept}: {fault!r}") from fault
            assert time.process_time() - started < LONGEST, f"{name}, seed {seed}, input {counts[name]}: too slow"
            counts[name] += 1
    return counts


if __name__ == "__main__":
    import tempfile

    length = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    begin_with = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(2**31)  # the second word
    sys.stdout.write(f"seed {begin_with}\n")
    sys.stdout.write(f"{run(length, begin_with, Path(tempfile.mkdtemp(prefix='perflint-fuzz-')))}\n")

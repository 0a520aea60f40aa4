"""Files that were made to do harm, one after the other: each is answered, and so is the next visitor."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from perflint.web.settings import Settings
from tests.web.serving import Client, served
from tests.web.tables import TABLE, archive, excel, word

_INPUTS = Path(__file__).resolve().parents[1] / "security" / "inputs"


def _with(data: bytes, name: str, content: bytes) -> bytes:
    """Return an archive with one member exchanged."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        return archive({member: old.read(member) for member in old.namelist() if member != name} | {name: content})


def _aliases() -> bytes:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(lines).encode()


def _entities() -> bytes:
    text = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'
    return _with(word(), "word/document.xml", text.encode())


HOSTILE: dict[str, Callable[[], dict[str, bytes]]] = {
    "aliases that unfold without end": lambda: {"笑.yaml": _aliases()},
    "levels without end": lambda: {"深.yaml": b"[" * 50_000},
    "a book that unpacks to a gigabyte": lambda: {"弹.xlsx": _with(excel(), "xl/media/x.bin", b"0" * 90_000_000)},
    "an archive of archives": lambda: {"套.zip": archive({"a.zip": archive({"b.zip": b"PK"})})},
    "entities of a document": lambda: {"实体.docx": _entities()},
    "half a document": lambda: {"半.docx": word()[:3000]},
    "no document at all": lambda: {"假.docx": b"MZ" + b"\0" * 5000, "假.xlsx": b"", "假.zip": b"PK\x05\x06"},
    "names that lead away": lambda: {"路.zip": archive({"../../../tmp/x.yaml": TABLE.encode(), "/etc/x.yaml": b"x"})},
    "a configuration and a pack of rules": lambda: {
        "包.zip": archive(
            {
                "perflint.yaml": b"ignore: [ALL]\nrules: [./p]\nextends: /etc/passwd\n",
                "p/own/a.yaml": b"id: X",
                "t.yaml": TABLE.encode(),
            }
        )
    },
    "many tables": lambda: {"多.yaml": "---\n".join([TABLE] * 20).encode()},
    "many unknown keys": lambda: {"键.yaml": (TABLE + "".join(f"k{n}: 1\n" for n in range(300))).encode()},
    "a page with a script": lambda: {"页.html": b"<script>while(1);</script><table><tr><td>" + b"<table>" * 3000},
    "what was found before": lambda: {path.name: path.read_bytes() for path in sorted(_INPUTS.iterdir())},
}


def test_hostile_files_one_after_the_other_leave_the_page_answering() -> None:
    with served(Settings(port=0, seconds=600)) as page:
        client = Client(page)
        for name, made in HOSTILE.items():
            answer = client.get(client.upload(made()))
            assert answer.status == 200, name
            assert "root:" not in answer.text, name
            assert client.get("/").status == 200, name
        good = client.get(client.upload({"表.docx": word()}))
        assert "农村供水管网巡查 退回" in good.text
        assert page.counts[-1].uploads == len(HOSTILE) + 1


def test_a_configuration_that_comes_along_silences_nothing(client: Client) -> None:
    files = HOSTILE["a configuration and a pack of rules"]()
    assert "农村供水管网巡查 退回" in client.get(client.upload(files)).text


@pytest.mark.parametrize("name", ["aliases that unfold without end", "half a document", "entities of a document"])
def test_what_could_not_be_read_is_said_by_name(client: Client, name: str) -> None:
    files = HOSTILE[name]()
    assert next(iter(files)) in client.get(client.upload(files)).text

"""Which reader a document needs, by its name and checked against what it holds."""

from perflint.office.grid import Paper, Unopened
from perflint.office.reading.limits import MOST_BYTES, too_long
from perflint.office.reading.text import read_text
from perflint.office.reading.word import read_word


def read_document(data: bytes, name: str) -> Paper:
    """Return a document as paper.

    Raises:
        Unopened: it cannot be opened; the exception says why and what to do, in both languages.
    """
    if len(data) > MOST_BYTES:
        raise too_long(len(data))
    if name.lower().endswith(".docx"):
        return read_word(data, name)
    if name.lower().endswith((".txt", ".md")):
        return read_text(data, name)
    raise Unopened(f"不认识这种文件：{name}", f"unknown kind of file: {name}")

"""`perflint value`: how target values are read."""

from typing import Annotated

import msgspec
import typer

from perflint.api.values import read_value
from perflint.cli.exits import explained, write_all
from perflint.cli.options import Lang
from perflint.quantity import describe
from perflint.report.jsontext import harmless


def value(
    texts: Annotated[list[str], typer.Argument(help="指标值。Target values.")],
    lang: Lang = None,  # noqa: ARG001  # every command takes it; JSON is the same in both languages
) -> None:
    """显示指标值怎样被读懂，每个一行 JSON。Show how target values are read, one line of JSON each."""
    encoder = msgspec.json.Encoder(decimal_format="number")
    with explained():
        for text in map(_decoded, texts):
            write_all((harmless(encoder.encode(describe(read_value(text))).decode()) + "\n",))


def _decoded(text: str) -> str:
    """Return an argument as text; bytes in it that are no UTF-8 are replaced."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")

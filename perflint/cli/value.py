"""`perflint value`: how target values are read."""

from typing import Annotated

import msgspec
import typer

from perflint.cli.exits import explained, write
from perflint.facts import load_knowledge
from perflint.quantity import Hint, describe


def value(
    texts: Annotated[list[str], typer.Argument(help="指标值。Target values.")],
    year: Annotated[int, typer.Option(help="预算年度。Budget year, for deadlines without a year.")] = 0,
) -> None:
    """显示指标值怎样被读懂，每个一行 JSON。Show how target values are read, one line of JSON each."""
    with explained():
        reader = load_knowledge().reader
        for text in texts:
            write(msgspec.json.encode(describe(reader.read(text, Hint(year=year or None)))).decode() + "\n")

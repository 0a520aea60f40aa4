"""Texts mended in memory."""

from pathlib import Path
from typing import Unpack

from msgspec import Struct

from perflint.api.checker import Checker
from perflint.api.checking import Told
from perflint.fixing.file_being_fixed import Refused
from perflint.judge import Finding
from perflint.report import Report
from perflint.workspace.runs.fixing import mend_one


class Fixed(Struct, frozen=True):
    """A text after its fixes: as text and as bytes in the encoding that it came in; nothing but the cells meant differs.

    `mended` are the findings that are mended, `refused` those whose fix was not applied, with the reason; `kept` says why
    nothing was touched at all (a text that does not parse), "" otherwise. `report` is on the text as it is now.
    """

    text: str
    data: bytes
    mended: tuple[Finding, ...]
    refused: tuple[Refused, ...]
    kept: str
    report: Report


def fix_text(
    text: str | bytes,
    unsafe: bool = False,  # noqa: FBT001, FBT002  # the contract of the library
    path: str = "table.yaml",
    *,
    config: str | Path | None = None,
    **told: Unpack[Told],
) -> Fixed:
    """Return a text with its safe fixes applied, with `unsafe` the others too, as `perflint fix` does; nothing is written.

    The further options are those of `Checker`.

    Raises:
        ERRORS: rules or settings are broken.
        ValueError: `lang` is neither `zh` nor `en`.
    """
    checker = Checker(config, **told)
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    done = mend_one(checker.job(path), data, checker.options, unsafe=unsafe)
    repair = done.repairs[0] if done.repairs else None
    after = repair.after if repair else data
    said = repair.texts[1] if repair else data.decode("utf-8", "replace")
    kept = (done.kept[0].en if checker.options.lang == "en" else done.kept[0].zh) if done.kept else ""
    return Fixed(
        after.decode("utf-8", "surrogatepass") if isinstance(text, str) else said, after,
        repair.mended if repair else (), repair.refused if repair else (), kept, done.report,
    )  # fmt: skip

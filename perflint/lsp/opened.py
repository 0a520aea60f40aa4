"""A text that an editor holds, and what an editor asked for when it started the server."""

from pathlib import Path
from typing import Any

from msgspec import Struct

from perflint.judge import Severity


class Wishes(Struct, frozen=True):
    """What an editor asks for: languages, the profile of tables that name none, the mildest severity that is shown.

    `lang` was asked for on the command line, `locale` is that of the editor; "" where nothing was said.
    """

    lang: str = ""
    locale: str = ""
    profile: str = ""
    severity: Severity = Severity.INFO

    def language(self, configured: str) -> str:
        """Return the language of messages where the configuration names one, or none ("")."""
        named = self.lang or configured or self.locale
        return "en" if named.lower().startswith("en") else "zh"


class Opened(Struct, frozen=True):
    """A text that an editor holds: its address and path, how columns are counted, what is asked for.

    `saved` is whether the path is that of a file; a text that was never saved counts as a file of the folder that is open.
    """

    uri: str
    path: Path
    text: str
    encoding: str = "utf-16"
    wishes: Wishes = Wishes()
    saved: bool = True


def wishes_of(options: Any, lang: str, locale: str) -> Wishes:  # noqa: ANN401  # an editor may send whatever it likes
    """Return what an editor asks for by its `initializationOptions`: `profile` and `minSeverity`; what is none is left out."""
    said: dict[str, Any] = options if isinstance(options, dict) else {}
    profile, severity = said.get("profile"), said.get("minSeverity")
    known = {one.value: one for one in (Severity.ERROR, Severity.WARNING, Severity.INFO)}
    return Wishes(
        lang, locale, profile if isinstance(profile, str) else "", known.get(str(severity), Severity.INFO)
    )  # fmt: skip

"""In which language to speak: the command line, the configuration, the locale, else Chinese."""

import os
from enum import StrEnum


class Language(StrEnum):
    """The languages of messages, rule pages and reports."""

    ZH = "zh"
    EN = "en"


def _locale() -> str:
    import locale  # noqa: PLC0415  # what few need, few pay for

    return locale.getlocale()[0] or ""


def choose_language(asked: Language | None = None, configured: str = "") -> str:
    """Return `zh` or `en`."""
    if asked is not None:
        return asked.value
    if configured in set(Language):
        return configured
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or _locale()
    return "en" if named.lower().startswith("en") else "zh"

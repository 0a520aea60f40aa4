"""In which language to speak: the command line, the configuration, the locale, else Chinese."""

import locale
import os
from enum import StrEnum


class Language(StrEnum):
    """The languages of messages, rule pages and reports."""

    ZH = "zh"
    EN = "en"


def choose_language(asked: Language | None = None, configured: str = "") -> str:
    """Return `zh` or `en`."""
    if asked is not None:
        return asked.value
    if configured in set(Language):
        return configured
    named = (
        os.environ.get("LC_ALL")
        or os.environ.get("LC_MESSAGES")
        or os.environ.get("LANG")
        or locale.getlocale()[0]
        or ""
    )
    return "en" if named.lower().startswith("en") else "zh"

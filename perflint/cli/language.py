"""In which language to speak: the command line, the configuration, the locale, else Chinese."""

import locale
import os

LANGUAGES = ("zh", "en")


def choose_language(asked: str = "", configured: str = "") -> str:
    """Return `zh` or `en`; an unknown word counts as not given."""
    for wanted in (asked, configured):
        if wanted in LANGUAGES:
            return wanted
    named = (
        os.environ.get("LC_ALL")
        or os.environ.get("LC_MESSAGES")
        or os.environ.get("LANG")
        or locale.getlocale()[0]
        or ""
    )
    return "en" if named.lower().startswith("en") else "zh"

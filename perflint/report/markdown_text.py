"""Any text as a piece of Markdown that shows it as it is: no markup, no mention of a person, no link to an issue."""

from perflint.pattern import pattern
from perflint.typography import visible

_MARKUP = pattern(r"([\\`*_\[\]<>|~&$])")
# GitHub turns these into mentions and links after it has read the Markdown, so that no backslash helps.
_LINKED = pattern(r"@|#(?=\d)")
_BREAK = pattern(r"\r\n|\r|\n")
_TICKS = pattern(r"`+")


def cell(text: str) -> str:
    """Return a text as the content of a table's cell, line breaks as `<br>`."""
    escaped = _MARKUP.sub(r"\\\1", "\n".join(map(visible, _BREAK.sub("\n", text).split("\n"))))
    return _BREAK.sub("<br>", _LINKED.sub(lambda found: f"{found[0]}&#8203;", escaped))


def code(text: str) -> str:
    """Return a text as a piece of code on one line."""
    plain = visible(_BREAK.sub(" ", text))
    longest = max((len(found) for found in _TICKS.findall(plain)), default=0)
    fence = "`" * (longest + 1)
    blank = " " if plain.startswith("`") or plain.endswith("`") else ""
    return f"{fence}{blank}{plain}{blank}{fence}".replace("|", "\\|")

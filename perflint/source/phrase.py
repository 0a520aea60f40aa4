"""Pieces of the author's text, as messages show them and as repairs write them."""

_SHOWN = 30


def excerpt(text: str) -> str:
    """The text on one line, cut to what a message can bear, with characters that cannot be shown replaced."""
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return "".join(character if character.isprintable() else "·" for character in shown)


def quoted(text: str) -> str:
    """The text in YAML quotes: double ones, or single ones where double ones would need escapes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'

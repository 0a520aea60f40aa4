"""The data that perflint ships: where it lies, the lexicons, and what is compiled from it once."""

from perflint.data.assets import rules_root
from perflint.data.lexicon import Lexicon, LexiconError, load_lexicon
from perflint.data.store import remember

__all__ = ["Lexicon", "LexiconError", "load_lexicon", "remember", "rules_root"]

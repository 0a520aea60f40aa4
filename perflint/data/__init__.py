"""The data that perflint ships: where it lies, the lexicons, and what is compiled from it once."""

from perflint.data.assets import rules_root
from perflint.data.lexicon import Lexicon, LexiconError, load_lexicon
from perflint.data.linear_model import LinearModel, ModelError, load_model
from perflint.data.store import remember

__all__ = [
    "Lexicon",
    "LexiconError",
    "LinearModel",
    "ModelError",
    "load_lexicon",
    "load_model",
    "remember",
    "rules_root",
]

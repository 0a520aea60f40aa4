"""The data that perflint ships: where it lies, the lexicons, and what is compiled from it once."""

from perflint.data.assets import rules_root
from perflint.data.leaning import Leaning, direction_of
from perflint.data.lexicon import Lexicon, LexiconError, load_lexicon
from perflint.data.library import KnownName, Library, LibraryError, load_library
from perflint.data.linear_model import LinearModel, ModelError, load_model
from perflint.data.near_miss import NearMiss, near_miss
from perflint.data.store import remember

__all__ = [
    "KnownName",
    "Leaning",
    "Lexicon",
    "LexiconError",
    "Library",
    "LibraryError",
    "LinearModel",
    "ModelError",
    "NearMiss",
    "direction_of",
    "load_lexicon",
    "load_library",
    "load_model",
    "near_miss",
    "remember",
    "rules_root",
]

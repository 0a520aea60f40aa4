"""What facts know besides the table: lexicons, the value reader, the classes, the settings in force."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from perflint.data import Lexicon, load_lexicon, remember, rules_root
from perflint.data.assets import stamp
from perflint.data.built import built
from perflint.facts.direction import Directions
from perflint.facts.taxonomy import Taxonomy
from perflint.quantity import UnitTable, ValueReader, ValueWords

Setting = bool | float | str | tuple[float, ...] | tuple[str, ...]


class Knowledge(Struct, frozen=True):
    """The knowledge that all tables of a run share."""

    lexicon: Lexicon
    reader: ValueReader
    taxonomy: Taxonomy
    directions: Directions


class Scope(NamedTuple):
    """What the cells of one table have in common: form, classes, year, settings. Rows with equal scopes are alike."""

    kind: str
    profile: str
    form: str
    levels: bool
    frame: str
    year: int
    currency: str
    damaged: bool
    own_frame: bool
    columns: frozenset[str]
    stage: str
    level_names: tuple[str, ...]
    suffix_optional: bool
    settings: Mapping[str, Setting]
    knowledge: Knowledge
    own_kinds: bool = False  # second levels of its own, which the national list knows nothing of
    transfer: bool = False  # money passed on by the centre or a province: its form prints values in words
    based: bool = False  # some row of the table gives its basis, or there are hardly any rows
    evaluation: bool = False  # a self-evaluation or monitoring table: its form demands only what it prints


@lru_cache(maxsize=4)
def load_knowledge(packs: tuple[Path, ...] = ()) -> Knowledge:
    """Return the knowledge made of the shipped lexicons and those of further packs.

    Raises:
        LexiconError: a lexicon file is broken.
    """
    lexicon = load_lexicon(packs)
    words = ValueWords.from_data(
        lexicon.section("value_words"), lexicon.section("vague"), lexicon.section("canonical_spelling")
    )
    return Knowledge(lexicon, ValueReader(words, load_units(lexicon)), Taxonomy(lexicon), Directions(lexicon))


def load_units(lexicon: Lexicon) -> UnitTable:
    """Return the units as a lexicon writes them."""
    if lexicon is load_lexicon() and (known := built("units", UnitTable)):
        return known
    definitions = rules_root() / "units.txt"
    state = f"{stamp([definitions])}|{lexicon.section('units')}|{lexicon.section('unit_context')}"
    return remember("units", state, lambda: _build_units(lexicon, definitions), UnitTable)


def _build_units(lexicon: Lexicon, definitions: Path) -> UnitTable:
    names = ("units", "unit_context", "unit_longest_first", "composite_units", "annual_per", "name_heads")
    sections = {name: lexicon.section(name) for name in names}
    return UnitTable.from_data(sections, definitions.read_text(encoding="utf-8"))

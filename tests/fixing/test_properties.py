"""Tables in any style with any defects: mending settles, changes what it should and nothing else, and does no harm."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from perflint.fixing import apply_edits, proves
from perflint.judge import Change, Edit, Fix, Obstacle, Safety
from perflint.judge.writing import write_cell
from perflint.model import read_tables
from perflint.source import parse_text
from tests.fixing.seeds import SEEDS, SOUND, Seed, sow
from tests.fixing.styles import STYLES, Style, write
from tests.fixing.treatments import grave, treat
from tests.thorough import tries

SOWN = st.lists(
    st.sampled_from(SEEDS), min_size=1, max_size=6, unique_by=lambda seed: (seed.row, seed.cells[0][0])
).map(tuple)  # fmt: skip
UNSAFE = st.sampled_from(["safe", "unsafe"])


@settings(max_examples=tries(80), deadline=None)
@given(SOWN, STYLES, UNSAFE)
def test_exactly_the_defects_are_mended_and_every_other_byte_stays(
    seeds: tuple[Seed, ...], style: Style, trust: str
) -> None:
    sown = sow(SOUND, seeds)
    wanted = write(sow(SOUND, seeds, mended=True, safe_only=trust == "safe"), style, like=sown)
    with TemporaryDirectory() as folder:
        treated = treat(Path(folder), write(sown, style), unsafe=trust == "unsafe")
        assert treated.data == wanted
        assert not treated.refused
        again = treat(Path(folder), treated.data, unsafe=trust == "unsafe")
    assert again.data == treated.data
    assert not again.mended


@settings(max_examples=tries(40), deadline=None)
@given(SOWN, STYLES, UNSAFE)
def test_mending_raises_no_new_warning(seeds: tuple[Seed, ...], style: Style, trust: str) -> None:
    before = write(sow(SOUND, seeds), style)
    with TemporaryDirectory() as folder:
        after = treat(Path(folder), before, unsafe=trust == "unsafe").data
    assert grave(after) <= grave(before)


CELLS = {
    "plain": "{}", "single": "'{}'", "double": '"{}"', "literal": "|-\n  {}", "folded": ">-\n  {}",
    "comment": "{}  # 注", "anchor": "&a {}", "flow": "{{x: 1, value: {}}}",
}  # fmt: skip
PLAIN = st.text("目标值≥≤%0159万元，、。 ", min_size=1, max_size=12).map(str.strip).filter(bool)
ANY = st.text("目标值≥%019万元, :#'\"\\[]{}&*!|>-\t《》〔😀𠮷", max_size=12)


@settings(max_examples=tries(300), deadline=None)
@given(st.sampled_from(sorted(CELLS)), PLAIN, ANY)
def test_a_cell_of_any_style_takes_any_line_or_says_why_not(style: str, old: str, new: str) -> None:
    cell = CELLS[style].format(old)
    text = f"indicators:\n- {cell}\n" if style == "flow" else f"indicators: []\nyear: {cell}\ntitle: 尾\n"
    source = parse_text(text, "t")
    assume(not source.faults)
    table = read_tables(source).tables[0]
    found = table.rows[0].cells["value"] if style == "flow" else table.cells["year"]
    written = write_cell(source, found, new)
    assume(found.text == old != new)
    if isinstance(written, Obstacle):
        return
    edits = tuple(Edit(1, 1, 1, 1, start, end, typed) for start, end, typed in written)
    fix = Fix(Safety.SAFE, "", edits, (Change(found.pointer, new, before=old),))
    assert style in {"literal", "folded"} or proves(source, apply_edits(text, edits), [fix])

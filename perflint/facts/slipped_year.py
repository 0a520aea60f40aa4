"""Years with a digit too many or too few before a month: 20244年11月, 202年11月."""

from perflint.pattern import pattern

SLIPPED_YEAR = pattern(r"(?<![\d.])(?:\d{5,6}|20\d)年(?=\d{1,2}月)")

"""How far something reaches, told at several levels without a word between them (3乡26村, 1450户4860人): one target."""

from itertools import islice, pairwise

from perflint.pattern import pattern

# From the widest to the narrowest; a level that is told names fewer than what lies in it.
_LEVELS = ("省", "市州盟", "县区旗", "乡镇街", "村社屯庄", "组队", "户", "人名口")
_STEP = pattern(
    r"(?P<number>\d{1,9}(?:\.\d{1,4})?)(?P<scale>万?)个?(?P<level>[\u4e00-\u9fff]{1,4})(?:[(][市区镇村、]{1,5}[)])?(?:[、,，](?=\d)|(?=\d|$))"
)
_MOST = 6
_TEN_THOUSAND = 10_000


def is_nested(plain: str) -> bool:
    """Return whether a whole text in half width counts the levels of one extent, each within the one before."""
    hits = list(islice(_STEP.finditer(plain), _MOST))
    if "".join(hit[0] for hit in hits) != plain:
        return False
    steps = [(_rank(hit["level"]), _number(hit["number"], hit["scale"])) for hit in hits]
    ranks = all(-1 < one[0] < other[0] for one, other in pairwise(steps))
    return len(steps) > 1 and ranks and all(one[1] <= other[1] for one, other in pairwise(steps))


def _rank(level: str) -> int:
    last = "街" if level.endswith("街道") else "村" if level.endswith(("社区", "小区")) else level[-1]
    return next((rank for rank, names in enumerate(_LEVELS) if last in names), -1)


def _number(digits: str, scale: str) -> float:
    return float(digits) * (_TEN_THOUSAND if scale else 1)

"""Which codes say which kind of fault: the only place that knows the rules' numbers."""

from collections.abc import Iterable, Mapping

# Kinds of faults → prefixes of codes; some faults are seen in one table alone, before anything is compared over years.
CODES: Mapping[str, tuple[str, ...]] = {
    "worse-than-result": ("HIS050",),
    "worse-than-target": ("HIS050",),
    "far-from-mean": ("HIS052",),
    "slipping-below-mean": ("HIS052",),
    "far-above-mean": ("HIS052",),
    "printed-last-year": ("HIS051",),
    "printed-mean": ("HIS051",),
    "copied-forward": ("HIS053",),
    "last-year-in-text": ("HIS054", "DAT008"),
    "last-year-deadline": ("HIS054", "DAT001"),
    "budget-same-quantities": ("HIS055", "HIS063"),
    "prior-year-swing": ("BUD010",),
    "quantities-cut-same-budget": ("HIS056", "HIS063"),
    "unit-cost-risen": ("HIS057", "HIS063"),
    "indicator-dropped": ("HIS058",),
    "definition-changed": ("HIS059",),
    "continued-without-earlier": ("HIS060",),
    "new-with-earlier": ("HIS060",),
    "prior-budget-wrong": ("HIS061",),
    "evaluation-target-lowered": ("EVA017",),
    "peer-outlier": ("HIS062",),
}
# Codes that compare years or peers: said of any other table, or of another kind, they are false alarms.
OVER_YEARS = ("HIS050", "HIS051", "HIS052", "HIS053", "HIS054", "HIS055", "HIS056", "HIS057", "HIS058", "HIS059",
              "HIS060", "HIS061", "HIS062", "HIS063", "EVA017")  # fmt: skip


def codes_of(kinds: Iterable[str]) -> tuple[str, ...]:
    """Return the prefixes of codes for some kinds."""
    return tuple(code for kind in kinds for code in CODES.get(kind, ()))

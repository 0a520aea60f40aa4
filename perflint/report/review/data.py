"""A review as JSON (`perflint-review/1`), for programs of a bureau's own."""

from collections.abc import Iterator
from typing import Any

import msgspec

from perflint.report.jsontext import indented
from perflint.report.review.model import Review, Sheet, Verdict

SCHEMA = "perflint-review/1"


def render_data(review: Review) -> Iterator[str]:
    """Yield the review as one JSON object, indented, with a final line break."""
    made: dict[str, Any] = {
        "schema": SCHEMA, "tool": {"name": "perflint", "version": review.version}, "lang": review.lang,
        "date": review.date, "reviewer": review.reviewer,
        "summary": {
            "tables": len(review.sheets), **{verdict.value: review.verdicts(verdict) for verdict in Verdict},
            **msgspec.to_builtins(review.count), "suppressed": review.suppressed, "baselined": review.baselined,
            **({"hidden": review.hidden} if review.hidden else {}),
        },
        "agencies": review.agencies, "rules": review.rules, "tables": [_table(sheet) for sheet in review.sheets],
        "unchecked": review.gaps, "unread": review.unread,
    }  # fmt: skip
    yield indented(made) + "\n"


_IF_ANY = frozenset({"hidden", "original"})


def _table(sheet: Sheet) -> dict[str, Any]:
    names = {"remarks": "findings", "gaps": "unchecked", "plan": "spending_plan", "plan_kind": "spending_plan_kind"}
    fields = (name for name in sheet.__struct_fields__ if name not in _IF_ANY or getattr(sheet, name))
    return {names.get(name, name): getattr(sheet, name) for name in fields}

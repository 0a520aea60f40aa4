"""All that is compared among several tables, in one place: it is loaded where there are several."""

from perflint.across.copied_texts import copied_goals, copied_rows
from perflint.across.department_targets import compare_targets, compare_tasks
from perflint.across.document_numbers import compare_docnums
from perflint.across.near_duplicates import Allowance
from perflint.across.nearest_projects import nearest_cases
from perflint.across.same_indicators import compare_rows
from perflint.across.unit_costs import compare_unit_costs
from perflint.across.years.comparing import compare_years
from perflint.across.years.series import series_of

__all__ = [
    "Allowance",
    "compare_docnums",
    "compare_rows",
    "compare_targets",
    "compare_tasks",
    "compare_unit_costs",
    "compare_years",
    "copied_goals",
    "copied_rows",
    "nearest_cases",
    "series_of",
]

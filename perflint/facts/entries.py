"""The modules that enter facts into the vocabulary of another module's subject; importing this one imports them all."""

# ruff: noqa: F401  # nothing of theirs is named here

from perflint.facts.dates import due, horizon, lateness, month_number, outlook, timing
from perflint.facts.evaluation import scoring
from perflint.facts.goals import spending
from perflint.facts.history import advance, average, cited, comparison, decomposition, referencing
from perflint.facts.indicators import (
    boundedness,
    bounding,
    bundling,
    columns,
    filing,
    form_words,
    generic,
    implied,
    leaning,
    matter,
    measure,
    named_values,
    naming,
    naught,
    near_names,
    placement,
)
from perflint.facts.measure import answer, class_content, misfiled, names, odd_units, shares, unit_fit, words
from perflint.facts.money import budget_checks, composition, named_money, task_cost, unit_product
from perflint.facts.plan import pace, paydays, planstyle
from perflint.facts.sources import basis_kind, citation_form, citation_standing, citation_title, table_basis
from perflint.facts.structure import code, extent, uniform
from perflint.facts.values import (
    bounds,
    clarity,
    comparators,
    garbled,
    ladder,
    number_list,
    numeral,
    op_column,
    per_base,
    phrasing,
    quantities,
    reach,
    serial,
    spelling,
    split_columns,
    unit_named,
    vague,
)
from perflint.facts.wording import outdated, personal, repeats, units

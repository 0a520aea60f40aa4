"""Known faults over years: each changes a project and says which table a reviewer would send back, and why."""

from collections.abc import Callable, Mapping
from random import Random
from typing import TypeAlias

from benchmarks.years import money_faults, table_faults, target_faults
from benchmarks.years.planting import Planted
from benchmarks.years.project import Project

Fault: TypeAlias = Callable[[Project, Random], list[Planted]]

FAULTS: Mapping[str, Fault] = {
    fault.__name__: fault
    for fault in (
        target_faults.worse_than_result,
        target_faults.worse_than_target,
        target_faults.printed_last_year,
        target_faults.printed_average,
        target_faults.slipping,
        target_faults.far_above_mean,
        target_faults.evaluation_lowered,
        target_faults.main_dropped,
        target_faults.heavy_dropped,
        target_faults.definition_changed,
        table_faults.copied_forward,
        table_faults.last_year_in_text,
        table_faults.last_year_deadline,
        table_faults.continued_without_earlier,
        table_faults.new_with_earlier,
        money_faults.budget_up,
        money_faults.budget_down,
        money_faults.quantities_cut,
        money_faults.unit_cost_risen,
        money_faults.prior_wrong,
        money_faults.peer_outlier,
    )
}

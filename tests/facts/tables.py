"""Whole tables for tests of facts: YAML text in, the facts' view out."""

from perflint.facts import TableView, load_knowledge, table_scope
from perflint.facts.row import RowView
from perflint.judge.settings import resolve
from perflint.model import choose_form, load_profiles, read_tables
from perflint.source import parse_text


def view_of(text: str, profile: str = "general") -> TableView:
    """Return the view of the only table of a YAML text."""
    kind = "" if text.startswith("kind:") else "kind: project\n"
    table = read_tables(parse_text(kind + text, "")).tables[0]
    known = load_profiles()[profile]
    form = choose_form(known, table)
    scope = table_scope(table, known, form, resolve(known.settings), load_knowledge())
    rows = [RowView(scope, {name: cell.text for name, cell in row.cells.items()}) for row in table.rows]
    return TableView(table, scope, form, rows)


def with_costs(*values: str, budget: str = "20万元") -> TableView:
    """Return a table with one cost row for each `name value` (or just a value)."""
    rows = []
    for value in values:
        name, _, amount = value.rpartition(" ")
        rows.append(f"  - {{level1: 产出指标, level2: 成本指标, name: '{name or '检验费'}', value: '{amount}'}}\n")
    return view_of(f"budget: {{total: '{budget}'}}\nindicators:\n{''.join(rows)}")

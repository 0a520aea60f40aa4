"""Findings rendered: text and concise for a terminal, JSON and JSON Lines for programs."""

from perflint.report.document import Report, Summary, Tally
from perflint.report.machine import SCHEMA, render_json, render_jsonl
from perflint.report.spilled_list import SpilledList
from perflint.report.statistics import render_statistics
from perflint.report.terminal import Layout, render_concise, render_text

__all__ = [
    "SCHEMA", "Layout", "Report", "SpilledList", "Summary", "Tally", "render_concise", "render_json", "render_jsonl",
    "render_statistics", "render_text",
]  # fmt: skip

"""Deadlines, years and spans of time."""

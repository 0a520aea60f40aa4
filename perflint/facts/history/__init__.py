"""Targets beside earlier years, standards and plans."""

"""Bases and citations: what a figure rests on, document numbers, titles, standards."""

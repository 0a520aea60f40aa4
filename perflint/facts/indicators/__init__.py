"""Indicator rows: their names, their classes, what they are about and which direction is good."""

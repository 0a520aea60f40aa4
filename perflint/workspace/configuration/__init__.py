"""Configurations: found, read, checked; what is locked in them, and what they leave out."""

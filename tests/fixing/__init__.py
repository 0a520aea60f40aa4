"""Fixes: applied, proven, and harmless on tables in every style."""

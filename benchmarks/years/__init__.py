"""Repositories of several years with known faults and known right changes, and the measure of what is said of them."""

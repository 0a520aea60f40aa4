"""Whole runs over many files: checked, fixed, compared with a commit, given suppressions; and the examples of rules."""

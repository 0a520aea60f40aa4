"""A table beside the others of its agency and year."""

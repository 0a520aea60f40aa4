"""Target values: how they are written, how clear they are, how far they reach."""

"""What a name asks for, what a value answers, and whether the two meet."""

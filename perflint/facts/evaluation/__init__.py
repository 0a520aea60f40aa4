"""Self-evaluation and monitoring tables: results beside targets, scores, and how the budget was spent."""

"""The language server: what editors show of a table while it is typed."""

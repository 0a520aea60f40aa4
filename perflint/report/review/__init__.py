"""The review that a reviewer sends back to a department: its model, and a renderer a format, each imported when used."""

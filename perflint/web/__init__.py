"""perflint for people without a terminal: a page on this machine or in the office's own network."""

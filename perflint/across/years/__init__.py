"""Tables of one agency over the years: the same project, the same row, and what is compared between them."""

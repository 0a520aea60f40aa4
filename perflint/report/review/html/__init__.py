"""A review as one self-contained page of HTML."""

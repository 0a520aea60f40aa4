"""Running text: words, punctuation, spaces, numbering, personal data."""

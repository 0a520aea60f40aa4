"""The documentation, and the maker of those of its pages that follow from the rules and the program."""

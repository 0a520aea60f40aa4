"""How fast perflint is: a maker of realistic tables, and timings side by side with other programs."""

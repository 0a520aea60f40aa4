"""Cell text → Value: numerals, comparators, ranges, dates, units. The only package that imports pint."""

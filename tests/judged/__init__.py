"""Published tables of other provinces with their faults as careful reading lists them, and kinds of mistake one by one."""

"""The same table written in another way yields the same findings, faults and all."""

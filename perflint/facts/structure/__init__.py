"""The table as a whole: its keys, head, boxes, classes, weights, rows."""

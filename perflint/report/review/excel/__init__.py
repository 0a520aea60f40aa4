"""A review as an Excel workbook; openpyxl is imported here and nowhere above."""

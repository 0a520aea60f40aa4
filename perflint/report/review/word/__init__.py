"""A review as a Word document; python-docx is imported here and nowhere above."""

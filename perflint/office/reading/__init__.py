"""Documents of the office (Word, Excel, web pages, PDF, text) as paper: bytes to paragraphs and grids."""

from perflint.office.reading.opening import SUFFIXES, read_document

__all__ = ["SUFFIXES", "read_document"]

"""Documents of the office (Word, Excel, web pages, text) as paper: bytes to paragraphs and grids."""

from perflint.office.reading.opening import read_document

__all__ = ["read_document"]

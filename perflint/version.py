"""The version, apart from the library's names: what lies below them may ask for it without importing them."""

__version__ = "0.2.0"

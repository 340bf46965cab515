"""The text flow of a PDF: no tabs, cells one after the other as wrapped fragments, the category as a column."""

from loaders.flow.reader import read_flow

__all__ = ["read_flow"]

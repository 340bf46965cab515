"""Pages of placed glyphs and rules, from a PDF or from an image, read into printed lines: what all paged formats share."""

from __future__ import annotations

from loaders.formats.paged.document import lines_of
from loaders.formats.paged.model import Direction, Glyph, Page, Rule

__all__ = ["Direction", "Glyph", "Page", "Rule", "lines_of"]

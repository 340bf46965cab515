"""The check report as pages that a person reads: disagreements first, then the original text beside the reading.

The pages are whole in themselves: they ask no server for anything and open from disk.
"""

from graphkb.check.page.writing import MOST_ROWS, open_pages

__all__ = ["MOST_ROWS", "open_pages"]

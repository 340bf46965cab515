"""What the text of a row's cells says: from :class:`loaders.raw.RawRow` to :class:`graphkb.records.DutyRecord`."""

from loaders.cells.interpret import Interpretation, interpret, interpret_fully

__all__ = ["Interpretation", "interpret", "interpret_fully"]

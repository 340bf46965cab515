"""Everything of a place, or the answer to a question, in the formats of other tools; each file as a whole or not at all."""

from graphkb.export.formats import FORMATS, Format, Report, export_answer, export_place
from graphkb.export.scope import Progress, Scope

__all__ = ["FORMATS", "Format", "Progress", "Report", "Scope", "export_answer", "export_place"]

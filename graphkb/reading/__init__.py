"""Statements that analysts write themselves: checked to read only, run, and brought into plain values."""

from graphkb.reading.guard import Refused, reading_only
from graphkb.reading.running import Found, run_statement

__all__ = ["Found", "Refused", "reading_only", "run_statement"]

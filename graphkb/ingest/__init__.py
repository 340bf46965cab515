"""Records → graph: one list is one logical replacement, done in one transaction."""

from graphkb.ingest.load import LoadReport, load_list, load_reading, plan_list, resolve_again

__all__ = ["LoadReport", "load_list", "load_reading", "plan_list", "resolve_again"]

"""Measurements: reading, loading and asking, each beside what the bare tool needs for the same in the same run."""

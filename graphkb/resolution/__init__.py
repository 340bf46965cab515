"""Who is who and what is the same: printed names → bodies.

Pure functions on names and counts. Nothing here talks to a store or reads a document; what is inferred carries its
method and score.
"""

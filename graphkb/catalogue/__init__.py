"""The questions: typed reads, one constant a query file of ``cypher/read``."""

from graphkb.catalogue.changes import EditionChanges, changes_of
from graphkb.catalogue.query import Answer, Query
from graphkb.catalogue.reads import (
    BODIES,
    DATASET,
    DEPARTMENT_DELEGATIONS,
    DEPARTMENT_SEARCH,
    DUTY,
    EDITION_DUTIES,
    EXPORT_DUTIES,
    FUNCTION_DELEGATIONS,
    LIST_CATALOGUE,
    MATTERS,
    QUERIES,
    RECLAIMED_YET_DELEGATED,
    TEXT_SEARCH,
    TOWNSHIP_DUTIES,
    TOWNSHIP_EDITIONS,
    query_named,
)

__all__ = [
    "BODIES",
    "DATASET",
    "DEPARTMENT_DELEGATIONS",
    "DEPARTMENT_SEARCH",
    "DUTY",
    "EDITION_DUTIES",
    "EXPORT_DUTIES",
    "FUNCTION_DELEGATIONS",
    "LIST_CATALOGUE",
    "MATTERS",
    "QUERIES",
    "RECLAIMED_YET_DELEGATED",
    "TEXT_SEARCH",
    "TOWNSHIP_DUTIES",
    "TOWNSHIP_EDITIONS",
    "Answer",
    "EditionChanges",
    "Query",
    "changes_of",
    "query_named",
]

"""The questions: typed reads, one constant a query file of ``cypher/read``."""

from graphkb.catalogue.query import Answer, Query
from graphkb.catalogue.reads import (
    BODIES,
    DATASET,
    DEPARTMENT_DELEGATIONS,
    DEPARTMENT_SEARCH,
    DUTY,
    EXPORT_DUTIES,
    FUNCTION_DELEGATIONS,
    LIST_CATALOGUE,
    MATTERS,
    QUERIES,
    TEXT_SEARCH,
    TOWNSHIP_DUTIES,
    query_named,
)

__all__ = [
    "BODIES",
    "DATASET",
    "DEPARTMENT_DELEGATIONS",
    "DEPARTMENT_SEARCH",
    "DUTY",
    "EXPORT_DUTIES",
    "FUNCTION_DELEGATIONS",
    "LIST_CATALOGUE",
    "MATTERS",
    "QUERIES",
    "TEXT_SEARCH",
    "TOWNSHIP_DUTIES",
    "Answer",
    "Query",
    "query_named",
]

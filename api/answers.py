"""The shapes of answers, as the OpenAPI document tells them.

Routes do not build these models: rows are validated once, by the catalogue, and written to JSON once, by
:mod:`api.asking`; a test holds that what is written has these shapes.
"""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, Field

from graphkb.catalogue.rows import (
    DatasetRow,
    ListRow,
)
from graphkb.search.match import MatchHit
from graphkb.search.mentions import Together
from graphkb.search.suggest import FoundRow

R = TypeVar("R")


class Rows(BaseModel, Generic[R]):
    """A list; it is never cut without ``truncated`` saying so."""

    rows: list[R] = Field(description="in the question's order, which is total")
    count: int = Field(description="how many rows this answer holds")
    total: int | None = Field(
        description="how many rows all pages together have; null for a ranked answer that was cut, which has no pages"
    )
    limit: int | None = Field(
        description="how many it could hold: as asked for, or the server's own bound; null for questions without"
    )
    truncated: bool = Field(description="there are more rows than the limit let through")
    next: str | None = Field(description="give it back as `cursor`, and get the next page; null on the last one")


class SearchAnswer(Rows[FoundRow]):
    """Things of all kinds found by their words, best first."""

    together: Together


class SuggestAnswer(Rows[FoundRow]):
    """Names that match what is typed, best first."""

    together: Together
    version: int = Field(description="version of the dataset whose names answered")
    stale: bool = Field(description="the dataset has changed since; its names are being read")
    complete: bool = Field(description="false where the store has more names than are kept")


class TaskAnswer(BaseModel):
    """Rows that a sentence may be about, best first."""

    on_list: bool = Field(description="false where no row fits (清单外)")
    says: str = Field(description="the answer in a sentence")
    rows: list[MatchHit] = Field(description="best first; where none fits, the nearest")
    count: int = Field(description="how many rows this answer holds")
    limit: int = Field(description="how many it could hold")
    truncated: bool = Field(description="there are more rows that share something with the sentence")
    townships: int = Field(description="how many townships' lists were looked through")


class CatalogAnswer(Rows[ListRow]):
    """What is loaded: the figures of the whole, and the lists one by one."""

    dataset: DatasetRow


class QueryAnswer(Rows[dict[str, Any]]):
    """The answer to any question; its columns stand in ``/v1/queries``."""


class Titled(BaseModel):
    """A name that programs use, and what people read for it."""

    name: str
    title: str = Field(description="in Chinese, as it stands over a column or before a field of a form")
    title_en: str


class FieldInfo(Titled):
    """One parameter or column of a question."""

    type: str = Field(description="string, integer, float, boolean, list<string>, list<map> or map")
    nullable: bool
    says: str = Field(description="what it means")


class ParameterInfo(FieldInfo):
    """One parameter of a question."""

    required: bool
    default: Any = Field(description="what is taken where it is not given; null for a required one")


class ColumnInfo(FieldInfo):
    """One column of a question."""

    keys: list[Titled] = Field(description="of a map or a list of maps: its keys; else empty")


class QueryInfo(BaseModel):
    """One question of the catalogue."""

    name: str
    title: str
    title_en: str
    question: str
    parameters: list[ParameterInfo]
    columns: list[ColumnInfo]
    cypher: str = Field(description="the query as it is sent to the store; it can be pasted in the Neo4j Browser")
    href: str = Field(description="where it is answered; parameters go into the query string")


class QueryInfos(Rows[QueryInfo]):
    """All questions of the catalogue."""


class Alive(BaseModel):
    """The process answers."""

    status: Literal["alive"]


class Ready(BaseModel):
    """The store answers."""

    status: Literal["ready"]
    store: Literal["neo4j", "embedded"]
    dataset_version: int = Field(description="grows with every load that changes something; 0 for an empty store")
    schema_applied: bool = Field(description="whether the full-text index answers; false before the first load")


class ProblemInfo(BaseModel):
    """What one type of problem means."""

    type: str
    title: str
    title_en: str
    status: int
    detail: str | None

"""Parameters and rows of questions about departments and what they delegate."""

from __future__ import annotations

from graphkb.catalogue.query import PagedParams, PagedRow, Row, Text


class DepartmentSearchParams(PagedParams):
    text: Text = ""
    county: Text | None = None


class DepartmentRow(PagedRow):
    id: str
    name: str
    aliases: list[str]
    level: str | None
    named: bool
    division: str
    delegated: int
    taken_back: int
    townships: int


class BodiesParams(PagedParams):
    county: Text | None = None


class BodyVariant(Row):
    name: str
    method: str
    score: float


class BodyFunction(Row):
    slug: str
    method: str
    score: float
    evidence: list[str]


class BodyRow(PagedRow):
    id: str
    county: str | None
    counties: list[str]
    division: str
    name: str
    variants: list[BodyVariant]
    plates: list[str]
    level: str | None
    named: bool
    functions: list[BodyFunction]
    mentions: int


class DepartmentDelegationsParams(PagedParams):
    department: Text
    county: Text | None = None


class DelegationRow(PagedRow):
    duty_id: str
    county: str | None
    township: str
    township_id: str
    category: str | None
    number: str
    name: str
    department: str
    department_id: str
    lead: bool
    departments: list[str]
    role: list[str]
    document: str
    edition: str
    first_line: int | None
    last_line: int | None
    page: int | None


class FunctionDelegationsParams(PagedParams):
    function: Text
    county: Text | None = None


class FunctionDelegationRow(DelegationRow):
    method: str
    score: float

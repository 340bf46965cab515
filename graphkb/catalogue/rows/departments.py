"""Parameters and rows of questions about departments and what they delegate."""

from __future__ import annotations

from graphkb.catalogue.query import PagedParams, PagedRow, Params, Row, Text
from graphkb.catalogue.rows.divisions import DivisionAbove
from graphkb.catalogue.rows.duties import DutyLine
from graphkb.records import Section


class DepartmentSearchParams(PagedParams):
    text: Text = ""
    county: Text | None = None
    division: Text | None = None
    function: Text | None = None


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


class DelegationFilters(PagedParams):
    """Which of a body's rows are asked for."""

    county: Text | None = None
    division: Text | None = None
    category: Text | None = None
    matter: Text | None = None
    edition: Text | None = None


class DepartmentDelegationsParams(DelegationFilters):
    department: Text


class DelegationRow(PagedRow):
    duty_id: str
    county: str | None
    township: str
    township_id: str
    category: str | None
    number: str
    name: str
    starred: bool
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


class FunctionDelegationsParams(DelegationFilters):
    function: Text


class FunctionDelegationRow(DelegationRow):
    method: str
    score: float


class DepartmentReclaimedParams(DelegationFilters):
    department: Text


class DepartmentReclaimedRow(PagedRow):
    duty_id: str
    county: str | None
    township: str
    township_id: str
    category: str | None
    number: str
    name: str
    department: str
    department_id: str
    starred: bool
    status: str
    departments: list[str]
    method: list[str]
    document: str
    edition: str
    first_line: int | None
    last_line: int | None
    page: int | None


class JointDelegationsParams(PagedParams):
    department: Text
    other: Text
    division: Text | None = None
    category: Text | None = None
    edition: Text | None = None


class JointDelegationRow(DutyLine):
    department: str
    department_id: str
    other: str
    other_id: str
    leader: str
    role: list[str]


class DepartmentParams(Params):
    id: Text


class PrintedBodyName(Row):
    name: str
    method: str | None
    score: float
    printed: int


class NamedFunction(Row):
    slug: str
    name: str
    name_en: str
    method: str
    score: float
    evidence: list[str]


class SectionCategoryRows(Row):
    section: Section
    category: str
    rows: int


class TownshipWorkedWith(Row):
    township_id: str
    township: str
    county: str | None
    delegated: int
    taken_back: int


class Partner(Row):
    department_id: str
    name: str
    rows: int
    led: int
    townships: int


class WholeDepartmentRow(Row):
    id: str
    name: str
    names: list[PrintedBodyName]
    plates: list[str]
    level: str | None
    named: bool
    functions: list[NamedFunction]
    division: str
    division_id: str
    above: list[DivisionAbove]
    delegated: int
    led: int
    taken_back: int
    categories: list[SectionCategoryRows]
    townships: list[TownshipWorkedWith]
    townships_count: int
    partners: list[Partner]
    first_seen: str
    last_seen: str


class PartnersParams(PagedParams):
    division: Text | None = None
    category: Text | None = None


class PartnersRow(PagedRow):
    department: str
    department_id: str
    other: str
    other_id: str
    rows: int
    led: int
    other_led: int
    townships: int


class FunctionsParams(PagedParams):
    text: Text = ""
    division: Text | None = None


class FunctionRow(PagedRow):
    slug: str
    name: str
    name_en: str
    departments: int
    delegated: int
    taken_back: int
    townships: int

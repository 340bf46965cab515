"""A division as tables: departments × townships, and department → category → township."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from graphkb.catalogue.graph import OTHER_DEPARTMENTS, OTHER_TOWNSHIPS, GraphEdge, GraphNode, node_of
from graphkb.catalogue.lookups import FLOW_CATEGORIES, FLOW_DEPARTMENTS, MATRIX_TOWNSHIPS
from graphkb.catalogue.query import MOST_ROWS, Row
from graphkb.catalogue.questions import MATRIX
from graphkb.catalogue.rows import (
    FlowCategoriesParams,
    FlowCategoryRow,
    FlowDepartmentRow,
    FlowDepartmentsParams,
    MatrixCell,
    MatrixParams,
    MatrixRow,
    MatrixTownshipRow,
    MatrixTownshipsParams,
)
from graphkb.errors import UsageError
from graphkb.records import Section
from graphkb.stores import Store

MOST_COLUMNS = 60
"""Townships that a matrix tells one by one."""
_DIVISIONS = ("township", "county", "prefecture", "province")
_MOST_CATEGORIES = 20
OTHER_CATEGORIES = "others-category"
NO_CATEGORY = "none-category"


class MatrixCounts(Row):
    """True totals. A row with three departments counts three times."""

    departments: int
    townships: int
    delegated: int
    taken_back: int


class MatrixOthers(Row):
    """The departments that the matrix has no row for, taken together."""

    departments: int
    delegated: int
    taken_back: int
    cells: list[MatrixCell] = Field(description="by township, as in the rows")


class Matrix(Row):
    """Rows between departments and townships; cells without rows are left out, the id of further townships is others-township."""

    division: GraphNode
    townships: list[MatrixTownshipRow] = Field(description="the columns, by path; at most 60")
    departments: list[MatrixRow] = Field(description="the rows, those with most rows of lists first")
    others: MatrixOthers
    counts: MatrixCounts
    truncated: bool = Field(description="some departments or townships are taken together")


class FlowCounts(Row):
    """True totals. A row with three departments counts three times, so that what flows in is what flows out."""

    departments: int
    categories: int
    townships: int
    rows: int


class Flows(Row):
    """Department → category → township; what is beyond the bounds is taken together in nodes of the kind others."""

    division: GraphNode
    nodes: list[GraphNode]
    edges: list[GraphEdge]
    truncated: bool = Field(description="some are taken together")
    counts: FlowCounts


def matrix_of(store: Store, division: str, *, section: Section | None = None, departments: int = 60) -> Matrix:
    """Return how many rows stand between the departments of most rows and each township of the division.

    Raises NotFound for an unknown id, and UsageError for one that is no division's.
    """
    node = _division(store, division)
    asked = MatrixTownshipsParams(division=division, section=section, limit=MOST_ROWS)
    townships = list(MATRIX_TOWNSHIPS.every(store, asked))
    params = MatrixParams(division=division, section=section, townships=MOST_COLUMNS, limit=departments)
    answer = MATRIX.run(store, params)
    rows = [row.model_copy(update={"cells": _with_rest(row)}) for row in answer.rows]
    count = MATRIX.total(store, params) or 0 if answer.truncated else len(rows)
    return Matrix(
        division=node,
        townships=townships[:MOST_COLUMNS],
        departments=rows,
        others=_other_departments(rows, townships, count - len(rows)),
        counts=MatrixCounts(
            departments=count,
            townships=len(townships),
            delegated=sum(t.delegated for t in townships),
            taken_back=sum(t.taken_back for t in townships),
        ),
        truncated=answer.truncated or len(townships) > MOST_COLUMNS,
    )


def _division(store: Store, id: str) -> GraphNode:
    node = node_of(store, id)
    if node.kind not in _DIVISIONS:
        raise UsageError(f"{node.name} is a {node.kind}, not a division")
    return GraphNode(**node.model_dump())


def _with_rest(row: MatrixRow) -> list[MatrixCell]:
    """Return the row's cells, and one more for the townships that have no column."""
    return [*row.cells, *_cell(OTHER_TOWNSHIPS, row.delegated, row.taken_back, row.cells)]


def _cell(id: str, delegated: int, taken_back: int, told: Iterable[MatrixCell]) -> list[MatrixCell]:
    """Return what is left of the totals beside the cells that are told, as a cell; nothing where nothing is left."""
    told = list(told)
    cell = MatrixCell(
        id=id,
        delegated=delegated - sum(c.delegated for c in told),
        taken_back=taken_back - sum(c.taken_back for c in told),
    )
    return [cell] if cell.delegated or cell.taken_back else []


def _other_departments(rows: list[MatrixRow], townships: list[MatrixTownshipRow], count: int) -> MatrixOthers:
    told: dict[str, list[MatrixCell]] = {}
    for row in rows:
        for cell in row.cells:
            told.setdefault(cell.id, []).append(cell)
    cells = [
        cell
        for township in townships[:MOST_COLUMNS]
        for cell in _cell(township.id, township.delegated, township.taken_back, told.get(township.id, ()))
    ]
    rest = townships[MOST_COLUMNS:]
    delegated, taken_back = sum(t.delegated for t in rest), sum(t.taken_back for t in rest)
    cells += _cell(OTHER_TOWNSHIPS, delegated, taken_back, told.get(OTHER_TOWNSHIPS, ()))
    return MatrixOthers(
        departments=count,
        delegated=sum(cell.delegated for cell in cells),
        taken_back=sum(cell.taken_back for cell in cells),
        cells=cells,
    )


def flows_of(
    store: Store, division: str, *, section: Section | None = None, departments: int = 15, townships: int = 30
) -> Flows:
    """Return how rows flow from departments over categories to townships; those of most rows one by one, up to 20 categories.

    Raises NotFound for an unknown id, and UsageError for one that is no division's.
    """
    node = _division(store, division)
    bodies = FLOW_DEPARTMENTS.run(
        store, params := FlowDepartmentsParams(division=division, section=section, limit=departments)
    )
    asked = FlowCategoriesParams(division=division, section=section, townships=townships, limit=MOST_ROWS)
    categories = list(FLOW_CATEGORIES.every(store, asked))
    counts = FlowCounts(
        departments=FLOW_DEPARTMENTS.total(store, params) or 0 if bodies.truncated else len(bodies.rows),
        categories=len(categories),
        townships=MATRIX_TOWNSHIPS.total(store, MatrixTownshipsParams(division=division)) or 0,
        rows=sum(category.rows for category in categories),
    )
    flows = _Flows(categories)
    flows.from_departments(bodies.rows, counts.departments)
    flows.to_townships(counts.townships)
    return Flows(
        division=node,
        nodes=flows.nodes(),
        edges=flows.edges,
        truncated=any(node.kind == "others" for node in flows.nodes()),
        counts=counts,
    )


class _Flows:
    """Three columns of nodes, and what flows between them."""

    def __init__(self, categories: list[FlowCategoryRow]) -> None:
        self._categories = categories
        self._shown = {c.id for c in categories[:_MOST_CATEGORIES]}
        self._departments: list[GraphNode] = []
        self._townships: dict[str, GraphNode] = {}
        self.edges: list[GraphEdge] = []

    def from_departments(self, rows: list[FlowDepartmentRow], count: int) -> None:
        """Take in the departments that are told, and what is left of each category as other departments."""
        left = {self._place(c.id): 0 for c in self._categories}
        for category in self._categories:
            left[self._place(category.id)] += category.rows
        for row in rows:
            self._departments.append(
                GraphNode(id=row.id, kind="department", name=row.name, place=row.place, named=row.named, rows=row.rows)
            )
            for place, share in self._by_place((c.id, c.rows) for c in row.categories).items():
                left[place] -= share
                self.edges.append(GraphEdge(start=row.id, end=place, relation="flows", rows=share))
        if rest := sum(left.values()):
            name = f"其他 {count - len(rows)} 个部门"
            self._departments.append(GraphNode(id=OTHER_DEPARTMENTS, kind="others", name=name, rows=rest))
            self.edges += [
                GraphEdge(start=OTHER_DEPARTMENTS, end=place, relation="flows", rows=share)
                for place, share in left.items()
                if share
            ]

    def to_townships(self, count: int) -> None:
        """Take in the townships that are told, and what is left of each category as other townships."""
        sums: dict[tuple[str, str], int] = {}
        others = 0
        for category in self._categories:
            place = self._place(category.id)
            for share in category.townships:
                before = self._townships.get(share.id)
                rows = share.rows + (before.rows or 0 if before else 0)
                self._townships[share.id] = GraphNode(
                    id=share.id, kind="township", name=share.name, place=share.place, rows=rows
                )
                sums[place, share.id] = sums.get((place, share.id), 0) + share.rows
            if rest := category.rows - sum(share.rows for share in category.townships):
                others += rest
                sums[place, OTHER_TOWNSHIPS] = sums.get((place, OTHER_TOWNSHIPS), 0) + rest
        if others:
            name = f"其他 {count - len(self._townships)} 个乡镇"
            self._townships[OTHER_TOWNSHIPS] = GraphNode(id=OTHER_TOWNSHIPS, kind="others", name=name, rows=others)
        self.edges += [
            GraphEdge(start=place, end=end, relation="flows", rows=rows) for (place, end), rows in sums.items()
        ]

    def nodes(self) -> list[GraphNode]:
        """Return departments, categories and townships, each those of most rows first and the others last."""
        categories = [
            GraphNode(id=self._place(c.id), kind="category", name=c.name or "未分类", rows=c.rows)
            for c in self._categories[:_MOST_CATEGORIES]
        ]
        if rest := self._categories[_MOST_CATEGORIES:]:
            name = f"其他 {len(rest)} 个类别"
            categories.append(GraphNode(id=OTHER_CATEGORIES, kind="others", name=name, rows=sum(c.rows for c in rest)))
        townships = sorted(self._townships.values(), key=lambda n: (n.kind == "others", -(n.rows or 0), n.name, n.id))
        return [*self._departments, *categories, *townships]

    def _place(self, category: str | None) -> str:
        """Return the id of the node that the category is shown in."""
        if category not in self._shown:
            return OTHER_CATEGORIES
        return category or NO_CATEGORY

    def _by_place(self, shares: Iterable[tuple[str | None, int]]) -> dict[str, int]:
        sums: dict[str, int] = {}
        for category, rows in shares:
            place = self._place(category)
            sums[place] = sums.get(place, 0) + rows
        return sums

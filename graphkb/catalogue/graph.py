"""Parts of the graph as nodes and edges: what hangs on a node, three columns around it, and what joins two."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import ConfigDict, Field

from graphkb.catalogue.lookups import COLUMNS, LINKS_BETWEEN, NEIGHBOUR_COUNTS, NEIGHBOURS, NODE
from graphkb.catalogue.query import Row
from graphkb.catalogue.questions import SHARED_DUTIES
from graphkb.catalogue.rows import (
    ColumnRow,
    ColumnsParams,
    JoiningDuty,
    LinkBetweenRow,
    LinksBetweenParams,
    NeighbourCountRow,
    NeighbourCountsParams,
    NeighbourRow,
    NeighboursParams,
    NodeParams,
    NodeRow,
    SharedDutiesParams,
)
from graphkb.errors import NotFound, UsageError
from graphkb.records import Section
from graphkb.stores import Store

MOST_NODES = 300
"""Nodes of one answer: what a person can still look at, and a browser draws within a second."""
MOST_HOPS = 3
"""How far neighbours of neighbours go."""
_FRONTIER = 60
"""Nodes of one hop whose own neighbours are asked for."""
_EACH = 20
"""Neighbours of each node from the second hop on, so that one node of many does not fill the answer."""
_FEW_ROWS = 40
"""Rows that three columns show one by one; more are taken together."""
_MOST_DEPARTMENTS = 80
_MOST_TOWNSHIPS = 60

OTHER_DEPARTMENTS = "others-department"
OTHER_TOWNSHIPS = "others-township"
"""Ids of the nodes that stand for departments and townships taken together."""

TOWNSHIP_RELATIONS = {"basic": "PERFORMS", "cooperative": "ASSISTS", "reclaimed": "RELIEVED_OF"}
DEPARTMENT_RELATIONS = {"cooperative": "DELEGATES", "reclaimed": "TAKES_BACK"}


class GraphNode(Row):
    """A node of the graph, or several taken together (``rows``)."""

    id: str
    kind: str = Field(
        description="duty, department, township, county, prefecture, province, matter, law, category, function, or "
        "others: what the answer has no room for, taken together"
    )
    name: str
    place: str | None = Field(None, description="path of the division that it is, belongs to, or is listed for")
    section: str | None = Field(None, description="of a duty: basic, cooperative or reclaimed")
    number: str | None = Field(None, description="of a duty, as printed")
    named: bool = Field(True, description="false for departments without a name of their own (其他相关单位)")
    rows: int | None = Field(None, description="of what is taken together or counted: how many rows")


class GraphEdge(Row):
    """A relation between two nodes, from and to by their ids, or several of one kind taken together (``rows``)."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    start: str = Field(alias="from")
    end: str = Field(alias="to")
    relation: str
    rows: int | None = Field(None, description="how many rows it stands for")
    lead: bool | None = Field(None, description="of DELEGATES: the department stands first")
    delegated: int | None = Field(None, description="of WORKS_WITH: rows that the township assists with")
    taken_back: int | None = Field(None, description="of WORKS_WITH: rows that the department took back")
    link: str | None = Field(None, description="of INSTANCE_OF: same, or overlap")
    score: float | None = Field(None, description="of what is inferred: how sure")


class Neighbourhood(Row):
    """A node with what hangs on it; ``counts`` are true, whatever part of it the answer holds."""

    nodes: list[GraphNode] = Field(description="the node that was asked for, and its neighbours in total order")
    edges: list[GraphEdge]
    truncated: bool = Field(description="there are more than the answer holds")
    counts: list[NeighbourCountRow] = Field(
        description="neighbours of the node by relation, direction, kind and section"
    )
    next: str | None = Field(
        None, description="given as after, the answer goes on; null where there is no more, or depth > 1"
    )


class ColumnCounts(Row):
    """How much there is, whatever part of it an answer holds."""

    rows: int
    groups: int = Field(description="of rows, as they are taken together")
    departments: int = Field(description="of the groups that the answer holds")
    townships: int = Field(description="of the groups that the answer holds")


class Columns(Row):
    """Departments, what they do, and townships: three columns around a node."""

    group: Literal["row", "matter", "category"] = Field(description="what stands in the middle")
    nodes: list[GraphNode]
    edges: list[GraphEdge]
    truncated: bool
    counts: ColumnCounts
    next: str | None = Field(None, description="given as after, the groups go on; null where there are no more")


class PathCounts(Row):
    """How many ways there are."""

    paths: int = Field(description="all shortest ones; at least so many where the answer is truncated")
    hops: int = Field(description="relations of each; 0 where there is none within the depth")


class Paths(Row):
    """The shortest ways from one to the other, over the rows that both stand in, or over one more node between two rows."""

    nodes: list[GraphNode]
    edges: list[GraphEdge]
    paths: list[list[str]] = Field(description="ids from the start to the end, strongest link first")
    truncated: bool
    counts: PathCounts


def node_of(store: Store, id: str) -> NodeRow:
    """Return what the node of this id is. Raises NotFound."""
    rows = NODE.run(store, NodeParams(id=id)).rows
    if not rows:
        raise NotFound(f"There is no node {id}.")
    return rows[0]


def neighbourhood(
    store: Store,
    id: str,
    *,
    relation: str | None = None,
    section: Section | None = None,
    depth: int = 1,
    after: str = "",
    limit: int = MOST_NODES,
) -> Neighbourhood:
    """Return the node and its neighbours by these relations (parted by spaces), up to ``limit`` nodes.

    With a depth above 1 (at most MOST_HOPS), neighbours of neighbours follow, hop after hop, 20 of each node and of the
    first 60 nodes of each hop. Raises NotFound for an unknown id.
    """
    centre = node_of(store, id)
    counts = NEIGHBOUR_COUNTS.run(store, NeighbourCountsParams(id=id)).rows
    first = NEIGHBOURS.run(
        store, NeighboursParams(ids=id, relation=relation, section=section, each=5_000, after=after, limit=limit - 1)
    )
    grown = _Grown(centre, limit)
    grown.add(first.rows)
    truncated = first.truncated
    for _ in range(1, depth):
        frontier = grown.take_new()
        if not frontier or truncated:
            break
        truncated |= len(frontier) > _FRONTIER
        asked = NeighboursParams(
            ids=" ".join(frontier[:_FRONTIER]),
            relation=relation,
            section=section,
            each=_EACH + 1,
            limit=_FRONTIER * (_EACH + 1),
        )
        found = NEIGHBOURS.run(store, asked).rows
        kept = _first_of_each(found)
        truncated |= grown.add(kept) or len(kept) < len(found)
    return Neighbourhood(
        nodes=list(grown.nodes.values()),
        edges=list(grown.edges.values()),
        truncated=truncated,
        counts=counts,
        next=first.next if depth == 1 else None,
    )


class _Grown:
    """Nodes and edges gathered hop after hop, each once."""

    def __init__(self, centre: NodeRow, limit: int) -> None:
        self.nodes = {centre.id: GraphNode(**centre.model_dump())}
        self.edges: dict[tuple[str, str, str], GraphEdge] = {}
        self._limit = limit
        self._new: list[str] = []

    def add(self, rows: Iterable[NeighbourRow]) -> bool:
        """Take the rows in, and return whether there was no room for some."""
        cut = False
        for row in rows:
            if row.id not in self.nodes:
                if len(self.nodes) == self._limit:
                    cut = True
                    continue
                self.nodes[row.id] = GraphNode(
                    id=row.id,
                    kind=row.kind,
                    name=row.name,
                    place=row.place,
                    section=row.section,
                    number=row.number,
                    named=row.named,
                )
                self._new.append(row.id)
            ends = (row.start, row.id) if row.direction == "out" else (row.id, row.start)
            self.edges.setdefault((*ends, row.relation), _edge(*ends, row))
        return cut

    def take_new(self) -> list[str]:
        """Return the ids of the nodes that came since this was last asked."""
        new, self._new = self._new, []
        return new


def _edge(start: str, end: str, row: NeighbourRow) -> GraphEdge:
    return GraphEdge(
        start=start,
        end=end,
        relation=row.relation,
        lead=row.lead,
        delegated=row.delegated,
        taken_back=row.taken_back,
        link=row.link,
        score=row.score,
    )


def _first_of_each(rows: list[NeighbourRow]) -> list[NeighbourRow]:
    """Return at most _EACH rows of each start."""
    seen: dict[str, int] = {}
    kept = []
    for row in rows:
        seen[row.start] = seen.get(row.start, 0) + 1
        if seen[row.start] <= _EACH:
            kept.append(row)
    return kept


def three_columns(
    store: Store, params: ColumnsParams, *, group: Literal["row", "matter", "category"] | None
) -> Columns:
    """Return the rows that the node of ``params`` stands in, between their departments and townships.

    Without ``group``, up to 40 rows stand one by one; more are taken together by matter where that halves them, else by
    category. Around a department no other departments are told. Raises NotFound for an unknown id.
    """
    centre = node_of(store, params.id)
    rows = COLUMNS.total(store, params.model_copy(update={"group": "row"})) or 0
    if group is None:
        group = "row" if rows <= _FEW_ROWS else "matter"
        if group == "matter" and (COLUMNS.total(store, params.model_copy(update={"group": group})) or 0) > rows // 2:
            group = "category"
    params = params.model_copy(update={"group": group})
    answer = COLUMNS.run(store, params)
    groups = rows if group == "row" else COLUMNS.total(store, params) or 0
    departments = _Ends("department", _MOST_DEPARTMENTS)
    townships = _Ends("township", _MOST_TOWNSHIPS)
    for row in answer.rows:
        for body in row.departments:
            if centre.kind != "department" or body.id == centre.id:
                departments.add(
                    row.id,
                    body.relation,
                    body.rows,
                    GraphNode(**body.model_dump(exclude={"relation", "rows"}), kind="department"),
                )
        for place in row.townships:
            townships.add(
                row.id,
                place.relation,
                place.rows,
                GraphNode(**place.model_dump(exclude={"relation", "rows"}), kind="township"),
            )
    return Columns(
        group=group,
        nodes=[*departments.nodes(), *map(_group_node, answer.rows), *townships.nodes()],
        edges=[*departments.edges(), *townships.edges()],
        truncated=answer.truncated or departments.cut or townships.cut,
        counts=ColumnCounts(rows=rows, groups=groups, departments=departments.count, townships=townships.count),
        next=answer.next,
    )


def _group_node(row: ColumnRow) -> GraphNode:
    return GraphNode(**row.model_dump(exclude={"departments", "townships", "key"}))


class _Ends:
    """A column of departments or townships: those of most rows, the others taken together."""

    def __init__(self, kind: Literal["department", "township"], most: int) -> None:
        self._kind = kind
        self._most = most
        self._nodes: dict[str, GraphNode] = {}
        self._rows: dict[str, int] = {}
        self._edges: list[tuple[str, str, str, int]] = []

    def add(self, group: str, relation: str, rows: int, node: GraphNode) -> None:
        """Take in one relation between a group and a node of this column."""
        self._nodes[node.id] = node
        self._rows[node.id] = self._rows.get(node.id, 0) + rows
        self._edges.append((node.id, group, relation, rows))

    @property
    def count(self) -> int:
        """How many there are, shown or not."""
        return len(self._nodes)

    @property
    def cut(self) -> bool:
        """Whether some are taken together."""
        return len(self._nodes) > self._most

    def nodes(self) -> list[GraphNode]:
        """Return the nodes: departments by rows, townships by path; the others at the end."""
        kept = self._kept()
        order = (lambda id: self._nodes[id].place or "") if self._kind == "township" else None
        shown = [
            self._nodes[id].model_copy(update={"rows": self._rows[id]})
            for id in (sorted(kept, key=order) if order else kept)
        ]
        if self.cut:
            others = len(self._nodes) - len(kept)
            rest = sum(self._rows.values()) - sum(self._rows[id] for id in kept)
            noun = "部门" if self._kind == "department" else "乡镇"
            shown.append(GraphNode(id=self._others, kind="others", name=f"其他 {others} 个{noun}", rows=rest))
        return shown

    def edges(self) -> list[GraphEdge]:
        """Return the relations from this column to the groups, those of the others summed."""
        kept = set(self._kept())
        sums: dict[tuple[str, str, str], int] = {}
        for id, group, relation, rows in self._edges:
            key = (id if id in kept else self._others, group, relation)
            sums[key] = sums.get(key, 0) + rows
        return [GraphEdge(start=a, end=b, relation=relation, rows=rows) for (a, b, relation), rows in sums.items()]

    @property
    def _others(self) -> str:
        return OTHER_DEPARTMENTS if self._kind == "department" else OTHER_TOWNSHIPS

    def _kept(self) -> list[str]:
        ranked = sorted(self._nodes, key=lambda id: (-self._rows[id], self._nodes[id].name, id))
        return ranked[: self._most]


def paths_between(store: Store, start: str, end: str, *, depth: int = 4, limit: int = 50) -> Paths:
    """Return the shortest ways between a department and a township, two departments or two townships.

    Rows that both stand in come first (2 relations, clauses included); where there is none and the depth is 4, rows of
    each that are of one matter, or have one department or township in common. Raises NotFound for an unknown id, and
    UsageError where an end is of another kind, or both are one.
    """
    ends = [node_of(store, start), node_of(store, end)]
    for node in ends:
        if node.kind not in ("department", "township"):
            raise UsageError(f"{node.name} is a {node.kind}; paths lead between departments and townships")
    if start == end:
        raise UsageError("both ends are the same")
    found = _Found(ends)
    shared = SHARED_DUTIES.run(store, SharedDutiesParams(start=start, end=end, limit=limit))
    for row in shared.rows:
        found.duty(row.duty_id, row.name, row.section, row.number, row.place)
        found.path(start, row.duty_id, end)
        for id, relations in ((start, row.start_relations), (end, row.end_relations)):
            for relation in relations:
                found.stand(id, row.duty_id, relation)
    if shared.rows:
        total = SHARED_DUTIES.total(store, SharedDutiesParams(start=start, end=end)) or 0
        return found.answer(shared.truncated, total, 2)
    if depth < 4:
        return found.answer(False, 0, 0)
    links = LINKS_BETWEEN.run(store, LinksBetweenParams(start=start, end=end, limit=limit))
    for link in links.rows:
        found.link(link, ends)
    total = sum(link.start_count * link.end_count for link in links.rows)
    return found.answer(links.truncated or total > len(found.paths), total, 4 if links.rows else 0)


class _Found:
    """Nodes, edges and paths gathered, each once."""

    def __init__(self, ends: list[NodeRow]) -> None:
        self._nodes = {node.id: GraphNode(**node.model_dump()) for node in ends}
        self._edges: dict[tuple[str, str, str], GraphEdge] = {}
        self.paths: list[list[str]] = []

    def duty(self, id: str, name: str, section: str, number: str, place: str) -> None:
        self._nodes[id] = GraphNode(id=id, kind="duty", name=name, section=section, number=number, place=place)

    def path(self, *ids: str) -> None:
        self.paths.append(list(ids))

    def stand(self, id: str, duty: str, relation: str) -> None:
        """The node stands in the duty; BORNE_BY leads from the duty to it, all others from it to the duty."""
        ends = (duty, id) if relation in ("BORNE_BY", "INSTANCE_OF") else (id, duty)
        self._edges[*ends, relation] = GraphEdge(start=ends[0], end=ends[1], relation=relation)

    def link(self, link: LinkBetweenRow, ends: list[NodeRow]) -> None:
        """Take in a node that joins the two, with the rows on both sides of it."""
        if len(self._nodes) + len(link.start_rows) + len(link.end_rows) >= MOST_NODES:
            return
        self._nodes[link.id] = GraphNode(id=link.id, kind=link.kind, name=link.name, place=link.place, named=link.named)
        for node, rows in zip(ends, (link.start_rows, link.end_rows), strict=True):
            for row in rows:
                self.duty(row.id, row.name, row.section, row.number, row.place)
                self.stand(node.id, row.id, _relation(node.kind, row))
                self.stand(link.id, row.id, _relation(link.kind, row))
        for near in link.start_rows:
            for far in link.end_rows:
                self.path(ends[0].id, near.id, link.id, far.id, ends[1].id)

    def answer(self, truncated: bool, total: int, hops: int) -> Paths:
        return Paths(
            nodes=list(self._nodes.values()),
            edges=list(self._edges.values()),
            paths=self.paths,
            truncated=truncated,
            counts=PathCounts(paths=total, hops=hops),
        )


def _relation(kind: str, row: JoiningDuty) -> str:
    """Return the relation by which a node of this kind stands in the row: it follows from the row's section."""
    if kind == "matter":
        return "INSTANCE_OF"
    return (TOWNSHIP_RELATIONS if kind == "township" else DEPARTMENT_RELATIONS)[row.section]

"""The yardstick of loading: the same nodes and relations written by the bare driver, by hand, with nothing else done.

No comparison with what is there, no clean-up, no derived links: what a script would do that loads once into an empty store.
"""

from __future__ import annotations

from typing import Any

import neo4j

from graphkb.ingest.rows import DutyRows, ListRows

BATCH = 1000

LINK = (
    "UNWIND $rows AS row MATCH (a:{a} {{id: row.a}}) MATCH (b:{b} {{id: row.b}}) CREATE (a)-[r:{r}]->(b) SET r += row.p"
)
SHARED_LINK = LINK.replace("CREATE (a)-[r:{r}]->(b)", "MERGE (a)-[r:{r}]->(b)")
NODE = "UNWIND $rows AS row CREATE (n:{label}) SET n = row.p, n.id = row.id"
SHARED_NODE = "UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row.p"
_DUTY = {"basic": "BasicDuty", "cooperative": "CooperativeDuty", "reclaimed": "ReclaimedDuty"}
_SIDE = {"basic": "PERFORMS", "cooperative": "ASSISTS", "reclaimed": "RELIEVED_OF"}


def load(driver: neo4j.Driver, database: str, lists: list[ListRows]) -> None:
    """Write the rows of these lists; each batch is a managed transaction of its own."""
    for rows in lists:
        for statement, values in _statements(rows):
            for start in range(0, len(values), BATCH):
                batch = values[start : start + BATCH]
                driver.execute_query(statement, rows=batch, database_=database)  # type: ignore[arg-type]  # texts of this file


def _statements(rows: ListRows) -> list[tuple[str, list[dict[str, Any]]]]:
    duties = rows.duties
    found: list[tuple[str, list[dict[str, Any]]]] = []

    def nodes(label: str, values: list[dict[str, Any]], shared: bool = False) -> None:
        found.append(((SHARED_NODE if shared else NODE).format(label=label), values))

    def links(a: str, r: str, b: str, values: list[dict[str, Any]], shared: bool = False) -> None:
        found.append(((SHARED_LINK if shared else LINK).format(a=a, r=r, b=b), values))

    for level in ("province", "prefecture", "county", "township"):
        of_level = [_node(d["id"], d["properties"]) for d in rows.divisions if d["level"] == level]
        nodes(f"Division:{level.capitalize()}", of_level, shared=True)
    nodes("Document", [_node(rows.document["id"], rows.document["properties"])], shared=True)
    nodes(
        "Department",
        [_node(d["id"], {"name": d["name"], "named": d["named"]}) for d in rows.departments.values()],
        shared=True,
    )
    nodes(
        "Category",
        _distinct({d.category["id"]: {"name": d.category["name"]} for d in duties if d.category}),
        shared=True,
    )
    nodes("Law", _distinct({law["id"]: {"title": law["title"]} for d in duties for law in d.laws}), shared=True)
    nodes("Matter", _distinct({d.matter["wording"]: {"title": d.matter["text"]} for d in duties}), shared=True)
    links("Division", "PART_OF", "Division", [_link(p["start"], p["end"]) for p in rows.part_of_divisions], shared=True)
    links(
        "Department",
        "PART_OF",
        "Division",
        [_link(p["start"], p["end"]) for p in rows.part_of_departments],
        shared=True,
    )
    nodes("DutyList", [_node(rows.id, rows.properties)])
    links("DutyList", "LIST_OF", "Township", [_link(rows.id, rows.township)])
    links("DutyList", "READ_FROM", "Document", [_link(rows.id, rows.document["id"])])
    for section, label in _DUTY.items():
        of_section = [d for d in duties if d.section == section]
        nodes(f"Duty:{label}", [_node(d.id, {**d.properties, **d.provenance}) for d in of_section])
        links("Township", _SIDE[section], "Duty", [_link(rows.township, d.id) for d in of_section])
    links("Duty", "LISTED_IN", "DutyList", [_link(d.id, rows.id) for d in duties])
    _hanging(duties, nodes, links)
    return found


def _hanging(duties: list[DutyRows], nodes: Any, links: Any) -> None:
    clauses = [c for d in duties for c in d.responsibilities]
    role = [c for d in duties for c in d.role_items]
    nodes("Responsibility:Item", [_node(c["id"], c["properties"]) for c in clauses])
    nodes("RoleItem:Item", [_node(c["id"], c["properties"]) for c in role])
    links("Duty", "REQUIRES", "Responsibility", [_link(c["duty"], c["id"]) for c in clauses])
    links("Duty", "HAS_ROLE_ITEM", "RoleItem", [_link(c["duty"], c["id"]) for c in role])
    links(
        "Responsibility",
        "BORNE_BY",
        "Department",
        [_link(b["clause"], b["department"]) for d in duties for b in d.borne_by],
    )
    for name in ("delegates", "takes_back"):
        rows = [_link(r["department"], r["duty"], r["properties"]) for d in duties for r in getattr(d, name)]
        links("Department", name.upper(), "Duty", rows)
    links("Duty", "IN_CATEGORY", "Category", [_link(d.id, d.category["id"]) for d in duties if d.category])
    links(
        "Duty",
        "CITES",
        "Law",
        [_link(d.id, law["id"], {"articles": law["articles"]}) for d in duties for law in d.laws],
    )
    links("Duty", "INSTANCE_OF", "Matter", [_link(d.id, d.matter["wording"], {"score": 1.0}) for d in duties])


def _node(key: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {"id": key, "p": properties}


def _link(start: str, end: str, properties: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"a": start, "b": end, "p": properties or {}}


def _distinct(properties: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [_node(key, value) for key, value in properties.items()]

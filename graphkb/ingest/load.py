"""Load one list as one logical replacement, in one transaction.

Whatever happens in between (a failure, a kill, a lost connection), the store holds either the list as it was or the list
as it is now. See docs/decisions/2026-11-22-one-list-one-transaction.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Literal

from neo4j import ManagedTransaction
from pydantic import BaseModel

from graphkb.cypher_files import read_file
from graphkb.errors import IncompletePlace, UnreadableInput
from graphkb.ingest.matters import link_rows, regroup
from graphkb.ingest.resolve import resolve_divisions
from graphkb.ingest.rows import UNDATED, DutyRows, ListRows, Row, list_to_rows
from graphkb.ingest.runner import Runner
from graphkb.records import UNDIVIDED_CITIES, DocumentRecord, ListRecord, Place, Reading
from graphkb.resolution.decisions import NO_DECISIONS, Decisions
from graphkb.resolution.places import infer_place
from graphkb.stores import Store

MOST_DUTIES = 5_000
"""Rows of one list. Real ones have about 340; a transaction's size is bounded by this."""


class LoadReport(BaseModel):
    """What loading one list did to the store; the counts are of duties."""

    list_id: str
    place: Place
    edition: str
    document: str
    status: Literal["loaded", "unchanged"]
    inferred: tuple[str, ...] = ()
    """Levels of the place that the document does not print, and that its bodies' names or the table of divisions tell."""
    unknown: tuple[str, ...] = ()
    """Levels of the place that the table of divisions does not know: misprinted, newer than the table, or fictional."""
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    retired: int = 0


def load_reading(
    store: Store, reading: Reading, *, at: datetime | None = None, decisions: Decisions = NO_DECISIONS
) -> Iterator[LoadReport]:
    """Load the lists of a document one after the other and yield a report for each.

    Raises IncompletePlace before anything is written where a list does not tell its township.
    """
    for record in reading.lists:
        _require_place(reading.document, record, infer_place(record).place)
    for record in reading.lists:
        yield load_list(store, reading.document, record, at=at, decisions=decisions)


def load_list(
    store: Store,
    document: DocumentRecord,
    record: ListRecord,
    *,
    at: datetime | None = None,
    decisions: Decisions = NO_DECISIONS,
) -> LoadReport:
    """Make the store hold this list as ``record`` has it, and return what changed.

    Rows are compared by content: those that are the same are left alone, others are added, rewritten or retired, all
    within this list. Loading the same records again writes nothing. ``at`` is the time that the load is recorded under;
    ``decisions`` are people's words about who is who, which :func:`resolve_again` applies to lists that do not change.
    Raises IncompletePlace, UnreadableInput (too many rows), StoreUnavailable, StoreFailure.
    """
    rows, report = _prepare(document, record)
    if _is_loaded(store, rows):
        return report.model_copy(update={"unchanged": len(rows.duties)})
    time = _time(at)
    counts = store.publish(lambda tx: _replace(tx, rows, time, decisions), time)
    return report.model_copy(update={"status": "loaded", **counts})


def plan_list(store: Store, document: DocumentRecord, record: ListRecord) -> LoadReport:
    """Return the report that :func:`load_list` would give of this list, and write nothing. Raises as that one does."""
    rows, report = _prepare(document, record)
    if _is_loaded(store, rows):
        return report.model_copy(update={"unchanged": len(rows.duties)})
    before = {r["id"]: r["content_hash"] for r in store.read(read_file("write", "duty_hashes").text, {"list": rows.id})}
    added, changed, retired = _compare(rows, before)
    return report.model_copy(update={"status": "loaded", **_counts(rows, added, changed, retired)})


def _prepare(document: DocumentRecord, record: ListRecord) -> tuple[ListRows, LoadReport]:
    """Return the rows of the graph that the list makes, and the report on a load that has changed nothing yet."""
    located = infer_place(record)
    _require_place(document, record, located.place)
    if len(record.duties) > MOST_DUTIES:
        raise UnreadableInput(
            f"{document.name}: the list at line {record.first_line} has {len(record.duties)} duties, more than the "
            f"{MOST_DUTIES} that one list may have; check that it is one township's list"
        )
    rows = list_to_rows(document, record.model_copy(update={"place": located.place}), located.inferred)
    return rows, LoadReport(
        list_id=rows.id,
        place=located.place,
        edition=rows.edition,
        document=document.name,
        status="unchanged",
        inferred=located.inferred,
        unknown=tuple(row["level"] for row in rows.divisions if row["properties"]["code"] is None),
    )


def _is_loaded(store: Store, rows: ListRows) -> bool:
    state = store.read(read_file("write", "list_state").text, {"list": rows.id})
    return bool(state) and state[0]["content_hash"] == rows.content_hash


def _compare(rows: ListRows, before: dict[str, str]) -> tuple[list[DutyRows], list[DutyRows], list[str]]:
    """Return which duties are new, which have changed, and the ids of those that are no more; ``before``: id → hash."""
    after = {d.id for d in rows.duties}
    added = [d for d in rows.duties if d.id not in before]
    changed = [d for d in rows.duties if d.id in before and before[d.id] != d.properties["content_hash"]]
    return added, changed, [key for key in before if key not in after]


def _counts(rows: ListRows, added: list[DutyRows], changed: list[DutyRows], retired: list[str]) -> dict[str, int]:
    return {
        "added": len(added),
        "updated": len(changed),
        "unchanged": len(rows.duties) - len(added) - len(changed),
        "retired": len(retired),
    }


def resolve_again(store: Store, decisions: Decisions, *, at: datetime | None = None) -> int:
    """Apply the decisions to all bodies and matters in the store, without reading a list again; return how many divisions.

    Matters are grouped anew, whatever order their lists came in.
    """
    time = _time(at)

    def work(tx: ManagedTransaction) -> int:
        run = Runner(tx)
        run("lock", at=time)
        found = run("divisions_with_bodies")
        places = {r["id"]: Place(province=r["province"], prefecture=r["prefecture"], county=r["county"]) for r in found}
        resolved = resolve_divisions(run, places, time, decisions)
        run("delete_orphans", departments=sorted(resolved.left), categories=[], laws=[])
        _count_links(run, resolved.townships)
        regroup(run, decisions.matters, time)
        return len(places)

    return store.publish(work, time)


def _time(at: datetime | None) -> str:
    return (at or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _require_place(document: DocumentRecord, record: ListRecord, place: Place) -> None:
    undivided = place.prefecture in UNDIVIDED_CITIES
    for level in ("township",) if undivided else ("township", "county"):
        if not getattr(place, level):
            raise IncompletePlace(
                f"{document.name}: the list at line {record.first_line} does not print its {level}; say which by --{level} "
                f"(over the API: {level}=)"
            )


def _replace(tx: ManagedTransaction, rows: ListRows, at: str, decisions: Decisions) -> dict[str, int]:
    """Read, compare, write, clean up; return the counts of the report."""
    run = Runner(tx)
    run("lock", at=at)
    state = run("list_state", list=rows.id)
    before = {r["id"]: r["content_hash"] for r in run("duty_hashes", list=rows.id)}
    added, changed, retired = _compare(rows, before)
    stale = [*(d.id for d in changed), *retired]

    others = _other_editions(run, rows)
    current = all(age < _age(rows.edition) for age in others.values())

    touched = run.over("touched", "ids", stale)
    run.over("unlink_duties", "ids", stale)
    clauses = {row["id"] for row in run.over("clauses", "ids", stale)}
    kept = {d.id: [clause["id"] for clause in (*d.responsibilities, *d.role_items)] for d in changed}
    run.over("delete_clauses", "rows", [{"duty": key, "kept": kept.get(key, [])} for key in stale])
    run.over("delete_duties", "ids", retired)
    known = {row["id"] for row in run.over("known_departments", "ids", sorted(rows.departments))}
    _write_list(run, rows, current, at)
    _write_duties(run, rows, added, changed, clauses, current, at)
    printed_before = [row["id"] for row in touched if row["label"] == "Wording"]
    link_rows(run, [d.matter for d in added + changed], printed_before, at, decisions.matters)
    resolved = resolve_divisions(run, rows.places, at, decisions, rows.departments.keys() - known)
    _clean_up(run, rows, touched, resolved.left, state)
    if current:
        for other in others:
            run("supersede", list=other)
    _count_links(run, {rows.township, *resolved.townships})
    return _counts(rows, added, changed, retired)


def _count_links(run: Runner, townships: Iterable[str]) -> None:
    for township in sorted(townships):
        run("clear_works_with", township=township)
        run("works_with", township=township)


def _other_editions(run: Runner, rows: ListRows) -> dict[str, tuple[bool, str]]:
    """Return the other lists of the township, id → age."""
    found = run("editions", township=rows.township)
    return {row["list"]: _age(row["edition"]) for row in found if row["list"] != rows.id}


def _age(edition: str) -> tuple[bool, str]:
    """Return what editions are ordered by, newest last; an undated one is the oldest."""
    return edition != UNDATED, edition


def _write_list(run: Runner, rows: ListRows, current: bool, at: str) -> None:
    departments = list(rows.departments.values())
    run.over("divisions", "rows", rows.divisions)
    run.over("departments", "rows", departments, at=at)
    run("part_of", divisions=rows.part_of_divisions, departments=rows.part_of_departments)
    properties = {**rows.properties, "content_hash": rows.content_hash, "current": current}
    run("duty_list", list=rows.id, township=rows.township, document=rows.document, properties=properties, at=at)


def _write_duties(
    run: Runner,
    rows: ListRows,
    added: list[DutyRows],
    changed: list[DutyRows],
    clauses: set[str],
    current: bool,
    at: str,
) -> None:
    """Write the rows that are new or changed; ``clauses`` are those that the changed ones had before."""
    duties = added + changed
    written = {d.id for d in duties}
    new = [
        {"id": d.id, "section": d.section, "properties": {**d.properties, **d.provenance, "current": current}}
        for d in added
    ]
    old = [{"id": d.id, "properties": {**d.properties, **d.provenance}} for d in changed]
    same = [{"id": d.id, "properties": d.provenance} for d in rows.duties if d.id not in written]
    run.over("create_duties", "rows", new, list=rows.id, township=rows.township, at=at)
    run.over("update_duties", "rows", old + same, at=at)
    run.over("delegates", "rows", [r for d in duties for r in d.delegates])
    run.over("takes_back", "rows", [r for d in duties for r in d.takes_back])
    again = [r for d in changed for r in (*d.responsibilities, *d.role_items) if r["id"] in clauses]
    run.over("update_clauses", "rows", again)
    run.over("responsibilities", "rows", [r for d in duties for r in d.responsibilities if r["id"] not in clauses])
    run.over("borne_by", "rows", [r for d in duties for r in d.borne_by])
    run.over("role_items", "rows", [r for d in duties for r in d.role_items if r["id"] not in clauses])
    run.over("categories", "rows", [d.category for d in duties if d.category])
    run.over("laws", "rows", [r for d in duties for r in d.laws])


def _clean_up(run: Runner, rows: ListRows, touched: list[Row], left: Iterable[str], state: list[Row]) -> None:
    """Delete what only this list had and has no more; ``left`` are departments whose names were moved to others."""
    categories, laws = ([row["id"] for row in touched if row["label"] == label] for label in ("Category", "Law"))
    departments = {*left, *(row["id"] for row in touched if row["label"] == "Department")}
    if departments or categories or laws:
        run("delete_orphans", departments=sorted(departments), categories=categories, laws=laws)
    if state and state[0]["document"] not in (None, rows.document["id"]):
        run("delete_document", document=state[0]["document"])

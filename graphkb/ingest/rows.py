"""One list's records as the parameter rows that the statements of ``cypher/write`` take.

Nothing here talks to a store: the same records give the same rows, and the rows are all that is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from graphkb.bodies import Belonging, belonging, is_unnamed, path_of
from graphkb.functions import functions, functions_in_name
from graphkb.ids import content_hash, make_id
from graphkb.records import DepartmentMention, DocumentRecord, DutyRecord, Item, ListRecord, Place

Row = dict[str, Any]

SHAPE = 1
"""Grows when the same records would be written differently, so that the next load rewrites what it finds."""

UNDATED = "undated"
"""The edition of a list that prints no date; it counts as older than any dated one."""

PRINTED = ("name", "departments", "responsibilities", "role", "method", "basis")
"""The columns whose text as printed is kept on the row."""

_LEVELS = ("province", "prefecture", "county", "township")
_NO_WORD = re.compile(r"[\s\W_]+")


@dataclass
class DutyRows:
    """All that hangs on one duty: its node, its clauses, and what it is linked to."""

    id: str
    section: str
    properties: Row
    provenance: Row
    responsibilities: list[Row] = field(default_factory=list)
    role_items: list[Row] = field(default_factory=list)
    delegates: list[Row] = field(default_factory=list)
    takes_back: list[Row] = field(default_factory=list)
    borne_by: list[Row] = field(default_factory=list)
    category: Row = field(default_factory=dict)
    laws: list[Row] = field(default_factory=list)
    matter: Row = field(default_factory=dict)


@dataclass
class ListRows:
    """All that one list writes; ``departments`` are the bodies of its rows by id, ``content_hash`` covers everything."""

    id: str
    township: str
    edition: str
    properties: Row
    document: Row
    divisions: list[Row]
    part_of_divisions: list[Row]
    part_of_departments: list[Row]
    duties: list[DutyRows]
    departments: dict[str, Row]
    exercises: list[Row]
    content_hash: str


def division_id(path: Iterable[str]) -> str:
    """Return the id of the division with this path of names, from the province down."""
    return make_id("div", *path)


def list_id(place: Place, edition: str) -> str:
    """Return the id of the list of this township in this edition ("" for an undated one)."""
    return make_id("list", *path_of(place), edition or UNDATED)


def list_to_rows(document: DocumentRecord, record: ListRecord) -> ListRows:
    """Return the parameter rows of one list. Its place must name a township; the caller has made sure of that."""
    bodies = _Bodies(record.place)
    key = list_id(record.place, record.edition)
    duties = [_duty_to_rows(key, duty, bodies) for duty in record.duties]
    divisions, part_of = _divisions(record.place, bodies.belongings())
    sections = [duty.section.value for duty in record.duties]
    edition = record.edition or UNDATED
    properties: Row = {
        "edition": edition,
        "title": record.title,
        "first_line": record.first_line,
        "last_line": record.last_line,
        "basic": sections.count("basic"),
        "cooperative": sections.count("cooperative"),
        "reclaimed": sections.count("reclaimed"),
    }
    document_row = {"id": f"doc-{document.sha256[:20]}", "properties": document.model_dump()}
    total = [SHAPE, properties, document_row, [[d.properties, d.provenance] for d in duties]]
    return ListRows(
        id=key,
        township=division_id(path_of(record.place)),
        edition=edition,
        properties=properties,
        document=document_row,
        divisions=divisions,
        part_of_divisions=part_of,
        part_of_departments=bodies.part_of(),
        duties=duties,
        departments=bodies.rows,
        exercises=bodies.exercises(),
        content_hash=content_hash(total),
    )


def _divisions(place: Place, belongings: Iterable[Belonging]) -> tuple[list[Row], list[Row]]:
    """Return the divisions of the place and their PART_OF relations; a level that is not known is skipped over."""
    rows, links = [], []
    above: tuple[str, ...] = ()
    for level in _LEVELS:
        name = getattr(place, level)
        if not name:
            continue
        path = (*above, name)
        rows.append({"id": division_id(path), "level": level, "properties": {"name": name, "path": "/".join(path)}})
        if above:
            links.append({"start": division_id(path), "end": division_id(above)})
        above = path
    known = {row["id"] for row in rows}
    assert all(division_id(b.division) in known for b in belongings)
    return rows, links


class _Bodies:
    """The bodies that a list's rows name, each once per division and name."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.rows: dict[str, Row] = {}
        self._belonging: dict[str, Belonging] = {}

    def id_of(self, name: str, named: bool) -> str:
        where = belonging(name, self.place) if named else belonging("", self.place)
        key = make_id("dept", *where.division, name)
        if key not in self.rows:
            self._belonging[key] = where
            properties = {"name": name, "level": where.level, "level_method": where.method, "named": named}
            self.rows[key] = {"id": key, "properties": properties}
        return key

    def belongings(self) -> Iterable[Belonging]:
        return self._belonging.values()

    def part_of(self) -> list[Row]:
        return [{"start": key, "end": division_id(where.division)} for key, where in self._belonging.items()]

    def exercises(self) -> list[Row]:
        known = functions()
        return [
            {"department": key, "function": slug, "name": known[slug].name, "name_en": known[slug].name_en}
            for key, row in self.rows.items()
            if row["properties"]["named"]
            for slug in functions_in_name(row["properties"]["name"])
        ]


def _duty_to_rows(list_key: str, duty: DutyRecord, bodies: _Bodies) -> DutyRows:
    section = duty.section.value
    key = make_id("duty", list_key, section, duty.position)
    reading = duty.model_dump(mode="json", exclude={"source", "place"})
    rows = DutyRows(
        id=key,
        section=section,
        properties={
            "section": section,
            "position": duty.position,
            "number": duty.number,
            "name": duty.name,
            "text": duty.name,
            "starred": duty.starred,
            "status": duty.status,
            "doubts": list(duty.doubts),
            **{f"printed_{column}": duty.printed.get(column) for column in PRINTED},
            "content_hash": content_hash([SHAPE, reading]),
        },
        provenance={
            "first_line": duty.source.first_line,
            "last_line": duty.source.last_line,
            "page": duty.source.page,
        },
        category={"duty": key, "id": make_id("cat", duty.category), "name": duty.category} if duty.category else {},
        matter=_matter(key, duty.name),
        laws=[
            {"duty": key, "id": make_id("law", _normal(law.title)), "title": law.title, "articles": list(law.articles)}
            for law in duty.laws
        ],
    )
    mentions = _mentions(rows, duty, bodies)
    for group in duty.responsibilities:
        bearers = [mentions.get(name) or bodies.id_of(name, not is_unnamed(name)) for name in group.departments]
        _clauses(rows, "responsibility", group.items, bearers)
    named = list(dict.fromkeys(mentions.values()))
    _clauses(rows, "safeguard", duty.safeguards, named)
    _clauses(rows, "method", duty.method, named)
    for item in duty.role:
        position = len(rows.role_items) + 1
        rows.role_items.append(
            {"duty": key, "id": make_id("role", key, position), "properties": {"position": position, **_item(item)}}
        )
    return rows


def _mentions(rows: DutyRows, duty: DutyRecord, bodies: _Bodies) -> dict[str, str]:
    """Link the bodies of the row's column to the duty; return printed name or plate → department id."""
    found: dict[str, str] = {}
    links = rows.takes_back if rows.section == "reclaimed" else rows.delegates
    for mention in duty.departments:
        department = bodies.id_of(mention.name, mention.named)
        for name in (mention.name, *mention.aliases):
            found.setdefault(name, department)
        if any(link["department"] == department for link in links):
            continue
        links.append({"duty": rows.id, "department": department, "properties": _link(len(links) + 1, mention, rows)})
    return found


def _link(position: int, mention: DepartmentMention, rows: DutyRows) -> Row:
    properties: Row = {"position": position, "plates": list(mention.aliases)}
    return properties if rows.section == "reclaimed" else {"lead": position == 1, **properties}


def _clauses(rows: DutyRows, kind: str, items: Iterable[Item], bearers: list[str]) -> None:
    for item in items:
        position = len(rows.responsibilities) + 1
        key = make_id("resp", rows.id, position)
        properties = {"position": position, "kind": kind, **_item(item)}
        rows.responsibilities.append({"duty": rows.id, "id": key, "properties": properties})
        rows.borne_by += [{"clause": key, "department": b} for b in dict.fromkeys(bearers)]


def _item(item: Item) -> Row:
    return {"number": item.number, "text": item.text}


def _normal(text: str) -> str:
    """Return the text without blanks and punctuation: what a title's identity hangs on."""
    return _NO_WORD.sub("", text)


def _matter(duty: str, name: str) -> Row:
    """Rows whose names have the same characters are one matter; more than that is not claimed here."""
    return {"duty": duty, "id": make_id("matter", _normal(name)), "title": name, "score": 1.0, "method": "same name"}

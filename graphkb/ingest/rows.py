"""One list's records as the parameter rows that the statements of ``cypher/write`` take.

Nothing here talks to a store: the same records give the same rows, and the rows are all that is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphkb.bodies import Belonging, belonging, is_unnamed, path_of
from graphkb.divisions import codes_of
from graphkb.ids import content_hash, make_id
from graphkb.records import DocumentRecord, DutyRecord, Item, ListRecord, Place
from graphkb.resolution.laws import read_title
from graphkb.resolution.names import as_printed
from graphkb.resolution.names import parse as parse_name
from graphkb.resolution.wordings import place_words, plain_text, wording_key

Row = dict[str, Any]

SHAPE = 4
"""Grows when the same records would be written differently, so that the next load rewrites what it finds."""

UNDATED = "undated"
"""The edition of a list that prints no date; it counts as older than any dated one."""

PRINTED = ("name", "departments", "responsibilities", "role", "method", "basis")
"""The columns whose text as printed is kept on the row."""

_LEVELS = ("province", "prefecture", "county", "township")


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
    """All that one list writes.

    ``departments`` are the bodies of its rows by id, as their names alone tell them apart; ``places`` are the divisions,
    by id, in which they must be resolved (:mod:`graphkb.ingest.resolve`); ``content_hash`` covers everything.
    """

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
    places: dict[str, Place]
    content_hash: str


def division_id(path: Iterable[str]) -> str:
    """Return the id of the division with this path of names, from the province down."""
    return make_id("div", *path)


def department_id(division: Iterable[str], key: str) -> str:
    """Return the id of the body with this key (:attr:`graphkb.resolution.bodies.Body.key`) within a division."""
    return make_id("dept", *division, key)


def wording_id(key: str) -> str:
    """Return the id of the wording with this key (:func:`graphkb.resolution.wordings.wording_key`)."""
    return make_id("wording", key)


def list_id(place: Place, edition: str) -> str:
    """Return the id of the list of this township in this edition ("" for an undated one)."""
    return make_id("list", *path_of(place), edition or UNDATED)


def list_to_rows(document: DocumentRecord, record: ListRecord, inferred: tuple[str, ...] = ()) -> ListRows:
    """Return the parameter rows of one list. Its place must name a township; the caller has made sure of that.

    ``inferred`` are the levels of the place that are not printed in the document.
    """
    bodies = _Bodies(record.place)
    key = list_id(record.place, record.edition)
    places = place_words(path_of(record.place))
    duties = [_duty_to_rows(key, duty, bodies, places) for duty in record.duties]
    divisions, part_of = _divisions(record.place, bodies.belongings())
    sections = [duty.section.value for duty in record.duties]
    edition = record.edition or UNDATED
    properties: Row = {
        "edition": edition,
        "title": record.title,
        "inferred_place": list(inferred),
        "first_line": record.first_line,
        "last_line": record.last_line,
        "basic": sections.count("basic"),
        "cooperative": sections.count("cooperative"),
        "reclaimed": sections.count("reclaimed"),
        # What the list says of itself, one count at each place of the four lists; a whole section's has the category "".
        "declared_sections": [count.section.value for count in record.declared],
        "declared_categories": [count.category or "" for count in record.declared],
        "declared_counts": [count.declared for count in record.declared],
        "declared_lines": [count.line for count in record.declared],
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
        places=bodies.places(),
        content_hash=content_hash(total),
    )


def _divisions(place: Place, belongings: Iterable[Belonging]) -> tuple[list[Row], list[Row]]:
    """Return the divisions of the place and their PART_OF relations; a level that is not known is skipped over."""
    rows, links = [], []
    codes = codes_of(place)
    above: tuple[str, ...] = ()
    for level in _LEVELS:
        name = getattr(place, level)
        if not name:
            continue
        path = (*above, name)
        properties = {"name": name, "path": "/".join(path), "code": codes.get(level)}
        rows.append({"id": division_id(path), "level": level, "properties": properties})
        if above:
            links.append({"start": division_id(path), "end": division_id(above)})
        above = path
    known = {row["id"] for row in rows}
    assert all(division_id(b.division) in known for b in belongings)
    return rows, links


class _Bodies:
    """The bodies that a list's rows name, each once per division and key of its name."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.rows: dict[str, Row] = {}
        self._belonging: dict[str, Belonging] = {}

    def id_of(self, name: str, named: bool) -> str:
        where = belonging(name, self.place) if named else belonging("", self.place)
        body = parse_name(name, self.place)
        key = department_id(where.division, body.key if named else as_printed(name))
        if key not in self.rows:
            self._belonging[key] = where
            self.rows[key] = {"id": key, "name": name, "named": named}
        return key

    def belongings(self) -> Iterable[Belonging]:
        return self._belonging.values()

    def part_of(self) -> list[Row]:
        return [{"start": key, "end": division_id(where.division)} for key, where in self._belonging.items()]

    def places(self) -> dict[str, Place]:
        """Return the divisions that bodies of the list belong to, by id, each as the place that ends with it."""
        divisions = {where.division for where in self._belonging.values()}
        found = {}
        place = self.place.model_copy(update={"township": None})
        for level in ("county", "prefecture", "province"):
            if path_of(place) in divisions:
                found[division_id(path_of(place))] = place
            place = place.model_copy(update={level: None})
        return found


def _duty_to_rows(list_key: str, duty: DutyRecord, bodies: _Bodies, places: tuple[str, ...]) -> DutyRows:
    section = duty.section.value
    key = make_id("duty", list_key, section, duty.position)
    reading = duty.model_dump(mode="json", exclude={"source", "place"})
    wording = plain_text(duty.name, places)
    wording_node = wording_id(wording_key(wording))
    rows = DutyRows(
        id=key,
        section=section,
        properties={
            "section": section,
            "position": duty.position,
            "number": duty.number,
            "name": duty.name,
            "text": duty.name,
            "wording": wording_node,
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
        matter={"duty": key, "wording": wording_node, "text": wording},
        laws=_laws(key, duty),
    )
    mentions = _mentions(rows, duty, bodies)
    for group in duty.responsibilities:
        bearers = {n: mentions.get(n) or bodies.id_of(n, not is_unnamed(n)) for n in group.departments}
        _clauses(rows, "responsibility", group.items, bearers)
    named = {mention.name: mentions[mention.name] for mention in duty.departments}
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
        link = next((link["properties"] for link in links if link["department"] == department), None)
        if link is None:
            link = _link(len(links) + 1, rows)
            links.append({"duty": rows.id, "department": department, "properties": link})
        link["printed"] = _union(link["printed"], [mention.name])
        link["plates"] = _union(link["plates"], mention.aliases)
        others = [other for other, name in duty.other_names.items() if name == mention.name]
        link["other_names"] = _union(link["other_names"], others)
    return found


def _link(position: int, rows: DutyRows) -> Row:
    properties: Row = {"position": position, "printed": [], "plates": [], "other_names": []}
    return properties if rows.section == "reclaimed" else {"lead": position == 1, **properties}


def _union(texts: Iterable[str], more: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*texts, *more]))


def _clauses(rows: DutyRows, kind: str, items: Iterable[Item], bearers: Mapping[str, str]) -> None:
    """Add clauses that these bodies bear, printed name → department id."""
    printed: dict[str, list[str]] = {}
    for name, department in bearers.items():
        printed.setdefault(department, []).append(name)
    for item in items:
        position = len(rows.responsibilities) + 1
        key = make_id("resp", rows.id, position)
        properties = {"position": position, "kind": kind, **_item(item)}
        rows.responsibilities.append({"duty": rows.id, "id": key, "properties": properties})
        rows.borne_by += [{"clause": key, "department": b, "printed": names} for b, names in printed.items()]


def _item(item: Item) -> Row:
    return {"number": item.number, "text": item.text}


def _laws(duty_id: str, duty: DutyRecord) -> list[Row]:
    """Return one row for each law that the duty names, under whatever forms of its title."""
    rows: dict[str, Row] = {}
    for citation in duty.laws:
        law = read_title(citation.title)
        row = rows.setdefault(
            law.key,
            {
                "duty": duty_id,
                "id": make_id("law", law.key),
                "title": law.title,
                "level": law.level,
                "articles": [],
                "printed": [],
            },
        )
        row["articles"] = _union(row["articles"], citation.articles)
        row["printed"] = _union(row["printed"], [citation.title])
    return list(rows.values())

"""The one list of what may stand in the graph: labels, their keys and properties, relations and who they join.

``tests/graph/test_vocabulary.py`` holds a loaded graph of every store against it, and ``docs/reference/schema.md`` is
generated from it. The model itself, with its reasons, is ``docs/decisions/2026-11-22-published-row-as-hub.md``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class NodeKind:
    """A kind of node. ``labels`` are all labels that it carries, the first being the one its key is unique under."""

    labels: tuple[str, ...]
    properties: tuple[str, ...]
    says: str
    key: str = "id"

    @property
    def name(self) -> str:
        """The most specific label: CooperativeDuty, County, Department."""
        return next((label for label in self.labels[1:] if label != "Item"), self.labels[0])


@dataclass(frozen=True)
class RelationKind:
    """A relation type with the pairs of labels it may join (each end by its most specific label) and its properties."""

    name: str
    joins: tuple[tuple[str, str], ...]
    says: str
    properties: tuple[str, ...] = ()


_DIVISION = ("id", "path", "name", "code")
_SEEN = ("first_seen", "last_seen")
# Item is what the full-text index covers: clauses, and rows by their name, which stands as text once more for that.
_DUTY = (
    "id", "section", "position", "number", "name", "text", "wording", "starred", "status", "current", "content_hash", "doubts",
    "printed_name", "printed_departments", "printed_responsibilities", "printed_role", "printed_method", "printed_basis",
    "first_line", "last_line", "page", *_SEEN,
)  # fmt: skip

NODES: tuple[NodeKind, ...] = (
    NodeKind(
        ("Dataset",),
        ("id", "version", "loaded_at", "publishing"),
        "the loaded graph as a whole; version grows with every load; publishing stands while one is being committed",
    ),
    NodeKind(
        ("LoadLock",),
        ("id", "at", "matters_provisional"),
        "what every load writes first, so that loads wait for each other; whether matters hang on their order until resolve",
    ),
    NodeKind(("Division", "Province"), _DIVISION, "a province, autonomous region or municipality"),
    NodeKind(("Division", "Prefecture"), _DIVISION, "a prefecture-level division"),
    NodeKind(("Division", "County"), _DIVISION, "a county-level division"),
    NodeKind(("Division", "Township"), _DIVISION, "a township-level division"),
    NodeKind(
        ("Document",),
        ("id", "sha256", "name", "title", "size", "format", "encoding", *_SEEN),
        "a file as received",
    ),
    NodeKind(
        ("DutyList",),
        (
            "id",
            "edition",
            "title",
            "inferred_place",
            "current",
            "content_hash",
            "first_line",
            "last_line",
            "basic",
            "cooperative",
            "reclaimed",
            "declared_sections",
            "declared_categories",
            "declared_counts",
            "declared_lines",
            *_SEEN,
        ),
        "one township's list in one edition; current is true for the newest edition alone; declared_…: the counts that it "
        'prints of itself, in parallel lists, category "" for a whole section',
    ),
    NodeKind(("Duty", "BasicDuty", "Item"), _DUTY, "a published row: what the township does itself (基本履职)"),
    NodeKind(
        ("Duty", "CooperativeDuty", "Item"),
        _DUTY,
        "a published row: a department leads, the township assists (配合履职)",
    ),
    NodeKind(("Duty", "ReclaimedDuty", "Item"), _DUTY, "a published row: taken back, or abolished (上级部门收回)"),
    NodeKind(
        ("Department",),
        (
            "id",
            "name",
            "aliases",
            "variants",
            "variant_methods",
            "variant_scores",
            "plates",
            "level",
            "level_method",
            "named",
            "mentions",
            *_SEEN,
        ),
        "a body above the township, within its division; aliases: all its other printed names and second plates",
    ),
    NodeKind(
        ("Responsibility", "Item"),
        ("id", "position", "kind", "number", "text"),
        "a clause that a department bears for a duty; kind: responsibility, safeguard (履职保障) or method (工作方式)",
    ),
    NodeKind(("RoleItem", "Item"), ("id", "position", "number", "text"), "a clause of what the township does"),
    NodeKind(("Category",), ("id", "name"), "a category of duties: 党的建设, 平安法治 …"),
    NodeKind(
        ("Law",),
        ("id", "title", "level"),
        "a cited law or normative document; level: law, regulation, local regulation, rule or document, by its title",
    ),
    NodeKind(("Function",), ("id", "name", "name_en"), "a line of government work; id is its slug"),
    NodeKind(
        ("Wording",),
        ("id", "text", "copy_of", "leads"),
        "a row's name without place names; rows that differ in filler and punctuation only share it (property wording); "
        "copy_of: the wording that it copies but for a few words; leads: its matter is named after it",
    ),
    NodeKind(("Clue",), ("id",), "what wordings are found by that may be alike: a word that tells the work, or a hash"),
    NodeKind(
        ("Matter",), ("id", "title"), "the work that rows of several townships are; title is its shortest wording"
    ),
    NodeKind(("FormerId",), ("id", "at"), "the id that a department or matter had before another took it in"),
)

_ANY_DUTY = ("BasicDuty", "CooperativeDuty", "ReclaimedDuty")

RELATIONS: tuple[RelationKind, ...] = (
    RelationKind(
        "PART_OF",
        (
            ("Township", "County"),
            ("Township", "Prefecture"),
            ("Township", "Province"),
            ("County", "Prefecture"),
            ("County", "Province"),
            ("Prefecture", "Province"),
            ("Department", "County"),
            ("Department", "Prefecture"),
            ("Department", "Province"),
            ("Department", "Township"),
        ),
        "territory: the next division above that is known",
    ),
    RelationKind("READ_FROM", (("DutyList", "Document"),), "where the list was read"),
    RelationKind("LIST_OF", (("DutyList", "Township"),), "whose list it is"),
    RelationKind("LISTED_IN", tuple((d, "DutyList") for d in _ANY_DUTY), "every row is of one list"),
    RelationKind("PERFORMS", (("Township", "BasicDuty"),), "the township's own work"),
    RelationKind("ASSISTS", (("Township", "CooperativeDuty"),), "the township has a cooperative role"),
    RelationKind("RELIEVED_OF", (("Township", "ReclaimedDuty"),), "the township no longer does it"),
    RelationKind(
        "DELEGATES",
        (("Department", "CooperativeDuty"),),
        "the department stands in the row's department column; lead: it stands first",
        ("lead", "position", "printed", "plates", "other_names"),
    ),
    RelationKind(
        "TAKES_BACK",
        (("Department", "ReclaimedDuty"),),
        "the receiving department; position as printed",
        ("position", "printed", "plates", "other_names"),
    ),
    RelationKind("REQUIRES", tuple((d, "Responsibility") for d in _ANY_DUTY[1:]), "the duty's clauses of departments"),
    RelationKind("BORNE_BY", (("Responsibility", "Department"),), "who does the clause", ("printed",)),
    RelationKind("HAS_ROLE_ITEM", tuple((d, "RoleItem") for d in _ANY_DUTY[1:]), "what the township does"),
    RelationKind("IN_CATEGORY", tuple((d, "Category") for d in _ANY_DUTY), "the printed category heading"),
    RelationKind("CITES", tuple((d, "Law") for d in _ANY_DUTY), "the row names the law", ("articles", "printed")),
    RelationKind(
        "INSTANCE_OF",
        tuple((d, "Matter") for d in _ANY_DUTY),
        "inferred: the row is this matter (link: same) or bundles it with others (overlap); method tells how that was found",
        ("link", "score", "method"),
    ),
    RelationKind(
        "MEANS",
        (("Wording", "Matter"),),
        "inferred: the same for all rows of a wording",
        ("link", "score", "method"),
    ),
    RelationKind("FOUND_BY", (("Wording", "Clue"),), "wordings that share a clue are compared"),
    RelationKind("NOW", (("FormerId", "Department"), ("FormerId", "Matter")), "what stands for the former id"),
    RelationKind(
        "WORKS_WITH",
        (("Department", "Township"),),
        "derived: how many rows of the township's current list stand between them",
        ("delegated", "taken_back"),
    ),
    RelationKind(
        "EXERCISES",
        (("Department", "Function"),),
        "inferred: the department does this line of work; method tells how that was found",
        ("method", "score", "evidence"),
    ),
)


TYPES: dict[str, str] = {
    **dict.fromkeys(("starred", "current", "named", "lead", "leads", "matters_provisional"), "boolean"),
    **dict.fromkeys(
        ("version", "position", "size", "first_line", "last_line", "page", "basic", "cooperative", "reclaimed"),
        "integer",
    ),
    **dict.fromkeys(("mentions", "delegated", "taken_back"), "integer"),
    "score": "float",
    "variant_scores": "list<float>",
    **dict.fromkeys(("aliases", "variants", "variant_methods", "plates", "doubts", "inferred_place"), "list<string>"),
    **dict.fromkeys(("declared_sections", "declared_categories"), "list<string>"),
    **dict.fromkeys(("declared_counts", "declared_lines"), "list<integer>"),
    **dict.fromkeys(("printed", "other_names", "articles", "evidence"), "list<string>"),
}
"""The type of every property that is no text, of nodes and of relations; a name has one type wherever it stands."""


def kind_of(labels: Iterable[str]) -> NodeKind:
    """Return the kind of the node that carries these labels. Raises KeyError for a set of labels that no kind has."""
    return _KINDS[frozenset(labels)]


_KINDS = {frozenset(kind.labels): kind for kind in NODES}


def allowed_triples() -> frozenset[tuple[str, str, str]]:
    """Return every (from label, relation, to label) that the graph may hold, each end by its most specific label."""
    return frozenset((start, kind.name, end) for kind in RELATIONS for start, end in kind.joins)

"""After a list is written: which printed names of its divisions mean one body, and everything linked accordingly.

What a name means is told by all rows of its division together, so a new list may join two bodies that stood apart, or
part what was one. The rows keep their printed names, so nothing has to be read again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from graphkb.bodies import path_of
from graphkb.functions import functions, functions_in_name, functions_of_duty
from graphkb.ingest.rows import Row, department_id, division_id
from graphkb.ingest.runner import Runner
from graphkb.records import Place
from graphkb.resolution.bodies import Body, NameUse, resolve_bodies
from graphkb.resolution.decisions import Decisions, FunctionDecision
from graphkb.resolution.names import BodyName, parse

_PLATE_SCORE = 0.9
"""Of a line of work that a body's second plate tells, and not its name."""
_LEAST_DUTIES = 2
_LEAST_SHARE = 0.5
"""What a body must lead of a line's rows, in number and share, to be taken for the one that does it."""
_EVIDENCE = 5
"""Names of rows that are kept as evidence."""


@dataclass(frozen=True)
class Resolved:
    """What resolving changed: departments that lost a name, and townships whose links must be counted anew."""

    left: frozenset[str]
    townships: frozenset[str]


def resolve_divisions(
    run: Runner, places: Mapping[str, Place], at: str, decisions: Decisions, new: Collection[str] = ()
) -> Resolved:
    """Resolve the bodies of these divisions (id → place) and bring all their rows' links up to date.

    ``new`` are departments that the load has just made: where others take them in, nobody knows their ids.
    """
    left: set[str] = set()
    townships: set[str] = set()
    told: dict[str, list[Row]] = {}
    inferred: dict[str, list[Row]] = {}
    for division, place in sorted(places.items()):
        found = run("names_of_division", division=division)
        decided = decisions.of_division("/".join(path_of(place)))
        bodies = resolve_bodies(*_evidence(found, place), decided.bodies)
        moves = list(_moves(found, bodies))
        if moves:
            townships |= _move(run, moves, bodies, division, at)
            left |= {move["from"] for move in moves}
            run("former_departments", rows=list(_former(found, bodies, new)), at=at)
        rows = [{"id": _id(body), "properties": _properties(body)} for body in bodies]
        run.over("describe_departments", "rows", rows)
        told[division] = _decided(bodies, decided.functions)
        inferred[division] = list(_inferred(found, bodies, decided.functions)) if place.county else []
    for division, place in places.items():
        run.over("exercises", "rows", told[division])
        known = {row["function"] for above in _and_above(place) for row in told.get(above, ())}
        run.over("exercises", "rows", [row for row in inferred[division] if row["function"] not in known])
    return Resolved(frozenset(left), frozenset(townships))


def _and_above(place: Place) -> Iterator[str]:
    """Yield the ids of the division and of those above it, whose bodies may do a county's work."""
    path = path_of(place)
    yield from (division_id(path[:length]) for length in range(len(path), 0, -1))


def _move(run: Runner, moves: Sequence[Row], bodies: Iterable[Body], division: str, at: str) -> set[str]:
    """Link rows and clauses to the bodies that their printed names mean; return the townships whose rows were moved."""
    targets = {move["to"] for move in moves}
    rows = [{"id": _id(body), "name": body.name, "named": body.named} for body in bodies if _id(body) in targets]
    run.over("departments", "rows", rows, at=at)
    run("part_of", divisions=[], departments=[{"start": key, "end": division} for key in sorted(targets)])
    moved = [*run.over("move_delegates", "rows", moves), *run.over("move_takes_back", "rows", moves)]
    run.over("move_borne_by", "rows", moves)
    return {row["township"] for row in moved}


def _evidence(found: Sequence[Row], place: Place) -> tuple[list[NameUse], frozenset[frozenset[str]]]:
    """Return how often each name is used, with which plates, and which names stand side by side in one cell."""
    mentions: Counter[str] = Counter()
    plates: defaultdict[str, Counter[str]] = defaultdict(Counter)
    others: defaultdict[str, Counter[str]] = defaultdict(Counter)
    cells: defaultdict[str, set[str]] = defaultdict(set)
    for row in found:
        mentions.update(dict.fromkeys(row["printed"], row["uses"]))
        plates[row["printed"][0]].update(row["plates"])
        others[row["printed"][0]].update(row["others"])
        if row["duty"]:
            cells[row["duty"]].update(row["printed"])
    beside = frozenset(frozenset(pair) for names in cells.values() for pair in combinations(sorted(names), 2))
    uses = [
        NameUse(
            _name(name, place),
            count,
            {_name(plate, place): n for plate, n in plates[name].items()},
            {_name(other, place): n for other, n in others[name].items()},
        )
        for name, count in mentions.items()
    ]
    return uses, beside


def _name(printed: str, place: Place) -> BodyName:
    """Return the name as one of this division, which its list's place has told."""
    return replace(parse(printed, place), division=path_of(place))


def _moves(found: Iterable[Row], bodies: Iterable[Body]) -> Iterator[Row]:
    """Yield {printed, from, to} for each name that is linked to another department than the one that it means."""
    meant = {variant.name: _id(body) for body in bodies for variant in body.variants}
    linked = {(name, row["department"]) for row in found for name in row["printed"]}
    for name, department in sorted(linked):
        if meant[name] != department:
            yield {"printed": name, "from": department, "to": meant[name]}


def _former(found: Iterable[Row], bodies: Sequence[Body], new: Collection[str]) -> Iterator[Row]:
    """Yield {id, now} for each department whose name another body bears from now on."""
    meant = {variant.name: _id(body) for body in bodies for variant in body.variants}
    alive = {*meant.values(), *new}
    called = {row["department"]: row["name"] for row in found}
    for key, name in sorted(called.items()):
        if key not in alive and name in meant:
            yield {"id": key, "now": meant[name]}


def _id(body: Body) -> str:
    return department_id(body.division, body.key)


def _properties(body: Body) -> Row:
    others = [variant for variant in body.variants if variant.name != body.name]
    return {
        "name": body.name,
        "aliases": sorted({*(variant.name for variant in others), *body.plates} - {body.name}),
        "variants": [variant.name for variant in others],
        "variant_methods": [variant.method for variant in others],
        "variant_scores": [variant.score for variant in others],
        "plates": list(body.plates),
        "level": body.level,
        "level_method": body.level_method,
        "named": body.named,
        "mentions": body.mentions,
    }


def _decided(bodies: Sequence[Body], decisions: Sequence[FunctionDecision]) -> list[Row]:
    """Return the lines of work that names and people tell; a person's word wins."""
    rows = {(row["department"], row["function"]): row for body in bodies for row in _told(body)}
    by_name = {variant.name: body for body in bodies for variant in body.variants}
    for decision in decisions:
        if body := by_name.get(decision.names[0]):
            key = _id(body), decision.function
            rows.pop(key, None)
            if decision.decision == "function":
                rows[key] = _exercise(body, decision.function, "decision", 1.0)
    return list(rows.values())


def _told(body: Body) -> Iterator[Row]:
    """Yield the lines of work that the body's names tell, and those that its second plates tell."""
    if not body.named:
        return
    names = [variant.name for variant in body.variants if variant.method != "second plate"]
    told = {slug for name in names for slug in functions_in_name(name)}
    plated = {slug for name in body.plates for slug in functions_in_name(name)} - told
    if body.key.startswith("company:"):
        told, plated = ({slug for slug in slugs if functions()[slug].companies} for slugs in (told, plated))
    yield from (_exercise(body, slug, "name", 1.0) for slug in sorted(told))
    yield from (_exercise(body, slug, "second plate", _PLATE_SCORE) for slug in sorted(plated))


def _inferred(found: Iterable[Row], bodies: Iterable[Body], decisions: Iterable[FunctionDecision]) -> Iterator[Row]:
    """Yield who does each line of work, told by the rows: the body that leads most of those about it.

    The score is its share of these rows; the names of some stand on the relation as evidence. A body of which a person
    said that it does not do the work is passed over.
    """
    refused = {(name, one.function) for one in decisions for name in one.names if one.decision == "not function"}
    by_name = {variant.name: body for body in bodies if body.named for variant in body.variants}
    led: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in found:
        name = row["printed"][0]
        if row["leads"] and name in by_name:
            for slug in functions_of_duty(row["leads"]):
                if not any((variant.name, slug) in refused for variant in by_name[name].variants):
                    led[slug][name].append(row["leads"])
    for slug in sorted(led):
        shares: defaultdict[str, list[str]] = defaultdict(list)
        for name, duties in led[slug].items():
            shares[_id(by_name[name])] += duties
        total = sum(map(len, shares.values()))
        department, duties = max(sorted(shares.items()), key=lambda share: len(share[1]))
        if len(duties) >= _LEAST_DUTIES and len(duties) / total >= _LEAST_SHARE:
            body = next(body for body in by_name.values() if _id(body) == department)
            evidence = sorted(set(duties))[:_EVIDENCE]
            yield _exercise(body, slug, "duties", round(len(duties) / total, 2), evidence)


def _exercise(body: Body, slug: str, method: str, score: float, evidence: Sequence[str] = ()) -> Row:
    function = functions()[slug]
    return {
        "department": _id(body),
        "function": slug,
        "name": function.name,
        "name_en": function.name_en,
        "properties": {"method": method, "score": score, "evidence": list(evidence)},
    }

"""``graphkb bodies``, ``matters``, ``decide``, ``resolve`` and ``evaluate``: who is who and what is the same work."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graphkb.catalogue import BODIES, MATTERS
from graphkb.catalogue.rows import BodiesParams, BodyRow, MatterRow, MattersParams
from graphkb.cli.render import print_table, say
from graphkb.ingest import resolve_again
from graphkb.resolution.decisions import Decisions, add_decision, read_decisions, to_decision
from graphkb.resolution.matter_pairs import Measure, measure, read_pairs
from graphkb.settings import Settings
from graphkb.stores import Store, open_store

_PAGE = 1_000


def bodies(
    county: Annotated[str | None, typer.Option(help="Only bodies of this county, or that its lists name.")] = None,
    unnamed: Annotated[
        bool, typer.Option("--unnamed", help="Only bodies without a name of their own (其他相关单位).")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a body and line.")] = False,
) -> None:
    """Print all bodies with every name they are printed under, and the lines of work they do."""
    with open_store(Settings()) as store:
        found = (body for body in all_bodies(store, county) if not (unnamed and body.named))
        if as_json:
            for body in found:
                print(_to_json(body))
            return
        rows = sorted(found, key=lambda body: (body.county or "", -body.mentions, body.name))
    print_table("机构名录 · bodies", _COLUMNS, map(_cells, rows))


def matters(
    county: Annotated[str | None, typer.Option(help="Only matters that lists of this county have.")] = None,
    township: Annotated[
        str | None, typer.Option(help="Only matters that lists of townships of this name have.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a matter and line.")] = False,
) -> None:
    """Print what is the same work in several rows, each matter with all its rows; overlap: the row bundles it with more."""
    with open_store(Settings()) as store:
        found = all_matters(store, county, township)
        if as_json:
            for matter in found:
                print(matter.model_dump_json())
            return
        rows = sorted(found, key=lambda matter: (-len(matter.rows), matter.title))
    print_table("同类事项 · matters", _MATTER_COLUMNS, map(_matter_cells, rows))


def evaluate(
    pairs: Annotated[Path, typer.Argument(help="Labelled pairs (TOML).")] = Path("tests/resolution/pairs.toml"),
    held_out: Annotated[bool, typer.Option("--held-out", help="Only the third that nothing is tuned on.")] = False,
) -> None:
    """Print precision, recall and F1 of the matters that rows of labelled pairs come to, without a store."""
    judged = [pair for pair in read_pairs(pairs) if pair.held_out or not held_out]
    rows = [
        (reach, kind, *_measure_cells(measure([pair for pair in judged if pair.reach == reach], kind)))
        for reach in ("within", "between")
        for kind in ("same", "overlap")
    ]
    print_table(f"{pairs.name}: {len(judged)} pairs", _MEASURE_COLUMNS, rows)
    for pair in judged:
        if pair.found != pair.label:
            say(f"{pair.reach}: {pair.label}, found {pair.found}: {pair.one} | {pair.other}")


class Word(StrEnum):
    """What a person can say."""

    SAME_BODY = "same-body"
    NOT_SAME_BODY = "not-same-body"
    FUNCTION = "function"
    NOT_FUNCTION = "not-function"
    SAME_MATTER = "same-matter"
    DIFFERENT_MATTER = "different-matter"


def decide(
    word: Annotated[Word, typer.Argument(help="What is decided.")],
    names: Annotated[
        list[str],
        typer.Argument(help="Printed names: of bodies (of one for (not-)function), or of duties for matters."),
    ],
    who: Annotated[str, typer.Option(help="Who decides.")],
    why: Annotated[str, typer.Option(help="The reason, or the document that says so.")],
    division: Annotated[
        str | None, typer.Option(help="The division whose bodies they are, as a path: 云岭省/南屏市/青禾县.")
    ] = None,
    function: Annotated[str | None, typer.Option(help="Slug of the line of work, for (not-)function.")] = None,
) -> None:
    """Keep a person's decision about bodies or matters in a file, and apply all decisions to the store at once."""
    folder = Path(Settings().decisions)
    entry = {
        "decision": word.value.replace("-", " "),
        "names": names,
        "who": who,
        "when": datetime.now().astimezone().date(),
        "why": why,
        **({"division": division} if division else {}),
        **({"function": function} if function else {}),
    }
    read_decisions(folder)  # a fault in the files is told before anything is added
    file = add_decision(folder, to_decision(entry, "decide"))
    say(f"Kept in {file}.")
    _apply(read_decisions(folder))


def resolve() -> None:
    """Apply the decision files to the store; no list is read again."""
    _apply(read_decisions(Path(Settings().decisions)))


def _apply(decisions: Decisions) -> None:
    with open_store(Settings()) as store:
        divisions = resolve_again(store, decisions)
    say(f"{decisions.count} decisions applied; bodies of {divisions} divisions resolved, matters grouped anew.")


def all_bodies(store: Store, county: str | None) -> Iterator[BodyRow]:
    """Yield all bodies, or those of a county, page by page."""
    return BODIES.every(store, BodiesParams(county=county, limit=_PAGE))


def all_matters(store: Store, county: str | None, township: str | None) -> Iterator[MatterRow]:
    """Yield all matters, or those of a county or township, page by page."""
    return MATTERS.every(store, MattersParams(county=county, township=township, limit=_PAGE))


_MATTER_COLUMNS = ("title", "rows", "townships")


def _matter_cells(matter: MatterRow) -> tuple[object, ...]:
    places = [
        f"{row.county or ''}{row.township} {row.section} {row.number} {row.link} {row.score:.2f}" for row in matter.rows
    ]
    return matter.title, len(matter.rows), places


_MEASURE_COLUMNS = ("reach", "kind", "precision", "recall", "F1", "hits", "false", "missed")


def _measure_cells(found: Measure) -> tuple[object, ...]:
    shares = (f"{share:.3f}" for share in (found.precision, found.recall, found.f1))
    return *shares, found.hits, found.false, found.missed


def _to_json(body: BodyRow) -> str:
    """Return the body as others build on it: ``variants`` are names alone, how they were found stands in ``evidence``."""
    plain = body.model_dump(mode="json")
    evidence = plain.pop("variants")
    return json.dumps(
        {**plain, "variants": [one["name"] for one in evidence], "evidence": evidence}, ensure_ascii=False
    )


_COLUMNS = ("county", "name", "variants", "plates", "level", "functions", "mentions")


def _cells(body: BodyRow) -> tuple[object, ...]:
    variants = [f"{variant.name} ({variant.method} {variant.score:.2f})" for variant in body.variants]
    functions = [f"{function.slug} ({function.method} {function.score:.2f})" for function in body.functions]
    return body.county, body.name, variants, body.plates, body.level, functions, body.mentions

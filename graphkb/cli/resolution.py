"""``graphkb bodies``: who is who in the loaded lists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from graphkb.catalogue import BODIES
from graphkb.catalogue.rows import BodiesParams, BodyRow
from graphkb.cli.render import print_table
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
        found = (body for body in _bodies(store, county) if not (unnamed and body.named))
        if as_json:
            for body in found:
                print(_to_json(body))
            return
        rows = sorted(found, key=lambda body: (body.county or "", -body.mentions, body.name))
    print_table("机构名录 · bodies", _COLUMNS, map(_cells, rows))


def _bodies(store: Store, county: str | None) -> Iterator[BodyRow]:
    """Yield all bodies, page by page."""
    after = ""
    while True:
        answer = BODIES.run(store, BodiesParams(county=county, after=after, limit=_PAGE))
        yield from answer.rows
        if not answer.truncated:
            return
        after = answer.rows[-1].id


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

"""``graphkb review``: what a person should decide about bodies, the most doubtful first."""

from __future__ import annotations

from typing import Annotated

import typer

from graphkb.catalogue.rows import BodyRow
from graphkb.cli import options
from graphkb.cli.render import print_json, print_table, say
from graphkb.cli.resolution import all_bodies
from graphkb.resolution.review import NamedBody, doubtful_pairs
from graphkb.settings import Settings
from graphkb.stores import open_store


def review(
    county: Annotated[str | None, typer.Option(help="Only bodies of this county, or that its lists name.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most pairs to print.")] = 50,
    as_json: options.Json = False,
) -> None:
    """Print pairs of names that a decision would settle (graphkb decide): joined on weak evidence, or nearly alike."""
    with open_store(Settings()) as store:
        pairs = doubtful_pairs(_named(body) for body in all_bodies(store, county) if body.named)
    if as_json:
        print_json(pairs[:limit])
        return
    rows = (
        (*pair.names, pair.now, pair.why, f"{pair.score:.2f}", pair.mentions, pair.division) for pair in pairs[:limit]
    )
    print_table("待定机构 · pairs to decide", ("name", "name", "now", "why", "score", "mentions", "division"), rows)
    say(
        f"{min(limit, len(pairs))} of {len(pairs)} pairs; decide: graphkb decide same-body|not-same-body NAME NAME --division …"
    )


def _named(body: BodyRow) -> NamedBody:
    return NamedBody(
        division=body.division,
        name=body.name,
        variants=tuple((variant.name, variant.method, variant.score) for variant in body.variants),
        mentions=body.mentions,
    )

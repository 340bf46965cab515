"""``graphkb review``: what a person should decide about bodies or matters, the most doubtful first."""

from __future__ import annotations

from typing import Annotated

import typer

from graphkb.catalogue.rows import BodyRow
from graphkb.cli import options
from graphkb.cli.render import print_json, print_table, say
from graphkb.cli.resolution import all_bodies, all_matters
from graphkb.records import Record
from graphkb.resolution.review import NamedBody, doubtful_pairs
from graphkb.settings import Settings
from graphkb.stores import open_store


def review(
    county: Annotated[str | None, typer.Option(help="Only bodies of this county, or that its lists name.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most pairs to print.")] = 50,
    of_matters: Annotated[
        bool, typer.Option("--matters", help="Wordings of duties instead of names of bodies.")
    ] = False,
    as_json: options.Json = False,
) -> None:
    """Print pairs of names that a decision would settle (graphkb decide): joined on weak evidence, or nearly alike."""
    if of_matters:
        _review_matters(county, limit, as_json)
        return
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


def _review_matters(county: str | None, limit: int, as_json: bool) -> None:
    """Print the wordings that were linked to a matter with the lowest scores."""
    links: dict[tuple[str, str], DoubtfulLink] = {}
    with open_store(Settings()) as store:
        for matter in all_matters(store, county, None):
            for row in matter.rows:
                if row.score < 1.0 and row.name != matter.title:
                    found = DoubtfulLink(title=matter.title, name=row.name, link=row.link, score=row.score)
                    links.setdefault((matter.title, row.name), found)
    doubtful = sorted(links.values(), key=lambda one: (one.score, one.title, one.name))[:limit]
    if as_json:
        print_json(doubtful)
        return
    rows = ((one.title, one.name, one.link, f"{one.score:.2f}") for one in doubtful)
    print_table("待定事项 · wordings to decide", ("matter", "name", "link", "score"), rows)
    say(
        f"{len(doubtful)} of {len(links)}; decide: graphkb decide same-matter|different-matter NAME NAME --who … --why …"
    )


class DoubtfulLink(Record):
    """A wording that was linked to a matter because it is alike and not because it is the same."""

    title: str
    name: str
    link: str
    score: float


def _named(body: BodyRow) -> NamedBody:
    return NamedBody(
        division=body.division,
        name=body.name,
        variants=tuple((variant.name, variant.method, variant.score) for variant in body.variants),
        mentions=body.mentions,
    )

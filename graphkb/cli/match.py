"""``graphkb match``: is this task on the list, and who should act."""

from __future__ import annotations

from typing import Annotated

import typer

from graphkb.cli import options
from graphkb.cli.render import print_json, print_table, say
from graphkb.search.match import Matcher, MatchParams
from graphkb.settings import Settings
from graphkb.stores import open_store

_COLUMNS = ("township", "section", "number", "name", "departments", "score", "who", "why")


def match(
    text: Annotated[str, typer.Argument(help="A sentence as residents or offices write it.")],
    township: Annotated[
        str | None, typer.Option(help="The township: 石桥镇, 青禾县石桥镇, a unique beginning, or its id.")
    ] = None,
    county: Annotated[str | None, typer.Option(help="Its county; alone: all townships of the county.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Most rows to print.")] = 10,
    as_json: options.Json = False,
) -> None:
    """Find the duties that a sentence is about, and who should act; or say that it is on no list (清单外)."""
    asked = MatchParams.parse({"text": text, "township": township, "county": county, "limit": limit}, "match")
    with open_store(Settings()) as store:
        answer = Matcher(store).match(asked)
    if as_json:
        print_json(answer)
        return
    title = "清单内 · on the list" if answer.on_list else "清单外 · on no list; the nearest rows"
    print_table(title, _COLUMNS, ([getattr(hit, column) for column in _COLUMNS] for hit in answer.hits))
    say(answer.says)

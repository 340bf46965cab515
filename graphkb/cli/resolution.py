"""``graphkb bodies``, ``decide``, ``resolve`` and ``changes``: who is who, a person's word about it, and what changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graphkb.catalogue import BODIES, changes_of
from graphkb.catalogue.rows import BodiesParams, BodyRow
from graphkb.check.words import SECTIONS
from graphkb.cli import options
from graphkb.cli.render import print_json, print_table, say
from graphkb.ingest import resolve_again
from graphkb.resolution.changes import Change
from graphkb.resolution.decisions import Decisions, add_decision, read_decisions, to_decision
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


_KINDS = {
    "added": "新增", "dropped": "删去", "reworded": "改写", "moved": "移至另一部分", "departments": "部门变化",
    "clauses": "职责内容变化",
}  # fmt: skip


def changes(
    township: Annotated[str, typer.Argument(help="Name or id of the township.")],
    county: Annotated[str | None, typer.Option(help="Its county, where several townships bear the name.")] = None,
    old: Annotated[str | None, typer.Option("--from", help="Edition to compare with; default: the one before.")] = None,
    new: Annotated[str | None, typer.Option("--to", help="Edition that is compared; default: the newest.")] = None,
    as_json: options.Json = False,
) -> None:
    """Print what changed between two editions of a township's list."""
    with open_store(Settings()) as store:
        found = changes_of(store, township, county=county, old=old, new=new)
    if as_json:
        print_json(found)
        return
    rows = (
        (
            [_KINDS[kind] for kind in change.kinds],
            SECTIONS[change.old.section] if change.old else "",
            change.old.number if change.old else "",
            SECTIONS[change.new.section] if change.new else "",
            change.new.number if change.new else "",
            _marked_name(change),
        )
        for change in found.changes
    )
    columns = ("变化", f"{found.old} 部分", "编号", f"{found.new} 部分", "编号", "事项（［-删-］［+增+］）")
    print_table(f"{found.county or ''}{found.township} {found.old} → {found.new}", columns, rows)


def _marked_name(change: Change) -> str:
    """Return the name, with the words that went and came in marks."""
    marks = {"both": "{}", "old": "［-{}-］", "new": "［+{}+］"}
    duty = change.new or change.old
    return "".join(marks[words.only].format(words.text) for words in change.words) or (duty.name if duty else "")


class Word(StrEnum):
    """What a person can say."""

    SAME_BODY = "same-body"
    NOT_SAME_BODY = "not-same-body"
    FUNCTION = "function"
    NOT_FUNCTION = "not-function"


def decide(
    word: Annotated[Word, typer.Argument(help="What is decided.")],
    names: Annotated[list[str], typer.Argument(help="Printed names of bodies; of one body for (not-)function.")],
    division: Annotated[str, typer.Option(help="The division whose bodies they are, as a path: 云岭省/南屏市/青禾县.")],
    who: Annotated[str, typer.Option(help="Who decides.")],
    why: Annotated[str, typer.Option(help="The reason, or the document that says so.")],
    function: Annotated[str | None, typer.Option(help="Slug of the line of work, for (not-)function.")] = None,
) -> None:
    """Keep a person's decision about bodies in a file, and apply all decisions to the store at once."""
    folder = Path(Settings().decisions)
    entry = {
        "decision": word.value.replace("-", " "),
        "division": division,
        "names": names,
        "who": who,
        "when": datetime.now().astimezone().date(),
        "why": why,
        **({"function": function} if function else {}),
    }
    decisions = read_decisions(folder)
    decision = to_decision(entry, "decide")
    file = add_decision(folder, decision)
    say(f"Kept in {file}.")
    _apply(decisions.adding(decision))


def resolve() -> None:
    """Apply the decision files to the store; no list is read again."""
    _apply(read_decisions(Path(Settings().decisions)))


def _apply(decisions: Decisions) -> None:
    with open_store(Settings()) as store:
        divisions = resolve_again(store, decisions)
    say(f"{len(decisions.bodies) + len(decisions.functions)} decisions applied to the bodies of {divisions} divisions.")


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

"""``graphkb changes``: what changed between two editions of a township's list."""

from __future__ import annotations

from typing import Annotated

import typer

from graphkb.catalogue import changes_of
from graphkb.cli import options
from graphkb.cli.render import print_json, print_table
from graphkb.records import SECTION_NAMES, Section
from graphkb.resolution.changes import Change, Kind
from graphkb.settings import Settings
from graphkb.stores import open_store

_KINDS = {
    "added": "新增", "dropped": "删去", "reworded": "改写", "renamed": "名称改动较大", "moved": "移至另一部分",
    "departments": "部门变化", "clauses": "职责内容变化",
}  # fmt: skip
_TAKEN_BACK = {"added": "新列为收回", "dropped": "不再列为收回"}
"""Of a row of what was taken back: where it comes or goes, no burden does."""


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
            [_word(kind, change) for kind in change.kinds],
            SECTION_NAMES[change.old.section] if change.old else "",
            change.old.number if change.old else "",
            SECTION_NAMES[change.new.section] if change.new else "",
            change.new.number if change.new else "",
            _marked_name(change),
        )
        for change in found.changes
    )
    columns = ("变化", f"{found.old} 部分", "编号", f"{found.new} 部分", "编号", "事项（［-删-］［+增+］）")
    print_table(f"{found.county or ''}{found.township} {found.old} → {found.new}", columns, rows)


def _word(kind: Kind, change: Change) -> str:
    """Return the word of a change."""
    duty = change.new or change.old
    taken_back = duty is not None and duty.section is Section.RECLAIMED
    return _TAKEN_BACK[kind] if taken_back and kind in _TAKEN_BACK else _KINDS[kind]


def _marked_name(change: Change) -> str:
    """Return the name, with the words that went and came in marks."""
    marks = {"both": "{}", "old": "［-{}-］", "new": "［+{}+］"}
    duty = change.new or change.old
    return "".join(marks[words.only].format(words.text) for words in change.words) or (duty.name if duty else "")

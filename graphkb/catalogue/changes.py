"""What changed between two editions of a township's list: two questions and a comparison."""

from __future__ import annotations

from graphkb.catalogue.lookups import EDITION_DUTIES
from graphkb.catalogue.query import MOST_ROWS
from graphkb.catalogue.questions import TOWNSHIP_EDITIONS
from graphkb.catalogue.rows import EditionDutiesParams, EditionDutyRow, EditionRow, TownshipEditionsParams
from graphkb.errors import NotFound, UsageError
from graphkb.ids import content_hash
from graphkb.records import Record
from graphkb.resolution.changes import Change, ListedDuty, compare
from graphkb.stores import Store


class EditionChanges(Record):
    """The changes from the edition ``old`` to the edition ``new`` of one township's list."""

    county: str | None
    township: str
    old: str
    new: str
    changes: tuple[Change, ...]


def changes_of(
    store: Store, township: str, *, county: str | None = None, old: str | None = None, new: str | None = None
) -> EditionChanges:
    """Return what changed in the list of the township (name or id).

    ``old`` and ``new`` are editions as loaded (2025-08); without them the newest is compared with the one before.
    Raises NotFound where an edition, or a second one, is not loaded, and UsageError where the name is of several townships.
    """
    params = TownshipEditionsParams(township=township, county=county, limit=MOST_ROWS)
    editions = list(TOWNSHIP_EDITIONS.every(store, params))
    if not editions:
        raise NotFound(f"no list of {township} is loaded; graphkb query list_catalogue shows what is")
    if len({edition.township_id for edition in editions}) > 1:
        counties = ", ".join(sorted({edition.county or "?" for edition in editions}))
        raise UsageError(f"{township} is the name of several townships ({counties}); say which by --county")
    newer = _edition(editions, new) if new else editions[0]
    others = [edition for edition in editions if edition.list_id != newer.list_id]
    if not others:
        raise NotFound(
            f"only the edition {newer.edition} of {newer.township} is loaded; load another to compare it with"
        )
    older = _edition(others, old) if old else others[0]
    return EditionChanges(
        county=newer.county,
        township=newer.township,
        old=older.edition,
        new=newer.edition,
        changes=compare(_duties(store, older.list_id), _duties(store, newer.list_id)),
    )


def _edition(editions: list[EditionRow], wanted: str) -> EditionRow:
    for edition in editions:
        if edition.edition == wanted:
            return edition
    known = ", ".join(edition.edition for edition in editions)
    raise NotFound(f"the edition {wanted} of {editions[0].township} is not loaded; there are {known}")


def _duties(store: Store, list_id: str) -> list[ListedDuty]:
    params = EditionDutiesParams(list=list_id, limit=MOST_ROWS)
    return [_listed(row) for row in EDITION_DUTIES.every(store, params)]


def _listed(row: EditionDutyRow) -> ListedDuty:
    return ListedDuty(
        id=row.id,
        section=row.section,
        category=row.category,
        number=row.number,
        name=row.name,
        departments=tuple(row.departments),
        printed=tuple(row.printed),
        clauses=tuple(row.clauses),
        matters=tuple(row.matters),
        first_line=row.first_line,
        last_line=row.last_line,
        page=row.page,
        content=content_hash([row.name, row.clauses, row.status]),
    )

"""What an export covers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pydantic import BaseModel, ConfigDict

from graphkb.catalogue import EXPORTED_LISTS, dataset_of
from graphkb.catalogue.query import Text
from graphkb.catalogue.rows import DatasetRow, ExportedListRow, ExportedListsParams
from graphkb.errors import NotFound, StoreFailure
from graphkb.records import Section
from graphkb.stores import Store

PAGE = 1_000
"""Rows that are asked for at a time; they bound the memory that an export takes."""

Progress = Callable[[int, int], None]
"""Told after each list: how many are done, and how many there are."""


class Scope(BaseModel):
    """Which lists, and which rows of them; None does not narrow."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    division: Text | None = None
    county: Text | None = None
    section: Section | None = None
    current: bool = True
    """Only the newest edition of each township's list."""

    def lists(self, store: Store, progress: Progress) -> Iterator[ExportedListRow]:
        """Yield the lists, by place. Raises NotFound where a place is given that has none."""
        params = ExportedListsParams(division=self.division, county=self.county, current=self.current, limit=PAGE)
        total = EXPORTED_LISTS.total(store, params) or 0
        if total == 0 and (self.division or self.county):
            place = " and ".join(part for part in (self.division, self.county) if part)
            raise NotFound(f"no list of {place} is loaded; graphkb query list_catalogue shows what is")
        for number, listed in enumerate(EXPORTED_LISTS.every(store, params), start=1):
            yield listed
            progress(number, total)


def refuse_change(store: Store, before: DatasetRow) -> None:
    """Raise StoreFailure where something was loaded since ``before``: the pages would be of two states of the graph."""
    if dataset_of(store).version != before.version:
        raise StoreFailure(f"The store {store.address} was loaded while it was exported; export again.")

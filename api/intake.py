"""What the API needs of whoever reads and loads documents; the command line hands it in (``graphkb.cli.intake``).

Routes know the catalogue, no document format, and no way to write.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

from pydantic import BaseModel, Field

from graphkb.records import Place, Reading
from graphkb.stores import Store


class ListReport(BaseModel):
    """What loading one list does to the store, or has done; the counts are of duties."""

    list_id: str = Field(description="the list's id; the same township and edition have the same")
    place: Place
    edition: str = Field(description="as printed, or as given; undated where neither is")
    document: str = Field(description="file name")
    status: Literal["loaded", "unchanged"] = Field(description="unchanged: the store has exactly this list already")
    inferred: tuple[str, ...] = Field(description="levels of the place that are not printed, but told by other signs")
    unknown: tuple[str, ...] = Field(description="levels of the place that the table of divisions does not know")
    added: int
    updated: int
    unchanged: int
    retired: int


Progress = Callable[[int, int], None]
"""Called with lists and duties that are loaded so far."""


class Intake(Protocol):
    """Reads documents, tells what loading them would do, and loads them. All may raise a GraphkbError."""

    def read(self, name: str, data: bytes, completing: Place, edition: str | None) -> Reading:
        """Return what a document says, read within the settings' limits. Raises UnreadableInput, UsageError."""

    def plan(self, store: Store, reading: Reading) -> list[ListReport]:
        """Return what :meth:`load` would do. Raises IncompletePlace where a list does not tell its township."""

    def load(self, store: Store, reading: Reading, progress: Progress) -> list[ListReport]:
        """Load the lists of a document, and return what that did."""

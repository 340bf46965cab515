"""From a row as laid out to a record: what the text of each column says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graphkb.records import DutyRecord, Item, Place, Section, Source
from loaders.cells.bodies import NameReader
from loaders.cells.clauses import items
from loaders.cells.departments import Departments, read_departments
from loaders.cells.laws import read_laws
from loaders.cells.markup import Block, cell_blocks
from loaders.cells.matching import Column
from loaders.cells.reclaimed import read_reclaimed
from loaders.cells.responsibilities import read_responsibilities
from loaders.cells.text import tidy
from loaders.raw import Piece, RawRow

_STAR = re.compile(r"[★☆]")


@dataclass(frozen=True)
class Interpretation:
    """A record, and the printed words of its cells that no field repeats: labels, headings, links between names."""

    record: DutyRecord
    dropped: tuple[str, ...]


def interpret(row: RawRow, *, position: int, place: Place, document: str) -> DutyRecord:
    """What the row says, as a record; ``position`` counts the rows of its section from 1.

    Every Han character of the row's cells is in some field of the record, except the furniture listed in
    :mod:`loaders.cells.vocabulary` and the headings whose bodies stand in ``departments``. What could be read in two
    ways is read in the likelier one and named in ``doubts``. Raises nothing: any text is read somehow.
    """
    return interpret_fully(row, position=position, place=place, document=document).record


def interpret_fully(row: RawRow, *, position: int, place: Place, document: str) -> Interpretation:
    """As :func:`interpret`, with the printed words that the record does not repeat."""
    reading = _Row(row, position, place, document)
    return Interpretation(reading.record(), tuple(reading.dropped))


@dataclass
class _Row:
    row: RawRow
    position: int
    place: Place
    document: str
    dropped: list[str] = field(default_factory=list)

    def record(self) -> DutyRecord:
        row = self.row
        printed_name = " ".join(block.text for block in self._blocks(self._pieces("name")))
        common = DutyRecord(
            place=self.place,
            section=row.section,
            number=row.number,
            position=self.position,
            category=tidy(row.category),
            name=tidy(_STAR.sub("", printed_name)),
            starred=bool(_STAR.search(printed_name)),
            laws=read_laws(" ".join(b.text for b in self._blocks(pieces)) for pieces in row.cells.values()),
            source=Source(document=self.document, first_line=row.first_line, last_line=row.last_line),
            printed={column: "\n".join(piece.text for piece in pieces) for column, pieces in row.cells.items()},
            doubts=row.doubts,
        )
        if row.section is Section.COOPERATIVE:
            return self._cooperative(common)
        if row.section is Section.RECLAIMED:
            return self._reclaimed(common)
        return common

    def _pieces(self, column: str) -> tuple[Piece, ...]:
        return next((pieces for key, pieces in self.row.cells.items() if key == column), ())

    def _blocks(self, pieces: Sequence[Piece]) -> tuple[Block, ...]:
        return cell_blocks(pieces, wrapped=self.row.wrapped)

    def _items(self, blocks: Sequence[Block]) -> tuple[Item, ...]:
        return items(blocks, wrapped=self.row.wrapped)

    def _cooperative(self, record: DutyRecord) -> DutyRecord:
        wrapped = self.row.wrapped
        names = NameReader(self.place)
        departments = read_departments(self._pieces("departments"), names, wrapped=wrapped)
        duties = read_responsibilities(
            self._blocks(self._with_slipped_heading(departments)), Column(departments.mentions, names), names, wrapped=wrapped
        )
        kept = self._items([Block(departments.safeguards)]) if departments.safeguards else ()
        self.dropped += [*departments.dropped, *duties.dropped]
        return record.model_copy(
            update={
                "departments": departments.mentions,
                "responsibilities": duties.groups,
                "safeguards": (*kept, *duties.safeguards),
                "role": self._items(self._blocks(self._pieces("role"))),
                "doubts": (*record.doubts, *departments.doubts, *duties.doubts),
            }
        )

    def _with_slipped_heading(self, departments: Departments) -> tuple[Piece, ...]:
        """The responsibilities with a heading that slipped into the department column put back where the page ended."""
        pieces = list(self._pieces("responsibilities"))
        if departments.slipped and pieces:
            at = next((index for index, piece in enumerate(pieces) if piece.page_break), 0)
            pieces[at] = replace(pieces[at], text=f"{departments.slipped}：\n{pieces[at].text}")
        return tuple(pieces)

    def _reclaimed(self, record: DutyRecord) -> DutyRecord:
        blocks = self._blocks(self._pieces("method"))
        reclaimed = read_reclaimed(blocks, NameReader(self.place), self.place, wrapped=self.row.wrapped)
        self.dropped += reclaimed.dropped
        return record.model_copy(
            update={
                "departments": reclaimed.departments,
                "method": reclaimed.method,
                "role": reclaimed.role,
                "status": reclaimed.status,
                "doubts": (*record.doubts, *reclaimed.doubts),
            }
        )

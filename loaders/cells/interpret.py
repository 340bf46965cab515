"""From a row as laid out to a record: what the text of each column says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphkb.bodies import is_unnamed
from graphkb.records import DepartmentMention, DutyRecord, Item, Place, Section, Source
from loaders.cells.bodies import NameReader
from loaders.cells.clauses import items
from loaders.cells.departments import Departments, read_departments
from loaders.cells.laws import read_laws
from loaders.cells.markup import Block, cell_blocks
from loaders.cells.matching import Column
from loaders.cells.reclaimed import NOTHING_RECLAIMED, Reclaimed, read_reclaimed
from loaders.cells.responsibilities import NO_DUTIES, Responsibilities, read_responsibilities
from loaders.cells.text import tidy
from loaders.raw import Piece, RawRow

_STAR = re.compile(r"[（(]\s*[★☆]\s*[）)]|[★☆]|^\s*[▲△※*＊●◆■]+|[▲△※*＊●◆■]+\s*$")
"""Marks that tell a row from others: stars anywhere, other signs before the name or behind it."""
_MOST_LINES = 60
"""Lines, each with a body and its clauses, that a row may be parted into; a list names some 60 bodies in all."""
_COLON = re.compile("[：:]")


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


class _Row:
    def __init__(self, row: RawRow, position: int, place: Place, document: str) -> None:
        self.row = row
        self.position = position
        self.place = place
        self.document = document
        self.names = NameReader.of(place)
        self.blocks = {column: self._read(pieces) for column, pieces in row.cells.items()}
        self.departments: list[DepartmentMention] = []
        self.doubts = list(row.doubts)
        self.dropped: list[str] = []

    def record(self) -> DutyRecord:
        row = self.row
        printed_name = " ".join(block.text for block in self.blocks.get("name", ()))
        duties = self._read_duties()
        reclaimed = self._read_reclaimed()
        role = (*self._items(self.blocks.get("role", ())), *reclaimed.role)
        self._doubt_role(role)
        return DutyRecord(
            place=self.place,
            section=row.section,
            number=row.number,
            position=self.position,
            category=tidy(row.category),
            name=tidy(_STAR.sub("", printed_name)),
            starred=bool(_STAR.search(printed_name)),
            departments=tuple(self.departments),
            responsibilities=duties.groups,
            other_names=duties.other_names,
            role=role,
            safeguards=duties.safeguards,
            method=reclaimed.method,
            status=reclaimed.status,
            laws=read_laws(" ".join(block.text for block in blocks) for blocks in self.blocks.values()),
            source=Source(document=self.document, first_line=row.first_line, last_line=row.last_line),
            printed={column: "\n".join(piece.text for piece in pieces) for column, pieces in row.cells.items()},
            doubts=tuple(dict.fromkeys(self.doubts)),
        )

    def _read(self, pieces: Sequence[Piece]) -> tuple[Block, ...]:
        return cell_blocks(pieces, wrapped=self.row.wrapped)

    def _items(self, blocks: Sequence[Block]) -> tuple[Item, ...]:
        return items(blocks, wrapped=self.row.wrapped)

    def _read_duties(self) -> Responsibilities:
        """Departments and responsibilities of a cooperative row; a reclaimed row's departments receive the duty."""
        if not {"departments", "responsibilities", "safeguards"} & self.blocks.keys():
            return NO_DUTIES  # as in every basic row
        reclaimed = self.row.section is Section.RECLAIMED
        column = read_departments(() if reclaimed else self.blocks.get("departments", ()), self.names)
        blocks = self._beside_their_bodies() or self._with_slipped_heading(column)
        known = Column(column.mentions, self.names)
        duties = read_responsibilities(blocks, known, self.names, wrapped=self.row.wrapped)
        beside = [Block(column.safeguards)] if column.safeguards else []
        safeguards = self._items([*beside, *self.blocks.get("safeguards", ())])
        self.departments += column.mentions or self._headed(duties)
        self.dropped += [*column.dropped, *duties.dropped]
        self.doubts += [*column.doubts, *duties.doubts]
        return replace(duties, safeguards=(*safeguards, *duties.safeguards))

    def _doubt_role(self, role: Sequence[Item]) -> None:
        """Doubt a role that a department of the row is the subject of: in a text flow the cell may begin earlier."""
        names = tuple(mention.name for mention in self.departments if mention.named)
        if self.row.wrapped and names and any(item.text.startswith(names) for item in role):
            self.doubts.append("乡镇配合职责中有以对应上级部门开头的条目，或许属于部门职责")

    def _headed(self, duties: Responsibilities) -> Sequence[DepartmentMention]:
        """The bodies that the clauses name, for tables that have no column of departments."""
        names = dict.fromkeys(body for group in duties.groups for body in group.departments)
        if names:
            self.doubts.append("对应上级部门取自职责的标题或主语")
        return [DepartmentMention(name=name, named=not is_unnamed(name)) for name in names]

    def _beside_their_bodies(self) -> tuple[Block, ...]:
        """The responsibilities below the bodies that stand beside them, where a row is parted into a line for each body.

        Nothing where the cells name bodies themselves. Where a page's end may have parted the row, this is a doubt.
        """
        departments, duties = (self.row.cells.get(column, ()) for column in ("departments", "responsibilities"))
        lines = [piece.line for piece in departments]
        if self.row.wrapped or not 2 <= len(lines) <= _MOST_LINES or len(set(lines)) < len(lines):
            return ()
        if lines != [piece.line for piece in duties]:
            return ()
        bodies = [read_departments(self._read([piece]), self.names).mentions for piece in departments]
        if not all(bodies) or any(
            mention.name in piece.text for mentions in bodies for mention in mentions for piece in duties
        ):
            return ()
        if any(piece.page_break for piece in duties):
            self.doubts.append("部门与职责或许逐行对应，按各部门共同承担读取")
            return ()
        headings = ["、".join(mention.name for mention in mentions) for mentions in bodies]
        return self._read(
            [replace(piece, text=f"{heading}：\n{piece.text}") for heading, piece in zip(headings, duties, strict=True)]
        )

    def _with_slipped_heading(self, column: Departments) -> tuple[Block, ...]:
        """The responsibilities; a heading that slipped into the department column is back where the page ended."""
        if not column.slipped:
            return self.blocks.get("responsibilities", ())
        pieces = list(self.row.cells.get("responsibilities", ()))
        if not pieces:
            self.dropped.append(column.slipped)
            return ()
        line = max((piece.line for piece in self.row.cells["departments"] if _COLON.search(piece.text)), default=0)
        broken = (index for index, piece in enumerate(pieces) if piece.page_break and piece.line >= line)
        at = next(broken, 0)
        pieces[at] = replace(pieces[at], text=f"{column.slipped}：\n{pieces[at].text}")
        return self._read(pieces)

    def _read_reclaimed(self) -> Reclaimed:
        """Receiving bodies and method of a reclaimed row, in one column or two; nothing for other rows."""
        if self.row.section is not Section.RECLAIMED and "method" not in self.row.cells:
            return NOTHING_RECLAIMED
        method = self.blocks.get("method", ())
        column = self.blocks.get("departments", ()) if self.row.section is Section.RECLAIMED else ()
        reclaimed = read_reclaimed(method, self.names, self.place, wrapped=self.row.wrapped, column=column)
        known = set(self.departments)
        for mention in reclaimed.departments:
            if mention in known:
                self.dropped += [mention.name, *mention.aliases]
            else:
                self.departments.append(mention)
        self.dropped += reclaimed.dropped
        self.doubts += reclaimed.doubts
        return reclaimed

"""Tables without rules → rows: columns from the titles of the header row and the white space below them.

Programs print such a table cell by cell, or line by line across its columns; either way a number in the number's column
starts a row. Pages without a known header row before them are left to the text flow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders import outline
from loaders.formats.paged.model import Box
from loaders.formats.paged.text import CLOSING, Run, TextLine, join_wrapped, line_of, lines_of_runs, on_lines
from loaders.headers import HeaderColumn, column_of
from loaders.rows import printed_number
from loaders.tables import is_table_header


@dataclass
class Header:
    """A header row's columns by their titles, and where they stand: the white space between them."""

    titles: list[list[Run]]
    columns: list[HeaderColumn | None]
    gutters: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)

    def repeats(self, other: Header) -> bool:
        """Tell whether this is the other header row again: the same titles in the same places."""
        return len(self.titles) == len(other.titles) and all(
            _title(own) == _title(title) and abs(_centre(own) - _centre(title)) < _SAME_PLACE
            for own, title in zip(self.titles, other.titles, strict=True)
        )

    def column_at(self, run: Run) -> int | None:
        """Return the column that the run stands in, ``None`` where it reaches over several."""
        size = run.box.bottom - run.box.top
        found = {
            sum(x > gutter for gutter in self.gutters) for x in (run.box.left + size / 2, run.box.right - size / 2)
        }
        return found.pop() if len(found) == 1 else None


@dataclass
class Part:
    """A printed line or table row on a page: ``cells`` by column, or the runs of a line outside the table."""

    page: int
    line: list[Run] = field(default_factory=list)
    cells: dict[int, list[Run]] = field(default_factory=dict)
    header: Header | None = None
    furniture: bool = False

    @property
    def runs(self) -> list[Run]:
        """Return all runs of the part."""
        return [*self.line, *(run for cell in self.cells.values() for run in cell)]

    @property
    def box(self) -> Box:
        """Return the part's rectangle on the page."""
        box = self.runs[0].box
        for run in self.runs:
            box = box.around(run.box)
        return box

    def texts(self) -> list[str]:
        """Return the text of a line, or those of a row's cells."""
        if self.header is None:
            return [line_of(self.line).text]
        cells = []
        for column in range(len(self.header.titles)):
            lines = lines_of_runs(self.cells.get(column, ()))
            cells.append(join_wrapped(lines, self.header.ends[column]) if lines else "")
        return cells


def parts_of(pages: Sequence[Sequence[Run]], furniture: Sequence[set[TextLine]]) -> list[Part]:
    """Return the lines and rows of the pages, whose runs come in the document's order; [] without any header row."""
    used: list[tuple[int, _Section, Header | None]] = []
    header: Header | None = None
    for number, (runs, known) in enumerate(zip(pages, furniture, strict=True)):
        for section in _sections(runs, known):
            if section.header and not (header and section.header.repeats(header)):
                header = section.header
            used.append((number, section, header))
    if header is None:
        return []
    for found in {id(header): header for _, _, header in used if header}.values():
        _measure(found, [run for _, section, header in used if header is found for run in section.body])
    parts: list[Part] = []
    for number, section, header in used:
        parts += [Part(number, line, furniture=True) for line in section.furniture]
        if section.header:
            parts.append(Part(number, cells=dict(enumerate(section.header.titles)), header=header))
        if header:
            parts += _rows(number, section.body, header)
        else:
            parts += [Part(number, line) for line in on_lines(section.body)]
    return parts


@dataclass
class _Section:
    """The runs of a page from one header row to the next, the header's own apart."""

    header: Header | None = None
    body: list[Run] = field(default_factory=list)
    furniture: list[list[Run]] = field(default_factory=list)


def _sections(runs: Sequence[Run], known: set[TextLine]) -> Iterator[_Section]:
    sections, tops = [_Section()], [float("-inf")]
    lines = on_lines(runs)
    taken: set[int] = set()
    at = 0
    while at < len(lines):
        end = at + 1
        if found := _header_at(lines[at : at + _HEADER_LINES]):  # one that repeats is known as furniture, too
            titles, end = found[0], at + found[1]
            sections.append(_Section(Header(titles, [column_of(_title(title)) for title in titles])))
            tops.append(min(run.box.top for title in titles for run in title))
        elif line_of(lines[at]) in known:
            sections[0].furniture.append(lines[at])
        else:
            at += 1
            continue
        taken.update(id(run) for line in lines[at:end] for run in line)
        at = end
    for run in runs:
        if id(run) not in taken:
            last = max(index for index, top in enumerate(tops) if run.box.top > top or not index)
            sections[last].body.append(run)
    yield from sections


_LONGEST_TITLE = 20  # characters
_SAME_PLACE = 3.0  # points
_HEADER_LINES = 8  # at most: titles are wrapped, each centred on its own


def _header_at(lines: Sequence[Sequence[Run]]) -> tuple[list[list[Run]], int] | None:
    """Return the titles of the header row that begins with these lines, wrapped ones too, and how many lines it has."""
    best: tuple[int, list[list[Run]], int] | None = None
    for count in range(1, len(lines) + 1):
        titles = _stacked([run for line in lines[:count] for run in line])
        known = sum(column_of(_title(title)) is not None for title in titles)
        whole = known == len(titles) or (count == 1 and all(len(_title(title)) <= _LONGEST_TITLE for title in titles))
        if whole and is_table_header("\t".join(map(_title, titles))) and (best is None or known >= best[0]):
            best = known, titles, count
    return best and (best[1], best[2])


def _stacked(runs: Sequence[Run]) -> list[list[Run]]:
    """Return the runs that stand one below the other, from left to right."""
    stacks: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.box.left):
        if stacks and run.box.left < max(other.box.right for other in stacks[-1]):
            stacks[-1].append(run)
        else:
            stacks.append([run])
    return stacks


def _title(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in sorted(runs, key=lambda run: (run.box.top, run.box.left)))


def _measure(header: Header, runs: Sequence[Run]) -> None:
    """Find the white space between the header's titles, and where each column's text ends."""
    for left, right in zip(header.titles, header.titles[1:], strict=False):
        header.gutters.append(_gutter(_centre(left), _centre(right), [*left, *right, *runs]))
    starts, header.ends = [float("inf")] * len(header.titles), [0.0] * len(header.titles)
    for run in [*(run for title in header.titles for run in title), *runs]:
        if (column := header.column_at(run)) is not None:
            starts[column] = min(starts[column], run.box.left)
            header.ends[column] = max(header.ends[column], _end(run))
    # A column that no line fills could be as wide as the narrowest white space between columns leaves it.
    space = min((right - end for end, right in zip(header.ends, starts[1:], strict=False)), default=0.0)
    for column, start in enumerate(starts[1:]):
        header.ends[column] = max(header.ends[column], start - max(space, 0.0))


def _end(run: Run) -> float:
    """Return where the run's last character ends that is no punctuation, which may hang over the column's edge."""
    return run.box.right - (run.box.bottom - run.box.top if run.text[-1] in CLOSING else 0.0)


def _centre(runs: Sequence[Run]) -> float:
    return (min(run.box.left for run in runs) + max(run.box.right for run in runs)) / 2


def _gutter(start: float, end: float, runs: Sequence[Run]) -> float:
    """Return the middle of the widest stretch over which the fewest runs reach."""
    steps = sorted(
        step
        for run in runs
        if run.box.left < end and run.box.right > start
        for step in ((max(run.box.left, start), 1), (min(run.box.right, end), -1))
    )
    best, middle, depth = (len(runs) + 1, 0.0), (start + end) / 2, 0
    for (at, step), (following, _) in zip(steps, [*steps[1:], (end, 0)], strict=True):
        depth += step
        if following > at and (depth, at - following) < best:
            best, middle = (depth, at - following), (at + following) / 2
    return middle


def _rows(page: int, runs: Sequence[Run], header: Header) -> Iterator[Part]:
    """Yield the rows of a page below (or continuing) a header row, and the lines between them."""
    number = header.columns.index("number") if "number" in header.columns else 0
    alone = {id(line[0]) for line in on_lines(runs) if len(line) == 1}
    row: Part | None = None
    for run in runs:
        column = header.column_at(run)
        if column is None or (id(run) in alone and column <= number + 1 and _is_outline(run.text)):
            if row and row.header:
                yield row
                row = None
            if row and run.box.top < row.box.bottom:
                row.line.append(run)  # more of the same line
                continue
            if row:
                yield row
            row = Part(page, [run])
            continue
        if row is None or row.header is None or (column == number and printed_number(run.text)):
            if row:
                yield row
            row = Part(page, header=header)
        row.cells.setdefault(column, []).append(run)
    if row:
        yield row


def _is_outline(text: str) -> bool:
    """Tell whether a run that stands alone on its line is a heading of sections or categories, or a title."""
    category = outline.category_heading(text)
    numbered = category is not None and (category.ordinal or category.declared) is not None
    return bool(numbered or outline.section_heading(text) or outline.title(text))

"""What an old Excel workbook (.xls) says beside its values: hidden rows and columns, number formats, encryption.

Sizes that a file claims are held against what it has, too: calamine reserves memory for whatever it reads there, and
a process that asks for too much dies, which no exception can tell.

A workbook is a stream of records (MS-XLS, 2.1.4) in a compound file (MS-CFB). Calamine reads its values and merged
cells; these few records tell how the sheet shows them, and whether the file is whole.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.formats.number_formats import BUILTIN, GENERAL

_LAST_SECTOR = 0xFFFFFFFA  # numbers from here on end a chain, or mark sectors that are in none (MS-CFB, 2.1)
_SMALL = 4096  # bytes: shorter streams lie in sectors of 64 bytes inside the root's stream
_SMALL_SECTOR = 64
_STREAMS = (2, 5)  # types of directory entries that have a size: streams, and the root (MS-CFB, 2.6.1)
_BOF, _EOF, _FILEPASS, _BOUNDSHEET, _FORMAT, _XF = 0x0809, 0x000A, 0x002F, 0x0085, 0x041E, 0x00E0
_SST, _DIMENSIONS = 0x00FC, 0x0200
_ROW, _COLINFO, _NUMBER, _RK, _MULRK, _FORMULA = 0x0208, 0x007D, 0x0203, 0x027E, 0x00BD, 0x0006
_CELLS = frozenset({_NUMBER, _RK, _MULRK, _FORMULA, 0x0201, 0x0204, 0x0205, 0x00BE, 0x00D6, 0x00FD})
_BIFF8 = 0x0600
LAST_ROW, LAST_COLUMN = 65536, 256
_SHORTEST_STRING = 3  # bytes of an empty one in the table of strings


@dataclass
class SheetFacts:
    """One sheet's hidden rows and columns, and the code of each number's format by row and column, counted from 1."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    codes: dict[tuple[int, int], str] = field(default_factory=dict)


@dataclass
class WorkbookFacts:
    """Whether the workbook is encrypted, and its sheets in the order of their tabs; none where it is encrypted."""

    encrypted: bool = False
    sheets: list[SheetFacts] = field(default_factory=list)


def workbook_facts(data: bytes) -> WorkbookFacts:
    """Return what the workbook's records tell. Raises ValueError where the file is no whole workbook."""
    try:
        return _facts(_workbook_stream(data))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise ValueError(f"it breaks off or is garbled: {error}") from error


# --- the compound file -----------------------------------------------------------------------------------------------


def _workbook_stream(data: bytes) -> bytes:
    """Return the stream of the workbook's records."""
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in (9, 12):
        raise ValueError("its sectors have no known size")
    size = 1 << shift
    sectors = len(data) // size + 1
    claimed = (struct.unpack_from("<I", data, position)[0] for position in (40, 44, 64, 72))
    if any(count > sectors for count in claimed):
        raise ValueError("its header claims more sectors than there are")
    table = _allocation_table(data, size)
    first_directory, first_small_table = struct.unpack_from("<I8xI", data, 48)
    directory = _chain(data, size, table, first_directory, offset=size)
    entries = [directory[start : start + 128] for start in range(0, len(directory) - 127, 128)]
    names = [entry[: max(0, struct.unpack_from("<H", entry, 64)[0] - 2)].decode("utf-16-le") for entry in entries]
    entry = entries[names.index("Workbook") if "Workbook" in names else names.index("Book")]
    first, length = struct.unpack_from("<II", entry, 116)
    if any(struct.unpack_from("<I", entry, 120)[0] > len(data) for entry in entries if entry[66] in _STREAMS):
        raise ValueError("one of its streams claims to be longer than the file")
    if length >= _SMALL:
        stream = _chain(data, size, table, first, offset=size)
    else:
        (root,) = struct.unpack_from("<I", entries[0], 116)
        small = _chain(data, size, table, root, offset=size)
        numbers = _numbers(_chain(data, size, table, first_small_table, offset=size))
        stream = _chain(small, _SMALL_SECTOR, numbers, first, offset=0)
    if len(stream) < length:
        raise ValueError("the stream of the workbook breaks off")
    return stream[:length]


def _allocation_table(data: bytes, size: int) -> tuple[int, ...]:
    """Return the number of the sector that follows each sector (the FAT), from the sectors that the header lists."""
    sectors = list(struct.unpack_from("<109I", data, 76))
    (more,) = struct.unpack_from("<I", data, 68)
    while more < _LAST_SECTOR and len(sectors) * size <= len(data):
        *listed, more = _numbers(data[(more + 1) * size : (more + 2) * size])
        sectors += listed
    table = (data[(sector + 1) * size : (sector + 2) * size] for sector in sectors if sector < _LAST_SECTOR)
    return _numbers(b"".join(table))


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _chain(data: bytes, size: int, table: tuple[int, ...], sector: int, *, offset: int) -> bytes:
    """Return the bytes of the sectors from the given one on, in the order of the table."""
    parts: list[bytes] = []
    while sector < _LAST_SECTOR:
        if len(parts) > len(table):
            raise ValueError("its sectors follow each other in a circle")
        parts.append(data[offset + sector * size : offset + (sector + 1) * size])
        sector = table[sector]
    return b"".join(parts)


# --- records ---------------------------------------------------------------------------------------------------------


def _records(stream: bytes, position: int) -> Iterator[tuple[int, bytes]]:
    """Yield number and content of the records from a position on, to the end of what begins there; no nested charts."""
    depth = 0
    while True:
        number, length = struct.unpack_from("<HH", stream, position)
        content = stream[position + 4 : position + 4 + length]
        if len(content) < length:
            raise ValueError("its last record breaks off")
        if number in _CELLS and struct.unpack_from("<H", content, 2)[0] >= LAST_COLUMN:
            raise ValueError("one of its cells stands beyond the last column")
        if number == _DIMENSIONS:
            _check_dimensions(content)
        depth += (number == _BOF) - (number == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield number, content
        position += 4 + length


def _facts(stream: bytes) -> WorkbookFacts:
    facts = WorkbookFacts()
    starts: list[int] = []
    own: dict[int, str] = {}
    styles: list[int] = []
    version = 0
    for number, content in _records(stream, 0):
        if number == _BOF:
            (version,) = struct.unpack_from("<H", content)
        elif number == _FILEPASS:
            return WorkbookFacts(encrypted=True)
        elif number == _BOUNDSHEET:
            starts.append(struct.unpack_from("<I", content)[0])
        elif number == _SST and struct.unpack_from("<I", content, 4)[0] * _SHORTEST_STRING > len(stream):
            raise ValueError("it claims more texts than there are")
        elif number == _FORMAT and version == _BIFF8:
            own[struct.unpack_from("<H", content)[0]] = _text(content[2:])
        elif number == _XF:
            styles.append(struct.unpack_from("<H", content, 2)[0])
    if len(set(starts)) < len(starts):
        raise ValueError("two of its sheets are the same")
    codes = [own.get(style) or BUILTIN.get(style, GENERAL) for style in styles]
    facts.sheets = [_sheet(stream, start, codes) for start in starts]
    return facts


def _text(content: bytes) -> str:
    """Return a string of the kind that format codes are (XLUnicodeString, MS-XLS 2.5.294)."""
    length, wide = struct.unpack_from("<HB", content)
    return content[3 : 3 + 2 * length].decode("utf-16-le") if wide & 1 else content[3 : 3 + length].decode("latin-1")


def _sheet(stream: bytes, start: int, codes: list[str]) -> SheetFacts:
    facts = SheetFacts()
    for number, content in _records(stream, start):
        if number == _ROW:
            row, flags = struct.unpack_from("<H10xH", content)
            if flags & 0x20:
                facts.hidden_rows.add(row + 1)
        elif number == _COLINFO:
            first, last, width, _, flags = struct.unpack_from("<5H", content)
            if flags & 1 or width == 0:
                facts.hidden_columns.update(range(first + 1, min(last, 255) + 2))
        elif number in (_NUMBER, _RK, _FORMULA):
            row, column, style = struct.unpack_from("<3H", content)
            facts.codes[row + 1, column + 1] = codes[style]
        elif number == _MULRK:
            row, column = struct.unpack_from("<2H", content)
            for index, (style, _) in enumerate(struct.iter_unpack("<HI", content[4:-2]), start=column):
                facts.codes[row + 1, index + 1] = codes[style]
    return facts


def _check_dimensions(content: bytes) -> None:
    """Raise ValueError where a sheet claims an impossible extent; BIFF5 counts rows in two bytes, BIFF8 in four."""
    layout = "<2I2H" if len(content) >= struct.calcsize("<2I2H") else "<4H"
    first_row, last_row, first_column, last_column = struct.unpack_from(layout, content)
    if not (first_row <= last_row <= LAST_ROW and first_column <= last_column <= LAST_COLUMN):
        raise ValueError("a sheet claims to be larger than sheets are")

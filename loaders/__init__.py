"""Documents → records: township duty lists as published, read into :class:`graphkb.records.Reading`.

Bytes become printed lines (``formats``), lines are laid out as rows (``tables``, ``aligned`` or ``flow``, told by
content), cells are interpreted (``cells``). Reading is pure: the same bytes give the same records.
"""

from __future__ import annotations

import hashlib
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from graphkb.errors import ArchiveInput, NoDutyList, OversizedInput, UnreadableInput
from graphkb.records import Characters, DocumentRecord, DutyRecord, ListRecord, Place, PrintedText, Reading, Section
from loaders.aligned import is_aligned, read_aligned
from loaders.assemble import visible
from loaders.cells import interpret
from loaders.flow import read_flow
from loaders.formats import read_printed
from loaders.formats.detection import is_plain_text
from loaders.lines import Line
from loaders.places import complete
from loaders.pool import Bounds, Pool, Result, in_order
from loaders.raw import LaidOut, RawList
from loaders.rows import printed_number
from loaders.sources import InputFile, expand, is_archive, read_file
from loaders.tables import has_numbered_paragraphs, is_table_header, read_tables
from loaders.whereabouts import Whereabouts

__all__ = ["Bounds", "read_bytes", "read_document", "read_inputs", "read_upload", "try_bytes"]

NOWHERE = Place()
DEFAULT_BOUNDS = Bounds()
AT_ONCE = 512 * 1024
"""Bytes of plain text that :func:`read_inputs` reads before it takes workers: a second's work at most."""


def read_document(path: Path, completing: Place = NOWHERE) -> Reading:
    """Return what a file says. ``completing`` fills in levels of the place that the document does not print.

    Raises UnreadableInput where the file is missing, no text, or holds no duty list.
    """
    source = read_file(path)
    if is_archive(source.data):
        raise ArchiveInput(f"{path}: this is an archive of several documents; unpack it, or read it as inputs.")
    return _read(source, completing)


def read_bytes(name: str, data: bytes, completing: Place = NOWHERE) -> Reading:
    """Return what a document says whose bytes are here already; as :func:`read_document`."""
    return _read(InputFile(name, data), completing)


def read_upload(name: str, data: bytes, completing: Place = NOWHERE, *, bounds: Bounds = DEFAULT_BOUNDS) -> Reading:
    """As :func:`read_bytes`, in a worker process and within ``bounds``: who sent it may be anybody. Raises UnreadableInput."""
    source = InputFile(name, data)
    if is_archive(data):
        raise ArchiveInput(f"{name}: this is an archive of several documents; unpack it, and send them one by one.")
    with Pool(1, bounds) as pool:
        result = pool.read(source, completing).result()
    if isinstance(result, UnreadableInput):
        raise result
    return result


def read_inputs(
    paths: Iterable[Path], completing: Place = NOWHERE, *, jobs: int = 0, bounds: Bounds = DEFAULT_BOUNDS
) -> Iterator[Reading | UnreadableInput]:
    """Yield a reading, or the error in its place, for each document of files, folders and zip archives, in order.

    Documents are read in ``jobs`` worker processes (0: one a core), each document within ``bounds``. The first texts are
    read in this process, up to :data:`AT_ONCE` bytes: that is done before a worker has started.
    """
    with Pool(jobs, bounds) as pool:
        yield from in_order(_results(expand(paths), completing, pool), ahead=2 * pool.jobs)


def _results(
    sources: Iterable[InputFile | UnreadableInput], completing: Place, pool: Pool
) -> Iterator[Future[Result] | Result]:
    at_once = AT_ONCE
    for source in sources:
        if isinstance(source, UnreadableInput):
            yield source
        elif len(source.data) <= at_once and is_plain_text(source.label, source.data):
            at_once -= len(source.data)
            yield try_bytes(source.label, source.data, completing)
        else:
            yield pool.read(source, completing)


def try_bytes(label: str, data: bytes, completing: Place) -> Reading | UnreadableInput:
    """Return what a document says, or why it cannot be read; a fault of a reader is its document's, and not the run's."""
    try:
        return read_bytes(label, data, completing)
    except UnreadableInput as error:
        return error
    except MemoryError:
        return OversizedInput(f"{label}: reading it takes more memory than there is; give its parts as files.")
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
        return UnreadableInput(f"{label}: graphkb failed at this document ({where}); please report it as a fault.")


def _read(source: InputFile, completing: Place) -> Reading:
    printed = read_printed(source.label, source.data)
    laid_out = _lay_out(printed.lines)
    if not laid_out.lists:
        raise NoDutyList(
            f"{source.label}: no duty list found: neither a section heading (基本履职事项清单) nor a header row (序号, "
            "事项名称) with rows below; check that this is a township's list."
        )
    notes = [*printed.notes, *laid_out.notes, *_same_lists(laid_out.lists)]
    document = DocumentRecord(
        sha256=hashlib.sha256(source.data).hexdigest(),
        name=source.name,
        size=len(source.data),
        format=printed.format,
        encoding=printed.encoding,
        title=laid_out.title or laid_out.lists[0].title,
    )
    whereabouts = Whereabouts(printed.lines)
    return Reading(
        document=document,
        lists=tuple(_list_to_record(raw, document, completing, notes, whereabouts) for raw in laid_out.lists),
        leftovers=tuple(map(whereabouts.of_text, laid_out.leftovers)),
        characters=Characters(
            in_rows=laid_out.in_rows,
            furniture=laid_out.furniture,
            leftover=sum(visible(leftover.text) for leftover in laid_out.leftovers),
        ),
        notes=tuple(dict.fromkeys(notes)),
        furniture=tuple(map(whereabouts.of_text, laid_out.furnished)),
    )


def _same_lists(lists: Sequence[RawList]) -> list[str]:
    """Return a remark for each township and date that two lists share: loaded, the second would replace the first."""
    keys = Counter((raw.place, raw.edition) for raw in lists)
    return [
        f"文件中有{count}份清单的乡镇（{place.township or '未写明'}）和日期（{edition or '未写明'}）都相同，无法区分。"
        for (place, edition), count in keys.items()
        if count > 1
    ]


def _lay_out(lines: Sequence[Line]) -> LaidOut:
    """Read the lines in the layout that their header rows show, or, where these are lost, their numbered rows or paragraphs."""
    tabbed = [line.text for line in lines if "\t" in line.text]
    if (
        any(map(is_table_header, tabbed))
        or sum(printed_number(text.partition("\t")[0]) is not None for text in tabbed) > 1
        or has_numbered_paragraphs([line.text for line in lines if not line.furniture])
    ):
        return read_tables(lines)
    texts = ["" if line.furniture else line.text for line in lines]
    laid_out = read_aligned(texts) if is_aligned(texts) else read_flow(texts)
    known = [
        PrintedText(line=line.number, text=line.text.strip()) for line in lines if line.furniture and visible(line.text)
    ]
    return replace(
        laid_out,
        furniture=laid_out.furniture + sum(visible(text.text) for text in known),
        furnished=tuple(sorted((*known, *laid_out.furnished), key=lambda text: text.line)),
    )


def _list_to_record(
    raw: RawList, document: DocumentRecord, completing: Place, notes: list[str], whereabouts: Whereabouts
) -> ListRecord:
    place, remarks = complete(raw.place, completing)
    notes += remarks
    position: Counter[Section] = Counter()
    duties: list[DutyRecord] = []
    for row in raw.rows:
        position[row.section] += 1
        duty = interpret(row, position=position[row.section], place=place, document=document.name)
        duties.append(whereabouts.of_duty(duty, row))
    return ListRecord(
        place=place,
        title=raw.title,
        edition=raw.edition,
        duties=tuple(duties),
        declared=raw.declared,
        first_line=raw.first_line,
        last_line=raw.last_line,
    )

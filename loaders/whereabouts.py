"""Where on pages and in sheets rows and texts outside them stand, for formats that know more than line numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import TypeVar

from graphkb.records import DutyRecord, PrintedText, Region, Source
from loaders.lines import Line
from loaders.raw import RawRow

SURE = 0.9
"""Confidence of the recognition of characters from which on a row is not marked doubtful for it."""

_Text = TypeVar("_Text", bound=PrintedText)
_RANGE = re.compile(r"(?P<sheet>'(?:[^']|'')*'!)(?P<first>[A-Z]+\d+):(?P<last>[A-Z]+\d+)")


class Whereabouts:
    """Completes records with the page, region, cells and confidence of the lines that they were read from."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = {line.number: line for line in lines}
        self._plain = not any(line.region or line.cells or line.confidence or line.last > line.number for line in lines)

    def of_duty(self, duty: DutyRecord, row: RawRow) -> DutyRecord:
        """Return the record with all that is known of where its row stands; doubtful if it was hard to recognise."""
        if self._plain:
            return duty
        numbers = {row.first_line, row.last_line} | {piece.line for pieces in row.cells.values() for piece in pieces}
        own = range(row.first_line, row.last_line + 1)  # a merged cell's text may stand in a row above
        lines = [self._lines[number] for number in sorted(numbers) if number in own]
        source = _source(duty.source, lines)
        doubts = duty.doubts
        if source.confidence is not None and source.confidence < SURE:
            doubts = (*doubts, f"文字由图像识别，平均把握只有{source.confidence:.0%}，请对照原件核对。")
        return duty.model_copy(update={"source": source, "doubts": doubts})

    def of_text(self, text: _Text) -> _Text:
        """Return a leftover or piece of furniture with its page and cells."""
        line = self._lines.get(text.line)
        if self._plain or line is None:
            return text
        page = line.region.page if line.region else None
        return text.model_copy(update={"page": page, "cells": line.cells})


def _source(source: Source, lines: Sequence[Line]) -> Source:
    regions = tuple(_by_page(line.region for line in lines if line.region))
    confidences = [line.confidence for line in lines if line.confidence is not None]
    return source.model_copy(
        update={
            "last_line": max((line.last for line in lines), default=source.last_line),
            "page": regions[0].page if regions else None,
            "regions": regions,
            "cells": _joined([line.cells for line in lines if line.cells]),
            "confidence": round(fmean(confidences), 3) if confidences else None,
        }
    )


def _by_page(regions: Iterable[Region]) -> list[Region]:
    """Return one region a page: the smallest that holds all of the page's."""
    pages: dict[int, list[Region]] = {}
    for region in regions:
        pages.setdefault(region.page, []).append(region)
    return [
        Region(
            page=page,
            left=min(region.left for region in found),
            top=min(region.top for region in found),
            right=max(region.right for region in found),
            bottom=max(region.bottom for region in found),
        )
        for page, found in sorted(pages.items())
    ]


def _joined(ranges: Sequence[str]) -> str | None:
    """Return the range from the first one's upper left to the last one's lower right cell, of one sheet."""
    if not ranges:
        return None
    first, last = _RANGE.fullmatch(ranges[0]), _RANGE.fullmatch(ranges[-1])
    if first is None or last is None or first["sheet"] != last["sheet"]:
        return ranges[0]
    return f"{first['sheet']}{first['first']}:{last['last']}"

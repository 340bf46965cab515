"""Bytes → printed lines: one reader a format, told by content and never by the name's ending.

A reader is a function of a file's label (for errors) and its bytes that returns a
:class:`loaders.lines.PrintedDocument`, or raises UnreadableInput with one sentence. It keeps every character that a
reader of the document sees, and fetches nothing.
"""

from __future__ import annotations

from loaders.formats.detection import Kind, kind_of
from loaders.lines import PrintedDocument

__all__ = ["read_printed"]


def read_printed(label: str, data: bytes) -> PrintedDocument:
    """Return a document's printed lines. Raises UnreadableInput where it is empty, broken or of an unknown format."""
    # Readers are imported when needed: a text list needs no PDF library.
    match kind_of(label, data):
        case Kind.TEXT:
            from loaders.formats.delimited import read_delimited
            from loaders.formats.text import decode, read_text

            text = decode(label, data)
            return read_delimited(label, text) or read_text(text)
        case Kind.XLSX:
            from loaders.formats.xlsx import read_xlsx

            return read_xlsx(label, data)
        case Kind.XLS:
            from loaders.formats.xls import read_xls

            return read_xls(label, data)
        case Kind.HTML:
            from loaders.formats.html import read_html

            return read_html(label, data)
        case Kind.DOCX:
            from loaders.formats.docx import read_docx

            return read_docx(label, data)
        case Kind.PDF:
            from loaders.formats.pdf import read_pdf

            return read_pdf(label, data)
        case Kind.IMAGE:
            from loaders.formats.ocr import read_image

            return read_image(label, data)

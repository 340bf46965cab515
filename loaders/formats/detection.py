"""What format a file is of, told by its content."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from enum import StrEnum

from graphkb.errors import DamagedInput, EmptyInput, ForeignFormat, ProtectedInput, UnreadableInput


class Kind(StrEnum):
    """The formats that can be read, by the words that errors use for them."""

    TEXT = "plain text"
    HTML = "a web page (HTML)"
    DOCX = "a Word document (.docx)"
    XLSX = "an Excel workbook (.xlsx)"
    XLS = "an old Excel workbook (.xls)"
    PDF = "a PDF"
    IMAGE = "an image"


_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "an RTF file", "save it as a Word document (.docx)"),
    (b"\x1f\x8b", "a gzip archive", "unpack it and give the files"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it and give the files"),
    (b"Rar!", "a RAR archive", "unpack it and give the files"),
    (b"PK\x05\x06", "an empty archive", "give a file that holds a duty list"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the compound file of Microsoft Office up to 2003 (MS-CFB)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|title|style|script|link|meta|body|center|table|div|section|article|main|h[1-6]|pre)\b",
    re.IGNORECASE | re.DOTALL,
)
_WEB_ARCHIVE = (  # MHTML: a message of MIME (RFC 2557)
    re.compile(rb"\A[A-Za-z][-A-Za-z]*:"),
    re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE),
    re.compile(rb"^Content-Type:\s*(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE),
)
_BLANK = b" \t\r\n\x0b\x0c\x00"


def kind_of(label: str, data: bytes) -> Kind:
    """Return the format of the bytes; what is nothing else is plain text.

    Raises UnreadableInput for an empty file and for formats that are known and not read, saying what to do.
    """
    head = data[:4096].removeprefix(codecs.BOM_UTF8)
    if not data.strip(_BLANK):
        raise EmptyInput(f"{label}: the file is empty; give a file that holds a duty list.")
    for signature, kind, remedy in _REFUSED:
        if data.startswith(signature):
            raise ForeignFormat(f"{label}: this is {kind}, which graphkb does not read; {remedy}.")
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if data.startswith(_IMAGES[:-1]) or (data.startswith(b"BM") and b"\x00" in data[:16]):
        return Kind.IMAGE
    if data.startswith(_OLE):
        return _compound_file(label, data)
    if data.startswith(b"PK\x03\x04"):
        return _zipped(label, data)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    if _HTML.match(head) or all(pattern.search(head) for pattern in _WEB_ARCHIVE):
        return Kind.HTML
    return Kind.TEXT


def is_plain_text(label: str, data: bytes) -> bool:
    """Tell whether the bytes are read as plain text, or are refused at first sight."""
    try:
        return kind_of(label, data) is Kind.TEXT
    except UnreadableInput:
        return True


def _compound_file(label: str, data: bytes) -> Kind:
    """Tell Excel from Word by the names of their streams, which stand in the file's directory in UTF-16."""
    streams = {name for name in _STREAMS if name.encode("utf-16-le") in data}
    if streams & {"Workbook", "Book"}:
        return Kind.XLS
    if "EncryptedPackage" in streams:
        raise ProtectedInput(f"{label}: the document is protected by a password; save it without one.")
    if "WordDocument" in streams:
        raise ForeignFormat(f"{label}: this is an old Word document (.doc); save it as .docx and give that.")
    raise ForeignFormat(f"{label}: this is an old Office file of unknown content; save it as .docx or .xlsx.")


_STREAMS = ("Workbook", "Book", "EncryptedPackage", "WordDocument")


def _zipped(label: str, data: bytes) -> Kind:
    """Tell the office formats, which are zip archives, by the parts that each must have."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise DamagedInput(f"{label}: the file is damaged ({error}); get an undamaged copy.") from error
    if any(name.startswith("word/") for name in names):
        return Kind.DOCX
    if any(name.startswith("xl/") for name in names):
        return Kind.XLSX
    kind = "an OFD file" if "OFD.xml" in names else "an office file of an unknown kind"
    raise ForeignFormat(f"{label}: this is {kind}, which graphkb does not read; save it as .docx, .xlsx or .pdf.")

"""What a file is, told by its content: names lie, and a user is told what to do about what is not read."""

from __future__ import annotations

import io
import zipfile

import pytest

from graphkb.errors import UnreadableInput
from loaders.formats.detection import Kind, kind_of

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("青禾县白杨镇履行职责事项清单".encode(), Kind.TEXT),
        ("\ufeff  <!DOCTYPE html><html><body>清单</body></html>".encode(), Kind.HTML),
        (b"<!-- saved from url -->\n<table><tr><td>1</td></tr></table>", Kind.HTML),
        ("<html><body>清单</body></html>".encode("utf-16"), Kind.HTML),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x", Kind.HTML),
        (b"MIME-Version: 1.0\nContent-Type: image/png\n", Kind.TEXT),
        (b"<!---->" * 500 + b"x", Kind.TEXT),
        ("<p>1\t落实河长制</p>".encode(), Kind.TEXT),
        (b"%PDF-1.7\n%\xe2\xe3", Kind.PDF),
        (zipped("[Content_Types].xml", "word/document.xml"), Kind.DOCX),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), Kind.XLSX),
        (COMPOUND + "Workbook".encode("utf-16-le"), Kind.XLS),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), Kind.IMAGE),
        (b"\xff\xd8\xff\xe0" + bytes(20), Kind.IMAGE),
    ],
)
def test_a_format_is_told_by_content(data: bytes, kind: Kind) -> None:
    """A .doc that is a web page, a .txt that is a PDF: what a download is called says little."""
    assert kind_of("list.xyz", data) is kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "save it as .docx"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password"),
        (COMPOUND, "old Office file"),
        (zipped("OFD.xml"), "OFD"),
        (zipped("content.xml"), "unknown kind"),
        (b"PK\x03\x04" + bytes(50), "damaged"),
        (zipped("xl/workbook.xml").replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xff"), "damaged"),
        (b"Rar!\x1a\x07\x00", "unpack it"),
        (b"{\\rtf1 }", "RTF"),
    ],
)
def test_what_is_not_read_is_named_with_what_to_do(data: bytes, words: str) -> None:
    """One clear sentence: the file, what it is, what to do; never a traceback of a parser."""
    with pytest.raises(UnreadableInput) as caught:
        kind_of("list.txt", data)
    assert str(caught.value).startswith("list.txt: ")
    assert words in str(caught.value)

"""Web pages: HTML of sites, of saved pages (.html, .mht) and of office programs that save as web pages.

A page is parsed as browsers do it (lxml, which resolves no entities of a document's own and fetches nothing), its text
taken as a reader of the page sees it. What stands around the list (navigation, footers) is marked as the page's furniture.
"""

from __future__ import annotations

import codecs
import email
import re
from collections.abc import Iterator
from email.message import Message
from itertools import chain

from lxml import etree

from graphkb.errors import DamagedInput, UnreadableInput
from loaders.formats.blocks import number_lines, print_blocks
from loaders.formats.html_content import Content, read_content
from loaders.formats.html_furniture import mark_furniture
from loaders.formats.text import Text, decode
from loaders.lines import PrintedDocument

_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([-\w:.]{2,40})", re.IGNORECASE)
_GB = {"gb2312", "gbk", "gb18030", "x-gbk", "cp936", "gb_2312-80", "csgb2312", "iso-ir-58", "chinese", "windows-936"}
_ENDS_OF_PAGE = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_HEADER_FIELD = re.compile(rb"[A-Za-z][-A-Za-z]*:")


def read_html(label: str, data: bytes) -> PrintedDocument:
    """Return the lines of a web page or of a web archive (MHTML), its furniture marked and counted in a note.

    Raises UnreadableInput where it is damaged, or shows nothing but other files.
    """
    pages = list(_pages(label, data)) if _HEADER_FIELD.match(data) else [_decode(label, data, "")]
    contents = [_parse(label, page.text) for page in pages]
    printed = [print_blocks(label, content.blocks) for content in contents]
    if not any(chain.from_iterable(printed)) and (frames := [f for content in contents for f in content.frames]):
        raise UnreadableInput(
            f"{label}: the page has no text of its own and shows other files ({'，'.join(frames[:3])}); give these."
        )
    lines, notes = mark_furniture(printed)
    if hidden := sum(content.hidden for content in contents):
        notes.append(f"网页中有{hidden}个字符是隐藏的，网页不显示，没有读取。")
    return PrintedDocument("html", pages[0].encoding if pages else "", number_lines(lines), tuple(notes))


def _pages(label: str, data: bytes) -> Iterator[Text]:
    """Yield the pages of a web archive: the first is the one saved, others are its frames or a workbook's sheets."""
    found = False
    try:
        message = email.message_from_bytes(data)
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                found = True
                yield _decode(label, _payload(part), part.get_content_charset() or "")
    except (RecursionError, LookupError, ValueError) as error:
        raise DamagedInput(f"{label}: the web archive is damaged ({error}); save the page again.") from error
    if not found:
        raise UnreadableInput(f"{label}: the web archive holds no page; save the page again, as .html or .docx.")


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _decode(label: str, data: bytes, declared: str) -> Text:
    """Decode a page: byte order mark, else UTF-8 where it is that, else as declared, else as the bytes tell.

    What is UTF-8 throughout is so by no chance, while pages that were saved again declare what they once were.
    """
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return Text(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
        found = _DECLARED.search(data[:4096])
        for name in (declared, found[1].decode("ascii", "replace") if found else ""):
            if name.lower() in _GB:  # a browser reads all of these as GB18030 (WHATWG Encoding, names and labels)
                try:
                    return Text(data.decode("gb18030"), "gb18030")
                except UnicodeDecodeError:
                    break
    return decode(label, data)


def _parse(label: str, text: str) -> Content:
    # libxml2 drops what follows the end of a page; pages that are several joined go on there.
    page = _ENDS_OF_PAGE.sub("", text.replace("\x00", ""))
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, recover=True
    )
    try:
        root = etree.fromstring(page.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedInput(f"{label}: the web page cannot be parsed ({error}); save it again.") from error
    if fatal := [entry.message for entry in parser.error_log if entry.level_name == "FATAL"]:
        raise DamagedInput(f"{label}: the web page cannot be parsed ({fatal[0]}); save the list as .docx or .txt.")
    return read_content(root) if root is not None else Content([], 0, [])

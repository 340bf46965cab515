"""PDF documents with text, ruled tables or unruled ones; scanned pages are handed to the recognition of characters.

Two pages printed side by side on one sheet are not told apart.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]  # ships no type information
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page as PdfPage
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from graphkb.errors import DamagedInput, OversizedInput, ProtectedInput, UnreadableInput
from loaders.formats.ocr import MOST_PAGES, RESOLUTION, Recogniser
from loaders.formats.paged import Page, lines_of
from loaders.formats.pdf_content import PageContent, TooMuchDrawing, check_unpacked_size, read_content
from loaders.lines import PrintedDocument

_MOST_PAGES = 500
_LONGEST_SIDE = 3400  # pixels of the image of a page
logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every font that lacks a box


def read_pdf(label: str, data: bytes) -> PrintedDocument:
    """Return the printed lines of a PDF: rows of ruled tables with page and box, the text around them, page furniture.

    Raises UnreadableInput for encrypted, damaged and empty documents, for those with too many pages or too much
    drawing, and for scanned ones where the recognition of characters is not installed.
    """
    check_unpacked_size(label, data)
    try:
        document = pdfplumber.open(io.BytesIO(data))
    except PdfminerException as error:
        raise _not_opened(label, error) from error
    with document:
        try:
            count = len(document.pages)
        except Exception as error:  # pdfminer raises what it stumbles upon
            raise _not_opened(label, error) from error
        if not count:
            raise DamagedInput(f"{label}: the PDF is damaged: it has no pages; get an undamaged copy.")
        if count > _MOST_PAGES:
            raise OversizedInput(
                f"{label}: the PDF has {count} pages, more than the {_MOST_PAGES} that are read at once; "
                "split it into one file a list."
            )
        notes: list[str] = []
        lines = lines_of(_pages(label, data, document, notes))
    return PrintedDocument("pdf", "", lines, tuple(notes))


def _not_opened(label: str, error: Exception) -> UnreadableInput:
    cause = error.args[0] if error.args else error
    if isinstance(cause, PDFPasswordIncorrect):
        return ProtectedInput(f"{label}: the PDF is protected by a password; save it without one.")
    return DamagedInput(f"{label}: the PDF is damaged; get an undamaged copy.")


def _pages(label: str, data: bytes, document: PDF, notes: list[str]) -> Iterator[Page]:
    """Yield the pages one by one; those without text are yielded as the recognition of their image reads them."""
    images: list[int] = []
    recogniser: Recogniser | None = None
    missing: UnreadableInput | None = None
    for page in document.pages:
        content = _content(label, document, page)
        if not content.is_image:
            yield Page(page.page_number, tuple(content.glyphs), tuple(content.rules))
            continue
        images.append(page.page_number)
        if len(images) > MOST_PAGES:
            raise OversizedInput(
                f"{label}: more than {MOST_PAGES} pages are scans, too many to be recognised at once; split the PDF."
            )
        if missing is None and recogniser is None:
            try:
                recogniser = Recogniser(label)
            except UnreadableInput as error:
                missing = error
        if recogniser:
            yield _recognised(recogniser, data, page.page_number)
        else:
            notes.append(f"第{page.page_number}页是图像，没有安装文字识别（ocr），其内容未读取。")
    if missing and len(images) == len(document.pages):
        raise missing


def _recognised(recogniser: Recogniser, data: bytes, number: int) -> Page:
    """Return a page as the recognition of its image reads it."""
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[number - 1]
        resolution = min(RESOLUTION, _LONGEST_SIDE / max(page.get_size()))
        return recogniser.page(number, page.render(scale=resolution).to_pil(), resolution)
    finally:
        document.close()


def _content(label: str, document: PDF, page: PdfPage) -> PageContent:
    where = f"{label}: page {page.page_number}"
    try:
        return read_content(document.rsrcmgr, page.page_obj)
    except TooMuchDrawing as error:
        raise OversizedInput(f"{where} holds more drawing than a list has; give the pages of the list only.") from error
    except Exception as error:  # pdfminer raises what it stumbles upon
        raise DamagedInput(f"{where} of the PDF is damaged; get an undamaged copy.") from error

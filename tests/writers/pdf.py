"""The fictional list as a PDF: tables with rules, split over pages, or the same without any."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Flowable, LongTable, SimpleDocTemplate
from reportlab.platypus import Paragraph as Text

from tests.writers import Block, Paragraph, Table

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
STYLE = ParagraphStyle("cell", fontName=FONT, fontSize=10, leading=14, wordWrap="CJK")
_WIDTHS = {2: (1, 9), 3: (1, 4, 5), 5: (1, 3, 3, 6, 5)}  # shares of the page


def write_pdf(
    blocks: Sequence[Block],
    *,
    ruled: bool = True,
    pagesize: tuple[float, float] = landscape(A4),
    footer: str = "- {} -",
) -> bytes:
    """Return the blocks as a PDF; tables have their header row again on each page, and page numbers stand below."""
    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=pagesize, leftMargin=50, rightMargin=50, topMargin=50, bottomMargin=50)

    def number(canvas: object, _: object) -> None:
        canvas.setFont(FONT, 9)  # type: ignore[attr-defined]
        canvas.drawCentredString(pagesize[0] / 2, 25, footer.format(canvas.getPageNumber()))  # type: ignore[attr-defined]

    document.build(list(_flowables(blocks, document.width, ruled)), onFirstPage=number, onLaterPages=number)
    return out.getvalue()


def _flowables(blocks: Sequence[Block], width: float, ruled: bool) -> Iterator[Flowable]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield Text(escape(block.text), STYLE)
        else:
            yield _table(block, width, ruled)


def _table(table: Table, width: float, ruled: bool) -> Flowable:
    """Return the table with its merged cells; cells' texts are wrapped by the widths of their columns."""
    columns = max(sum(cell.across for cell in cells) for cells in table.rows)
    grid: list[list[object]] = [[""] * columns for _ in table.rows]
    taken: set[tuple[int, int]] = set()
    style: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE" if ruled else "TOP")]
    if ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.7, colors.black))
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            reach = [(row + down, column + across) for down in range(cell.down) for across in range(cell.across)]
            taken.update(reach)
            grid[row][column] = Text(escape(cell.text).replace("\n", "<br/>"), STYLE)
            style.append(("SPAN", (column, row), (column + cell.across - 1, row + cell.down - 1)))
    shares = _WIDTHS[columns]
    widths = [width * share / sum(shares) for share in shares]
    return LongTable(grid, colWidths=widths, repeatRows=1, style=style, splitInRow=0)

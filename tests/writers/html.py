"""The fictional list as a web page, as sites print tables: merged cells merged, line breaks as <br>."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tests.writers import Block, Cell, Paragraph


def write_html(blocks: Sequence[Block]) -> bytes:
    """Return the page in UTF-8, with a declared encoding and no text besides the blocks."""
    body = "\n".join(_block(block) for block in blocks)
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head>\n<body>\n{body}\n</body></html>\n'.encode()


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>"
    rows = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in block.rows)
    return f"<table>\n{rows}\n</table>"


def _cell(cell: Cell) -> str:
    spans = f' rowspan="{cell.down}"' * (cell.down > 1) + f' colspan="{cell.across}"' * (cell.across > 1)
    return f"<td{spans}>{escape(cell.text).replace(chr(10), '<br>')}</td>"

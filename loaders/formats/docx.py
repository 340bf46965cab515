"""Word documents (.docx; ECMA-376 WordprocessingML, strict and transitional): what Word prints, in its order.

The XML is walked here and not with python-docx (docs/decisions/2026-11-22-word-without-python-docx.md).
Tracked changes are read as accepted; comments, hidden text and codes of fields are not printed, so they are no text.
"""

from __future__ import annotations

from lxml import etree

from loaders.assemble import visible
from loaders.formats.blocks import Block, Paragraph, Slot, Table, number_lines, print_blocks
from loaders.formats.docx_numbering import Numberings
from loaders.formats.docx_xml import attribute, child, is_on, name_of, number
from loaders.formats.packages import Package
from loaders.lines import PrintedDocument

_UNPRINTED = frozenset((
    "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText",
    "instrText", "delInstrText", "fldData", "pgNum", "footnoteReference", "endnoteReference", "commentReference",
))  # fmt: skip
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS = {  # of the fonts Wingdings and Symbol, which have their own characters where Unicode has private ones
    0xF0AB: "★", 0xF0AA: "◆", 0xF06C: "●", 0xF06E: "■", 0xF06F: "□", 0xF075: "◆", 0xF0B7: "•", 0xF0D8: "➢", 0xF0FC: "√",
    0xF0FB: "×", 0xF0FE: "☑", 0xF0A8: "□", 0xF0B4: "×", 0xF0B1: "±", 0xF0B3: "≥", 0xF0A3: "≤",
}  # fmt: skip


def read_docx(label: str, data: bytes) -> PrintedDocument:
    """Return the lines of a Word document: running headers, the body, notes, running footers.

    Raises UnreadableInput where the package is damaged, protected, or larger than any duty list.
    """
    package = Package(label, data)
    main = next(iter(package.related("", "officeDocument")), "word/document.xml")
    root = package.tree(main) if main in package else None
    body = child(root, "body")
    if body is None:
        raise package.damaged(f"it has no {main}, or that has no text")
    reader = _Reader(Numberings(_related(package, main, "numbering"), _related(package, main, "styles")))
    blocks = [*reader.blocks(body), *_notes(package, main, reader)]
    if any(isinstance(block, Table) for block in blocks):
        # Tabs part cells; in a document without tables they may be all there is to part them.
        blocks = [_without_tabs(block) if isinstance(block, Paragraph) else block for block in blocks]
    lines = [*_running(package, main, "header"), *blocks, *_running(package, main, "footer")]
    return PrintedDocument("docx", "", number_lines(print_blocks(label, lines)), tuple(reader.remarks()))


def _related(package: Package, main: str, kind: str) -> etree._Element | None:
    return next((package.tree(name) for name in package.related(main, kind)), None)


def _running(package: Package, main: str, kind: str) -> list[Block]:
    """Return the texts of running headers or footers, each once."""
    texts: dict[str, None] = {}
    for name in package.related(main, kind):
        blocks = _Reader(Numberings(None, None)).blocks(package.tree(name))
        for line in print_blocks(name, blocks):
            texts.setdefault(line.text.replace("\t", " "))
    return [Paragraph(text, furniture=True) for text in texts if text]


def _notes(package: Package, main: str, reader: _Reader) -> list[Block]:
    """Return footnotes, then endnotes; the lines that part them from the text have a type of their own."""
    roots = [_related(package, main, kind) for kind in ("footnotes", "endnotes")]
    notes = [note for root in roots if root is not None for note in root]
    return [block for note in notes if attribute(note, "type") in (None, "normal") for block in reader.blocks(note)]


def _without_tabs(paragraph: Paragraph) -> Paragraph:
    return Paragraph(paragraph.text.replace("\t", " "), furniture=paragraph.furniture)


class _Reader:
    def __init__(self, numberings: Numberings) -> None:
        self._numberings = numberings
        self._hidden = 0
        self._embedded = 0
        self._carried = ""  # text of a paragraph whose end is deleted: it is one with the next

    def remarks(self) -> list[str]:
        """Return what is to be said of text that was not read."""
        remarks = [f"文档中有{self._hidden}个字符是隐藏文字，打印时不显示，没有读取。"] if self._hidden else []
        return [*remarks, *([f"文档中嵌入了{self._embedded}个其他文件，其内容没有读取。"] if self._embedded else [])]

    def blocks(self, parent: etree._Element) -> list[Block]:
        """Return the paragraphs and tables of a body, cell, note or text box."""
        blocks: list[Block] = []
        for node in parent:
            match name_of(node):
                case "p":
                    blocks += self._paragraph(node)
                case "tbl":
                    blocks.append(self._table(node))
                case "altChunk":
                    self._embedded += 1
                case name if name not in _UNPRINTED:  # content controls, custom XML, insertions
                    blocks += self.blocks(_printed_choice(node))
        if self._carried and name_of(parent) in ("body", "tc"):
            blocks.append(Paragraph(self._carried))
            self._carried = ""
        return blocks

    # --- paragraphs ----------------------------------------------------------------------------------------------

    def _paragraph(self, node: etree._Element) -> list[Block]:
        """Return a paragraph with its number, and the text boxes that hang on it."""
        properties = child(node, "pPr")
        pieces: list[str] = []
        boxes: list[Block] = []
        self._runs(node, pieces, boxes)
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self._carried += "".join(pieces)
            return boxes
        text = self._carried + "".join(pieces)
        self._carried = ""
        return [Paragraph(self._numberings.label(properties) + text), *boxes]

    def _runs(self, parent: etree._Element, pieces: list[str], boxes: list[Block]) -> None:
        for node in parent:
            name = name_of(node)
            if name in _UNPRINTED:
                continue
            if name == "t":
                pieces.append(str(node.text or "").replace("\n", " ").replace("\xad", ""))
            elif name in _CHARACTERS:
                pieces.append(_CHARACTERS[name])
            elif name == "sym":
                pieces.append(_symbol(node))
            elif name == "txbxContent":
                boxes += self.blocks(node)
            elif name == "r" and is_on(child(node, "rPr", "vanish")):
                hidden: list[str] = []
                self._runs(node, hidden, boxes)
                self._hidden += visible("".join(hidden))
            else:
                self._runs(_printed_choice(node), pieces, boxes)

    # --- tables --------------------------------------------------------------------------------------------------

    def _table(self, table: etree._Element) -> Table:
        rows: list[list[Slot]] = []
        merged: set[int] = set()  # columns of cells that are merged with the one below, if that says so
        for row in _parts(table, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                continue
            column = number(child(properties, "gridBefore")) or 0
            slots: list[Slot] = []
            merging: set[int] = set()
            for cell in _parts(row, "tc"):
                across = min(max(number(child(cell, "tcPr", "gridSpan")) or 1, 1), 1000)
                merge = child(cell, "tcPr", "vMerge")
                if merge is not None:
                    merging.add(column)
                if merge is not None and attribute(merge) != "restart" and column in merged:
                    self._hidden += _length(cell)
                    slots.append(Slot(column, across, covered=True))
                else:
                    slots.append(Slot(column, across, self.blocks(cell)))
                column += across
            rows.append(slots)
            merged = merging
        return Table(rows)


def _length(cell: etree._Element) -> int:
    """Return how many characters a cell has that Word does not show, because the cell above reaches over it."""
    return sum(visible(str(node.text or "")) for node in cell.iter() if name_of(node) == "t")


def _parts(parent: etree._Element, name: str) -> list[etree._Element]:
    """Return the rows of a table or the cells of a row, those in content controls and insertions, too."""
    parts: list[etree._Element] = []
    for node in parent:
        found = name_of(node)
        if found == name:
            parts.append(node)
        elif found not in _UNPRINTED and found not in ("tbl", "p"):
            parts += _parts(_printed_choice(node), name)
    return parts


def _printed_choice(node: etree._Element) -> etree._Element:
    """Return the first choice of content that is there in several forms (for newer and older programs), or the node."""
    if name_of(node) != "AlternateContent":
        return node
    choice = child(node, "Choice")
    if choice is None:
        choice = child(node, "Fallback")
    return node if choice is None else choice


def _symbol(node: etree._Element) -> str:
    """Return the character of a symbol by its code in the symbol's font (w:sym)."""
    try:
        code = int(attribute(node, "char") or "", 16)
    except ValueError:
        return ""
    code = code + 0xF000 if code < 0x100 else code  # fonts of symbols have their characters there
    return _SYMBOLS.get(code) or (chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "")

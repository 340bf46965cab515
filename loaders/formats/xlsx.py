"""Excel workbooks of 2007 and later (.xlsx, .xlsm): SpreadsheetML (ECMA-376, part 1, clause 18), as Excel and WPS write it.

The sheets' XML is read as a stream, so that a sheet formatted down to its last row costs its file's size and no more,
and a workbook whose styles or filters break a rule of the standard is read all the same.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, timedelta

from lxml import etree
from openpyxl.utils.cell import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH
from openpyxl.utils.escape import unescape

from graphkb.errors import ForeignFormat
from loaders.formats.number_formats import BUILTIN, GENERAL, shown
from loaders.formats.packages import Package
from loaders.formats.spreadsheet import Merged, Sheet, printed_document
from loaders.lines import PrintedDocument

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_KEPT = 1000  # elements that were read and not freed yet
_TRUE = ("1", "true", "on")
_DIGITS = "0123456789"
_ZERO = ("0", "0.0")


def read_xlsx(label: str, data: bytes) -> PrintedDocument:
    """Return the lines of a workbook's visible sheets. Raises UnreadableInput where it is damaged or encrypted."""
    package = Package(label, data)
    workbook = _Workbook(label, package)
    sheets = list(workbook.sheets())
    return printed_document(label, "xlsx", sheets, workbook.notes)


class _Workbook:
    def __init__(self, label: str, package: Package) -> None:
        self.label, self.package = label, package
        self.notes: list[str] = []
        self.path = next((name for kind, name in package.relations("").values() if kind == "officeDocument"), "")
        self.path = self.path or "xl/workbook.xml"
        if self.path.endswith(".bin"):
            raise ForeignFormat(f"{label}: this is a binary Excel workbook (.xlsb); save it as .xlsx and give that.")
        self.related = package.relations(self.path)
        self.root = package.tree(self.path)
        properties = self.root.find("{*}workbookPr")
        self.from_1904 = properties is not None and properties.get("date1904") in _TRUE
        self.strings = self._strings()
        self.codes = self._codes()

    def _part(self, kind: str) -> str | None:
        return next((name for found, name in self.related.values() if found == kind and name in self.package), None)

    def _strings(self) -> list[str]:
        """Return the texts that cells refer to by their position."""
        name = self._part("sharedStrings")
        if name is None:
            return []
        texts = []
        for element in self._stream(name, "{*}si"):
            texts.append(_text(element))
            _forget(element)
        return texts

    def _codes(self) -> list[str]:
        """Return the number format's code of each cell style."""
        name = self._part("styles")
        if name is None:
            return []
        root = self.package.tree(name)
        formats = root.iterfind("{*}numFmts/{*}numFmt")
        codes = {str(number): code for number, code in BUILTIN.items()}
        codes |= {element.get("numFmtId", ""): element.get("formatCode", GENERAL) for element in formats}
        return [codes.get(element.get("numFmtId", ""), GENERAL) for element in root.iterfind("{*}cellXfs/{*}xf")]

    def sheets(self) -> Iterator[Sheet]:
        """Yield the visible worksheets in the order of their tabs."""
        for element in self.root.iterfind("{*}sheets/{*}sheet"):
            name = element.get("name", "")
            relation = next((value for key, value in element.items() if etree.QName(key).localname == "id"), "")
            kind, part = self.related.get(relation, ("", ""))
            if element.get("state", "visible") != "visible":
                self.notes.append(f"工作表“{name}”是隐藏的，没有读取。")
            elif kind != "worksheet":
                self.notes.append(f"工作表“{name}”不是表格（{kind or '无内容'}），没有读取。")
            else:
                yield self._sheet(name, part)

    def _stream(self, name: str, *tags: str) -> Iterator[etree._Element]:
        """Yield the elements of these tags of a part as each ends."""
        part = io.BytesIO(self.package.read(name))
        try:
            for _, element in etree.iterparse(part, tag=tags, resolve_entities=False, no_network=True):
                yield element
        except etree.XMLSyntaxError as error:
            raise self.package.damaged(f"its part {name} is no XML: {error}") from error

    # --- one sheet -----------------------------------------------------------------------------------------------

    def _sheet(self, name: str, part: str) -> Sheet:
        sheet = Sheet(name)
        uncomputed: list[str] = []
        row = 0
        try:
            for element in self._stream(part, "{*}col", "{*}row", "{*}mergeCell"):
                match str(element.tag).rpartition("}")[2]:
                    case "row":
                        row = int(element.get("r", row + 1))
                        self._row(sheet, row, element, uncomputed)
                    case "col" if _hidden(element, "width"):
                        last = min(int(element.get("max", 0)), LAST_COLUMN)
                        sheet.hidden_columns.update(range(int(element.get("min", 1)), last + 1))
                    case "mergeCell":
                        sheet.merged.append(_merged(element.get("ref", "")))
                _forget(element)
        except (ValueError, IndexError, OverflowError) as error:
            raise self.package.damaged(f"sheet {name}, near row {row}: {error}") from error
        if uncomputed:
            self.notes.append(
                f"工作表“{name}”有{len(uncomputed)}个公式没有保存计算结果（首个在{uncomputed[0]}），其内容没有读到；"
                "请用Excel或WPS打开后重新保存。"
            )
        return sheet

    def _row(self, sheet: Sheet, row: int, element: etree._Element, uncomputed: list[str]) -> None:
        if not 0 < row <= LAST_ROW:
            raise ValueError(f"there is no row {row}")
        if _hidden(element, "ht"):
            sheet.hidden_rows.add(row)
        column = 0
        for cell in element.iterchildren("{*}c"):
            position = cell.get("r")
            if position and not len(cell):
                continue  # a format without a value: most cells of a sheet that is formatted to its last row
            column = column_index_from_string(position.rstrip(_DIGITS)) if position else column + 1
            if column > LAST_COLUMN:
                raise ValueError(f"there is no column {column}")
            text = self._shown(cell)
            if text is None:
                uncomputed.append(position or f"{row}")
            else:
                sheet.put(row, column, text)

    def _shown(self, cell: etree._Element) -> str | None:
        """Return what the cell shows, ``None`` for a formula without a saved value."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = cell.find("{*}is")
            return _text(inline) if inline is not None else ""
        element = cell.find("{*}v")
        value = (element.text or "") if element is not None else ""
        if not value:
            return None if cell.find("{*}f") is not None and kind != "str" else ""
        return self._of_kind(kind, value, cell)

    def _of_kind(self, kind: str, value: str, cell: etree._Element) -> str:
        match kind:
            case "s":
                return self.strings[int(value)]
            case "b":
                return "TRUE" if value in _TRUE else "FALSE"
            case "n" | "d":
                number = _days(value, from_1904=self.from_1904) if kind == "d" else float(value)
                style = int(cell.get("s", 0))
                code = self.codes[style] if style < len(self.codes) else GENERAL
                return shown(number, code, from_1904=self.from_1904)
            case _:  # the text of a formula, or the error that it shows
                return unescape(value)


def _days(value: str, *, from_1904: bool) -> float:
    """Return an ISO 8601 date as the number of days that other cells store."""
    epoch = MAC_EPOCH if from_1904 else WINDOWS_EPOCH
    return (datetime.fromisoformat(value).replace(tzinfo=None) - epoch) / timedelta(days=1)


def _text(element: etree._Element) -> str:
    """Return a text of plain or formatted runs, without the reading aids (phonetic runs) above it."""
    return unescape("".join(node.text or "" for node in element.iterfind("{*}t")) + _runs(element))


def _runs(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iterfind("{*}r/{*}t"))


def _hidden(element: etree._Element, size: str) -> bool:
    """Tell whether a row or column does not show: hidden, or of no height or width."""
    return element.get("hidden") in _TRUE or element.get(size) in _ZERO


def _merged(reference: str) -> Merged:
    bounds = [bound for bound in range_boundaries(reference) if bound is not None]
    if len(bounds) < 4:
        raise ValueError(f"there are no cells {reference}")
    first_column, first_row, last_column, last_row = bounds
    return first_row, first_column, min(last_row, LAST_ROW), min(last_column, LAST_COLUMN)


def _forget(element: etree._Element) -> None:
    """Free an element that was read, and those before it."""
    element.clear()
    parent = element.getparent()
    if parent is not None and len(parent) > _KEPT:
        del parent[:-1]

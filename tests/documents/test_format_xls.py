"""Excel workbooks up to 2003, which offices go on saving because a template once was one."""

from __future__ import annotations

import datetime
import io
import struct

import pytest
import xlwt
from xlwt.CompoundDoc import XlsDoc

from graphkb.errors import UnreadableInput
from loaders import read_bytes
from loaders.formats import read_printed
from tests.writers import fictional_list
from tests.writers.xls import saved, write_xls
from tests.writers.xlsx import write_xlsx

GOOD = write_xls(fictional_list())


def test_the_fictional_list_is_read_as_from_a_newer_workbook() -> None:
    """The same sheet in two formats gives the same records, but for the name of the document."""
    old, new = read_bytes("list", GOOD), read_bytes("list", write_xlsx(fictional_list()))
    assert (old.document.format, old.leftovers, old.notes) == ("xls", (), ())
    assert (old.lists, old.characters) == (new.lists, new.characters)
    assert len(old.lists[0].duties) == 9


def test_values_and_hidden_sheets() -> None:
    """Whole numbers show no fraction; how a date shows is not known, and the note says so."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("基本履职")
    for column, value in enumerate((1.0, 1.5, True, "甲\r\n乙")):
        sheet.write(2, column + 1, value)
    sheet.write(4, 1, datetime.date(2025, 8, 1), xlwt.easyxf(num_format_str='yyyy"年"m"月"'))
    workbook.add_sheet("草稿").visibility = 1
    document = read_printed("list.xls", saved(workbook))
    assert [(line.text, line.cells) for line in document.lines] == [
        ("基本履职", None),
        ("1\t1.5\tTRUE\t甲\n乙", "'基本履职'!B3:E3"),
        ("", None),
        ("2025-08-01\t\t\t", "'基本履职'!B5:E5"),
    ]
    assert document.notes == (
        "工作表“基本履职”有1个日期，按年-月-日写出，其显示格式没有读到，请核对。",
        "工作表“草稿”是隐藏的，没有读取。",
    )


def test_many_merged_cells_are_all_read() -> None:
    """Old workbooks keep merged cells in records of at most 1026 ranges."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("a")
    for line in range(0, 6000, 2):
        sheet.write_merge(line, line + 1, 0, 0, "甲")
        sheet.write(line, 1, "乙")
        sheet.write(line + 1, 1, "丙")
    lines = read_printed("list.xls", saved(workbook)).lines
    assert sum(line.covered == {0} for line in lines) == 3000


def encrypted() -> bytes:
    """Return a workbook that says, as an encrypted one does, that what follows is encrypted (FILEPASS)."""
    workbook = xlwt.Workbook()
    workbook.add_sheet("a")
    records = workbook.get_biff_data()
    stream = io.BytesIO()
    XlsDoc().save(stream, records[:20] + struct.pack("<HHHHH", 0x2F, 6, 0, 1, 2) + records[20:])
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [(GOOD[:600] + bytes(4000) + GOOD[4600:], "damaged"), (encrypted(), "protected by a password")],
)
def test_a_bad_workbook_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    """Broken downloads and passwords: file, fault and remedy."""
    with pytest.raises(UnreadableInput) as caught:
        read_printed("list.xls", data)
    assert str(caught.value).startswith("list.xls: ")
    assert words in str(caught.value)

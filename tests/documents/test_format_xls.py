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


def test_values_are_read_as_their_cells_show_them() -> None:
    """Whole numbers show no fraction, dates what their format shows of them."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("基本履职")
    for column, value in enumerate((1.0, 1.5, True, "甲\r\n乙")):
        sheet.write(2, column + 1, value)
    for column, (value, code) in enumerate(
        (
            (datetime.date(2025, 8, 1), 'yyyy"年"m"月"'),
            (datetime.datetime(2025, 8, 1, 9, 5), "yyyy-mm-dd hh:mm"),
            (0.5, "0%"),
            (3, "00"),
        )
    ):
        sheet.write(4, column + 1, value, xlwt.easyxf(num_format_str=code))
    assert [(line.text, line.cells) for line in read_printed("list.xls", saved(workbook)).lines] == [
        ("基本履职", None),
        ("1\t1.5\tTRUE\t甲\n乙", "'基本履职'!B3:E3"),
        ("", None),
        ("2025年8月\t2025-08-01 09:05\t50%\t03", "'基本履职'!B5:E5"),
    ]


def test_hidden_sheets_rows_and_columns_are_not_read_and_not_silent() -> None:
    """They are not printed; whether they were to be published, a person must say."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("基本履职")
    for line, cells in enumerate((["序号", "内部", "事项名称"], [1, "不公开", "甲"], [2, "", "乙"], [3, "", "丙"])):
        for column, value in enumerate(cells):
            sheet.write(line, column, value)
    sheet.row(2).hidden = True
    sheet.col(1).hidden = True
    workbook.add_sheet("草稿").visibility = 1
    document = read_printed("list.xls", saved(workbook))
    assert [line.text for line in document.lines] == ["基本履职", "序号\t事项名称", "1\t甲", "3\t丙"]
    assert document.notes == (
        "工作表“草稿”是隐藏的，没有读取。",
        "工作表“基本履职”有1行隐藏的内容（共2字，首行为第3行），没有读取。",
        "工作表“基本履职”有1列隐藏的内容（B列，共5字），没有读取。",
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


def records() -> bytes:
    """Return the records of a workbook of one sheet with one text and one number."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("a")
    sheet.write(0, 0, "甲")
    sheet.write(1, 1, 0.1)
    return bytes(workbook.get_biff_data())


def compound(stream: bytes) -> bytes:
    """Return the file that holds a workbook's records."""
    file = io.BytesIO()
    XlsDoc().save(file, stream)
    return file.getvalue()


def encrypted() -> bytes:
    """Return a workbook that says, as an encrypted one does, that what follows is encrypted (FILEPASS)."""
    return compound(records()[:20] + struct.pack("<HHHHH", 0x2F, 6, 0, 1, 2) + records()[20:])


def claiming(header: bytes, position: int, claim: bytes) -> bytes:
    """Return a workbook of which the first record with this header claims something else than is there."""
    stream = records()
    start = stream.index(header)
    at = start + 4 + position
    return compound(stream[:at] + claim + stream[at + len(claim) :])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (GOOD[:600] + bytes(4000) + GOOD[4600:], "damaged"),
        (GOOD[:30] + b"\x63" + GOOD[31:], "damaged"),
        (GOOD[:76] + b"\xff" * 436 + GOOD[512:], "damaged"),
        (claiming(b"\xfc\x00", 4, b"\xff\xff\xff\x7f"), "claims more texts"),
        (claiming(b"\x00\x02\x0e\x00", 4, b"\xff\xff\xff\x7f"), "claims to be larger"),
        (claiming(b"\x00\x02\x0e\x00", 0, b"\xff\x00"), "claims to be larger"),
        (claiming(b"\xfd\x00\x0a\x00", 2, b"\xff\xff"), "beyond the last column"),
        (encrypted(), "protected by a password"),
    ],
)
def test_a_bad_workbook_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    """Broken downloads and passwords: file, fault and remedy.

    A claimed size that calamine would reserve memory for would end the whole process, and with it all other files.
    """
    with pytest.raises(UnreadableInput) as caught:
        read_printed("list.xls", data)
    assert str(caught.value).startswith("list.xls: ")
    assert words in str(caught.value)

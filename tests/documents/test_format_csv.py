"""Delimited values as Excel and WPS save them, told from lines with tabs and from running text."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkb.errors import UnreadableInput
from loaders import read_bytes
from loaders.formats import read_printed
from loaders.lines import PrintedDocument
from tests.writers import fictional_list
from tests.writers.csv import write_csv

HEADER = "序号,事项名称,对应上级部门,上级部门职责,镇配合职责"


def printed(text: str) -> PrintedDocument:
    return read_printed("list.csv", text.encode())


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8-sig", ","), ("gb18030", ","), ("utf-8", ";"), ("utf-16", "\t")]
)
def test_the_fictional_list_is_read_whole(encoding: str, delimiter: str) -> None:
    """CSV UTF-8, CSV of a Chinese Windows, that of a European one, and Unicode text.

    No merged cell survives in them: the third duty's department stands in the row above, and the row is doubted.
    """
    reading = read_bytes("list.csv", write_csv(fictional_list(), encoding, delimiter))
    (read,) = reading.lists
    assert (reading.document.format, reading.document.encoding) == ("csv", encoding)
    assert (reading.leftovers, reading.notes, read.place.township, read.edition) == ((), (), "石桥镇", "2025")
    assert [
        (duty.section.value, duty.number, duty.source.first_line, duty.source.last_line) for duty in read.duties
    ] == [
        ("basic", "1", 5, 5),
        ("basic", "2", 6, 6),
        ("basic", "3", 8, 8),
        ("cooperative", "1", 12, 19),
        ("cooperative", "2", 20, 21),
        ("cooperative", "3", 22, 22),
        ("cooperative", "4", 23, 27),
        ("reclaimed", "1", 31, 32),
        ("reclaimed", "2", 33, 33),
    ]
    assert [[body.name for body in duty.departments] for duty in read.duties[3:7]] == [
        ["县水利局", "县公安局"],
        ["县水利局"],
        [],
        ["县农业农村局", "市生态环境局青禾分局"],
    ]
    assert [bool(duty.doubts) for duty in read.duties] == [False] * 5 + [True] + [False] * 3


def test_a_quoted_cell_keeps_its_line_breaks_quotes_and_commas() -> None:
    """A cell of sentences over three lines of the file is one cell of one row."""
    document = printed(f'{HEADER}\r\n1,甲,县水利局,"1.查，查""水"",报。\r\n2.巡。","1.报。"\r\n')
    assert [(line.text, line.number, line.last) for line in document.lines] == [
        (HEADER.replace(",", "\t"), 1, 1),
        ('1\t甲\t县水利局\t1.查，查"水",报。\n2.巡。\t1.报。', 2, 3),
    ]


def test_rows_are_as_wide_as_their_header() -> None:
    """A sheet's rows are all as wide as its widest table; hands leave out commas at the end."""
    document = printed(
        "青禾县基本履职事项清单,,,,\n序号,事项名称,,,\n一、水利（1项）,,,,\n1,甲,,,\n,,,,\n" + HEADER + "\n1,甲,乙局\n"
    )
    assert [line.text for line in document.lines] == [
        "青禾县基本履职事项清单",
        "序号\t事项名称",
        "一、水利（1项）\t",
        "1\t甲",
        "",
        HEADER.replace(",", "\t"),
        "1\t甲\t乙局\t\t",
    ]


def test_titles_of_headers_may_have_line_breaks() -> None:
    """Narrow columns make people break titles by hand."""
    document = printed('序号,"事项\n名称"\n1,甲\n')
    assert [line.text for line in document.lines] == ["序号\t事项\n名称", "1\t甲"]


def test_excels_line_about_the_delimiter_is_furniture() -> None:
    """Excel writes and reads sep=; where a country's delimiter is another."""
    (first, *_) = printed("sep=;\n序号;事项名称\n1;甲\n").lines
    assert (first.text, first.furniture) == ("sep=", True)


def test_tabs_with_quoted_cells_are_delimited_values() -> None:
    """Excel's Unicode text quotes cells with line breaks; a table pasted into an editor has them, too."""
    document = printed('序号\t事项名称\n1\t"甲，\n乙"\n2\t丙\n')
    assert document.format == "csv"
    assert [(line.text, line.number, line.last) for line in document.lines] == [
        ("序号\t事项名称", 1, 1),
        ("1\t甲，\n乙", 2, 3),
        ("2\t丙", 4, 4),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '序号\t事项名称\n1\t"三会一课"制度\n',  # the quotation marks are the text's own
        '序号\t事项名称\n1\t"甲\n2\t乙\n',
        "序号\t事项名称\n1\t甲,乙,丙\n2\t丁,戊\n",
        "基本履职事项清单\n1.落实河长制,巡查河道,上报。\n2.检查水库,值守,上报。\n",
        "清单的列为序号,事项名称,上级部门,等等。\n基本履职事项清单,如下。\n",
        "序号 事项名称\n1 甲,乙\n",
    ],
)
def test_a_text_with_commas_or_quotation_marks_is_none(text: str) -> None:
    """Sentences have commas, and cells begin with quotation marks: what is not sure to be delimited stays as it is."""
    document = printed(text)
    assert document.format == "text"
    assert [line.text for line in document.lines] == text.splitlines()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ('1,"甲"乙,丙,丁,戊\n', r"at line 3 do not pair"),
        ('1,"甲,乙,丙,丁\n2,甲,乙,丙,丁\n', r"at line 3 do not pair"),
        (f'1,"{"甲" * 200_000}",乙,丙,丁\n', r"at line 3 .*field larger than field limit"),
    ],
)
def test_malformed_values_are_refused_with_their_line(row: str, words: str) -> None:
    """Read on regardless, the rest of the file would be one cell, or quotation marks would be lost."""
    with pytest.raises(UnreadableInput, match=words):
        printed(f"{HEADER}\n1,甲,乙,丙,丁\n{row}")


def test_a_null_character_is_a_character() -> None:
    """Broken exports pad cells with them; the csv module has stumbled over them before."""
    assert printed("序号,事项名称\n1,甲\x00\n").lines[1].text == "1\t甲\x00"


CELLS = st.text(st.sampled_from('甲乙,;"\n\t 1。'), max_size=6)


@settings(max_examples=200)
@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=6), st.sampled_from(",;\t"))
def test_every_character_of_a_cell_is_read(rows: list[list[str]], delimiter: str) -> None:
    """Whatever a cell holds, a program's quoting brings it through: the lines hold the cells' texts and nothing else."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["序号", "事项名称"], ["1", "甲"], ["2", "乙"], *rows])
    document = printed(stream.getvalue())
    read = "".join(line.text for line in document.lines[3:])
    assert "".join(read.split()) == "".join("".join(cell for row in rows for cell in row).split())
    assert document.lines[-1].last == len(stream.getvalue().split("\n")) - 1

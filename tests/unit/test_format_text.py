"""Bytes of every kind that a user may hand over."""

from __future__ import annotations

import pytest

from graphkb.errors import UnreadableInput
from loaders.formats.text import decode

TEXT = (
    "青禾县白杨镇履行职责事项清单\n\n基本履职事项清单\n\n序号\t事项名称\n1\t落实河长制，组织村级河长开展日常巡查。\n"
    * 3
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_chinese_encodings_are_told_by_content(encoding: str) -> None:
    """Windows editors write a byte order mark, UTF-16 or GBK; nobody says which."""
    assert decode("list.txt", TEXT.encode(encoding)).text == TEXT


def test_the_encoding_is_named() -> None:
    """The document record says how the text was read."""
    assert decode("a", TEXT.encode()).encoding == "utf-8"
    assert decode("a", TEXT.encode("utf-8-sig")).encoding == "utf-8-sig"
    assert decode("a", TEXT.encode("gb18030")).encoding == "gb18030"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them(end: str) -> None:
    """Reports name lines; a form feed or a line separator inside a cell ends none, and the last line needs no end."""
    text = decode("a", end.join(["甲", "", "乙\x0c丙\u2028丁"]).encode())
    assert text.lines() == ["甲", "", "乙\x0c丙\u2028丁"]
    assert decode("a", f"甲{end}".encode()).lines() == ["甲"]


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x7fELF\x02\x01\x01" + bytes(400)])
def test_what_is_no_text_is_named(data: bytes) -> None:
    """One clear sentence: the file, what it is, what to do; never a traceback of a decoder."""
    with pytest.raises(UnreadableInput, match=r"list.txt: this is a binary file"):
        decode("list.txt", data)


def test_damaged_utf8_is_not_taken_for_another_encoding() -> None:
    """A byte lost in a copy makes GB18030 of the whole text for a guesser, and nonsense of every line."""
    data = bytearray((TEXT * 20).encode())
    position = data.index("巡查".encode())
    del data[position]
    with pytest.raises(UnreadableInput, match=r"damaged at line 6 \(byte \d+\)"):
        decode("list.txt", bytes(data))


def test_half_a_utf16_character_is_damage() -> None:
    """A download that broke off."""
    with pytest.raises(UnreadableInput, match="damaged"):
        decode("list.txt", TEXT.encode("utf-16")[:-1])
